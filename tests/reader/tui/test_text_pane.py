"""The text on the screen: its markup, its marks by kind, the place that one has in it."""

from dataclasses import replace
from pathlib import Path

import pytest
from reading import Reading, reading_articles, reading_library

from reader.article import Article, Marked, make_article
from reader.library import Library
from reader.tui.app import PullquoteApp

ITEM = "• stones from the quarry above the town, which the railway carried down every night"
MOLE = make_article(
    title="The mole",
    text=f"""\
What it cost

The mole was paid for with 40 boats, and nobody asked whose they were that winter.

{ITEM}

We never saw the sea again,
or so my mother told me.

"Nobody asked us," said Ida Holm, who runs the port. Read the plan.

"We paid at least 300 crowns," she said.""",
    markup=[
        Marked("heading", "What it cost"),
        Marked("item", ITEM),
        Marked("quotation", "We never saw the sea again,\nor so my mother told me."),
        Marked("link", "the plan", "https://mara.example/plan"),
    ],
)


def long_article(paragraphs: int = 60) -> Article:
    lines = (f"Paragraph {number} tells of the mole. " * 6 for number in range(paragraphs))
    return make_article(title="A long one", text="\n\n".join(lines))


def text_lines(at_work: Reading) -> list[str]:
    """Return the lines of the text pane as they stand from the column's margin on."""
    indent = at_work.text.indent + at_work.text.edged
    return [line[indent:].rstrip() for line in at_work.lines_of("text")]


async def test_a_step_that_is_asked_for_too_soon_is_taken_when_the_marks_are_there() -> None:
    async with reading_articles(MOLE) as at_work:
        await at_work.press("enter")
        digest = at_work.text._digest
        at_work.text.mark(None, ())
        await at_work.press("n")
        assert "still being looked for" in at_work.message
        at_work.text.mark(digest, ())
        await at_work.pilot.pause()
        assert " 1 of " in at_work.message
        assert at_work.text.current
        assert at_work.text.current.span.cut(MOLE.text) == "40"


async def test_a_step_that_is_asked_for_is_none_of_another_article() -> None:
    async with reading_articles(MOLE, long_article(2)) as at_work:
        await at_work.press("enter")
        digest = at_work.text._digest
        at_work.text.mark(None, ())
        await at_work.press("n")
        at_work.text.show(replace(MOLE, id="another"), digest)
        assert at_work.text.current is None


async def test_markup_is_shown_and_every_link_has_a_number_and_a_note() -> None:
    async with reading_articles(MOLE) as at_work:
        lines = text_lines(at_work)
        assert all(cell.bold for cell in at_work.styles_of(at_work.text, "What it cost"))
        at = next(number for number, line in enumerate(lines) if line.startswith("• stones"))
        assert lines[at + 1].startswith("  ")
        assert "   We never saw the sea again," in lines
        assert "   or so my mother told me." in lines
        assert all(cell.underline for cell in at_work.styles_of(at_work.text, "the plan"))
        assert next(line for line in lines if "Ida Holm" in line).endswith(" 1")
        assert lines[lines.index("Links") + 1] == "1. the plan: https://mara.example/plan"


async def test_f_chooses_what_n_steps_through() -> None:
    async with reading_articles(MOLE) as at_work:
        await at_work.press("enter", "n")
        assert at_work.message == "Mark 1 of 4, figure: 40 boats (40, boats)"
        await at_work.press("f")
        assert at_work.message == "n steps through 2 quotes"
        await at_work.press("n", "n")
        assert at_work.message == "Quote 2 of 2: Ida Holm, inferred from “she”"
        await at_work.press("f", "N")
        assert at_work.message == "Figure 1 of 2: 40 boats (40, boats)"
        await at_work.press("f")
        assert "summary sentence" in at_work.message
        await at_work.press("f", "n")
        assert at_work.message == "There is no search hit here; f chooses another kind of mark."
        await at_work.press("f")
        assert at_work.message == "n steps through 1 link"
        await at_work.press("n")
        assert at_work.message == "Link 1 of 1: the plan"
        assert all(cell.reverse for cell in at_work.styles_of(at_work.text, "the plan"))
        await at_work.press("f")
        assert at_work.message == "n steps through 4 marks, quotes and figures"


