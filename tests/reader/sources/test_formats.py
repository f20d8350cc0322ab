"""A file's text becomes an article: its header, its headline, its paragraphs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article import Article, is_clean
from reader.problems import Problem
from reader.sources.formats import (
    read_html,
    read_markdown,
    read_text,
    reader_for,
    split_header,
)

BODY = "The old mill on the Varn burned down on Sunday night.\n\nNobody was hurt."
WRAPPED = """\
The old mill on the river Varn, which had stood empty since
the grain trade moved to Port Ansel, burned down on Sunday
night.

Nobody was hurt, the fire service said, but two barges that
were moored below it were lost.
"""


def test_a_header_gives_title_source_date_and_address() -> None:
    text = (
        "---\r\ntitle: Fire: the mill is gone\r\nsource: Varn Courier\r\n"
        "published: 2026-05-04T08:00:00Z\r\nurl: https://varn.example/mill\r\n---\r\n\r\n" + BODY
    )
    article = read_text(text, "notes/mill.txt")
    assert article == Article(
        id=article.id,
        title="Fire: the mill is gone",
        text=BODY,
        source="Varn Courier",
        url="https://varn.example/mill",
        published="2026-05-04T08:00:00Z",
    )


@pytest.mark.parametrize("read", [read_text, read_markdown])
def test_a_header_without_a_title_leaves_the_headline_to_the_text(read: object) -> None:
    assert read in (read_text, read_markdown)
    article = read_text(f"---\nsource: Courier\n---\nMill burns\n\n{BODY}", "a.txt")
    assert (article.title, article.source, article.text) == ("Mill burns", "Courier", BODY)


@pytest.mark.parametrize(
    "text",
    [
        "---\nno fields in it\n---\nText.",
        "---\ntitle: never closed\n\nText.",
        "---\n---\nText.",
        "Text first.\n---\ntitle: A\n---\n",
    ],
)
def test_what_is_no_header_stays_in_the_text(text: str) -> None:
    assert split_header(text) == ({}, text)


def test_unknown_and_empty_fields_of_a_header_are_left_out() -> None:
    assert split_header("---\ntitle: A: b\nauthor: X\nurl:\n---\nText.") == (
        {"title": "A: b"},
        "Text.",
    )


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n\r\n", "\n \t\n\n", "\n\nMill burns\n\n"])
def test_a_first_line_that_stands_as_a_headline_is_the_title(gap: str) -> None:
    article = read_text(f"Mill burns{gap}{BODY}", "a.txt")
    assert (article.title, article.text) == ("Mill burns", BODY)


@pytest.mark.parametrize(
    "text",
    [
        BODY,  # a sentence
        f"Mr Ostrow said, “It is gone.”\n\n{BODY}",
        f"{'long ' * 41}\n\n{BODY}",
        "One line and no more",
    ],
)
def test_without_a_headline_the_file_s_name_is_the_title(text: str) -> None:
    article = read_text(text, "/news/old-mill_fire.v2.txt")
    assert (article.title, article.text) == ("old mill fire.v2", text.replace(" \n", "\n"))


def test_standard_input_without_a_headline_is_called_so() -> None:
    assert read_text(BODY, "standard input").title == "standard input"


def test_paragraphs_wrapped_by_hand_are_joined() -> None:
    assert read_text(WRAPPED, "a.txt").text == (
        "The old mill on the river Varn, which had stood empty since the grain trade moved to "
        "Port Ansel, burned down on Sunday night.\n\nNobody was hurt, the fire service said, but "
        "two barges that were moored below it were lost."
    )


@pytest.mark.parametrize(
    "paragraph",
    [
        "Roses\nand violets\nin short lines",
        "A line of its own that is as long as hand-wrapped lines are\n" + "and a long one " * 9,
    ],
)
def test_lines_that_were_not_wrapped_by_hand_stay_lines(paragraph: str) -> None:
    text = f"Some sentence first.\n\n{paragraph.strip()}"
    assert read_text(text, "a.txt").text == text


def test_a_heading_of_markdown_is_the_title_unless_the_header_gives_one() -> None:
    assert read_markdown(f"# Mill *burns*\n\n{BODY}", "a.md").title == "Mill burns"
    with_header = read_markdown(f"---\ntitle: Fire\n---\n# Mill burns\n\n{BODY}", "a.md")
    assert (with_header.title, with_header.text) == ("Fire", f"Mill burns\n\n{BODY}")
    assert read_markdown(BODY, "mill-fire.md").title == "mill fire"


@pytest.mark.parametrize(
    ("suffix", "text", "reader"),
    [
        (".txt", "<html>", read_text),
        (".MD", "x", read_markdown),
        (".htm", "x", read_html),
        ("", "  <!DOCTYPE html><p>x", read_html),
        ("", "<article>x", read_html),
        ("", "<articles> are words too", read_text),
        (".log", "x", read_text),
    ],
)
def test_the_suffix_or_else_the_text_tells_how_to_read(
    suffix: str, text: str, reader: object
) -> None:
    assert reader_for(suffix, text) is reader


@pytest.mark.parametrize("text", ["\u200b \x00", "---\ntitle: A\n---\n", "\n\n"])
@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_a_text_with_nothing_to_read_is_a_problem(suffix: str, text: str) -> None:
    with pytest.raises(Problem, match="has no text in it"):
        reader_for(suffix, text)(text, f"a{suffix}")


PIECES = st.sampled_from(
    ["---\n", "title: x\n", "# ", "> ", "- ", "`", "\n\n", "[a](b)", "\x1b", "<b>"]
)


@given(st.lists(PIECES | st.text(max_size=9)).map("".join), st.sampled_from([".txt", ".md"]))
def test_every_text_gives_a_clean_article_or_a_problem(text: str, suffix: str) -> None:
    try:
        article = reader_for(suffix, text)(text, f"a{suffix}")
    except Problem:
        return
    assert article.text
    assert is_clean(article.title)
    assert is_clean(article.text)
