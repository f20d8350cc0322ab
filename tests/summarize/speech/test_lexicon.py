"""Each language gives its words as classes."""

import pytest

from summarize.languages import LANGUAGES
from summarize.speech.lexicon import lexicon


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_knows_verbs_of_saying_and_what_stands_around_them(language: str) -> None:
    words = lexicon(language)
    assert {"V", "i", "c", "s", "p", "h"} <= set(words.classes.values())
    assert words.according
    assert words.titles
    assert all(len(letter) == 1 for letter in words.classes.values())
    assert all(word == word.lower() for word in words.classes)


def test_english_forms_are_derived() -> None:
    classes = lexicon("en").classes
    assert [classes[word] for word in ("said", "saying", "says", "argued", "arguing")] == [
        *("V", "G", "V", "V", "G")
    ]
    assert classes["accused"] == "J"


def test_an_unknown_language_is_read_as_english() -> None:
    assert lexicon("xx").classes == lexicon("en").classes


def test_german_titles_may_be_the_end_of_a_word() -> None:
    assert lexicon("de").is_title("landesvorsitzende")
    assert not lexicon("en").is_title("copresident")
