"""The scorer for numeric claims, on predictions made by hand."""

from dataclasses import replace

from claim_scores import score_claims
from gold import GoldText, Section
from gold_claims import read_claims

from summarize import Claim, Span

MARKED = (
    "{>|At least} {21|21} {n|old boats} sank on {x date|12 May}, {^?|up} from {10..15|10 to 15}.\n"
    "Rent {^|rose} {8 %|8 percent} to {900 $ per month|$900 a month}, or {?|two} thirds.\n"
    "It {v|fell} {~|about} {5 metre|5 m} in {<|under} {2 day|two days}, {v|down} {3 %|3%}."
)


def gold() -> GoldText:
    return read_claims(Section("a/b", "en", MARKED))


def place(words: str) -> Span:
    start = gold().text.index(words)
    return Span(start, start + len(words))


def perfect() -> list[Claim]:
    return [
        Claim(place("21"), 21, "count", modifier="min", noun=place("old boats")),
        Claim(place("10 to 15"), 10, "number", high=15),
        Claim(place("8 percent"), 8, "percent", unit="percent", modifier="up"),
        Claim(place("$900 a month"), 900, "money", unit="dollar per month"),
        Claim(place("5 m"), 5, "measure", unit="metre", modifier="approx"),
        Claim(place("two days"), 2, "duration", unit="day", modifier="max"),
        Claim(place("3%"), 3, "percent", unit="percent", modifier="down"),
    ]


def score(claims: list[Claim]) -> dict[str, float]:
    return score_claims([gold()], [claims])


def changed(index: int, **fields: object) -> dict[str, float]:
    claims = perfect()
    claims[index] = replace(claims[index], **fields)  # type: ignore[arg-type] # any field
    return score(claims)


def test_what_is_all_right_scores_a_hundred() -> None:
    figures = score(perfect())
    assert figures.pop("non_claims_marked") == 0.0
    assert set(figures.values()) == {100.0}


def test_nothing_found_scores_nothing() -> None:
    assert set(score([]).values()) == {0.0}


def test_a_span_that_only_overlaps_is_not_exact() -> None:
    figures = changed(3, span=place("$900"))
    assert (figures["overlap_f1"], figures["exact_f1"]) == (100.0, 85.7)


def test_a_range_needs_both_its_ends() -> None:
    assert changed(1, high=None)["value_f1"] == 85.7


def test_a_wrong_unit_leaves_the_value_right() -> None:
    figures = changed(4, unit="mile")
    assert (figures["value_f1"], figures["value_unit_f1"]) == (100.0, 85.7)


def test_names_of_one_unit_are_one() -> None:
    assert changed(2, unit="percentage")["value_unit_f1"] == 100.0


def test_calendar_time_may_be_left_out_of_the_unit() -> None:
    assert changed(3, unit="dollar")["value_unit_f1"] == 100.0


def test_a_modifier_that_may_be_left_out_may_be_given() -> None:
    assert changed(1, modifier="up")["modifier_macro_f1"] == 100.0


def test_a_wrong_modifier_costs_both() -> None:
    assert changed(4, modifier="min")["modifier_macro_f1"] == 73.3


def test_a_noun_is_right_by_its_head() -> None:
    assert changed(0, noun=place("boats"))["noun_accuracy"] == 100.0
    assert changed(0, noun=place("old"))["noun_accuracy"] == 0.0
    assert changed(0, noun=None)["noun_accuracy"] == 0.0


def test_a_date_that_is_marked_is_counted_and_costs_precision() -> None:
    figures = score([*perfect(), Claim(place("12"), 12, "number")])
    assert (figures["non_claims_marked"], figures["overlap_precision"]) == (100.0, 87.5)


def test_what_is_ignored_costs_nothing() -> None:
    assert score([*perfect(), Claim(place("two t"), 2, "number")])["overlap_f1"] == 100.0
