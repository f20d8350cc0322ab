"""A trace: every article of the library that carries the mark, on the screen."""

from pathlib import Path

import pytest
from reading import Reading, reading, reading_library

from reader.article import make_article
from reader.library import Library

TOLD = (
    ("Coast News", "2026-05-03", "“We heard a crack,” said Mara Tolvik. In all 19 people died."),
    ("Harbour Post", "2026-05-01", "“We heard a crack, and it went dark,” said Mara Tolvik."),
    ("The Ledger", "2026-05-09", "Of the ferry, Mara Tolvik said: “We heard a crack.” She left."),
    ("Valley Times", "2026-05-02", "The school closes. “We fought for it,” said Ilse Brandt."),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "library.sqlite"
    with Library.open(path) as library:
        for number, (outlet, day, text) in enumerate(TOLD):
            article = make_article(title=f"From {outlet}", text=text, source=outlet, published=day)
            library.articles.store(None, [article], 1_780_000_000.0 + number)
    return path


async def stand_on(at_work: Reading, title: str, *keys: str) -> None:
    """Read the article with a title."""
    await at_work.press("g")
    for _ in TOLD:
        if at_work.text.article and at_work.text.article.title == title:
            break
        await at_work.press("j")
    await at_work.until(lambda: at_work.digest.rows() > 0)
    await at_work.press("enter", *keys)


async def test_a_trace_lists_all_who_carry_a_quote_oldest_first_and_leads_there_and_back(
    path: Path,
) -> None:
    async with reading_library(path) as at_work:
        await stand_on(at_work, "From Coast News", "n", "T")
        await at_work.until(lambda: "3 articles, the oldest first" in at_work.screen)
        screen = at_work.screen
        listed = ["Harbour Post, From", "Coast News, From", "The Ledger, From"]
        assert sorted(listed, key=screen.index) == listed
        assert "We heard a crack" in screen
        assert "Mara Tolvik, Coast News, From Coast News, 2026-05-03 (this article)" in screen
        await at_work.press("j", "j", "enter")
        assert at_work.text.article is not None
        assert at_work.text.article.source == "The Ledger"
        assert at_work.text.has_focus
        await at_work.press("q")
        assert at_work.text.article.source == "Coast News"
        assert at_work.text.current is not None


async def test_a_trace_says_when_no_other_article_carries_it(path: Path) -> None:
    async with reading_library(path) as at_work:
        await stand_on(at_work, "From Valley Times", "T")
        assert at_work.message.startswith("No quote or figure is chosen to trace")
        await at_work.press("n", "T")
        await at_work.until(lambda: "No article of the library but this one" in at_work.screen)
        await at_work.press("q")
        assert at_work.text.has_focus


async def test_articles_that_were_given_by_name_are_not_traced() -> None:
    async with reading() as at_work:
        await at_work.press("enter", "n", "T")
        assert "given by name" in at_work.message
