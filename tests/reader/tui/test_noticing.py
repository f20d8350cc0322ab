"""Edits on the screen: a feed server edits an article four times; what changed is named."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from feeds import Item, rss
from reading import Reading, reading, reading_library
from web import Web, answer, serving

from reader.library import Library
from reader.refresh import refresh
from reader.sources.fetch import Limits
from reader.tui.screens import edits, noticing

FIRST = (
    "Twenty-one people died when the ferry Kestrel sank off Port Veluna.\n\n"
    "“Nobody told us where the boats were,” said Mara Tolvik.\n\n"
    "The repair of the pier will cost about $18 million."
)
SECOND = FIRST.replace("Twenty-one", "Twenty-three")
THIRD = SECOND.replace("the boats were", "the rafts were")
FOURTH = THIRD.replace("about $18", "$19") + "\n\n“It was put off,” said Jonas Reth."


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(noticing, "LOOK_SECONDS", 0.01)
    monkeypatch.setattr(
        noticing, "clippings_paths", lambda *_: (tmp_path / "c.md", tmp_path / "c.jsonl")
    )
    for name in ("TMUX", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


def feed(text: str, space: str = "", title: str = "Ferry sinks") -> bytes:
    body = "".join(f"<p>{space}{part}</p>" for part in text.split("\n\n"))
    return answer(rss([Item(title, guid="1", body=body), Item("Mill", guid="2")]))


async def fetched(path: Path, web: Web, page: bytes) -> None:
    """Let the server have a page, and fetch it from outside of the reader."""
    web.pages["/"] = page
    with Library.open(path) as library:
        feeds = library.feeds.all()
    await refresh(path, feeds, None, Limits(seconds=5.0), insist=True)


@asynccontextmanager
async def read_once(
    path: Path, *, keys: tuple[str, ...] = ()
) -> AsyncIterator[tuple[Web, Reading]]:
    """Read the article once, press keys on it, and go on with the reader open."""
    async with serving({"/": feed(FIRST)}) as web:
        with Library.open(path) as library:
            library.feeds.subscribe(web.url("/"))
        await fetched(path, web, feed(FIRST))
        async with reading_library(path, (120, 40)) as at_work:
            await at_work.press("g")
            if "Ferry" not in at_work.lines_of("text")[0]:
                await at_work.press("j")
            await at_work.until(lambda: at_work.digest.rows() > 4)
            await at_work.press("enter", *keys)
            yield web, at_work


async def seen_again(at_work: Reading) -> None:
    """Let the reader look at what the library has now."""
    at_work.app._show_library_again()
    await at_work.pilot.pause()


def sign_of(at_work: Reading, title: str) -> str:
    return next(line for line in at_work.lines_of("list") if title in line)[:3].strip()


def wide(text: str) -> str:
    """Return what a box shows as one line."""
    return " ".join(text.replace("│", " ").split())


async def test_four_edits_are_kept_and_named_and_layout_is_none(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    async with read_once(path) as (web, at_work):
        await at_work.press("E")
        assert at_work.message == noticing.NEVER
        await fetched(path, web, feed(FIRST, " \n "))
        await seen_again(at_work)
        assert sign_of(at_work, "Ferry sinks") == ""
        for page in (feed(SECOND), feed(THIRD), feed(FOURTH), feed(FOURTH, title="Ferry lost")):
            await fetched(path, web, page)
            await fetched(path, web, page.replace(b"&lt;p&gt;", b"&lt;p&gt; \n"))
        with Library.open(path) as library:
            (key,) = library.listing.all("is:changed")
            assert [one.text for one in library.articles.versions(key)] == [
                *(FIRST, SECOND, THIRD, FOURTH, FOURTH)
            ]
        await seen_again(at_work)
        await at_work.until(lambda: sign_of(at_work, "Ferry lost") == "±")
        assert any("edited" in line for line in at_work.lines_of("list"))
        await at_work.press("E")
        await at_work.until(lambda: "5 changes in 4 edits" in at_work.screen)
        told = wide(at_work.screen)
        for words in (
            "Ferry [-sinks-] {+lost+}",
            "Headline (",
            "Figure: about $18 million, now $19 million",
            "{+“It was put off,”+}",
            "Quote added",
            "Nobody told us where the [-boats-] {+rafts+} were",
            "Quote reworded",
            "Figure: Twenty-one people, now Twenty-three people",
        ):
            assert words in told, words
        await at_work.press("j", "enter")
        assert at_work.text.chosen is not None
        assert at_work.text.article is not None
        assert "$19 million" in at_work.text.chosen.span.cut(at_work.text.article.text)


async def test_the_filter_lists_what_changed_since_it_was_read_and_reading_says_so(
    tmp_path: Path,
) -> None:
    path = tmp_path / "library.sqlite"
    async with read_once(path, keys=("q",)) as (web, at_work):
        await fetched(path, web, feed(SECOND))
        await seen_again(at_work)
        await at_work.press("f", "f", "f", "f")
        assert at_work.message == "Listed: articles changed since read, 1 of them"
        assert "changed since read" in at_work.lines_of("list")[0]
        await at_work.press("enter")
        assert at_work.message == ("Changed at its source since you read it; E shows what.")
        assert sign_of(at_work, "Ferry sinks") == ""


async def test_what_is_said_by_a_move_to_an_article_stays_and_goes_with_the_next_move(
    tmp_path: Path,
) -> None:
    path = tmp_path / "library.sqlite"
    async with read_once(path, keys=("q",)) as (web, at_work):
        there, back = ("K", "J") if at_work.list.cursor else ("J", "K")
        await at_work.press("enter", there)
        await fetched(path, web, feed(SECOND))
        await seen_again(at_work)
        await at_work.press(back)
        assert at_work.message == "Changed at its source since you read it; E shows what."
        await at_work.press(there)
        assert at_work.message == ""
        await at_work.press("E")
        assert at_work.message == noticing.NEVER
        await at_work.press(back)
        assert at_work.message == ""


async def test_who_copied_a_quote_that_changes_is_told_and_shown_it(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    async with read_once(path, keys=("n", "n", "y")) as (web, at_work):
        await at_work.until(lambda: "(quote)" in at_work.message)
        await at_work.press("Q")
        await at_work.until(lambda: "Nothing that you copied" in at_work.screen)
        await at_work.press("q")
        await fetched(path, web, feed(SECOND))
        await seen_again(at_work)
        await fetched(path, web, feed(THIRD))
        await seen_again(at_work)
        await at_work.until(
            lambda: "What you copied from “Ferry sinks” has changed since" in at_work.message
        )
        await at_work.press("Q")
        await at_work.until(lambda: "it reads otherwise now" in wide(at_work.screen))
        assert "where the [-boats-] {+rafts+} were" in wide(at_work.screen)
        await at_work.press("enter")
        assert at_work.text.chosen is not None
        assert at_work.text.article is not None
        assert "rafts" in at_work.text.chosen.span.cut(at_work.text.article.text)


async def test_articles_that_were_given_by_name_have_no_edits() -> None:
    async with reading() as at_work:
        await at_work.press("E")
        assert at_work.message == noticing.GIVEN
        await at_work.press("Q")
        assert at_work.message == noticing.GIVEN


async def test_where_only_words_were_edited_that_are_not_shown_that_is_said(
    tmp_path: Path,
) -> None:
    path = tmp_path / "library.sqlite"
    async with read_once(path) as (web, at_work):
        await fetched(path, web, feed(SECOND))
        with Library.open(path) as library:
            (key,) = library.listing.all("is:edited")
            shown = library.articles.get(key)
            assert shown
            library.articles.show_page(key, replace(shown, text=f"{SECOND}\n\nAnd more."), 1e9)
        await seen_again(at_work)
        await at_work.press("E")
        await at_work.until(lambda: edits.ONE_VERSION in wide(at_work.screen))
        assert "0 changes" not in at_work.screen
