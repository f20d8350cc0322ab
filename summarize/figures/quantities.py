"""Quantities: a numeral with its signs and its unit or currency."""

from typing import NamedTuple

from summarize.figures.lexicon import Lexicon
from summarize.figures.numerals import Numeral, read_numeral, rounded
from summarize.figures.plurals import is_plural
from summarize.figures.tokens import Tokens
from summarize.figures.units import Unit, sign_before, unit_after

MINUS = frozenset("-−")
MILLION = 1e6


class Quantity(NamedTuple):
    """The tokens from `first` up to `last`: a value, up to `high` in a range, and its unit.

    `scale` is the factor that a scale word gave it, `spelled` tells that it is in words, `signed`
    that a currency sign stands before it.
    """

    first: int
    last: int
    value: float
    high: float | None = None
    unit: Unit | None = None
    scale: float = 1.0
    spelled: bool = False
    signed: bool = False


_LEADING = 4
"""Tokens before a figure that may say that it is paid."""


def read_quantity(tokens: Tokens, index: int, lexicon: Lexicon) -> Quantity | None:
    """Return the quantity whose numeral starts at `index`; its rate and range are left out."""
    numeral = read_numeral(tokens, index, lexicon)
    if numeral is None:
        return None
    quantity = _signed(tokens, numeral, lexicon)
    if quantity.unit is None and numeral.suffixed:
        quantity = _unscaled(tokens, numeral, quantity, lexicon)
    if quantity.unit is None:
        quantity = _measured(tokens, quantity, lexicon)
    article = tokens.lows[numeral.last - 1] in lexicon.words["numbers.articles"]
    half_a = numeral.value < 1 and article  # "half a" chance is no figure, "half an hour" is
    return None if half_a and quantity.unit is None else quantity


