"""Lining up: which figures of several accounts are of the same thing."""

import pytest

from summarize import digest
from summarize.stories import Account, compare_claims


def compared(*texts: str, language: str = "en") -> list[tuple[str, list[float]]]:
    """Return how the figures that several accounts have agree, with their values."""
    accounts = [
        Account(
            f"a{number}",
            1.77e9 + number,
            "Post",
            "",
            text,
            digest(text, language=language, method="lead"),
        )
        for number, text in enumerate(texts)
    ]
    return [
        (one.agreement, [value.value for value in one.values])
        for one in compare_claims(accounts)
        if not one.alone
    ]


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        ("The quake of magnitude 6.1 struck.", "A 6.3-magnitude quake shook it.", [6.1, 6.3]),
        ("The works close at a cost of 350 jobs.", "Some 420 workers lose their jobs.", [350, 420]),
        ("They passed a budget of $48 million.", "The $52 million budget passed.", [48e6, 52e6]),
        ("The train was going 94 km/h.", "Its train was going at 120 km/h.", [94, 120]),
        ("The court fined it €20 million.", "It must pay a penalty of €25 million.", [20e6, 25e6]),
        ("It recalled 30,000 cars.", "It called back 45,000 vehicles.", [30000, 45000]),
        ("80,000 households lost power.", "Power was cut to 65,000 customers.", [80000, 65000]),
    ],
)
def test_the_same_thing_in_other_words_is_lined_up(
    one: str, other: str, values: list[float]
) -> None:
    assert compared(one, other) == [("conflict", values)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("17 people were killed.", "40 people were injured."),
        ("17 people were killed.", "Three children were killed."),
        ("17 people were killed.", "Another 12 people were killed."),
        ("Two boats joined the search.", "Three boats lay in the harbour of Belmar."),
        ("The bridge is 300 metres long.", "It weighs 300 tonnes."),
        ("It has a capacity of 300 passengers.", "It was carrying 412 passengers."),
        ("Rents rose by 4 percent.", "Turnout was 61 percent."),
        ("A boy of 12 was hurt.", "A woman of 40 was hurt."),
    ],
)
def test_other_things_are_not_lined_up(one: str, other: str) -> None:
    assert compared(one, other) == []


def test_workers_are_the_people_where_the_number_is_the_same() -> None:
    told = compared(
        "The blast injured 34 workers.", "34 people were hurt.", "41 people were injured."
    )
    assert told == [("conflict", [34, 34, 41])]


def test_german_figures_are_lined_up() -> None:
    one, other = "Bei dem Brand starben 9 Menschen.", "Das Feuer forderte elf Todesopfer."
    assert compared(one, other, language="de") == [("conflict", [9, 11])]
