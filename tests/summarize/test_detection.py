"""The language that a text begins in."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.languages import LANGUAGES
from summarize.languages.detection import detect


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The mill was closed on Friday because of the storm."),
        ("de", "Die Mühle wurde am Freitag wegen des Sturms geschlossen."),
        ("fr", "Le moulin a été fermé vendredi à cause de la tempête."),
        ("es", "El molino fue cerrado el viernes por la tormenta, según el dueño."),
        ("it", "Il mulino è stato chiuso venerdì a causa della tempesta."),
        ("pt", "O moinho não abriu na sexta-feira por causa da tempestade."),
        ("cs", "Mlýn byl v pátek kvůli bouři uzavřen a už se neotevře."),
        ("en", ""),
        ("en", "12 345 — ★"),
        ("en", "船は沈んだ。"),
    ],
)
def test_the_language_of_a_sentence_is_told(language: str, text: str) -> None:
    assert detect(text) == language


@given(st.text())
def test_any_text_has_a_language(text: str) -> None:
    assert detect(text) in LANGUAGES


def test_only_the_beginning_is_read() -> None:
    begin = time.process_time()
    assert detect("The mill is shut. " * 1_000_000) == "en"
    assert time.process_time() - begin < 1
