"""Choosing: how sure it is that a figure is of one line, beside the others that it may be of."""

from collections import defaultdict
from collections.abc import Mapping
from math import exp, log1p

ENOUGH = 0.35
"""What sureness must come to: a false line misleads, one that is missing can still be read."""

_ANY, _OWN, _LINES, _FIGURES = 1.24, 0.87, 1.83, 0.41
"""What speaks for any choice; what its evidence weighs, other lines, and other figures for it."""

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
    odds = {pair: exp(min(_MOST, own) / 2) for pair, own in found.items()}
    lines: defaultdict[int, float] = defaultdict(float)
    figures: defaultdict[Line, float] = defaultdict(float)
    for (figure, line), own in odds.items():
        lines[figure] += own
        figures[line] += own
    return {
        (figure, line): (
            log1p(max(0.0, lines[figure] - own)),
            log1p(max(0.0, figures[line] - own)),
        )
        for (figure, line), own in odds.items()
    }


def sureness(found: Mapping[Pair, float]) -> Mapping[Pair, float]:
    """Return the evidence of pairs less what speaks for their rivals, as logarithms of odds.

    `tests/quality/fit_stories.py` estimates what each weighs.
    """
    return {
        pair: _ANY + _OWN * found[pair] - _LINES * lines - _FIGURES * figures
        for pair, (lines, figures) in pulls(found).items()
    }
