"""Words and stems of a piece of text."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.languages import LANGUAGES
from summarize.spans import Span
from summarize.words import stemmer, stems, stop_words, words


def whole(text: str) -> Span:
    return Span(0, len(text))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Sales rose 3.4% in 2024.", "sales rose 3.4 in 2024"),
        ("en", "Ann’s well-known £1,000 don't", "ann's well-known 1,000 don't"),
        ("fr", "L’été d'Anne", "l été d anne"),
        ("de", "Die 20. Etappe", "die 20 etappe"),
        ("ja", "船は沈む", "船 は 沈 む"),
        ("en", "G7 4bn snake_case", "g7 4bn snake case"),
        ("en", "… !?", ""),
    ],
)
def test_words_are_letters_and_figures_in_lower_case(
    language: str, text: str, expected: str
) -> None:
    assert " ".join(words(text, whole(text), language)) == expected


def test_words_are_those_of_the_span() -> None:
    assert words("one two three", Span(4, 7)) == ("two",)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The ships were sinking in 2024", "ship sink 2024"),
        ("de", "Die Schiffe sanken", "schiff sank"),
        ("fr", "Les navires coulaient", "navir coul"),
        ("es", "Los barcos hundidos", "barc hund"),
        ("it", "Le navi affondate", "nav affond"),
        ("pt", "Os barcos afundados", "barc afund"),
        ("cs", "Lodě se potápěly", "lod potápěl"),
        ("xx", "The ships", "the ships"),
    ],
)
def test_stems_are_what_carries_a_topic(language: str, text: str, expected: str) -> None:
    assert " ".join(stems(text, whole(text), language)) == expected


def test_every_language_has_stop_words_of_its_own() -> None:
    lists = [stop_words(language) for language in LANGUAGES]
    assert all(len(words) > 100 for words in lists)
    assert len(set(lists)) == len(lists)
    assert stop_words("xx") == frozenset()
    assert stop_words("en-GB") == stop_words("en")


@given(st.text(max_size=50))
def test_any_text_has_words_and_stems(text: str) -> None:
    for language in (*LANGUAGES, "xx"):
        stem = stemmer(language)
        assert all(isinstance(stem(word), str) for word in words(text, whole(text), language))


def test_stop_words_and_words_load_no_stemmer() -> None:
    script = (
        "import sys; from summarize.words import stop_words, words; stop_words('de'); "
        "print(sorted({'sumy', 'nltk', 'numpy'} & sys.modules.keys()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
