"""Summaries: what every method gives, whatever the text."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize import METHODS, split_sentences, summarize
from summarize.lengths import Length

TEXT = (
    "The ferry Adelina ran aground off Port Merrow on Tuesday night. "
    "Forty-two people were taken off by helicopter. "
    "He said the channel had not been dredged since 2019. "
    "The channel had silted up by 3.4 metres in five years, a survey found. "
    "The harbour board will meet on Friday to discuss the dredging of the channel."
)


@pytest.mark.parametrize("method", METHODS)
def test_picks_are_sentences_in_the_order_of_the_text(method: str) -> None:
    spans = split_sentences(TEXT)
    picks = summarize(TEXT, method=method).picks
    assert [pick.span for pick in picks] == [spans[pick.sentence] for pick in picks]
    assert [pick.sentence for pick in picks] == sorted(pick.sentence for pick in picks)
    assert sorted(pick.rank for pick in picks) == [1, 2, 3]


@pytest.mark.parametrize("method", METHODS)
def test_equal_sentences_are_picked_once(method: str) -> None:
    text = "Boats sank. Boats sank. Crews swam ashore. Boats sank."
    picks = summarize(text, method=method, sentences=9).picks
    assert [pick.sentence for pick in picks] == [0, 2]


@pytest.mark.parametrize("method", METHODS)
def test_the_title_is_never_a_pick(method: str) -> None:
    title = "Ferry runs aground"
    text = f"Ferry runs aground.\n\n{TEXT}"
    picks = summarize(text, title=title, method=method, sentences=9).picks
    assert [pick.sentence for pick in picks] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        (" \n\n\t", 0),
        ("One sentence only.", 1),
        ("It was. And so were we. But not you.", 3),
        ("... ... ...", 1),
        ("船は沈んだ。乗客は助かった。", 2),
        ("\ud800 \ud800", 1),
    ],
)
def test_short_and_strange_texts_give_what_there_is(method: str, text: str, count: int) -> None:
    assert len(summarize(text, method=method).picks) == count


def test_an_unknown_method_is_named_with_those_that_there_are() -> None:
    with pytest.raises(ValueError, match="no summary method 'textteaser'; there are news, lead"):
        summarize(TEXT, method="textteaser")


@pytest.mark.parametrize("number", [0, -1])
def test_no_sentences_make_no_picks(number: int) -> None:
    assert summarize(TEXT, sentences=number).picks == ()


def test_a_length_in_words_is_kept() -> None:
    picks = summarize(TEXT, method="lead", sentences=Length(20, "words")).picks
    assert [pick.sentence for pick in picks] == [0, 1]


def test_a_length_as_a_share_of_the_text_is_kept() -> None:
    picks = summarize(TEXT, method="lead", sentences=Length(0.4, "share")).picks
    assert [pick.sentence for pick in picks] == [0, 1]


@pytest.mark.parametrize(
    ("opener", "dangling"),
    [
        ("He said so", True),
        ("“But they came back", True),
        ("That was the plan", True),
        ("For example, boats sank", True),
        ("This week boats sank", False),
        ("Boats sank", False),
    ],
)
def test_a_pick_that_needs_the_sentence_before_it_dangles(opener: str, *, dangling: bool) -> None:
    picks = summarize(f"The ferry ran aground. {opener}.", method="lead").picks
    assert [pick.dangling for pick in picks] == [False, dangling]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Fähre sank. Sie war alt."),
        ("fr", "Le bac a coulé. Il était vieux."),
        ("es", "El barco se hundió. Sin embargo, nadie murió."),
        ("it", "Il traghetto affondò. Questo stupì tutti."),
        ("pt", "O barco afundou. Ela estava a bordo."),
        ("cs", "Loď se potopila. Ta byla stará."),
    ],
)
def test_openers_are_known_in_every_language(language: str, text: str) -> None:
    assert summarize(text, language=language, method="lead").picks[1].dangling


@given(st.text(max_size=200), st.sampled_from(METHODS), st.integers(-1, 5))
@settings(deadline=None, max_examples=150)
def test_any_text_gives_a_summary(text: str, method: str, sentences: int) -> None:
    spans = split_sentences(text)
    summary = summarize(text, method=method, sentences=sentences)
    assert summary.method == method
    assert len(summary.picks) <= max(0, sentences)
    assert all(pick.span == spans[pick.sentence] for pick in summary.picks)


def test_importing_the_engine_loads_no_summarizer() -> None:
    script = (
        "import summarize, sys; "
        "summarize.split_sentences('A b. C d.'); "
        "print(sorted({'sumy', 'nltk', 'numpy'} & sys.modules.keys()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
