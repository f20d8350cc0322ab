"""A paragraph becomes sentences of word classes, with a token for each quote."""

from hypothesis import given
from hypothesis import strategies as st

from summarize.speech.lexicon import lexicon
from summarize.speech.marks import marked_paragraphs
from summarize.speech.syntax import Sentence, parse


def sentences(text: str, language: str = "en") -> list[Sentence]:
    return [
        sentence
        for found in marked_paragraphs(text)
        for sentence in parse(text, found.span, found.pairs, lexicon(language))
    ]


def test_a_quote_is_one_token_and_lends_its_last_comma_to_the_sentence() -> None:
    (sentence,) = sentences("“We won,” Ada Fenn said.")
    assert sentence.classes == "Q,NNV."


def test_a_quote_that_asks_goes_on_to_who_asked() -> None:
    assert [s.classes for s in sentences("“Who won?” Ada Fenn asked. “Not us.”")] == [
        "Q!NNV.",
        "Q.",
    ]


def test_a_quote_that_ends_its_sentence_does_not_take_the_next() -> None:
    assert len(sentences("“We won.” Ada Fenn walked to the car and left town.")) == 2


def test_a_quote_that_ends_its_sentence_leaves_the_next_speaker_alone() -> None:
    text = "Ada Fenn called it “a hole.” Olaf Berg, a sailor, warned on Monday that it would sink."
    assert [s.classes for s in sentences(text)] == ["NNJpQ.", "NN,dn,Vitspan."]


def test_abbreviations_and_initials_end_no_sentence() -> None:
    assert len(sentences("Gov. J. T. Moss of Ala. said “no” twice.")) == 1


def test_a_word_that_is_noun_and_verb_is_settled_by_its_neighbours() -> None:
    (noun,) = sentences("The reports were “fine” then.")
    (verb,) = sentences("She reports that it is “fine” now.")
    assert "V" not in noun.classes
    assert "V" in verb.classes


def test_french_elisions_and_clitics_are_words_of_their_own() -> None:
    (sentence,) = sentences("« C'est tout », a-t-il dit.", "fr")
    words = [sentence.word(at) for at in range(1, len(sentence.classes))]
    assert words == [",", "a", "il", "dit", "."]


@given(st.text(alphabet="\"“”'’ .,!?-()\nabS9N", max_size=150))
def test_every_token_lies_in_the_text_and_has_one_letter(text: str) -> None:
    for sentence in sentences(text):
        spans = [sentence.token(at) for at in range(len(sentence.classes))]
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
