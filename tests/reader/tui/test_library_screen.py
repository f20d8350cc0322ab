"""The reader on a library: the list, the search, stars, refreshes and full texts."""

from contextlib import closing
from pathlib import Path

import pytest
from feeds import Item, rss
from reading import Reading, reading_library
from web import Asked, Send, answer, serving

from reader.article import make_article
from reader.library import Library
from reader.log import log_path
from reader.remembered import Memory
from reader.tui.app import PullquoteApp
from reader.tui.shelves.library import LibraryShelf

AT = 1_780_000_000.0
PAGE = (
    "<html><head><title>Mole</title></head><body><article><h1>The mole</h1>"
    + "<p>The mole was finished on Monday, after nine years and with half of its stones. </p>" * 9
    + "</article></body></html>"
).encode()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a library of three articles; the last that came is about cranes."""
    path = tmp_path / "library.sqlite"
    with Library.open(path) as library:
        for number, what in enumerate(("ferry", "mole", "crane")):
            text = f'"The {what} waits," said Ida Holm. About {number + 2} people paid.'
            article = make_article(
                title=f"The {what} of Port Mara", text=text, source="Harbour Post"
            )
            library.articles.store(None, [article], AT + number)
    return path


def told_in(at_work: Reading) -> str:
    """Return what the box of messages shows as one line."""
    return " ".join(" ".join(at_work.lines_of("messages")).split())


def titles(at_work: Reading) -> list[str]:
    return [line.strip(" ●★") for line in at_work.lines_of("list") if "Port Mara" in line]


async def test_the_library_opens_with_the_newest_article(path: Path) -> None:
    async with reading_library(path) as at_work:
        assert titles(at_work) == [
            f"The {what} of Port Mara" for what in ("crane", "mole", "ferry")
        ]
        assert "Library   3 articles, 3 unread" in at_work.screen
        assert "The crane waits" in at_work.lines_of("text")[3]


async def test_what_was_read_and_starred_is_there_the_next_time(path: Path) -> None:
    async with reading_library(path) as at_work:
        await at_work.press("s", "j", "m")
    async with reading_library(path) as at_work:
        assert "3 articles, 2 unread" in at_work.screen
        assert "★" in at_work.lines_of("list")[1]
        await at_work.press("U")
        assert at_work.message == "Undone: marked 1 article as read"
        assert "3 articles, 3 unread" in at_work.screen
        await at_work.press("U", "U")
        assert at_work.message == "There is nothing to undo."


async def test_every_digest_is_made_and_kept(path: Path) -> None:
    async with reading_library(path) as at_work:
        await at_work.until(lambda: sum("1 ❝" in row for row in at_work.lines_of("list")) == 3)
    with Library.open(path) as library:
        assert [quote.quote.speaker is not None for quote in library.findings.quotes()] == [
            True
        ] * 3


async def test_the_list_follows_the_search_as_one_types(path: Path) -> None:
    async with reading_library(path) as at_work:
        await at_work.press("slash", *"mole")
        assert titles(at_work) == ["The mole of Port Mara"]
        assert at_work.message == "1 article found"
        await at_work.press("enter")
        assert at_work.app.focused is at_work.list
        assert "The mole waits" in at_work.lines_of("text")[3]
        await at_work.press("q")
        assert len(titles(at_work)) == 3


async def test_the_numbers_at_the_top_follow_the_list(path: Path) -> None:
    async with reading_library(path) as at_work:
        await at_work.press("slash", *"mole")
        assert "1 article listed, 3 unread in all" in at_work.screen
        await at_work.press("enter", "enter")
        assert "1 article listed, 2 unread in all" in at_work.screen
        await at_work.press("q", "q")
        assert "3 articles, 2 unread" in at_work.screen
        await at_work.press("f")
        assert "2 articles listed, 2 unread in all" in at_work.screen
        await at_work.press("O")
        assert "2 articles listed, 2 unread in all" in at_work.screen


async def test_a_search_that_cannot_be_read_says_so_and_one_that_finds_nothing_too(
    path: Path,
) -> None:
    async with reading_library(path) as at_work:
        await at_work.press("slash", *"hue:red")
        assert "there is no “hue:”" in at_work.message
        await at_work.press("escape", "slash", *"walrus")
        assert "Nothing is found" in at_work.screen
        await at_work.press("escape")
        assert len(titles(at_work)) == 3


async def test_a_refresh_brings_articles_and_leaves_the_cursor_where_it_is(path: Path) -> None:
    feed = rss([Item(f"News {number}", guid=str(number)) for number in range(5)])
    async with serving({"/": answer(feed)}) as web:
        with Library.open(path) as library:
            library.feeds.subscribe(web.url("/"))
        async with reading_library(path) as at_work:
            await at_work.press("j", "R")
            await at_work.until(lambda: "Refreshed: 1/1, 5 new" in at_work.message)
            assert "8 articles" in at_work.screen
            row = at_work.app._desk.shelf.row(at_work.list.cursor)
            assert row.title == "The mole of Port Mara"
            assert "The mole waits" in at_work.lines_of("text")[3]


async def test_what_another_program_stores_is_listed_and_nothing_moves(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.tui.app.ARRIVAL_SECONDS", 0.02)
    async with reading_library(path) as at_work:
        await at_work.press("j")
        with Library.open(path) as other:
            article = make_article(title="The quay of Port Mara", text="It waits.", source="Post")
            other.articles.store(None, [article], AT + 9)
        await at_work.until(lambda: "4 articles, 4 unread" in at_work.screen)
        assert at_work.app._desk.shelf.row(at_work.list.cursor).title == "The mole of Port Mara"
        assert "The mole waits" in at_work.lines_of("text")[3]
        await at_work.press("g")
        assert titles(at_work)[0] == "The quay of Port Mara"
        await at_work.until(lambda: "1 min" in at_work.lines_of("text")[1])


async def test_the_list_is_not_read_again_for_what_is_no_article(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.tui.app.ARRIVAL_SECONDS", 0.02)
    async with reading_library(path) as at_work:
        await at_work.until(lambda: sum("1 ❝" in row for row in at_work.lines_of("list")) == 3)
        before: list[int] = []
        reloads: list[LibraryShelf] = []
        monkeypatch.setattr(LibraryShelf, "reload", reloads.append)
        asked = at_work.app._shelf
        assert isinstance(asked, LibraryShelf)
        with Library.open(path) as other:
            for turn in range(5):
                other.states.star(other.listing.all(), starred=turn % 2 == 0)
                before.append(asked._version)
                await at_work.until(lambda: asked._version != before[-1])
        assert reloads == []


async def test_a_refresh_can_be_cancelled(path: Path) -> None:
    async def never(_asked: Asked, send: Send) -> bool:
        await send(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n")
        return True

    async with serving({"/": never}) as web:
        with Library.open(path) as library:
            library.feeds.subscribe(web.url("/"))
        async with reading_library(path) as at_work:
            await at_work.press("R")
            await at_work.until(lambda: web.asked != [])
            await at_work.press("enter", "J")
            assert at_work.message == "Refreshing…"
            await at_work.press("R")
            await at_work.until(lambda: "Refresh cancelled" in at_work.message)
            await at_work.press("J")
            assert "Refresh cancelled" in at_work.message


async def test_without_a_network_a_refresh_says_so_and_what_is_stored_stays(path: Path) -> None:
    with Library.open(path) as library:
        library.feeds.subscribe("http://127.0.0.1:9/feed")
    async with reading_library(path) as at_work:
        await at_work.press("R")
        await at_work.until(lambda: "No feed could be refreshed" in at_work.message)
        assert "what is stored can be read. " in at_work.message
        assert len(titles(at_work)) == 3


async def test_every_feed_that_fails_is_among_the_messages_and_in_the_log_with_why(
    path: Path,
) -> None:
    page = Item("The mole", "<p>It is done…</p>", "1", "http://127.0.0.1:9/page")
    async with serving({"/": answer(rss([page])), "/page": answer(b"This is no feed.")}) as web:
        with Library.open(path) as library:
            library.feeds.subscribe(web.url("/"), full_text=True)
            library.feeds.subscribe(web.url("/page"))
            library.feeds.subscribe(web.url("/gone"))
        async with reading_library(path) as at_work:
            await at_work.press("R")
            await at_work.until(lambda: "Refreshed: 3/3, 2 failed, 1 new" in at_work.message)
            await at_work.press("M")
            told = told_in(at_work)
    logged = log_path().read_text(encoding="utf-8")
    for words in (
        f"{web.url('/page')}: is not a feed",
        f"{web.url('/gone')}: ",
        f"{web.url('/')}: the full text of 1 article could not be fetched: ",
    ):
        assert words in told
        assert words in logged


async def test_of_a_refresh_and_a_search_the_end_is_among_the_messages_and_no_step(
    path: Path,
) -> None:
    async with serving({f"/{n}": answer(rss([Item("News", guid=f"{n}")])) for n in "abc"}) as web:
        with Library.open(path) as library:
            for feed in "abc":
                library.feeds.subscribe(web.url(f"/{feed}"))
        async with reading_library(path) as at_work:
            await at_work.press("R")
            await at_work.until(lambda: "Refreshed: 3/3, 3 new" in at_work.message)
            await at_work.press("slash", *"mole", "M", "backspace", "escape")
            await at_work.press("slash", *"hue:red", "enter", "M")
            told = told_in(at_work)
    assert "Refreshed: 3/3, 3 new" in told
    assert "Refreshing" not in told
    assert " found" not in told
    assert told.count("there is no “hue") == 1  # the one that is shown


async def test_what_is_shown_of_a_search_can_be_read_in_full(path: Path) -> None:
    async with reading_library(path, (40, 20)) as at_work:
        await at_work.press("slash", *"hue:red", "enter")
        assert at_work.message.endswith("M shows all")
        await at_work.press("M")
        assert "there is no “hue:”" in told_in(at_work)


async def test_a_library_without_articles_says_which_key_fetches_them(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.sqlite") as library:
        library.feeds.subscribe("http://127.0.0.1:9/feed")
    with closing(LibraryShelf(tmp_path / "library.sqlite")) as shelf:
        app = PullquoteApp(shelf, "Library", Memory())
        async with app.run_test(size=(150, 30)) as pilot:
            at_work = Reading(app, pilot)
            await at_work.until(lambda: "No articles yet. R fetches" in at_work.screen)
            assert at_work.lines_of("list")[2].strip() == "feeds."
            for key in (
                "enter",
                "n",
                "m",
                "s",
                "y",
                "F",
                "o",
                "J",
                "w",
                "S",
                "v",
                "tab",
                "tab",
                "enter",
            ):
                await at_work.press(key)
            assert "There is nothing to open here." in at_work.message


async def test_without_feeds_a_refresh_says_how_to_follow_one(path: Path) -> None:
    async with reading_library(path) as at_work:
        await at_work.press("R")
        await at_work.until(lambda: "pullquote add" in at_work.message)


async def test_the_full_text_of_a_teaser_is_fetched_by_a_key(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    async with serving({"/page": answer(PAGE)}) as web:
        item = Item("The mole", "<p>It is done…</p>", "1", web.url("/page"))
        web.pages["/"] = answer(rss([item]))
        with Library.open(path) as library:
            library.feeds.subscribe(web.url("/"))
            library.articles.store(None, [make_article(title="Old", text="Old news.")], AT)
        async with reading_library(path) as at_work:
            await at_work.press("R")
            await at_work.until(lambda: "Refreshed" in at_work.message)
            await at_work.press("g", "F")
            await at_work.until(lambda: "full text of its page" in at_work.message)
            await at_work.until(lambda: "after nine years" in at_work.screen)


async def test_a_library_that_gives_out_says_so_and_the_text_stays(path: Path) -> None:
    async with reading_library(path) as at_work:
        shelf = at_work.app._desk.shelf
        shelf._kept._database._connection.execute("PRAGMA query_only = ON")  # type: ignore[attr-defined]
        await at_work.press("s")
        assert "it may only be read" in at_work.message  # the bar cuts a long path
        assert "The crane waits" in at_work.screen


async def test_what_is_written_into_a_followed_folder_is_there_without_a_key(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.tui.app.FOLDER_SECONDS", 0.2)
    folder = tmp_path / "notes"
    folder.mkdir()
    with Library.open(path) as library:
        library.feeds.subscribe(str(folder), kind="folder")
    async with reading_library(path) as at_work:
        (folder / "weir.txt").write_text("The weir of Port Mara\n\nIt has been mended at last.\n")
        await at_work.until(lambda: "The weir of Port Mara" in titles(at_work))
        assert "The crane waits" in at_work.lines_of("text")[3]
