"""What the person names, into the library: feeds, pages, files, folders, lists of feeds."""

import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import BinaryIO, NamedTuple

from reader.article import Article
from reader.keeping import BATCH, articles_in_file, keep_feed, look_through, read_page
from reader.library import Library
from reader.problems import Problem
from reader.reading import HEAD, fetch, is_address, is_page
from reader.sources.addresses import masked
from reader.sources.fetch import Limits, Response
from reader.sources.files import STANDARD_INPUT, read_sources
from reader.sources.opml import read_opml
from reader.sources.subscriptions import Subscription
from reader.sources.urls_file import read_urls_file

NEWSBOAT_FILE = "urls"


class Added(NamedTuple):
    """What came of one source: how many feeds are followed now, how many articles are new."""

    where: str
    feeds: int = 0
    articles: int = 0

    def __str__(self) -> str:
        told = [
            f"{number} {name}{'' if number == 1 else 's'}"
            for number, name in ((self.feeds, "feed"), (self.articles, "article"))
            if number
        ]
        return f"{self.where}: {' and '.join(told) or 'nothing new'}"


def add(
    library: Library, source: str, stdin: BinaryIO, limits: Limits | None = None
) -> Iterator[Added | Problem]:
    """Store what a source gives; yield what that was, and a Problem for each part that fails.

    A feed or a folder is followed from now on. A list of feeds is only recorded. An address that is
    neither a feed nor a page with an article leaves nothing behind.
    """
    if is_address(source):
        yield _add_address(library, source, limits)
    elif source == STANDARD_INPUT:
        yield from _store(library, "standard input", read_sources([source], stdin))
    elif (path := Path(source).expanduser().absolute()).is_dir():
        yield from _follow_folder(library, path)
    elif listed := _subscriptions(path):
        yield from _record(library, source, listed)
    else:
        yield from _store(library, source, articles_in_file(path))


def _add_address(library: Library, address: str, limits: Limits | None) -> Added | Problem:
    try:
        response = fetch(address, limits)
        if is_page(response):
            page = read_page(response)
            stored = library.articles.store(None, [page], time.time())
            return Added(masked(address), articles=len(stored.new))
        return _follow_feed(library, address, response)
    except Problem as problem:
        return problem


def _follow_feed(library: Library, address: str, response: Response) -> Added | Problem:
    from reader.sources.feeds import read_feed

    read = read_feed(
        response.data or b"", address=response.address, key=address, media_type=response.media_type
    )
    feed = library.feeds.subscribe(address, title=read.title)
    outcome, _pages = keep_feed(library, feed, response)
    return outcome.problem or Added(masked(address), feeds=1, articles=outcome.new)


def _follow_folder(library: Library, folder: Path) -> Iterator[Added | Problem]:
    outcome = look_through(
        library, library.feeds.subscribe(str(folder), title=folder.name, kind="folder")
    )
    yield Added(str(folder), feeds=1, articles=outcome.new)
    if outcome.problem:
        yield outcome.problem


def _subscriptions(path: Path) -> Sequence[Subscription | Problem]:
    """Return what a list of feeds names, or nothing where the file is none."""
    try:
        data = path.read_bytes() if path.name == NEWSBOAT_FILE or _is_opml(path) else b""
    except OSError:
        return ()  # reading it as an article says why
    if not data:
        return ()
    read = read_urls_file if path.name == NEWSBOAT_FILE else read_opml
    return list(read(data, str(path)))


def _is_opml(path: Path) -> bool:
    with path.open("rb") as stream:
        return b"<opml" in stream.read(HEAD).lower()


def _record(
    library: Library, where: str, listed: Sequence[Subscription | Problem]
) -> Iterator[Added | Problem]:
    known = {feed.address for feed in library.feeds.all()}
    new = 0
    for item in listed:
        if isinstance(item, Problem):
            yield item
            continue
        library.feeds.subscribe(item.address, title=item.title, folder=item.folder)
        new += item.address not in known
    yield Added(where, feeds=new)


def _store(
    library: Library, where: str, items: Iterator[Article | Problem]
) -> Iterator[Added | Problem]:
    new = 0
    while batch := list(islice(items, BATCH)):
        yield from (item for item in batch if isinstance(item, Problem))
        articles = [item for item in batch if isinstance(item, Article)]
        new += len(library.articles.store(None, articles, time.time()).new)
    yield Added(where, articles=new)
