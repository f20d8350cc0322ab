import asyncio
import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from feeds import Item, rss
from web import Asked, Page, Send, Web, answer, redirect, serving

from reader import keeping
from reader.article import Article, make_article
from reader.keeping import Outcome
from reader.library import Feed, Library
from reader.problems import Problem
from reader.refresh import Progress, fetch_full_text, refresh
from reader.sources import feeds, files
from reader.sources.fetch import Limits

SOON = Limits(seconds=1.0)
PARAGRAPH = "The ferry left the harbour at nine with all the people who had waited in the rain. "
PAGE = (
    "<html><head><title>The ferry</title></head><body><nav>Home</nav><article><h1>The ferry</h1>"
    + f"<p>{PARAGRAPH * 4}</p>" * 4
    + "</article></body></html>"
).encode()
ONE = rss([Item("One", guid="1")])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    with Library.open(path) as library:
        yield library


async def refreshed(
    library: Library, path: Path, tell: Callable[[Progress], None] | None = None
) -> list[Outcome]:
    """Refresh every subscription."""
    return await refresh(path, library.feeds.all(), tell, SOON)


def the_only(library: Library) -> Feed:
    (feed,) = library.feeds.all()
    return feed


async def silence(_asked: Asked, _send: Send) -> None:
    await asyncio.sleep(10)


async def test_what_a_feed_gives_is_stored_and_told(library: Library, path: Path) -> None:
    told: list[Progress] = []
    feed = rss([Item("One", guid="1"), Item("Two", guid="2")])
    async with serving({"/a": answer(feed), "/b": answer(ONE)}) as web:
        for name in "ab":
            library.feeds.subscribe(web.url(f"/{name}"))
        outcomes = await refreshed(library, path, tell=told.append)
    assert [outcome.new for outcome in outcomes] == [2, 1]
    assert [(progress.done, progress.total) for progress in told] == [(1, 2), (2, 2)]
    assert {progress.outcome for progress in told} == set(outcomes)
    assert library.articles.count() == 3
    assert [feed.title for feed in library.feeds.all()] == ["Harbour News"] * 2


async def test_what_is_stored_already_is_not_asked_for_again(library: Library, path: Path) -> None:
    async def page(asked: Asked, send: Send) -> None:
        known = asked.headers.get("if-none-match") == '"1"'
        await send(answer(status="304 Same") if known else answer(ONE, ETag='"1"'))

    async with serving({"/": page}) as web:
        library.feeds.subscribe(web.url("/"))
        for new in (1, 0, 0):
            (outcome,) = await refreshed(library, path)
            assert (outcome.new, outcome.changed, outcome.problem) == (new, 0, None)
        assert ["if-none-match" in asked.headers for asked in web.asked] == [False, True, True]
    assert the_only(library).etag == '"1"'


async def test_a_feed_without_marks_of_a_version_doubles_nothing(
    library: Library, path: Path
) -> None:
    twice = rss([Item("One", guid="1"), Item("Two", guid="1"), Item("No guid")])
    async with serving({"/": answer(twice)}) as web:
        library.feeds.subscribe(web.url("/"))
        for new in (3, 0):
            (outcome,) = await refreshed(library, path)
            assert (outcome.new, outcome.changed) == (new, 0)


async def test_a_feed_that_moved_for_good_is_asked_at_its_new_address(
    library: Library, path: Path
) -> None:
    async with serving({"/old": redirect("/new", "301 Moved"), "/new": answer(ONE)}) as web:
        library.feeds.subscribe(web.url("/old"))
        for _ in range(2):
            await refreshed(library, path)
        assert web.paths == ["/old", "/new", "/new"]
        assert (the_only(library).address, the_only(library).key) == (
            web.url("/new"),
            web.url("/old"),
        )
    assert library.articles.count() == 1


async def test_a_page_that_stands_in_the_way_does_not_move_a_feed(
    library: Library, path: Path
) -> None:
    async with serving({"/": redirect("/login", "301 Moved"), "/login": answer(PAGE)}) as web:
        library.feeds.subscribe(web.url("/"))
        (outcome,) = await refreshed(library, path)
        assert "is a web page, not a feed" in str(outcome.problem)
        assert the_only(library).address == web.url("/")


async def test_a_feed_that_moved_away_may_not_come_back_to_a_private_network(
    library: Library, path: Path
) -> None:
    async with serving({"/": answer(ONE)}) as web:
        feed = library.feeds.subscribe("http://news.example/feed")
        library.feeds.fetched(feed, 0, next_due=0, moved_to=web.url("/"))
        (outcome,) = await refreshed(library, path)
        assert "is on a private network" in str(outcome.problem)
        assert web.asked == []


