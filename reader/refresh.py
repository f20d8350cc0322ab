"""Sources to the library: all that are due at once, none of them in the way of another."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import partial
from math import inf
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from reader.config import LibrarySettings, RefreshSettings
from reader.keeping import (
    Outcome,
    Wanted,
    keep_feed,
    keep_page,
    keep_problem,
    leave_alone,
    look_through,
    page_wanted,
)
from reader.library import Feed, Library
from reader.problems import Problem
from reader.sources.fetch import Fetcher, Limits, Request

DAY = 24 * 60 * 60  # seconds
AT_WORK = 100  # feeds whose bytes may be in memory at once, fetched or waiting to be read

T = TypeVar("T")


class Progress(NamedTuple):
    """`done` of `total` feeds and folders are through, with `outcome` as the last."""

    done: int
    total: int
    outcome: Outcome


Tell = Callable[[Progress], None]


async def refresh(
    library: Path,
    feeds: Sequence[Feed],
    tell: Tell | None = None,
    limits: Limits | None = None,
    *,
    insist: bool = False,
) -> list[Outcome]:
    """Fetch feeds and look through folders, and store what they give; the outcomes in their order.

    A feed whose server asked for a pause (Retry-After, Cache-Control) is left alone until that is
    over, unless `insist`: for those that a person asks for by name.

    `tell` is called as each is through. It can be cancelled at any time: what was stored stays.
    Raises Problem where the library itself gives out; a feed's problem is kept with the feed.
    """
    async with Fetcher(limits) as fetcher, _opened(library) as desk:
        run = _Run(fetcher, desk, tell or (lambda _progress: None), len(feeds))
        now = inf if insist else time.time()
        return await _together(run.refresh(feed, now) for feed in feeds)


async def fetch_full_text(library: Path, key: int, limits: Limits | None = None) -> None:
    """Let an article be read as its page has it; raises Problem where that cannot be.

    The page may be on a private network only where the article's feed was named there.
    """
    async with Fetcher(limits) as fetcher, _opened(library) as desk:
        wanted, feed = await desk.do(partial(page_wanted, key=key))
        response = await fetcher.fetch(Request(wanted.address, feed.key if feed else ""))
        if problem := await desk.do(partial(keep_page, wanted=wanted, response=response)):
            raise problem


async def refresh_pages(
    library: Path, feed: Feed, wanted: Sequence[Wanted], limits: Limits | None = None
) -> list[Problem]:
    """Fetch the pages of some articles of a feed; the Problems of those that have no full text."""
    async with Fetcher(limits) as fetcher, _opened(library) as desk:
        run = _Run(fetcher, desk, lambda _progress: None, len(wanted))
        found = await _together(run.refresh_page(feed, article) for article in wanted)
    return [problem for problem in found if problem]


def limits_of(settings: RefreshSettings) -> Limits:
    """Return what fetching may cost by the person's settings."""
    return Limits(
        seconds=settings.seconds,
        a_host=settings.connections_a_host,
        at_once=settings.feeds_at_once,
    )


def drop_old(library: Library, settings: LibrarySettings) -> int:
    """Drop the articles that the person wants no longer; return how many that were."""
    if not settings.keep_days:
        return 0
    since = time.time() - settings.keep_days * DAY
    return library.articles.retire(since, keep_newest=settings.keep_newest)


async def _together(jobs: Iterable[Coroutine[Any, Any, T]]) -> list[T]:
    """Run jobs at once; an error ends all of them and is raised as it is."""
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(job) for job in jobs]
    except ExceptionGroup as failed:
        raise failed.exceptions[0] from None
    return [task.result() for task in tasks]


class _Desk:
    """The library in a thread of its own, where one thing after another is read and stored."""

    def __init__(self, thread: ThreadPoolExecutor, library: Library) -> None:
        self._thread = thread
        self._library = library

    async def do(self, work: Callable[[Library], T]) -> T:
        """Do some work in the thread; what has not begun when this is cancelled never does."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, work, self._library)


@asynccontextmanager
async def _opened(path: Path) -> AsyncIterator[_Desk]:
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(1, "library") as thread:
        library = await loop.run_in_executor(thread, Library.open, path)
        try:
            yield _Desk(thread, library)
        finally:
            await asyncio.shield(loop.run_in_executor(thread, library.close))


class _Run:
    """One refresh of some feeds."""

    def __init__(self, fetcher: Fetcher, desk: _Desk, tell: Tell, total: int) -> None:
        self._fetcher, self._desk, self._tell = fetcher, desk, tell
        self._total = total
        self._done = 0
        self._at_work = asyncio.Semaphore(AT_WORK)

    async def refresh(self, feed: Feed, now: float) -> Outcome:
        """Refresh one feed or folder if it is due by now, and say so."""
        async with self._at_work:
            if feed.next_due > now:
                outcome = leave_alone(feed)
            elif feed.kind == "folder":
                outcome = await self._desk.do(partial(look_through, folder=feed))
            else:
                outcome = await self._refresh_feed(feed)
        self._done += 1
        self._tell(Progress(self._done, self._total, outcome))
        return outcome

    async def _refresh_feed(self, feed: Feed) -> Outcome:
        request = Request(feed.address, feed.key, feed.etag, feed.last_modified)
        try:
            response = await self._fetcher.fetch(request)
        except Problem as problem:
            return await self._desk.do(partial(keep_problem, feed=feed, problem=problem))
        outcome, wanted = await self._desk.do(partial(keep_feed, feed=feed, response=response))
        found = await _together(self.refresh_page(feed, article) for article in wanted)
        problems = tuple(problem for problem in found if problem)
        return replace(outcome, pages=len(found) - len(problems), page_problems=problems)

    async def refresh_page(self, feed: Feed, article: Wanted) -> Problem | None:
        """Show the page's text of one article of a feed, or return why there is none."""
        try:
            response = await self._fetcher.fetch(Request(article.address, feed.key))
        except Problem as problem:
            return problem
        return await self._desk.do(partial(keep_page, wanted=article, response=response))
