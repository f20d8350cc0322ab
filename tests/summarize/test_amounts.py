import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize import Claim, find_claims
from summarize.amounts import compare_amounts


def claim(text: str) -> Claim:
    (found,) = find_claims(text)
    return found


@pytest.mark.parametrize(
    ("told", "source", "agreement"),
    [
        ("17 people", "Seventeen people", "same"),
        ("17 people", "at least 17 people", "modifier"),
        ("at least 17 people", "about 17 people", "modifier"),
        ("about 17 people", "17 people", "modifier"),
        ("23 people", "21 people", "value"),
        ("about 210 people", "212 people", "same"),
        ("210 people", "212 people", "modifier"),
        ("210 people", "222 people", "value"),
        ("9,760 people", "9,763 people", "value"),
        ("211 people", "212 people", "value"),
        ("a third of the voters", "33 percent of the voters", "same"),
        ("a third of the voters", "36 percent of the voters", "value"),
        ("about two thirds of the voters", "68 percent of the voters", "same"),
        ("about 18,000 people", "18,200 people", "same"),
        ("more than 18,000 people", "18,200 people", "same"),
        ("at least 18,500 people", "18,200 people", "value"),
        ("about 26,000 people", "18,200 people", "value"),
        ("about $18 million", "$18.2 million", "same"),
        ("two days", "48 hours", "same"),
        ("ten miles", "16 kilometres", "same"),
        ("three days", "48 hours", "value"),
        ("half of the voters", "50 percent of the voters", "same"),
        ("$18 million", "€18 million", None),
        ("16 people", "16 kilometres", None),
        ("5–7 percent", "5–7 percent", "same"),
        ("5 percent", "5–7 percent", "value"),
        ("rose 5 percent", "fell 5 percent", "value"),
    ],
)
def test_how_two_figures_agree(told: str, source: str, agreement: str | None) -> None:
    assert compare_amounts(claim(told), claim(source)) == agreement


@given(st.integers(1, 10**9))
def test_every_figure_agrees_with_itself_and_not_with_the_next(number: int) -> None:
    one, next_ = claim(f"{number:,} people"), claim(f"{number + 1:,} people")
    assert compare_amounts(one, one) == "same"
    assert compare_amounts(one, next_) in {"value", "modifier"}
    assert number < 10 or number % 10 or compare_amounts(next_, one) == "value"