async def test_a_bad_feed_is_a_sentence_that_goes_when_it_is_good_again(
    library: Library, path: Path
) -> None:
    async with serving({"/good": answer(ONE), "/bad": answer(b"no", "500 No")}) as web:
        for name in ("good", "bad"):
            library.feeds.subscribe(web.url(f"/{name}?key=abc"))
            web.pages[f"/{name}?key=abc"] = web.pages[f"/{name}"]
        bad, good = await refreshed(library, path)
        assert (good.new, good.problem) == (1, None)
        assert bad.problem
        assert bad.problem.where == web.url("/bad?key=***")
        kept = library.feeds.named("bad")[0]
        assert (kept.problem, kept.failures) == (bad.problem.sentence, 1)
        web.pages["/bad?key=abc"] = answer(ONE)
        await refreshed(library, path)
        assert library.feeds.named("bad")[0].problem == ""


@pytest.mark.parametrize(
    ("page", "seconds"),
    [
        (answer(ONE, Cache_Control="max-age=900"), 900),
        (answer(b"", "429 Slow", Retry_After="3600"), 3600),
        (answer(b"", "404 No"), 0),
        (answer(ONE), 0),
    ],
)
async def test_a_feed_is_not_due_before_it_wants_to_be(
    page: Page, seconds: int, library: Library, path: Path
) -> None:
    async with serving({"/": page}) as web:
        library.feeds.subscribe(web.url("/"))
        start = time.time()
        await refreshed(library, path)
        assert start <= the_only(library).next_due - seconds <= time.time()


async def test_a_feed_is_left_alone_as_long_as_it_asks_for_it(library: Library, path: Path) -> None:
    async with serving({"/": answer(b"", "429 Slow", Retry_After="3600")}) as web:
        library.feeds.subscribe(web.url("/"))
        (first,), (second,) = [await refreshed(library, path) for _ in range(2)]
        assert len(web.asked) == 1
        assert (first.resting, second.resting) == (False, True)
        assert str(first.problem) == str(second.problem)
        await refresh(path, library.feeds.all(), limits=SOON, insist=True)
        assert len(web.asked) == 2


async def test_a_slow_feed_delays_no_other(library: Library, path: Path) -> None:
    told: list[tuple[str, float]] = []
    start = time.monotonic()

    def tell(progress: Progress) -> None:
        told.append((progress.outcome.feed.address, time.monotonic() - start))

    async with serving({"/slow": silence, "/good": answer(ONE)}) as web:
        for place in range(20):
            web.pages[f"/good{place}"] = answer(ONE)
            library.feeds.subscribe(web.url("/slow" if place == 3 else f"/good{place}"))
        await refreshed(library, path, tell=tell)
        assert told[-1][0] == web.url("/slow")
    assert told[-2][1] < 0.9
    assert told[-1][1] < 2.5


async def test_a_refresh_that_is_cancelled_leaves_what_is_stored(
    library: Library, path: Path
) -> None:
    stored = asyncio.Event()
    async with serving({"/slow": silence, "/good": answer(ONE)}) as web:
        for name in ("slow", "good"):
            library.feeds.subscribe(web.url(f"/{name}"))
        running = asyncio.create_task(
            refresh(path, library.feeds.all(), lambda _progress: stored.set())
        )
        await stored.wait()
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running
    assert library.articles.count() == 1
    assert not any(thread.name.startswith("library") for thread in threading.enumerate())


