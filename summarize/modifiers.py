"""Modifiers: the word beside a figure that says how sure it is, or which way it went."""

from typing import Literal, NamedTuple, cast

from summarize.lexicon import Lexicon
from summarize.tokens import Tokens
from summarize.units import unit_after

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
    hyphen = tokens.words[last] == "-" and tokens.glued(last)
    for index in range(first + 1, last + 2 * hyphen):
        inside = lexicon.phrases["modifiers_inside"].after(tokens.lows, index)
        if inside:
            return Modified(cast("Modifier", inside[1]), index, inside[0])
    return _before(tokens, first, last, lexicon)


def _before(tokens: Tokens, first: int, last: int, lexicon: Lexicon) -> Modified | None:
    lows = tokens.lows
    changes_only = False
    here = first
    for _ in range(REACH):
        found = lexicon.phrases["modifiers"].before(lows, here)
        if found:
            start, name = found
            change = name in ("up", "down")
            if _is_particle(tokens, start, last, lexicon):
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


def _is_particle(tokens: Tokens, start: int, last: int, lexicon: Lexicon) -> bool:
    """Tell whether the word at `start` says nothing of the figure that ends before `last`.

    It may belong to a phrasal verb ("gave up 40 points"), or say when ("over three years", which
    is no more than three, while "for over three years" is).
    """
    words, before = lexicon.words, tokens.lows[start - 1]
    if tokens.lows[start] in words["fillers.during"]:
        found = unit_after(tokens, last - 1, lexicon.units)
        if found and found[1].kind == "duration":
            return before not in words["fillers.before_over"]
    return tokens.lows[start] in words["fillers.particles"] and before in words["fillers.phrasal"]


def restates(tokens: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Tell whether only "or" stands between two figures: "fell 190 points, or 0.6 percent"."""
    first += tokens.words[first] == ","
    return first == last - 1 and tokens.lows[first] in lexicon.words["ranges.or"]
