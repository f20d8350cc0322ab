"""Measures: what a figure measures, and how much of it in a unit that others can be compared in."""

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from summarize.amounts import conversion
from summarize.claims import Claim

_AGE = " of age"
MILLION = 1e6
"""From where a number that says nothing of what it is of is one of money, if of anything."""

_POUND, _MONEY = "pound-mass", "pound sterling"


Ends = tuple[float, float]
"""From how much to how much something is."""


class Measure(NamedTuple):
    """What is measured ("length", "dollar", "" for a bare number), and from how much to how much.

    `factor` is how many of the base unit the claim's own unit is: 1000 metres for a kilometre.
    `digits` are the digits that are told of the number, `place` the power of ten of the last: 2 and
    2 for 4,300; `unit` is how much one in that place is,
    `figures` the digits themselves in the order of their size, `fives` whether the last is a five.
    """

    what: str
    low: float
    high: float
    factor: float
    digits: int
    place: int
    unit: float
    figures: tuple[int, ...]
    fives: bool

    @property
    def step(self) -> float:
        """In which steps such numbers are told: tens for 910, fives for 25."""
        return self.unit * (5 if self.fives else 1)

    @property
    def ends(self) -> Ends:
        """From how much to how much it is."""
        return self.low, self.high


def measure(claim: Claim, currency: str = "") -> Measure:
    """Return what a claim measures, in the base unit of that.

    Millions of nothing are of the `currency` that is spoken of: "a loss of 7 million".
    """
    what, factor = _unit(_MONEY if _is_money(claim) else claim.unit)
    if claim.unit is None and claim.noun is None and claim.value >= MILLION:
        what = currency
    if claim.unit is None and 0 < claim.value < 1:
        what = "share"
    high = claim.value if claim.high is None else claim.high
    low, high = (_plain(end, factor) for end in (claim.value, high))
    digits, place, one, figures, fives = _shape(claim.value)
    return Measure(what, low, high, factor, digits, place, one * factor, figures, fives)


def _is_money(claim: Claim) -> bool:
    """Tell whether pounds are of money: hardly anything weighs so many."""
    return claim.unit == _POUND and claim.value >= MILLION


def in_unit_of(one: Measure, other: Measure) -> Measure:
    """Return the measure of a bare number in the unit of another."""
    low, high = (_plain(end, other.factor) for end in one.ends)
    unit = one.unit * other.factor
    return one._replace(what=other.what, low=low, high=high, factor=other.factor, unit=unit)


def currency_of(claims: Iterable[Claim]) -> str:
    """Return what money is told in, "" where that is more than one currency, or none."""
    found = {_unit(claim.unit)[0] for claim in claims if claim.kind == "money"}
    return found.pop() if len(found) == 1 else ""


@lru_cache(maxsize=1 << 10)
def _unit(unit: str | None) -> tuple[str, float]:
    """Return what a unit measures and its factor; ages are time, a price by the day is a price."""
    if unit is None:
        return "", 1.0
    unit = unit.removesuffix(_AGE)
    return conversion(unit) or (unit.partition(" per ")[0], 1.0)


@lru_cache(maxsize=1 << 12)
def _shape(value: float) -> tuple[int, int, float, tuple[int, ...], bool]:
    """Return how many digits are told, the place of the last and its unit, and the digits."""
    told = Decimal(f"{value:.9g}").normalize().as_tuple()
    place = told.exponent if isinstance(told.exponent, int) else 0
    digits = told.digits
    return len(digits), place, 10.0**place, tuple(sorted(digits)), digits[-1:] == (5,)


def _plain(value: float, factor: float) -> float:
    """Return a value in the base unit without the noise of this, so that equal ones are equal."""
    return value if factor == 1 else float(f"{value * factor:.9g}")