async def test_a_mistake_of_ours_in_one_feed_does_not_cost_the_others(
    library: Library, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(data: bytes, **more: str) -> feeds.Feed:
        if b"Two" in data:
            raise IndexError
        return real(data, **more)

    real = feeds.read_feed
    monkeypatch.setattr(feeds, "read_feed", read)
    async with serving({"/a": answer(ONE), "/b": answer(rss([Item("Two")]))}) as web:
        for name in "ab":
            library.feeds.subscribe(web.url(f"/{name}"))
        good, bad = await refreshed(library, path)
    assert good.new == 1
    assert "by a mistake of Pullquote (IndexError)" in str(bad.problem)


async def test_a_library_that_gives_out_ends_the_refresh(library: Library, path: Path) -> None:
    async with serving({"/a": answer(ONE), "/b": silence}) as web:
        for name in "ab":
            library.feeds.subscribe(web.url(f"/{name}"))
        both = library.feeds.all()
        with pytest.raises(Problem, match=str(path.parent)):
            await refresh(path.parent, both)
        library._database._connection.execute("PRAGMA user_version = 10000")
        with pytest.raises(Problem, match=path.name):
            await refresh(path, both)


def teasers(web: Web, *names: str) -> bytes:
    return rss(Item(name, "Read on…", name, web.url(f"/{name}")) for name in names)


async def test_the_full_text_of_teasers_is_fetched_once_where_that_is_wanted(
    library: Library, path: Path
) -> None:
    async with serving({"/page": answer(PAGE), "/gone": answer(status="404 No")}) as web:
        web.pages["/"] = answer(teasers(web, "page", "gone"))
        feed = library.feeds.subscribe(web.url("/"))
        await refreshed(library, path)
        assert web.paths == ["/"]
        library.feeds.change(feed, full_text=True)
        for pages in (1, 0):
            (outcome,) = await refreshed(library, path)
            assert outcome.pages == pages
            assert [problem.where for problem in outcome.page_problems] == [web.url("/gone")]
        assert web.paths.count("/page") == 1
    full = [library.articles.get(key) for key in (1, 2)]
    assert sorted("The ferry left" in article.text for article in full if article) == [False, True]
    assert the_only(library).problem == ""


async def test_an_item_may_not_lead_to_a_private_network(library: Library, path: Path) -> None:
    async with serving({"/page": answer(PAGE)}) as other, serving({}) as web:
        web.pages["/"] = answer(teasers(other, "page"))
        library.feeds.subscribe(web.url("/"), full_text=True)
        (outcome,) = await refreshed(library, path)
        assert "is on a private network" in str(outcome.page_problems[0])
        assert other.asked == []


async def test_the_full_text_of_one_article_can_be_fetched(library: Library, path: Path) -> None:
    async with serving({"/page": redirect("/new"), "/new": answer(PAGE)}) as web:
        web.pages["/"] = answer(teasers(web, "page"))
        library.feeds.subscribe(web.url("/"))
        await refreshed(library, path)
        await fetch_full_text(path, 1, SOON)
        article = library.articles.get(1)
        assert article is not None
        assert "The ferry left" in article.text
        with pytest.raises(Problem, match="is no more in the library"):
            await fetch_full_text(path, 99)


async def test_the_full_text_of_an_article_without_a_feed_is_on_no_private_network(
    library: Library, path: Path
) -> None:
    async with serving({"/page": answer(PAGE)}) as web:
        alone = make_article(title="Alone", text="Few words.", url=web.url("/page"))
        nowhere = make_article(title="Nowhere", text="Few words.")
        (first,) = library.articles.store(None, [alone], 1.0).new
        (second,) = library.articles.store(None, [nowhere], 2.0).new
        with pytest.raises(Problem, match="is on a private network"):
            await fetch_full_text(path, first)
        with pytest.raises(Problem, match="has no web address"):
            await fetch_full_text(path, second)


async def test_a_folder_gives_what_has_changed_in_it(
    library: Library, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "CLOCK_STEP", 0.0)
    folder = tmp_path / "folder"
    (folder / "inner").mkdir(parents=True)
    for name in ("one.txt", "inner/two.md"):
        (folder / name).write_text(f"{name} has words in it.")
    library.feeds.subscribe(str(folder), kind="folder")
    (outcome,) = await refreshed(library, path)
    assert (outcome.new, outcome.changed, outcome.problem) == (2, 0, None)

    read: list[str] = []
    real = files.read_file

    def read_file(file: Path) -> Iterator[Article | Problem]:
        read.append(file.name)
        return real(file)

    monkeypatch.setattr(files, "read_file", read_file)
    (folder / "one.txt").write_text("Other words are in it now.")
    (tmp_path / "three.txt").write_text("An old file that was moved here.")
    os.utime(tmp_path / "three.txt", (0, 0))
    (tmp_path / "three.txt").rename(folder / "three.txt")
    (outcome,) = await refreshed(library, path)
    assert (outcome.new, outcome.changed, outcome.problem) == (1, 1, None)
    assert sorted(read) == ["one.txt", "three.txt"]


async def test_what_cannot_be_read_of_a_folder_is_a_sentence(
    library: Library, path: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "good.txt").write_text("Words of a good file.")
    for name in ("a\x1b[31m.txt", "b.txt"):
        (folder / name).write_bytes(b"")
    for address in (folder, tmp_path / "gone"):
        library.feeds.subscribe(str(address), kind="folder")
    some, gone = await refreshed(library, path)
    assert some.new == 1
    assert str(some.problem) == f"{folder}: {folder}/a.txt: is empty (and 1 more)"
    assert "No such file or directory".lower() in str(gone.problem)
    assert [feed.failures for feed in library.feeds.all()] == [1, 1]
