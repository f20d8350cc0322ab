"""The address of a passage opens at it, as the drafts of text fragments have it."""

import re
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.citations.fragments import LONGEST, directive, passage_address
from summarize import Span

URL = "https://varn.example/mill"
LINE = "The mill stood by the river, and the miller's house stood by the mill"


def find(page: str, fragment: str) -> Span | None:
    """Return the first place that a text directive finds: a reading of the draft that is not ours.

    Blocks are the lines of the page; white space between the parts may be of any kind.
    """
    parts = fragment.partition(":~:text=")[2].split(",")
    prefix = unquote(parts.pop(0)[:-1]) if parts[0].endswith("-") else ""
    suffix = unquote(parts.pop()[1:]) if parts[-1].startswith("-") else ""
    start, *end = map(unquote, parts)
    spaces = r"[^\S\n]+"
    words = [re.escape(start).replace(r"\ ", spaces)]
    if end:
        words.append(r"(?:.|\n)*?" + _bound(re.escape(end[0]).replace(r"\ ", spaces)))
    before = (
        _bound(re.escape(prefix).replace(r"\ ", spaces), right=False) + r"\s*" if prefix else ""
    )
    after = r"\s*" + re.escape(suffix).replace(r"\ ", spaces) + r"(?!\w)" if suffix else ""
    found = re.search(
        f"{before}(?P<it>{_bound(words[0])}{''.join(words[1:])}){after}", page, re.IGNORECASE
    )
    return Span(*found.span("it")) if found else None


def _bound(pattern: str, *, right: bool = True) -> str:
    return rf"(?<!\w){pattern}" + r"(?!\w)" * right


def span_of(text: str, words: str, occurrence: int = 0) -> Span:
    start = -1
    for _ in range(occurrence + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def test_words_that_occur_once_are_all_that_is_said() -> None:
    assert passage_address(URL, LINE, span_of(LINE, "by the river")) == (
        f"{URL}#:~:text=by%20the%20river"
    )


def test_the_marks_of_a_quote_are_left_out_and_signs_with_a_meaning_are_encoded() -> None:
    text = 'He said: "A well-run, R&D-led firm", and left.'
    address = passage_address(URL, text, span_of(text, '"A well-run, R&D-led firm"'))
    assert address == f"{URL}#:~:text=A%20well%2Drun%2C%20R%26D%2Dled%20firm"


def test_words_that_occur_more_than_once_are_told_apart_by_what_stands_around_them() -> None:
    first, second = (passage_address(URL, LINE, span_of(LINE, "mill", at)) for at in (0, 2))
    assert first != second
    assert find(LINE, first) == span_of(LINE, "mill", 0)
    assert find(LINE, second) == span_of(LINE, "mill", 2)


def test_long_words_and_those_of_several_paragraphs_are_told_by_their_ends() -> None:
    text = "One.\n\n“It began here, with a long way to go,\n\n“and it ended there”, she said."
    span = Span(text.index("“"), text.index("”") + 1)
    found = directive(text, span)
    assert found is not None
    assert (found.start, found.end) == ("It began here, with a long", "and it ended there")
    long = " ".join(f"word{number}" for number in range(LONGEST))
    found = directive(long, Span(0, len(long)))
    assert found is not None
    assert len(str(found)) < LONGEST


def test_an_address_keeps_its_own_fragment_and_loses_another_directive() -> None:
    span = span_of(LINE, "river")
    assert passage_address(f"{URL}#top", LINE, span) == f"{URL}#top:~:text=river"
    assert passage_address(f"{URL}#:~:text=old", LINE, span) == f"{URL}#:~:text=river"


@pytest.mark.parametrize("url", ["", "javascript:alert(1)", "file:///etc/passwd", "mailto:a@b.c"])
def test_what_is_no_web_address_stays_as_it_is(url: str) -> None:
    assert passage_address(url, LINE, span_of(LINE, "river")) == url


def test_words_without_a_letter_have_no_fragment() -> None:
    assert passage_address(URL, "a … b", Span(2, 3)) == URL


WORDS = st.sampled_from(
    [
        "mill",
        "Mill",
        "the",
        "“Yes,”",
        "no.",
        "R&D",
        "well-run",
        "3,000",
        "(b)",
        "ha-",
        "Ünder",
        "\n\n",
    ]
)


@given(st.lists(WORDS, min_size=1, max_size=40), st.data())
@settings(deadline=None)
def test_every_passage_is_found_unless_the_same_words_stand_in_the_same_places(
    words: list[str], data: st.DataObject
) -> None:
    text = " ".join(words)
    starts = [match.start() for match in re.finditer(r"(?<!\S)\w", text)]
    ends = [match.end() for match in re.finditer(r"\w(?!\S)", text)]
    if not starts or not ends or ends[-1] <= starts[0]:
        return
    start = data.draw(st.sampled_from([one for one in starts if one < ends[-1]]))
    end = data.draw(st.sampled_from([one for one in ends if one > start]))
    address = passage_address(URL, text, Span(start, end))
    found = find(text, address)
    assert found is not None
    assert found.cut(text).split()[0].casefold() == text[start:end].split()[0].casefold()
    if "-," in address or ",-" in address or "\n" in text[start:end]:
        return  # told apart as well as its surroundings allow
    assert found.cut(text).casefold().split() == text[start:end].casefold().split()
