"""Measures: figures in a unit that others can be compared in."""

import pytest

from summarize import Claim, Span
from summarize.events.measures import currency_of, in_unit_of, measure


def claim(value: float, unit: str | None = None, high: float | None = None) -> Claim:
    """Return a claim of a value."""
    return Claim(Span(0, 1), value, "money" if unit == "euro" else "measure", high, unit)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (claim(2, "kilometre"), claim(2000, "metre")),
        (claim(40, "percent"), claim(0.4)),
        (claim(21, "centimetre"), claim(210, "millimetre")),
        (claim(14, "year"), claim(14, "year of age")),
        (claim(90, "euro per night"), claim(90, "euro")),
        (claim(19, "point"), claim(19, "percentage point")),
        (claim(1, "day", 2), claim(24, "hour", 48)),
    ],
)
def test_what_is_equal_in_another_unit_is_equal(one: Claim, other: Claim) -> None:
    assert measure(one)[:3] == measure(other)[:3]


def test_other_things_are_other_measures() -> None:
    told = [claim(1, unit) for unit in (None, "metre", "day", "month", "euro", "dollar", "percent")]
    assert len({measure(one).what for one in told}) == len(told)


def test_digits_and_steps_are_those_that_are_told() -> None:
    told = measure(claim(4300))
    assert (told.digits, told.place, told.unit, told.step) == (2, 2, 100, 100)
    assert measure(claim(2.5, "kilometre")).step == 500
    assert measure(claim(41.2)).figures == measure(claim(42.1)).figures


def test_a_number_takes_the_unit_of_another() -> None:
    told = in_unit_of(measure(claim(60)), measure(claim(85, "percent")))
    assert told[:3] == measure(claim(60, "percent"))[:3]


def test_millions_of_nothing_are_of_the_one_currency_that_is_told() -> None:
    assert measure(claim(7e6), currency_of([claim(3, "euro")])).what == "euro"
    assert measure(claim(7e6), currency_of([claim(3, "euro"), claim(3, "metre")])).what == "euro"
    assert not measure(claim(7e6), currency_of([])).what
    assert not measure(claim(70), "euro").what
