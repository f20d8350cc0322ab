"""Unmarked: levels of scales and ages, which a digest has not or takes for bare numbers."""

import pytest
from events import lined_up, texts_told

from summarize.events.unmarked import with_unmarked
from summarize.stories import compare_claims


@pytest.mark.parametrize(
    ("text", "language", "level"),
    [
        ("It was a category 2 storm.", "en", 2),
        ("The alert went to level four.", "en", 4),
        ("A 6.3-magnitude quake shook it.", "en", 6.3),
        ("Es galt Warnstufe drei.", "de", 3),
        ("The level of 400 was never reached.", "en", None),
        ("The category has many films.", "en", None),
    ],
)
def test_a_number_beside_a_scale_is_a_level(text: str, language: str, level: float | None) -> None:
    (told,) = texts_told(text, language=language)
    found = with_unmarked(told, ())
    assert [one.value for one in found] == ([] if level is None else [level])
    assert all(text[slice(*one.span)] for one in found)


@pytest.mark.parametrize(
    ("text", "language", "ages"),
    [
        ("It was said by Tom Senn, 57.", "en", [57]),
        ("Tom Senn (57) said so.", "en", [57]),
        ("Tom Senn, a baker, 57, said so.", "en", [57]),
        ("Grace Oduya, a student of 20, heard it.", "en", [20]),
        ("The driver, 56, was hurt.", "en", [56]),
        ("He was 14 and had rowed.", "en", [14]),
        ("Ada Brenn is 24.", "en", [24]),
        ("The man at the wheel, Tom Senn, is 38 and lives here.", "en", [38]),
        ("The lad is 22 and will play.", "en", [22]),
        ("Tom Senn, a retired bank clerk of 59, was there.", "en", [59]),
        ("A boy of 12 remains missing.", "en", [12]),
        ("His wife, 48, was fined.", "en", [48]),
        ("The total is 22 and will rise.", "en", []),
        ("Three bombs fell, said Tom Senn, 45.", "en", [45]),
        ("The man with 20 of them left.", "en", []),
        ("We were 24 and they were 30.", "en", []),
        ("Das sagt Verkäuferin Carla W. (29).", "de", [29]),
        ("They came from Port Hadley, 12 of them.", "en", []),
        ("It left the Hadley Works (12 tonnes).", "en", []),
        ("A crew of 20 was there.", "en", []),
    ],
)
def test_a_number_beside_a_person_is_an_age(text: str, language: str, ages: list[float]) -> None:
    (told,) = texts_told(text, language=language)
    found = with_unmarked(told, told.digest.claims if told.digest else ())
    assert [one.value for one in found if one.kind == "age"] == ages
    assert len({one.span for one in found}) == len(found)


def test_what_is_compared_is_told_as_the_digest_has_it() -> None:
    accounts = texts_told("It was said by Tom Senn, 56.", "They all listened to Tom Senn, 57.")
    (found,) = compare_claims(accounts)
    digested = [claim for one in accounts if one.digest for claim in one.digest.claims]
    assert found.unit == "year of age"
    assert [one.claim for one in found.values] == digested


def test_levels_that_differ_are_a_conflict() -> None:
    one = "Hurricane Ilse was of category 2 when it came ashore."
    other = "The hurricane was a category 3 storm, the centre says."
    assert lined_up(one, other) == [("conflict", [2, 3])]
