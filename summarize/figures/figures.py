"""Figures: a quantity with its noun and its modifier, which a series says only once."""

from typing import NamedTuple

from summarize.figures.ages import aged
from summarize.figures.lexicon import Lexicon
from summarize.figures.modifiers import Modified, modifier_of, restates
from summarize.figures.nouns import noun_after, part_after, same_sentence
from summarize.figures.quantities import Quantity, per
from summarize.figures.subjects import subject
from summarize.figures.tokens import Tokens
from summarize.figures.units import Unit

Noun = tuple[int, int]


class Figure(NamedTuple):
    """A quantity with all that is said of it, as token indices."""

    quantity: Quantity
    noun: Noun | None
    modified: Modified | None

    @property
    def done(self) -> int:
        """Where reading goes on: past what is counted, whose numerals are names ("737 jets")."""
        quantity, noun = self.quantity, self.noun
        counts = quantity.unit is None or quantity.unit.kind == "count"
        counted = noun is not None and noun[0] == quantity.last and counts
        return noun[1] if noun and counted else quantity.last


def figure(tokens: Tokens, quantity: Quantity, before: Figure | None, lexicon: Lexicon) -> Figure:
    """Return the quantity with its noun and modifier; `before` is the figure before it."""
    quantity = aged(tokens, quantity, lexicon)
    modified = modifier_of(tokens, quantity, lexicon)
    noun = _noun(tokens, quantity, modified, lexicon)
    quantity = _rate(tokens, quantity, noun, lexicon)
    if before is None:
        return Figure(quantity, noun, modified)
    if noun is None and _goes_on(tokens, before, quantity, lexicon):
        noun = before.noun
    other_unit = quantity.unit != before.quantity.unit
    if other_unit and restates(tokens, before.quantity.last, quantity.first, lexicon):
        modified = modified or before.modified
    return Figure(quantity, noun, modified)


def _noun(
    tokens: Tokens, quantity: Quantity, modified: Modified | None, lexicon: Lexicon
) -> Noun | None:
    """Return the tokens of the noun that the quantity counts or measures."""
    if quantity.unit is not None:
        return subject(tokens, quantity, modified, lexicon)
    last = max(quantity.last, modified.last if modified else 0)
    part = part_after(tokens, last, lexicon)
    return part or noun_after(tokens, last, lexicon, single=quantity.value <= 1)


def _rate(tokens: Tokens, quantity: Quantity, noun: Noun | None, lexicon: Lexicon) -> Quantity:
    """Return a count with what it is per in its unit: "120 people per square kilometre"."""
    divisor = per(tokens, noun[1], lexicon) if noun and quantity.unit is None else None
    if noun is None or divisor is None:
        return quantity
    return quantity._replace(unit=Unit(f"{tokens.lows[noun[1] - 1]} per {divisor}", "count"))


def _goes_on(tokens: Tokens, before: Figure, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Tell whether a figure counts on what the one before it does: "435 homes and 187 by tender".

    A measure does so only right after it: "sales rose 8 percent to $4bn".
    """
    if quantity.unit is None:
        unit = before.quantity.unit
        same = before.quantity.value > 1 and (unit is None or unit.kind == "count")
        return same and same_sentence(tokens, before.done, quantity.first)
    near = quantity.first == before.done + 1
    return near and tokens.lows[before.done] in lexicon.words["nouns.links"]
