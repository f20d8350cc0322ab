"""Agreement: what two figures allow, by their words and times."""

import pytest
from events import texts_told

from summarize.events.agreement import SOON, agreement
from summarize.events.readings import readings


def agree(one: str, other: str, hours: float = 0) -> str:
    accounts = texts_told(one, other, hours=hours)
    return agreement([next(iter(readings(account))) for account in accounts])


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("17 people died.", "17 people died.", "same"),
        ("17 people died.", "21 people died.", "conflict"),
        ("At least 17 people died.", "21 people died.", "compatible"),
        ("At least 21 people died.", "17 people died.", "conflict"),
        ("About 20 people died.", "21 people died.", "compatible"),
        ("About 20 people died.", "30 people died.", "conflict"),
        ("Up to 20 people died.", "17 people died.", "compatible"),
        ("Fewer than 10 people died.", "17 people died.", "conflict"),
        ("Between 15 and 20 people died.", "17 people died.", "compatible"),
        ("12,000 homes lost power.", "11,800 homes lost power.", "compatible"),
        ("12,000 homes lost power.", "9,500 homes lost power.", "conflict"),
        ("At least 17 people died.", "At least 12 people died.", "compatible"),
        ("12,000 homes lost power.", "13,000 homes lost power.", "conflict"),
        ("About 910 people died.", "840 people died.", "conflict"),
        ("About 25 people died.", "27 people died.", "compatible"),
        ("Just over 20 people died.", "40 people died.", "conflict"),
        ("More than 20 people died.", "40 people died.", "compatible"),
        ("Rents rose by 8 percent.", "Rents rose by 8.1 percent.", "compatible"),
        ("Rents rose by 8.2 percent.", "Rents rose by 8.1 percent.", "conflict"),
        ("It is two kilometres long.", "It is 2,000 metres long.", "compatible"),
        ("It is two kilometres long.", "It is 2,600 metres long.", "conflict"),
        ("It fell on for 96 hours.", "It fell on for four days.", "compatible"),
        ("It is 60 miles away.", "It is 97 kilometres away.", "compatible"),
    ],
)
def test_figures_agree_as_their_modifiers_say(one: str, other: str, wanted: str) -> None:
    assert agree(one, other) == wanted


def test_a_toll_that_rises_is_an_update_once_time_has_passed() -> None:
    hours = SOON / 3600
    assert agree("17 people died.", "21 people died.", hours - 1) == "conflict"
    assert agree("17 people died.", "21 people died.", hours + 1) == "update"
    assert agree("21 people died.", "17 people died.", hours + 1) == "conflict"


def test_a_figure_that_is_said_to_be_new_is_an_update_at_once() -> None:
    assert agree("17 people died.", "The toll rose to 21.", 0.1) == "update"
    assert agree("21 people died.", "The toll was lowered to 17.", 0.1) == "update"


def test_what_falls_down_lowers_no_figure() -> None:
    other = "Six people were injured as the footbridge fell into the river."
    assert agree("Nine people were injured.", other, 2) == "conflict"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The fire burned 400 hectares.", "The fire burned 650 hectares."),
        ("Some 90 firefighters came.", "Some 140 firefighters came."),
        ("A reward of $500 is offered.", "A reward of $900 is offered."),
        ("41 people are missing.", "Three people are missing."),
        ("Police arrested 14 men.", "Police arrested 19 men."),
        ("Turnout was 61 percent.", "Turnout was 68 percent."),
        ("The shares were up 5 percent.", "The shares were up 3 percent."),
    ],
)
def test_what_grows_or_goes_both_ways_is_updated_by_time(one: str, other: str) -> None:
    assert (agree(one, other, 24), agree(one, other, 0.1)) == ("update", "conflict")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Profit rose to $48 million.", "Profit rose to $52 million."),
        ("Rents rose by 4 percent.", "Rents rose by 6 percent."),
        ("The hall can hold 300 people.", "The hall can hold 450 people."),
        ("The guard was 34 years old.", "The guard was 43 years old."),
        ("It cost $4 million.", "It cost $6 million."),
    ],
)
def test_what_does_not_change_is_a_conflict_whenever_it_is_told(one: str, other: str) -> None:
    assert agree(one, other, 48) == "conflict"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Some 600 birds were brought in.", "So far 1,900 birds were brought in."),
        ("By noon 200 relatives had come.", "There are 320 relatives here."),
        ("They had found $23 million.", "They have found $26 million so far."),
        ("It affected 85,000 people.", "In the end it affected 97,000 people."),
        ("Skybus offers 4 percent.", "Skybus offers 6.5 percent since Monday."),
    ],
)
def test_what_is_said_to_be_of_one_time_is_updated_upwards(one: str, other: str) -> None:
    assert (agree(one, other, 24), agree(other, one, 24)) == ("update", "conflict")


def test_what_somebody_now_says_is_no_new_figure() -> None:
    other = "The clerk now says that it was sold for $9 million."
    assert agree("It was sold for $6 million.", other, 24) == "conflict"


def test_figures_of_another_time_are_not_updated() -> None:
    one, other = (
        "In 2009 a crash there killed 14 people.",
        "In 2009 a crash there killed 16 people.",
    )
    assert agree(one, other, 24) == "conflict"


def test_what_lasts_is_never_updated_by_time_alone() -> None:
    assert agree("The tower is 40 metres high.", "The tower is 60 metres high.", 72) == "conflict"


def agree_all(*texts: str, hours: float = 0) -> str:
    accounts = texts_told(*texts, hours=hours)
    return agreement([next(iter(readings(account))) for account in accounts])


def test_a_change_that_one_account_tells_explains_others_that_tell_the_values() -> None:
    first, again = "The union asks for 8 percent.", "The union asks for 8 percent, it said."
    later = "It asks for 9 percent."
    told = "The demand of the union was raised to 9 percent."
    assert agree_all(first, again, later, hours=24) == "conflict"
    assert agree_all(first, again, told, hours=24) == "update"
    assert agree_all(first, told, later, hours=24) == "update"
    assert agree_all(first, told, first, hours=24) == "conflict"


def test_a_count_that_goes_one_way_again_and_again_is_no_dispute() -> None:
    tents = "There are 40 tents.", "There are 31 tents.", "There are 12 tents."
    assert agree_all(*tents, hours=24) == "update"
    assert agree_all(*reversed(tents), hours=24) == "update"
    assert agree_all(*tents[:2], hours=24) == "conflict"
    assert agree_all(tents[0], tents[2], tents[1], hours=24) == "conflict"
    assert agree_all(*tents) == "conflict"
