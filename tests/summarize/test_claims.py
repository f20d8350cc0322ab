import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from measuring import cpu_seconds

from summarize import Claim, find_claims
from summarize.claims import is_strict

SEED = Path(__file__).parents[2] / "seeds" / "000_b506715465361b2e.txt"
FIGURES = "0123456789 ,.-–$%€£abkmnotuvxy½\n/:'’()"
# fmt: off
WORDS = [
    "one", "two", "twenty", "hundred", "million", "half", "a", "of", "the", "about", "more", "than",
    "to", "and", "between", "from", "or", "5", "7.5", "1,000", "2017", "-", "–", "$", "US", "€",
    "%", "percent", "km", "m", "bn", "in", "per", "year", "old", "people", "(", ")", "/", ":", ".",
    ",", "+", "=", "½", "May", "Monday", "p.m.", "thousands", "tens", "third", "²", "٣", "\ud800",
    "x", "×", "Hundert", "zwei", "Prozent", "mille", "A", "C", "kr", "K", "K4", "'", '"',
]
PIECES = [
    "9", "9 ", ",", "1,", "million ", "two hundred ", "$", "$1 ", "5-", "5/", "5:", "5 and ",
    "a'", "five in ", "half of a ", "5 km per ", "5\n\n", "\n", "A.", "1 000 ", "einund",
]
# fmt: on


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
        ("The index closed at 2,345.67.", 2345.67, None, "number"),
    ],
)
def test_a_figure_has_its_value_its_unit_and_its_kind(
    text: str, value: float, unit: str | None, kind: str
) -> None:
    claim = only(text)
    assert (claim.value, claim.unit, claim.kind) == (value, unit, kind)


def test_a_noun_said_once_serves_the_figures_after_it() -> None:
    text = "The village offers 435 homes by sale and 187 by tender."
    assert [said(text, claim)[2] for claim in find_claims(text)] == ["homes", "homes"]


def test_numbers_within_what_is_counted_are_names() -> None:
    text = "Veluna grounded two new 737 Max jets."
    assert said(text, only(text)) == ("two", None, "new 737 Max jets")


def test_a_figure_said_again_in_another_unit_keeps_its_modifier() -> None:
    text = "The Torvan index fell 190 points, or 0.6 percent."
    assert [claim.modifier for claim in find_claims(text)] == ["down", "down"]


def test_an_unknown_language_still_has_digits_and_signs() -> None:
    claim = only("Orvane: $12 !", "xx")
    assert (claim.value, claim.unit) == (12, "dollar")


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "it", "pt", "cs", "xx"])
@given(text=st.text(alphabet=st.sampled_from(FIGURES)) | st.text())
def test_the_spans_of_any_text_are_in_order_and_inside_it(language: str, text: str) -> None:
    check(text, language)


@pytest.mark.parametrize("language", ["en", "de", "fr"])
@given(words=st.lists(st.sampled_from(WORDS), max_size=14), gap=st.sampled_from(["", " ", "\n"]))
def test_the_spans_of_any_words_of_figures_are_in_order(
    language: str, words: list[str], gap: str
) -> None:
    check(gap.join(words), language)


def check(text: str, language: str) -> None:
    """Check the laws that hold for the claims of every text."""
    end = 0
    for claim in find_claims(text, language):
        assert end <= claim.span.start < claim.span.end <= len(text)
        end = claim.span.end
        assert math.isfinite(claim.value)
        assert claim.high is None or math.isfinite(claim.high)
        assert (claim.modifier is None) == (claim.modifier_span is None)
        for part in (claim.modifier_span, claim.noun):
            assert part is None or 0 <= part.start < part.end <= len(text)


@given(st.integers(min_value=0, max_value=10**12))
def test_a_grouped_number_is_read_as_written(number: int) -> None:
    assert only(f"They sold {number:,} apples.").value == number


@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    def cost(times: int) -> float:
        return cpu_seconds(lambda: find_claims(piece * times))

    cost(50)
    assert cost(8000) < 40 * max(cost(1000), 0.002)


@pytest.mark.parametrize(
    ("text", "language", "strict"),
    [
        ("More than 200 people came.", "en", True),
        ("Fewer than 200 people came.", "en", True),
        ("At least 200 people came.", "en", False),
        ("No more than 200 people came.", "en", False),
        ("Up to 200 people came.", "en", False),
        ("About 200 people came.", "en", False),
        ("Some came, 200 in all.", "en", False),
        ("Mehr als 200 Menschen kamen.", "de", True),
        ("Mindestens 200 Menschen kamen.", "de", False),
        ("Plus de 200 personnes sont venues.", "fr", True),
    ],
)
def test_more_than_a_number_leaves_the_number_out(
    text: str, language: str, *, strict: bool
) -> None:
    assert [is_strict(one, text) for one in find_claims(text, language)] == [strict]
