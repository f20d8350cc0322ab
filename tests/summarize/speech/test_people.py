"""A speaker has the fullest name that the text gives, or none rather than a wrong one."""

import pytest

from summarize import find_quotes


def names(text: str, language: str = "en") -> list[str]:
    return [quote.speaker.name if quote.speaker else "" for quote in find_quotes(text, language)]


def test_a_surname_means_the_person_named_in_full() -> None:
    text = "Mayor Ada J. Fenn spoke first. “We won,” Fenn said. “Again,” said Mayor Fenn."
    assert names(text) == ["Ada J. Fenn", "Ada J. Fenn"]


def test_two_people_of_one_name_are_not_confused() -> None:
    assert names("Ada Fenn met Olaf Fenn. “We won,” Fenn said.") == [""]


def test_a_title_tells_people_of_one_name_apart() -> None:
    text = "Mr. Olaf Fenn met Mrs. Ada Fenn. “We won,” Mrs. Fenn said."
    assert names(text) == ["Ada Fenn"]


def test_what_belongs_to_a_person_is_not_the_person() -> None:
    assert names("Ada Fenn won. “No comment,” Ada Fenn's lawyer said.") == ["Ada Fenn's lawyer"]


def test_a_name_in_apposition_names_the_speaker() -> None:
    assert names("“We won,” said her lawyer, Olaf Berg.") == ["Olaf Berg"]


@pytest.mark.parametrize(
    ("speaker", "name"),
    [
        ("its new head of midwifery Ottoline Wren", "Ottoline Wren"),
        ("the harbour's head of safety Ottoline Wren", "Ottoline Wren"),
        ("the head of retailer Harbour Wren", "head of retailer Harbour Wren"),
        ("its spokesman for Harbour Wren", "its spokesman for Harbour Wren"),
        ("her friend of sailor Ottoline Wren", "her friend of sailor Ottoline Wren"),
    ],
)
def test_a_name_behind_an_office_is_who_holds_it_where_it_is_somebodys(
    speaker: str, name: str
) -> None:
    assert names(f"“We won,” said {speaker}.") == [name]


def test_a_pronoun_means_the_subject_that_agrees() -> None:
    text = "Ada Fenn thanked Olaf Berg.\n\n“We won,” she said."
    assert names(text) == ["Ada Fenn"]


def test_a_pronoun_that_agrees_with_nobody_has_no_name() -> None:
    assert names("The boat sank.\n\n“We won,” he said.") == [""]
    assert names("Ada Fenn left.\n\n“We won,” he said.") == [""]


def test_a_pronoun_is_never_a_body() -> None:
    text = "Norland's delegation called it “unwise and unfair.”\n\n“We won,” he said."
    assert names(text) == ["Norland's delegation", ""]


def test_bodies_keep_their_own_name() -> None:
    assert names("The town's council called it “unwise and unfair.”") == ["town's council"]


def test_an_ampersand_joins_the_name_of_a_body() -> None:
    assert names("Ada Fenn at Wren & Co said the mill “had no future.”") == ["Ada Fenn"]
    assert names("Wren & Co said the mill “had no future.”") == ["Wren & Co"]
    text = "Ada Fenn left Wren & Berg. “We won,” Berg said."
    assert names(text) == ["Berg"]


def test_german_names_lose_their_titles() -> None:
    text = "Außenministerin Eva Brandt kam. „Wir gehen“, sagte Brandt."
    assert names(text, "de") == ["Eva Brandt"]


def test_initials_are_part_of_a_name() -> None:
    text = "“We won,” said Rep. A.J. Fenn. “Again,” Fenn said. “Once more,” O.P. Berg said."
    assert names(text) == ["A.J. Fenn", "A.J. Fenn", "O.P. Berg"]


def test_who_is_named_before_a_short_name_is_meant_by_it() -> None:
    text = "Ada Fenn left. “We won,” Fenn said. Her cousin, Olaf Fenn, came home."
    assert names(text) == ["Ada Fenn"]
