"""Amounts compared: whether two claims state the same value, whatever unit they state it in."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from math import floor, isclose, log10
from types import MappingProxyType
from typing import Literal

from summarize.claims import Claim
from summarize.languages import HOME
from summarize.spans import Span

Agreement = Literal["same", "modifier", "value"]

MOST_ROUNDED = 0.1
"""How far from the value a rounded one may be, as a share of it."""
MOST_SILENT = 0.034
"""How far it may be where it does not say that it is rounded."""
_HOW_SURE = frozenset({"approx", "min", "max"})
_ROUNDED = 1e-12
_OFF_FRACTION = 0.03  # "about two thirds" are from 64 to 69 percent
_MOST_DIGITS = 2  # of a figure that is rounded and does not say so
_EXACT = -6  # decimal places of the most exact figure in the news


def compare_amounts(told: Claim, source: Claim) -> Agreement | None:
    """Return how what is told agrees with what a source states; None for other kinds of units.

    "same": the value with its modifier; rounded, and said to be ("about 18,000" for 18,200); or in
    another unit. "modifier": the value, but how sure it is differs, or rounded without a word of
    it. "value": another one.
    """
    stated = _in_unit_of(told, source)
    if stated is None:
        return None
    value, high, converted = stated
    if _opposed(told, source):
        return "value"
    if _equal(told, value, high, converted=converted):
        alike = _sureness(told) == _sureness(source) or _is_about(told, source, value)
        return "same" if alike else "modifier"
    if high is None and told.high is None and _rounds(told, value):
        return "same" if _sureness(source) in {None, "approx", _sureness(told)} else "modifier"
    return "modifier" if _rounds_silently(told, value, high) else "value"


def add_amounts(one: Claim, other: Claim) -> Claim | None:
    """Return the sum of "two years" and "nine months" in the smaller unit, its span over both.

    None where the second's unit is no smaller one for the same measure.
    """
    mine, its = _conversions().get(one.unit or ""), _conversions().get(other.unit or "")
    exact = one.high is None and other.high is None
    if not (mine and its and exact) or mine[0] != its[0] or mine[1] <= its[1]:
        return None
    value = one.value * mine[1] / its[1] + other.value
    return replace(one, span=Span(one.span.start, other.span.end), value=value, unit=other.unit)


def _in_unit_of(told: Claim, source: Claim) -> tuple[float, float | None, bool] | None:
    """Return the source's value and upper end in the unit of what is told."""
    if told.unit == source.unit:
        return source.value, source.high, False
    mine, other = _measure(told), _measure(source)
    if mine is None or other is None or mine[0] != other[0]:
        return None
    factor = other[1] / mine[1]
    return source.value * factor, source.high * factor if source.high else None, True


def conversion(unit: str) -> tuple[str, float] | None:
    """Return what a unit measures ("length") and how many of the base unit it is, where known."""
    return _conversions().get(unit)


def _measure(claim: Claim) -> tuple[str, float] | None:
    """Return what a claim's unit measures, and how many of its base unit it is."""
    if claim.unit is None:
        return ("share", 1.0) if 0 < claim.value < 1 else None
    return conversion(claim.unit)


@cache
def _conversions() -> Mapping[str, tuple[str, float]]:
    """Return each unit that can be converted with what it measures and its factor."""
    import tomllib

    data = tomllib.loads((HOME / "conversions.toml").read_text(encoding="utf-8"))
    return MappingProxyType(
        {unit: (what, factor) for what, units in data.items() for unit, factor in units.items()}
    )


def _sureness(claim: Claim) -> str | None:
    return claim.modifier if claim.modifier in _HOW_SURE else None


def _opposed(told: Claim, source: Claim) -> bool:
    return {told.modifier, source.modifier} == {"up", "down"}


def _equal(told: Claim, value: float, high: float | None, *, converted: bool) -> bool:
    if (told.high is None) != (high is None):
        return False
    ends = ((told.value, value), (told.high or 0.0, high or 0.0))
    if converted:
        return all(abs(mine - other) <= _close_enough(mine, other) for mine, other in ends)
    return all(isclose(mine, other, rel_tol=_ROUNDED) for mine, other in ends)


def _close_enough(mine: float, other: float) -> float:
    """Return how far apart two amounts may be that were converted: half of a last digit.

    A fraction in words is as exact as the percentage that it is held against.
    """
    place = _place(other) if _is_fraction(mine) else _place(mine)
    return 10.0**place / 2 + _ROUNDED


def _is_fraction(value: float) -> bool:
    """Tell whether a value is one of words, as a third is: it has no last digit."""
    return 0 < value < 1 and _place(value) < _EXACT


def _is_about(told: Claim, source: Claim, value: float) -> bool:
    """Tell whether "about 17 percent" is told of an exact value that is near it: one in six."""
    near = _sureness(told) == "approx" and not isclose(told.value, value, rel_tol=_ROUNDED)
    return near and _sureness(source) is None


def _rounds(told: Claim, value: float) -> bool:
    """Tell whether a figure is a rounded one and says so, on the side that it says."""
    sure = _sureness(told)
    off = told.value - value
    if sure is None or abs(off) > MOST_ROUNDED * abs(value):
        return False
    if (sure == "min" and off > 0) or (sure == "max" and off < 0):
        return False
    if _is_fraction(told.value):
        return abs(off) <= _OFF_FRACTION
    return _place(told.value) > _place(value) and abs(off) <= 2 * _half_place(told.value)


def _rounds_silently(told: Claim, value: float, high: float | None) -> bool:
    """Tell whether a figure is the value rounded, 18,000 for 18,200, and does not say so."""
    off = abs(told.value - value)
    if high is not None or told.high is not None or off > MOST_SILENT * abs(value):
        return False
    place = _place(told.value)
    digits = floor(log10(abs(told.value))) - place + 1 if told.value else 0
    return place > _place(value) and digits <= _MOST_DIGITS and off <= _half_place(told.value)


def _half_place(value: float) -> float:
    return 10.0 ** _place(value) / 2


def _place(value: float) -> int:
    """Return the power of ten of the last digit that is not 0: 2 for 18,200, -1 for 3.5."""
    if not value:
        return 0
    place = floor(log10(abs(value)))
    for power in range(place, place - 12, -1):
        scaled = value / 10.0**power
        if isclose(scaled, round(scaled), rel_tol=1e-9):
            return power
    return place - 12
