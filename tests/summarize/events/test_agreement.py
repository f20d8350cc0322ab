"""Agreement: what two figures allow, by their words and times."""

import pytest

from summarize import digest
from summarize.events.agreement import SOON, agreement
from summarize.events.readings import readings
from summarize.stories import Account


def agree(one: str, other: str, hours: float = 0) -> str:
    accounts = [
        Account(key, 1.77e9 + gap, "Post", "", text, digest(text, language="en", method="lead"))
        for key, gap, text in (("a", 0, one), ("b", hours * 3600, other))
    ]
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
    assert agree("17 people died.", "The toll rose to 21.", 1) == "update"


def test_what_lasts_is_never_updated_by_time_alone() -> None:
    assert agree("The tower is 40 metres high.", "The tower is 60 metres high.", 72) == "conflict"
