"""The languages that have no rules, by their letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.languages import LANGUAGES
from summarize.languages.scripts import without_rules


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("Japanese", "市長の森川葉子氏は「来年度に橋を3本建てる」と述べた。"),
        ("Chinese", "市长说：“我们明年将建三座桥。”费用为1200万元。"),
        ("Korean", "시장은 내년에 다리 세 개를 짓겠다고 말했다."),
        ("Hebrew", "ראש העיר אמרה: נבנה שלושה גשרים בשנה הבאה."),
        ("this language", "قالت رئيسة البلدية إنها ستبني ثلاثة جسور."),
        ("this language", "Мэр сказала, что построит три моста (Reuters)."),
    ],
)
def test_letters_that_no_language_with_rules_has_tell_which_one_it_is(
    language: str, text: str
) -> None:
    assert without_rules(text, "en") == language


def test_a_code_without_rules_is_believed() -> None:
    assert without_rules("De burgemeester bouwt een brug.", "nl") == "this language"


@given(language=st.sampled_from(LANGUAGES), cited=st.text("橋建てмост", max_size=8))
def test_foreign_words_in_a_text_change_nothing(language: str, cited: str) -> None:
    assert without_rules(f"The bridge is called {cited} there.", language) is None


@given(st.text(), st.sampled_from((*LANGUAGES, "nl", "ja", "")))
def test_every_text_has_an_answer(text: str, language: str) -> None:
    assert without_rules(text, language) != ""
