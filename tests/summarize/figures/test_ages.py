import pytest

from summarize import find_claims


@pytest.mark.parametrize(
    "text",
    [
        "Lena Harsk, 41, said so.",
        "Jonas Reth, then 41, said so.",
        "She was 41.",
        "He will be 41 by the end of the year.",
        "a clerk aged 41",
        "at the age of 41",
        "She turned 41 in the summer.",
        "The youngest is 41.",
        "a man of about 41 in a grey coat",
        "Those over 41 pay nothing.",
        "It is closed to anyone under 41.",
        "a 41-year-old clerk",
        "someone 41 years old",
    ],
)
def test_a_bare_figure_may_be_an_age(text: str) -> None:
    (claim,) = find_claims(text)
    assert (claim.value, claim.unit, claim.kind) == (41, "year of age", "age")


def test_a_number_after_a_comma_is_no_age_before_a_noun() -> None:
    (claim,) = find_claims("In Torvania, 41 homes burned.")
    assert claim.kind == "count"


@pytest.mark.parametrize(
    "text", ["a mother of three", "a man of 41 trades", "They brought men, over 41 in all."]
)
def test_people_have_figures_that_are_no_ages(text: str) -> None:
    (claim,) = find_claims(text)
    assert claim.kind != "age"


def test_german_ages_are_told_from_spans_of_time() -> None:
    (claim,) = find_claims("Sie starb im Alter von 50 Jahren.", "de")
    assert (claim.value, claim.unit) == (50, "year of age")
