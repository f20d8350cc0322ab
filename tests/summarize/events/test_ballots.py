"""Ballots: what is told while votes are counted will be another soon."""

import pytest
from events import texts_told

from summarize.events.agreement import agreement
from summarize.events.ballots import is_counting
from summarize.events.lexicon import terms
from summarize.events.readings import readings


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("An exit poll gives her 53 percent.", "en", True),
        ("With 31 of 38 districts counted she has 51 percent.", "en", True),
        ("With every vote counted she has 51 percent.", "en", False),
        ("Die erste Hochrechnung sieht sie bei 31 Prozent.", "de", True),
        ("Nach ersten Prognosen kam sie auf 31 Prozent.", "de", True),
        ("Die Prognose für das Wachstum liegt bei zwei Prozent.", "de", False),
        ("Sie kam am Ende auf 31 Prozent der Stimmen.", "de", False),
    ],
)
def test_an_account_says_that_votes_are_being_counted(
    text: str, language: str, *, wanted: bool
) -> None:
    assert is_counting(text, terms(language)) is wanted


def agree(one: str, other: str, hours: float) -> str:
    accounts = texts_told(one, other, hours=hours)
    return agreement([readings(account)[-1] for account in accounts])


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("An exit poll sees her party at 53 percent.", "She won 51 percent.", "update"),
        ("An exit poll gives them 58 seats.", "They took 54 seats.", "update"),
        ("The exit poll is out. Reform: 53 percent.", "Reform: 51 percent.", "update"),
        ("An exit poll sees it up by 2.6 points.", "It was up by 2.1 points.", "update"),
        ("The count gives them 58 seats.", "They took 54 seats.", "conflict"),
        ("After the exit poll 40 singers came.", "There were 60 singers.", "conflict"),
    ],
)
def test_later_figures_of_votes_and_seats_are_news(one: str, other: str, wanted: str) -> None:
    assert agree(one, other, 6) == wanted
    assert agree(one, other, 0) == agree(other, one, 0) == wanted
    assert agree(other, one, 6) == "conflict"
