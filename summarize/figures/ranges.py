"""Ranges and series: two figures that one unit serves, as "5–7 percent" or "7- or 8-inch"."""

from summarize.figures.dates import looks_year
from summarize.figures.lexicon import Lexicon
from summarize.figures.numerals import rounded, starts_numeral
from summarize.figures.plurals import is_plural
from summarize.figures.quantities import Quantity, rated, read_quantity
from summarize.figures.tokens import Tokens

DASHES = frozenset("-‐‑–—−~")


def read_range(tokens: Tokens, index: int, lexicon: Lexicon) -> Quantity | None:
    """Return the quantity or range whose first numeral starts at `index`, with its rate."""
    low = read_quantity(tokens, index, lexicon)
    if low is None:
        return None
    link = _link(tokens, low, lexicon)
    high = _upper(tokens, link[1], lexicon) if link else None
    if link is None or high is None or high.high is not None:
        return rated(tokens, low, lexicon)
    if _is_range(tokens, low, high, link[0], lexicon):
        return rated(tokens, _joined(low, high), lexicon)
    if link[0] in ("or", "and", "by") and low.unit is None and high.unit is not None:
        return _sharing(tokens, low, high, lexicon)
    return rated(tokens, low, lexicon)


def _link(tokens: Tokens, low: Quantity, lexicon: Lexicon) -> tuple[str, int] | None:
    """Return what joins `low` to another figure, "dash", "to", "and", "or", "by", and its end."""
    at, words = low.last, lexicon.words
    hanging = tokens.words[at] == "-" and tokens.glued(at) and not tokens.glued(at + 1)
    chained = tokens.words[at] == "-" and tokens.words[at + 2] == "-" and tokens.glued(at + 1)
    at += hanging or chained
    to = lexicon.phrases["ranges.to"].after(tokens.lows, at)
    if to:
        return "to", to[0] + chained
    for name in ("and", "or", "by"):
        if tokens.lows[at] in words[f"ranges.{name}"]:
            return name, at + 1 + chained
    if tokens.words[at] in DASHES and tokens.glued(at) == tokens.glued(at + 1):
        return "dash", at + 1
    return None


def _upper(tokens: Tokens, start: int, lexicon: Lexicon) -> Quantity | None:
    """Return the figure that starts at `start`, its currency sign or article included."""
    for index in range(start, start + 4):
        if starts_numeral(tokens, index, lexicon):
            high = read_quantity(tokens, index, lexicon)
            return high if high and high.first in (start, start - 1) else None
    return None


def _is_range(tokens: Tokens, low: Quantity, high: Quantity, link: str, lexicon: Lexicon) -> bool:
    """Tell whether the two figures are the ends of one range."""
    words, before = lexicon.words, tokens.lows[low.first - 1]
    if low.unit and high.unit and low.unit != high.unit:
        return False
    if before in words["nonclaims.before_year"] and looks_year(tokens.words[low.first]):
        return looks_year(tokens.words[high.first])
    between = before in words["ranges.between"]
    framed = between or before in words["ranges.from"]
    framed = framed or bool(lexicon.phrases["ages.before"].before(tokens.lows, low.first))
    if link in ("and", "or", "by"):
        return (link == "and" and between) or (link == "or" and _is_next(low, high))
    if link == "to":
        return framed or not _moved(tokens, low, high, lexicon)
    rising = low.value < high.value or high.scale > low.scale
    named = low.unit or high.unit or is_plural(tokens, high.last, lexicon)
    marked = tokens.words[low.last] == "~" or max(low.scale, high.scale) > 1
    return rising and (framed or marked or bool(named))


def _is_next(low: Quantity, high: Quantity) -> bool:
    """Tell whether "three or four", "seven or eight thousand" gives a figure loosely."""
    upper = high.value / high.scale if low.scale == 1 else high.value
    return low.spelled and high.spelled and upper == low.value + 1


def _moved(tokens: Tokens, low: Quantity, high: Quantity, lexicon: Lexicon) -> bool:
    """Tell whether "rose 8 percent to 12 percent" gives a change and a level, not a range."""
    before = lexicon.phrases["modifiers"].before(tokens.lows, low.first)
    change = bool(before and before[1] in ("up", "down"))
    change = change or tokens.lows[low.first - 1] in lexicon.words["fillers.by"]
    return change and (low.unit is not None or high.unit is None)


def _joined(low: Quantity, high: Quantity) -> Quantity:
    """Return the range; a scale said once serves both ends ("$3 to $5 billion")."""
    value = low.value
    if low.scale == 1 and high.scale > 1 and value < 1000:
        value = rounded(value * high.scale)
    return Quantity(
        low.first,
        high.last,
        value,
        high.value,
        low.unit or high.unit,
        max(low.scale, high.scale),
        low.spelled and high.spelled,
        low.signed,
    )


def _sharing(tokens: Tokens, low: Quantity, high: Quantity, lexicon: Lexicon) -> Quantity:
    """Return `low` with the unit of the figure after it where it lacks one ("8 or $9")."""
    unit = rated(tokens, high, lexicon).unit
    if unit is None:
        return low
    near = (
        tokens.words[low.last] in ("-", "by", "x", "×")
        or high.signed
        or unit.kind in ("money", "percent")
    )
    return low._replace(unit=unit) if near else low
