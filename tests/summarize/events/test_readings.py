"""Readings: what became of what is counted, and which figures stand aside."""

import pytest

from summarize import digest
from summarize.events.readings import Reading, readings
from summarize.stories import Account


def read(text: str) -> list[Reading]:
    told = digest(text, language="en", method="lead")
    return list(readings(Account("a", 1.77e9, "Post", "", text, told)))


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("At least 17 people were killed.", ["killed"]),
        ("The blast killed 17 people and injured 40.", ["killed", "injured"]),
        ("The blast left 17 dead and at least 40 wounded.", ["killed", "injured"]),
        ("The toll of the blast at the mill rose to 21.", ["killed"]),
        ("The storm claimed 17 lives.", ["killed"]),
        ("Divers found 12 bodies.", ["killed"]),
        ("Forty passengers were rescued and three are missing.", ["rescued", "missing"]),
        ("The ferry was carrying 212 passengers.", ["aboard"]),
        ("Police arrested 14 men.", ["arrested"]),
        ("Some 12,000 homes lost power.", ["without-power"]),
        ("The town has 12 bakers.", [None]),
    ],
)
def test_the_words_around_a_figure_say_what_became_of_it(
    text: str, outcomes: list[str | None]
) -> None:
    assert [one.outcome for one in read(text)] == outcomes


def test_words_for_people_are_no_subject_but_for_what_is_on_board() -> None:
    assert read("17 passengers were killed.")[0].subject == ()
    assert read("Three children were killed.")[0].subject == ("child",)
    assert read("It was carrying 212 passengers.")[0].subject == ("passen",)


@pytest.mark.parametrize(
    "text",
    [
        "In 2009 a fire killed 52 people.",
        "Another 12 people were killed.",
        "Divers recovered four more bodies.",
        "Three of them were killed.",
        "Five people were killed there a decade ago.",
    ],
)
def test_figures_of_other_times_and_parts_stand_aside(text: str) -> None:
    assert read(text)[0].aside


def test_a_plain_figure_does_not_stand_aside() -> None:
    assert not read("More than 300 people were killed.")[0].aside
