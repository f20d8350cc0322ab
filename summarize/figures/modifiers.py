"""Modifiers: the word beside a figure that says how sure it is, or which way it went."""

from typing import NamedTuple, cast

from summarize.claims import Modifier
from summarize.figures.lexicon import Lexicon
from summarize.figures.quantities import Quantity
from summarize.figures.tokens import Tokens
from summarize.figures.units import unit_after

REACH = 5
"""How many words may stand between a modifier and its figure."""

LONG_REACH = 7
"""How many words before "by" its verb may stand."""

CHANGES = ("up", "down")
"""The modifiers that say which way a figure went, not how sure it is."""


class Modified(NamedTuple):
    """A modifier and the tokens that say it."""

    modifier: Modifier
    first: int
    last: int


def modifier_of(tokens: Tokens, quantity: Quantity, lexicon: Lexicon) -> Modified | None:
    """Return the modifier of a figure, or None.

    How sure a figure is says more than which way it went: "rose about 8 percent" is approx.
    """
    found = (
        _after(tokens, quantity.first, quantity.last, lexicon),
        _before(tokens, quantity.first, quantity.last, lexicon),
        _change(tokens, quantity, lexicon),
    )
    sure = (one for one in found if one and one.modifier not in CHANGES)
    return next(sure, None) or next((one for one in found if one), None)


def _after(tokens: Tokens, first: int, last: int, lexicon: Lexicon) -> Modified | None:
    """Return the modifier after a figure ("or more") or within it ("15-plus years")."""
    after = lexicon.phrases["modifiers_after"].after(tokens.lows, last)
    if after and (after[1] not in CHANGES or _has_by(tokens, first, lexicon)):
        return Modified(cast("Modifier", after[1]), last, after[0])
    hyphen = tokens.words[last] == "-" and tokens.glued(last)
    for index in range(first + 1, last + 2 * hyphen):
        inside = lexicon.phrases["modifiers_inside"].after(tokens.lows, index)
        if inside:
            return Modified(cast("Modifier", inside[1]), index, inside[0])
    return None


def _has_by(tokens: Tokens, first: int, lexicon: Lexicon) -> bool:
    """Tell whether a figure is a difference: "by 8 percent"."""
    return not lexicon.words["fillers.by"].isdisjoint(tokens.lows[first - 3 : first])


def _before(tokens: Tokens, first: int, last: int, lexicon: Lexicon) -> Modified | None:
    """Return the modifier before a figure, past articles and adverbs of degree."""
    here = first
    for _ in range(REACH):
        found = lexicon.phrases["modifiers"].before(tokens.lows, here)
        if found and _is_particle(tokens, found[0], last, lexicon):
            return None
        if found and found[1] not in CHANGES:
            return Modified(cast("Modifier", found[1]), found[0], here)
        here -= 1
        if tokens.lows[here] not in lexicon.words["fillers.any"]:
            return None
    return None


def _change(tokens: Tokens, quantity: Quantity, lexicon: Lexicon) -> Modified | None:
    """Return the verb of change before a figure: "rose slightly by", "cut its debt by"."""
    words, here, left, by = lexicon.words, quantity.first, REACH, False
    while left > 0:
        found = lexicon.phrases["modifiers"].before(tokens.lows, here)
        if found and found[1] in CHANGES:
            event = (
                quantity.unit is None
                and not by
                and tokens.lows[here - 1] in words["fillers.events"]
            )
            particle = _is_particle(tokens, found[0], quantity.last, lexicon)
            return (
                None if event or particle else Modified(cast("Modifier", found[1]), found[0], here)
            )
        here, left = here - 1, left - 1
        low = tokens.lows[here]
        if low in words["fillers.by"] and not by and quantity.unit is not None:
            by, left = True, LONG_REACH
        elif low not in words["fillers.change"] and not (by and low[:1].isalpha()):
            return None
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
