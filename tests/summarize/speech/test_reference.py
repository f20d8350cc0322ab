"""A pronoun or a role means one person beyond doubt, or nobody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize import find_quotes


def names(text: str, language: str = "en") -> list[str]:
    return [quote.speaker.name if quote.speaker else "" for quote in find_quotes(text, language)]


def test_a_pronoun_means_the_only_person_who_agrees() -> None:
    assert names("Ada Fenn met Olaf Berg at noon. “We won,” he said.") == ["Olaf Berg"]


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("„Es war spät“, sagte sie in Mainz.", "Karin Löhr"),
        ("„Es war spät“, hat sie gesagt.", "Karin Löhr"),
        ("Sie sagte: „Es war spät.“", "Karin Löhr"),
        ("„Es war spät“, sagten sie in Mainz.", ""),
        ("„Es waren viele“, haben sie gesagt.", ""),
        ("„Es war spät“, sagte er.", ""),
    ],
)
def test_the_verb_tells_whether_a_german_pronoun_means_one(told: str, name: str) -> None:
    assert names(f"Umweltministerin Karin Löhr kam zum Deich. {told}", "de") == [name]


def test_a_german_verb_is_no_noun_that_a_name_describes() -> None:
    assert names("Olaf Berg zögerte. Er sagte: „Es war spät.“", "de") == ["Olaf Berg"]
    assert names("Olaf Berg kam. Er sagte: „Es war spät.“", "de") == ["Olaf Berg"]


def test_of_two_people_of_one_sex_in_a_sentence_a_pronoun_means_neither() -> None:
    assert names("Ada Fenn met Olga Berg at noon. “We won,” she said.") == [""]


def test_two_subjects_side_by_side_leave_a_pronoun_open() -> None:
    text = "Ada Fenn sold a boat. Olga Berg sold a house. “It was time,” she said."
    assert names(text) == [""]


def test_who_is_named_in_the_words_does_not_speak_them() -> None:
    text = "Ada Fenn rose. Her rival Olga Berg sat down. “Sit still, Olga,” she said."
    assert names(text) == ["Ada Fenn"]


def test_a_person_without_a_name_stands_between_a_pronoun_and_a_name() -> None:
    assert names("Olaf Berg left early. A neighbour stayed. “It rained,” he said.") == [""]


def test_what_a_person_is_called_tells_the_sex() -> None:
    text = "Ada Fenn came with her brother, Tuvok Fenn. “We won,” he said."
    assert names(text) == ["Tuvok Fenn"]


def test_a_pronoun_once_resolved_tells_the_sex_from_there_on() -> None:
    text = "Tuvok Wren met Ada Fenn. “It rained,” he said. “It poured,” she said."
    assert names(text) == ["Tuvok Wren", "Ada Fenn"]


def test_who_speaks_on_needs_no_new_name() -> None:
    text = "“We won,” Ada Fenn said of Olga Berg.\n\n“It was late,” she added."
    assert names(text) == ["Ada Fenn", "Ada Fenn"]


@pytest.mark.parametrize(
    ("person", "role"),
    [("Gov. Ada Fenn", "the governor"), ("Ada Fenn, the mayor of Tarn,", "the mayor")],
)
def test_a_role_means_its_only_bearer(person: str, role: str) -> None:
    assert names(f"{person} came late. “It rained,” {role} said.") == ["Ada Fenn"]


def test_a_role_that_nobody_bears_stands_for_itself() -> None:
    assert names("It was late. “It rained,” the mayor said.") == ["mayor"]


def test_a_role_that_two_people_bear_names_neither() -> None:
    text = "Mayor Ada Fenn met Mayor Olga Berg. “It rained,” the mayor said."
    assert names(text) == [""]


def test_a_former_bearer_is_not_meant_by_a_role() -> None:
    assert names("Former Mayor Ada Fenn left. It grew late. “It rained,” the mayor said.") != [
        "Ada Fenn"
    ]


def test_things_and_crowds_do_not_speak_in_the_next_sentence() -> None:
    assert names("The square was full by noon. “Go home!”") == [""]


def test_a_relative_named_by_one_word_has_that_name() -> None:
    assert names("“We won,” said his wife, Irene.") == ["Irene"]


WORDS = ["Ada Fenn", "Mr. Berg", "he", "she", "said", "“Yes,”", "“No.”", "the mayor", ". ", "\n\n"]


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_any_text_gives_names_that_are_words_of_it(words: list[str]) -> None:
    text = " ".join(words)
    for quote in find_quotes(text, "en"):
        if quote.speaker and quote.speaker.name:
            assert set(quote.speaker.name.split()) <= set(text.replace("’s", "").split())
