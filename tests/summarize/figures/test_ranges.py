import pytest

from summarize import find_claims


@pytest.mark.parametrize(
    ("text", "mark", "low", "high", "unit"),
    [
        ("It takes 5–7 percent.", "5–7 percent", 5, 7, "percent"),
        ("Growth slowed from 4.8 percent to 4.7 percent.", None, 4.8, 4.7, "percent"),
        ("It rose from 240 to 273.", "240 to 273", 240, 273, None),
        ("between $62 and $68 per share", "$62 and $68", 62, 68, "dollar per share"),
        ("between 15kHz and 17kHz", "15kHz and 17kHz", 15, 17, "kilohertz"),
        ("It costs $3 to $5 billion.", "$3 to $5 billion", 3e9, 5e9, "dollar"),
        ("ranging from $200,000 to $414 million", None, 2e5, 4.14e8, "dollar"),
        ("the past three or four years", "three or four years", 3, 4, "year"),
        ("seven or eight thousand votes", "seven or eight thousand", 7e3, 8e3, None),
        ("He fell from 208 pounds to 193.", "208 pounds to 193", 208, 193, "pound-mass"),
        ("people aged 18-24", "18-24", 18, 24, "year of age"),
        ("between $US160 million and $US171 million", None, 1.6e8, 1.71e8, "dollar"),
    ],
)
def test_a_range_is_one_claim(
    text: str, mark: str | None, low: float, high: float, unit: str | None
) -> None:
    (claim,) = find_claims(text)
    assert mark is None or claim.span.cut(text) == mark
    assert (claim.value, claim.high, claim.unit) == (low, high, unit)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("a 7- or 8-inch screen", [(7, "inch"), (8, "inch")]),
        ("about 8 or $9", [(8, "dollar"), (9, "dollar")]),
        ("a 3- and a 4-year-old", [(4, "year of age")]),
        ("his 3- and 4-year-old sons", [(3, "year of age"), (4, "year of age")]),
        ("a 10-by-12-foot room", [(10, "foot"), (12, "foot")]),
    ],
)
def test_a_unit_said_once_serves_a_series(text: str, values: list[tuple[float, str]]) -> None:
    found = [(claim.value, claim.unit) for claim in find_claims(text)]
    assert [pair for pair in found if pair in values] == values


@pytest.mark.parametrize(
    "text", ["Sales rose 8 percent to 12 percent.", "up by $43.6 billion to $419.2 billion"]
)
def test_a_change_and_its_level_are_two_claims(text: str) -> None:
    assert [claim.high for claim in find_claims(text)] == [None, None]


def test_german_ranges_go_from_and_to() -> None:
    (claim,) = find_claims("Der Anteil stieg von 5 auf 7 Prozent.", "de")
    assert (claim.value, claim.high) == (5, 7)
