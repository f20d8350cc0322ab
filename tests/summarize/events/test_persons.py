"""Persons: whose an age is."""

import pytest

from summarize import digest
from summarize.events.lexicon import terms
from summarize.events.readings import readings
from summarize.stories import Account


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("Joan Senn, the owner, 58, came.", "en", ["senn", "owner"]),
        ("The owner, Joan Senn, who is 58, came.", "en", ["owner", "joan", "senn"]),
        ("A 52-year-old farmer came.", "en", ["farmer"]),
        ("The driver of the van, a man of 54, came.", "en", ["driver"]),
        ("The police hold a man of 58, a farmer.", "en", ["farmer"]),
        ("Der Fahrer des Lasters, ein 54-jähriger Mann aus Lossa, kam.", "de", ["fahrer"]),
        ("Die Bäckerin Joan Senn, 58, kam.", "de", ["senn"]),
    ],
)
def test_names_and_roles_beside_an_age_say_whose_it_is(
    text: str, language: str, words: list[str]
) -> None:
    told = digest(text, language=language, method="lead")
    (one,) = readings(Account("a", 1.77e9, "Post", "", text, told))
    assert {terms(language).known(word) for word in words} <= set(one.subject)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("He scored often and turns 23 years old.", "en"),
        ("„Ich habe sie erkannt“, sagte der 53-Jährige.", "de"),
        ("Drei sind tot, darunter der 74-Jährige.", "de"),
        ("„Er war unser Kollege“, sagte der 61-Jährige.", "de"),
    ],
)
def test_nobody_is_meant_where_nothing_says_whose_it_is(text: str, language: str) -> None:
    told = digest(text, language=language, method="lead")
    one = readings(Account("a", 1.77e9, "Post", "", text, told))[-1]
    assert one.subject == ()


def test_an_age_before_somebody_is_not_that_of_what_leads_to_it() -> None:
    text = "Bei dem Brand in der Mühle starb am Samstag ein 52-jähriger Bäcker."
    told = digest(text, language="de", method="lead")
    (one,) = readings(Account("a", 1.77e9, "Post", "", text, told))
    assert one.subject == (terms("de").known("bäcker"),)


def test_others_of_a_sentence_are_not_meant() -> None:
    text = "Corin Vale robbed a widow from Hadley, Edith Marr, 79."
    told = digest(text, language="en", method="lead")
    (one,) = readings(Account("a", 1.77e9, "Post", "", text, told))
    assert {"edith", "marr"} <= set(one.subject)
    assert {"vale", "hadley"}.isdisjoint(one.subject)