async def test_who_steps_on_from_the_last_mark_is_told_that_it_is_from_the_start_again() -> None:
    async with reading_articles(MOLE) as at_work:
        await at_work.press("enter", "N")
        assert at_work.message.startswith("From the end. Mark 4 of 4, figure")
        await at_work.press("n")
        assert at_work.message == (
            "From the start again. Mark 1 of 4, figure: 40 boats (40, boats)"
        )
        await at_work.press("n")
        assert at_work.message.startswith("Mark 2 of 4, quote")


async def test_the_head_says_how_long_the_rest_takes() -> None:
    async with reading_articles(long_article()) as at_work:
        await at_work.press("enter")
        before = text_lines(at_work)[1]
        assert "min left" in before
        await at_work.press("G")
        assert "100 %" in text_lines(at_work)[1]
        assert "left" not in text_lines(at_work)[1]
        await at_work.press("g")
        assert text_lines(at_work)[1] == before


async def test_an_article_is_taken_up_again_where_one_left_it() -> None:
    async with reading_articles(long_article(), MOLE) as at_work:
        await at_work.press("enter", "space", "space", "j")
        left = at_work.text.top
        assert left > 0
        await at_work.press("J")
        assert at_work.text.top == 0
        await at_work.press("K")
        assert at_work.text.top == left
        line = at_work.text.seen[0].span
        await at_work.pilot.resize_terminal(60, 30)
        await at_work.pilot.pause()
        assert at_work.text.seen[0].span.start <= line.start <= at_work.text.seen[0].span.end
        await at_work.pilot.resize_terminal(150, 40)
        await at_work.pilot.pause()
        assert at_work.text.seen[0].span == line


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Return a library with a long article and one about the mole, which came last."""
    path = tmp_path / "library.sqlite"
    with Library.open(path) as library:
        for number, article in enumerate((long_article(), replace(MOLE, source="Harbour Post"))):
            library.articles.store(None, [article], 1_780_000_000.0 + number)
    return path


async def test_the_library_keeps_the_place_and_marks_what_was_searched(library: Path) -> None:
    async with reading_library(library) as at_work:
        await at_work.press("j", "enter", "space")
        left = at_work.text.top
        await at_work.press("q", "slash", *"boats", "enter")
        assert all(cell.underline for cell in at_work.styles_of(at_work.text, "boats"))
        await at_work.press("enter", "f", "f", "f", "f", "n")
        assert at_work.message == "Search hit 1 of 1: boats"
        await at_work.press("q", "escape")
        await at_work.press("j")
        assert at_work.text.top == left
        await at_work.press("space")
    with Library.open(library) as kept:
        assert [row.position for row in kept.listing.rows(kept.listing.all())] == [0, left]


def linked(links: int) -> Article:
    words = [f"address {number:02}" for number in range(1, links + 1)]
    return make_article(
        title="Links",
        text=f"One can read {', '.join(words)} and more.",
        markup=[Marked("link", one, f"https://mara.example/{one[-2:]}") for one in words],
    )


async def test_a_digit_opens_a_link(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(PullquoteApp, "open_url", lambda _app, url, **_: opened.append(url))
    monkeypatch.setattr("reader.tui.opening.PATIENCE", 0.6)
    async with reading_articles(linked(12), MOLE) as at_work:
        await at_work.press("enter", "2")
        assert opened == ["https://mara.example/02"]
        assert at_work.message == "Asked the browser to open https://mara.example/02"
        await at_work.press("1", "2")
        assert opened[1:] == ["https://mara.example/12"]
        await at_work.press("1")
        await at_work.until(lambda: opened[2:] == ["https://mara.example/01"])
        await at_work.press("1", "3")
        assert at_work.message == "There is no link 13 here; the text has 12 links."
        await at_work.press("J", "2")
        assert at_work.message == "There is no link 2 here; the text has 1 link."
        assert len(opened) == 3


async def test_a_text_without_links_says_so() -> None:
    async with reading_articles(long_article(2)) as at_work:
        await at_work.press("enter", "1")
        assert at_work.message == "This article has no links to open."
