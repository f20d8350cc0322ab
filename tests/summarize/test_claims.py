from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize import Claim, find_claims

SEED = Path(__file__).parents[2] / "seeds" / "000_b506715465361b2e.txt"


def only(text: str, language: str = "en") -> Claim:
    """Return the one claim of `text`."""
    (claim,) = find_claims(text, language)
    return claim


def said(text: str, claim: Claim) -> tuple[str, str | None, str | None]:
    """Return the words of a claim, of its modifier and of its noun."""
    modifier = claim.modifier_span.cut(text) if claim.modifier_span else None
    return claim.span.cut(text), modifier, claim.noun.cut(text) if claim.noun else None


def test_the_first_sample_has_six_claims_and_no_date_among_them() -> None:
    text = SEED.read_text(encoding="utf-8").split("\n\n", 2)[2]
    claims = find_claims(text)
    assert [(said(text, claim), claim.value, claim.unit, claim.modifier) for claim in claims] == [
        (("100", None, "sorties"), 100, None, None),
        (("250", "up to", "strikes"), 250, None, "max"),
        (("21", None, "civilians"), 21, None, None),
        (("9", None, "children"), 9, None, None),
        (("eight percent", "around", "Deir Ezzor Province"), 8, "percent", "approx"),
        (("2,000", "roughly", "U.S. troops"), 2000, None, "approx"),
    ]


@pytest.mark.parametrize(
    ("text", "value", "unit", "kind"),
    [
        ("The ferry carried 1,240 passengers.", 1240, None, "count"),
        ("Shares of Orvane fell 3.5 per cent.", 3.5, "percent", "percent"),
        ("Orvane paid $4bn for the yard.", 4e9, "dollar", "money"),
        ("Lena Harsk, who is 41 years old, won.", 41, "year of age", "age"),
        ("The tunnel is 7 km long.", 7, "kilometre", "measure"),
        ("The strike lasted three weeks.", 3, "week", "duration"),
    ],
)
def test_a_figure_has_its_value_its_unit_and_its_kind(
    text: str, value: float, unit: str | None, kind: str
) -> None:
    claim = only(text)
    assert (claim.value, claim.unit, claim.kind) == (value, unit, kind)


@given(st.text(alphabet=st.sampled_from("0123456789 ,.-$%€abkmnot½\n/:'")) | st.text())
def test_the_spans_of_any_text_are_in_order_and_inside_it(text: str) -> None:
    end = 0
    for claim in find_claims(text):
        assert end <= claim.span.start < claim.span.end <= len(text)
        end = claim.span.end
        for part in (claim.modifier_span, claim.noun):
            assert part is None or 0 <= part.start < part.end <= len(text)
