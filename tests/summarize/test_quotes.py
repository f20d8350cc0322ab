"""Quoted speech is found, and given to who said it."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from measuring import cpu_seconds

from summarize import Quote, find_quotes
from summarize.languages import LANGUAGES

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


MARKS = st.text(alphabet="\"'“”„«»‹›‘’‚`— \n.,!?:;()-abSaid Trude", max_size=200)


@given(MARKS | st.text(), st.sampled_from([*LANGUAGES, "xx", "en-GB"]))
def test_every_text_gives_quotes_in_order_inside_it(text: str, language: str) -> None:
    quotes = find_quotes(text, language)
    assert list(quotes) == sorted(quotes, key=lambda quote: quote.span)
    for quote in quotes:
        _inside(text, quote)


@pytest.mark.parametrize(
    "piece",
    ['"', "“", "'a ", "“a” ", '"A," Ann Roe said. ', "“A,” she said.\n", "said, ", "a-", "— a\n"],
)
def test_twice_the_text_takes_about_twice_the_time(piece: str) -> None:
    short, long = piece * (60_000 // len(piece)), piece * (240_000 // len(piece))
    assert _time(long) < 12 * _time(short) + 0.1


def _surname(number: int) -> str:
    syllables = ["ba", "de", "fi", "go", "lu", "ma", "ne", "pi", "ro", "su"]
    return "".join(syllables[int(digit)] for digit in f"{number:05}").capitalize()


CROWDS: dict[str, Callable[[int], str]] = {
    "mayors": lambda number: (
        f"Mayor Ada {_surname(number)} came. “It rained,” the mayor said.\n\nShe said: “No.”\n\n"
    ),
    "strangers": lambda number: (
        f"Tuvo {_surname(number)} met Ivo {_surname(number + 1)}. “It rained,” he said.\n\n"
    ),
    "namesakes": lambda number: (
        f"{_surname(number)} Fenn rose. “It was late,” Fenn said. “Go on,” he said.\n\n"
    ),
    "a list": lambda number: (
        f"Ada {_surname(number)}, the baker of Tarn, and "
        + "“Yes,” she said.\n" * (number % 50 == 0)
    ),
    "nobody": lambda number: f"“No {number},” {('he', 'she')[number % 2]} said.\n\n",
}


@pytest.mark.parametrize("crowd", CROWDS)
def test_many_people_and_pronouns_take_time_in_proportion(crowd: str) -> None:
    pieces = [CROWDS[crowd](number) for number in range(4000)]
    assert _time("".join(pieces), "en") < 12 * _time("".join(pieces[:1000]), "en") + 0.1


def test_what_a_person_is_called_is_read_in_time_in_proportion() -> None:
    pieces = [f"Ada {_surname(number)}, {'a' * 75}" for number in range(2000)]
    asked = "“It rained,” the baker said.\n"
    assert (
        _time(asked + ". ".join(pieces), "en") < 12 * _time(asked + ". ".join(pieces[:500])) + 0.1
    )


def _time(text: str, language: str = "fr") -> float:
    return cpu_seconds(lambda: find_quotes(text, language))


def test_a_quote_is_direct_or_mixed() -> None:
    text = "“We won,” Fenn said. He called it “a fair race.” Fenn said: “It was hard.”"
    assert [quote.kind for quote in find_quotes(text)] == ["direct", "mixed", "direct"]


def _inside(text: str, quote: Quote) -> None:
    spans = [quote.span, quote.cue, quote.speaker.span if quote.speaker else None]
    for span in spans:
        assert span is None or 0 <= span.start < span.end <= len(text)
