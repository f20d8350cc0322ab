"""Page text among the sentences of a story."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize import split_sentences, summarize
from summarize.furniture import find_furniture, is_caption, is_whole
from summarize.languages import LANGUAGES, table
from summarize.spans import Span


def furniture(text: str, language: str = "en") -> list[str]:
    spans = split_sentences(text, language)
    return [spans[index].cut(text) for index in sorted(find_furniture(text, spans, language))]


@pytest.mark.parametrize(
    "line",
    [
        "By Orla Finch and Bo Hale for The Daily Mill",
        "By .",
        "Daily Mill Reporter .",
        "PUBLISHED: .",
        "14:11 EST, 25 October 2031 .",
        "Last updated at 1:25 AM on 3rd August 2031 .",
        "Scroll down for video.",
        "Click here to see more of the mill.",
        "Follow us on Chatter.",
        "Share this with friends.",
        "READ MORE: The mill that would not close",
        "Story highlights",
    ],
)
def test_page_text_is_found(line: str) -> None:
    story = "The mill closed on Friday after a storm broke its wheel."
    assert furniture(f"{line}\n\n{story}\n\n{story}") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "The mill closed.",
        "By the time they came, the mill was shut.",
        "Updated rules will come into force in May.",
        "Why did it close?",
        "“No.”",
        "Bo Hale resigned.",
    ],
)
def test_a_story_is_not_page_text(line: str) -> None:
    assert furniture(line) == []


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Lesen Sie auch: Die Mühle am Fluss"),
        ("fr", "À lire aussi : le moulin"),
        ("es", "Lea también: el molino"),
        ("it", "Leggi anche: il mulino"),
        ("pt", "Leia também: o moinho"),
        ("cs", "Čtěte také: mlýn"),
    ],
)
def test_page_text_is_found_in_every_language(language: str, line: str) -> None:
    assert furniture(line, language) == [line]


def test_the_news_method_picks_no_page_text_where_there_is_a_story() -> None:
    text = (
        "By . Orla Finch . PUBLISHED: . 14:11 EST, 25 October 2031 . Scroll down for video . "
        "The mill closed on Friday. Its wheel was broken by a storm. Nobody was hurt."
    )
    picks = summarize(text, sentences=9).picks
    assert [pick.span.cut(text) for pick in picks] == [
        "The mill closed on Friday.",
        "Its wheel was broken by a storm.",
        "Nobody was hurt.",
    ]
    assert len(summarize("By Orla Finch\n\nScroll down for video.").picks) == 2


@pytest.mark.parametrize(
    ("sentence", "whole"),
    [("It closed.", True), ("“It closed.”", True), ("The mill at dusk", False), ("Mill .", False)],
)
def test_a_whole_sentence_has_an_end(sentence: str, *, whole: bool) -> None:
    assert is_whole(sentence, Span(0, len(sentence))) is whole


@pytest.mark.parametrize(
    ("sentence", "caption"),
    [
        ("Under water: The mill after the storm", True),
        ("Orla Finch (left) at the mill", True),
        ("Orla Finch, pictured in May", True),
        ("He added: we left.", False),
        ("The mill closed (again).", False),
    ],
)
def test_a_caption_speaks_of_a_picture(sentence: str, *, caption: bool) -> None:
    assert is_caption(sentence, Span(0, len(sentence))) is caption


def test_cues_are_in_lower_case() -> None:
    for language in LANGUAGES:
        starts = table(language, "furniture")["starts"]
        assert starts == [start.lower() for start in starts]


@given(st.text())
def test_any_text_is_looked_through(text: str) -> None:
    spans = split_sentences(text)
    assert find_furniture(text, spans) <= set(range(len(spans)))
