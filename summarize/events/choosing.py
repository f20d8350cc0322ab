"""Choosing: how sure it is that a figure is of one line, beside the others that it may be of."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import exp, log1p

ENOUGH = 0.0
"""What sureness must come to: even odds."""

_ANY, _OWN, _LINES, _FIGURES = 1.39, 0.92, 2.11, 0.45
"""What speaks for any choice; what its evidence weighs, other lines, and other figures for it."""

_RIVALS = 3
"""The likest others that count: a crowd of unlikely ones tells nothing."""

_MOST = 30.0
"""Evidence beyond which nothing is surer."""

LEAST = (ENOUGH - _ANY) / _OWN
"""Evidence below which no line is chosen, even where there is no other."""

Line = tuple[str, int]
"""What the figures of a line measure, and its number among such."""

Pair = tuple[int, Line]
"""A figure of an account, by its number, and a line that it may be of."""


def pulls(found: Mapping[Pair, float]) -> Mapping[Pair, tuple[float, float]]:
    """Return how strongly other lines claim the figure of each pair, and other figures the line.

    `found` is the evidence for each pair of one account, as logarithms of odds. One account tells a
    thing once, and a figure is of one thing: what else it may be of speaks against each, as in a
    choice among several (McFadden 1974). The root of the odds is taken, since evidence that was
    estimated pair by pair is too sure of itself.
    """
    roots = {pair: exp(min(_MOST, own) / 2) for pair, own in found.items()}
    lines: defaultdict[int, list[float]] = defaultdict(list)
    figures: defaultdict[Line, list[float]] = defaultdict(list)
    for (figure, line), root in roots.items():
        lines[figure].append(root)
        figures[line].append(root)
    for everything in (*lines.values(), *figures.values()):
        everything.sort(reverse=True)
    return {
        (figure, line): (_pull(root, lines[figure]), _pull(root, figures[line]))
        for (figure, line), root in roots.items()
    }


def _pull(root: float, likest: Sequence[float]) -> float:
    """Return how strongly the likest of the others claim what a pair does."""
    rivals = (
        sum(likest[: _RIVALS + 1]) - root if root in likest[:_RIVALS] else sum(likest[:_RIVALS])
    )
    return log1p(max(0.0, rivals))


def sureness(found: Mapping[Pair, float]) -> Mapping[Pair, float]:
    """Return the evidence of pairs less what speaks for their rivals, as logarithms of odds.

    `tests/quality/fit_stories.py` estimates what each weighs.
    """
    return {
        pair: _ANY + _OWN * found[pair] - _LINES * lines - _FIGURES * figures
        for pair, (lines, figures) in pulls(found).items()
    }
