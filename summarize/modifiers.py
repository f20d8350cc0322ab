"""Modifiers: the word beside a figure that says how sure it is, or which way it went."""

from typing import Literal, NamedTuple, cast

from summarize.lexicon import Lexicon
from summarize.tokens import Tokens

Modifier = Literal["approx", "min", "max", "up", "down"]

REACH = 5
"""How many words may stand between a modifier and its figure."""


class Modified(NamedTuple):
    """A modifier and the tokens that say it."""

    modifier: Modifier
    first: int
    last: int


def modifier_of(tokens: Tokens, first: int, last: int, lexicon: Lexicon) -> Modified | None:
    """Return the modifier of the figure in tokens `first` up to `last`, or None."""
    after = lexicon.phrases["modifiers_after"].after(tokens.lows, last)
    if after:
        return Modified(cast("Modifier", after[1]), last, after[0])
    return _before(tokens, first, lexicon)


def _before(tokens: Tokens, first: int, lexicon: Lexicon) -> Modified | None:
    lows = tokens.lows
    changes_only = False
    here = first
    for _ in range(REACH):
        found = lexicon.phrases["modifiers"].before(lows, here)
        if found:
            start, name = found
            change = name in ("up", "down")
            if change and _is_phrasal(tokens, start, lexicon):
                return None
            if change or not changes_only:
                return Modified(cast("Modifier", name), start, here)
        here -= 1
        low = lows[here]
        if low in lexicon.words["fillers.any"]:
            continue
        if low not in lexicon.words["fillers.change"]:
            return None
        changes_only = True
    return None


def _is_phrasal(tokens: Tokens, start: int, lexicon: Lexicon) -> bool:
    """Tell whether the word at `start` is the particle of a phrasal verb ("gave up 40 points")."""
    return (
        tokens.lows[start] in ("up", "down")
        and tokens.lows[start - 1] in lexicon.words["fillers.phrasal"]
    )


def restates(tokens: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Tell whether only "or" stands between two figures: "fell 190 points, or 0.6 percent"."""
    first += tokens.words[first] == ","
    return first == last - 1 and tokens.lows[first] in lexicon.words["ranges.or"]
