"""Quoted speech is found, and given to who said it."""

from hypothesis import given
from hypothesis import strategies as st

from summarize import Quote, find_quotes

ARTICLE = """"The bridge will be open by spring", General Marta Vossen, head of the road office, \
said as crews packed up behind her.

"There is not a single bolt left to turn".

There has been an "astonishing" effort by volunteers, Vossen added, with tents along the river.

The town's council has called the ministry's silence "shameful" and "unwise".
"""


def said(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [
        (quote.span.cut(text).strip('"“”'), quote.speaker.span.cut(text) if quote.speaker else "")
        for quote in find_quotes(text, language)
    ]


def test_an_article_gives_each_quote_to_who_said_it() -> None:
    assert said(ARTICLE) == [
        ("The bridge will be open by spring", "General Marta Vossen"),
        ("There is not a single bolt left to turn", "General Marta Vossen"),
        ("astonishing", "Vossen"),
        ("shameful", "The town's council"),
        ("unwise", "The town's council"),
    ]


def test_a_speaker_taken_from_another_sentence_is_inferred_and_has_the_full_name() -> None:
    first, second, third, *_ = [quote.speaker for quote in find_quotes(ARTICLE)]
    assert first
    assert second
    assert third
    assert [first.inferred, second.inferred, third.inferred] == [False, True, False]
    assert {first.name, second.name, third.name} == {"Marta Vossen"}


MARKS = st.text(alphabet="\"'“”„«»‹›‘’‚` \n.,!?:;()-—abSaid Trude", max_size=200)


@given(MARKS | st.text())
def test_every_text_gives_quotes_in_order_inside_it(text: str) -> None:
    quotes = find_quotes(text)
    assert list(quotes) == sorted(quotes, key=lambda quote: quote.span)
    for quote in quotes:
        _inside(text, quote)


def _inside(text: str, quote: Quote) -> None:
    spans = [quote.span, quote.cue, quote.speaker.span if quote.speaker else None]
    for span in spans:
        assert span is None or 0 <= span.start < span.end <= len(text)