def _signed(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> Quantity:
    """Return the numeral with the minus and the currency sign that stand before it."""
    first, last, value, high, spelled, scale, _ = numeral
    bare = Quantity(first, last, value, high, None, scale, spelled)
    negative = tokens.words[first - 1] in MINUS and tokens.glued(first)
    sign = sign_before(tokens, first - negative, lexicon.units)
    if (
        sign
        and tokens.starts[first] - tokens.ends[first - 1] <= 1
        and not _in_name(tokens, sign[0])
    ):
        return bare._replace(
            first=sign[0], value=-value if negative else value, unit=sign[1], signed=True
        )
    before = first - 1 - negative
    minus = tokens.lows[before] in lexicon.words["numbers.minus"]
    if minus and not lexicon.phrases["modifiers"].before(tokens.lows, first):  # "au moins"
        return bare._replace(first=before, value=-value)
    if negative and not tokens.glued(first - 1):
        return bare._replace(first=first - 1, value=-value)
    return bare


def _in_name(tokens: Tokens, index: int) -> bool:
    """Tell whether the sign at `index` is only the end of a name ("PLX-R18")."""
    if not tokens.glued(index):
        return False
    before = tokens.words[index - 1]
    return before[-1:].isalnum() or (before == "-" and tokens.glued(index - 1))


def _unscaled(tokens: Tokens, numeral: Numeral, quantity: Quantity, lexicon: Lexicon) -> Quantity:
    """Return the quantity with its short scale read as the unit that it may be as well ("37m")."""
    unit = unit_after(tokens, numeral.last - 1, lexicon.units)
    after, short = tokens.lows[numeral.last], len(tokens.words[numeral.last - 1]) == 1
    if (
        unit is None
        or (short and after in lexicon.words["numbers.of"])  # 35m of us, but 212 mm of rain
        or is_plural(tokens, numeral.last, lexicon)
        or unit_after(tokens, numeral.last, lexicon.units)
    ):
        return quantity
    value = rounded(quantity.value / numeral.scale)
    return quantity._replace(last=unit[0], value=value, unit=unit[1], scale=1.0)


def _measured(tokens: Tokens, quantity: Quantity, lexicon: Lexicon) -> Quantity:
    """Return the quantity with the unit that stands after it, if one does."""
    found = _unit_near(tokens, quantity, lexicon)
    if found is None:
        return quantity
    last, unit = found
    of_something = tokens.lows[last] in lexicon.words["numbers.of"]  # a million pounds of fish
    if not of_something and (
        quantity.scale >= MILLION or _is_paid(tokens, quantity.first, lexicon)
    ):
        unit = lexicon.units.large.get(unit.name, unit)
    return quantity._replace(last=last, unit=unit)


def _is_paid(tokens: Tokens, first: int, lexicon: Lexicon) -> bool:
    """Tell whether what leads to a figure says that it is money: "fined a total of 500 pounds"."""
    leading = tokens.lows[max(0, first - _LEADING) : first]
    return not lexicon.words["units.paid"].isdisjoint(leading)


def _unit_near(tokens: Tokens, quantity: Quantity, lexicon: Lexicon) -> tuple[int, Unit] | None:
    """Return the end of the unit after a quantity and the unit, past what may stand between.

    That is "-plus" in "15-plus years", "rushing" in "40 rushing yards", "of" in "millions of
    euros" and "of an" in "a quarter of an hour".
    """
    last, lows, names = quantity.last, tokens.lows, lexicon.units.names
    hyphen = lows[last] == "-" and tokens.glued(last)
    inside = lexicon.phrases["modifiers_inside"].after(lows, last + hyphen)
    found = unit_after(tokens, inside[0] if inside else last, lexicon.units)
    if found is not None:
        return found
    if lows[last] in lexicon.words["units.adjectives"]:
        return names.after(lows, last + 1)
    if lows[last] not in lexicon.words["numbers.of"]:
        return None
    if quantity.value < 1 and lows[last + 1] in lexicon.words["numbers.articles"]:
        return names.after(lows, last + 2)
    large = quantity.high is not None or quantity.scale >= 1000
    return names.after(lows, last + 1) if large else None


def rated(tokens: Tokens, quantity: Quantity, lexicon: Lexicon) -> Quantity:
    """Return the quantity with its rate in the unit: "$2 a gallon" is dollar per gallon.

    Where a sign before the figure is the unit, the rate stays outside the marked span.
    """
    unit, last, words = quantity.unit, quantity.last, lexicon.words
    if unit is None or unit.kind in ("percent", "age"):
        return quantity
    low = tokens.lows[last]
    hyphen = low == "-" and tokens.glued(last)
    low, last = (tokens.lows[last + 1], last + 1) if hyphen else (low, last)
    if (low == "/" and tokens.glued(last)) or low in words["rates.per"]:
        found = _divisor(tokens, last + 1, lexicon)
    elif low in words["rates.each"]:
        found = _each(tokens, last + 1 + hyphen, lexicon)
    else:
        return quantity
    if found is None:
        return quantity
    kind = "measure" if unit.kind == "duration" else unit.kind
    rate = Unit(f"{unit.name} per {found[1]}", kind)
    return quantity._replace(unit=rate, last=quantity.last if quantity.signed else found[0])


def _divisor(tokens: Tokens, index: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """Return what stands after "per": the end and name of a unit, or any word."""
    found = unit_after(tokens, index, lexicon.units)
    if found:
        return found[0], found[1].name
    word = tokens.lows[index]
    return (index + 1, word) if word.isalpha() else None


def per(tokens: Tokens, index: int, lexicon: Lexicon) -> str | None:
    """Return what the figure is per, where "per" stands at `index`: "per square kilometre"."""
    if tokens.lows[index] not in lexicon.words["rates.per"]:
        return None
    found = _divisor(tokens, index + 1, lexicon)
    return found[1] if found else None


def _each(tokens: Tokens, index: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """Return what stands after "a" in "$2 a gallon"; "$2 a year ago" is no rate."""
    found = unit_after(tokens, index, lexicon.units)
    if found and tokens.lows[found[0]] not in lexicon.words["rates.past"]:
        return found[0], found[1].name
    word = tokens.lows[index]
    return (index + 1, word) if word in lexicon.words["rates.heads"] else None
