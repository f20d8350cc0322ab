"""What the person names, into the library: feeds, pages, files, folders, lists of feeds."""

import asyncio
import os
import re
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Literal, NamedTuple
from urllib.parse import urlsplit

from reader.article import Article
from reader.keeping import (
    BATCH,
    articles_in_file,
    keep_read,
    look_through,
    missing_pages,
    read_page,
    read_subscribed,
)
from reader.library import Feed, FeedKind, Library
from reader.problems import Problem
from reader.reading import HEAD, fetch, is_address, is_page
from reader.refresh import refresh_pages
from reader.sources.addresses import masked
from reader.sources.decoding import decode
from reader.sources.discovery import feeds_of_page, places_to_try
from reader.sources.fetch import Limits, Response
from reader.sources.files import STANDARD_INPUT, read_sources
from reader.sources.opml import read_opml
from reader.sources.subscriptions import Subscription
from reader.sources.urls_file import read_urls_file

NEWSBOAT_FILE = "urls"
OPML = ".opml"
# A site's front page by its path: the root, that of a language, or the file that stands for it.
_FRONT_PAGE = re.compile(
    r"/?(?:[a-z]{2}(?:[-_][a-z]{2})?/?)?(?:(?:index|home|default)\.\w{1,5})?", re.IGNORECASE
)

Kind = Literal["", "feed", "page"]


@dataclass(frozen=True, slots=True)
class Manner:
    """How the person wants it: `kind` is what an address shall be taken for, "" if it tells itself.

    The others are for the feeds that are followed; None leaves each as it is, or as usual.
    """

    kind: Kind = ""
    title: str | None = None
    folder: str | None = None
    full_text: bool | None = None


AS_IT_COMES = Manner()


class Added(NamedTuple):
    """What came of one source: how much is followed from now on, how many articles came in."""

    where: str
    feeds: int = 0
    folders: int = 0
    new: int = 0
    changed: int = 0
    note: str = ""

    def __str__(self) -> str:
        counts = {
            "feed": self.feeds,
            "folder": self.folders,
            "new article": self.new,
            "changed article": self.changed,
        }
        told = [f"{n} {name}{'' if n == 1 else 's'}" for name, n in counts.items() if n]
        note = f"; {self.note}" if self.note else ""
        return f"{self.where}: {' and '.join(told) or 'nothing new'}{note}"


class Adding:
    """Puts sources into the library at a path, one after the other.

    Each yields what came of it, and a Problem for each part that failed.
    """

    def __init__(
        self,
        path: Path,
        library: Library,
        manner: Manner = AS_IT_COMES,
        limits: Limits | None = None,
    ) -> None:
        self._path = path
        self._library = library
        self._manner = manner
        self._limits = limits

    def add(self, source: str, stdin: BinaryIO) -> Iterator[Added | Problem]:
        """Store what a source gives. A feed or a folder is followed from now on.

        A list of feeds is only recorded. An address that is neither a feed nor a page with an
        article leaves nothing behind.
        """
        if is_address(source):
            yield from self._add_address(source)
        elif source == STANDARD_INPUT:
            yield from self._store("standard input", read_sources([source], stdin))
        elif (path := Path(os.path.realpath(source))).is_dir():  # one name for one file
            yield from self._follow_folder(path)
        elif _is_list(Path(source)):
            yield from self._record(source, Path(source))
        else:
            yield from self._store(source, articles_in_file(path))

    # Addresses

    def _add_address(self, address: str) -> Iterator[Added | Problem]:
        """Follow a feed, or the feed of a site whose front page it is; keep any other page."""
        try:
            response = fetch(address, self._limits)
            if self._manner.kind == "page":
                yield self._keep_page(address, read_page(response))
            elif is_page(response):
                yield from self._add_page(address, response)
            else:
                yield from self._follow(address, response, address)
        except Problem as problem:
            yield problem

    def _add_page(self, address: str, response: Response) -> Iterator[Added | Problem]:
        named = feeds_of_page(_html(response), response.address)
        wants_feed = self._manner.kind == "feed"
        try:
            looks_for_feed = wants_feed or _is_front_page(address)
            page = None if looks_for_feed else read_page(response)
        except Problem:
            if not named:
                raise
            page = None  # it may be that of a section
        candidates = [one.address for one in named] or places_to_try(response.address)
        if page:
            yield self._keep_page(address, page, named)
        elif found := self._first_feed(candidates, address):
            others = [one.address for one in named if one.address != found[0]]
            yield from self._follow(*found, address, _behind(address, others))
        elif wants_feed:
            yield Problem(masked(address), "is a page that leads to no feed; name the feed itself")
        else:
            yield self._keep_page(address, read_page(response))

    def _keep_page(self, address: str, page: Article, feeds: Sequence[Subscription] = ()) -> Added:
        stored = self._library.articles.store(None, [page], time.time())
        note = f"its site has a feed: pullquote add {masked(feeds[0].address)}" if feeds else ""
        new, changed = len(stored.new), len(stored.changed)
        return Added(masked(address), new=new, changed=changed, note=note)

    def _first_feed(self, addresses: Iterable[str], named: str) -> tuple[str, Response] | None:
        """Return the first of some addresses, to which a page led, that gives a feed."""
        for address in addresses:
            try:
                response = fetch(address, self._limits, named)
                if not is_page(response):
                    read_subscribed(named, response)
                    return address, response
            except Problem:
                continue
        return None

    # Feeds and folders

    def _follow(
        self, address: str, response: Response, named: str, note: str = ""
    ) -> Iterator[Added | Problem]:
        """Follow a feed; `named` is the address that the person named, which led to it."""
        known = self._library.feeds.followed(address) or self._library.feeds.followed(named)
        read = read_subscribed(known.key if known else named, response)
        feed = self._subscribed(known, Subscription(address, read.title), key=named)
        if feed.key == named != address != feed.address:  # the page has another feed by now
            response = replace(response, moved_to=address)
        outcome, wanted = keep_read(self._library, feed, response, read)
        yield Added(
            masked(address),
            feeds=int(known is None),
            new=outcome.new,
            changed=outcome.changed,
            note=note,
        )
        if wanted:
            fetching = refresh_pages(self._path, feed, wanted, self._limits)
            if problem := missing_pages(feed, asyncio.run(fetching)):
                yield problem

    def _follow_folder(self, folder: Path) -> Iterator[Added | Problem]:
        known = self._library.feeds.followed(str(folder))
        wanted = Subscription(str(folder), folder.name)
        outcome = look_through(self._library, self._subscribed(known, wanted, kind="folder"))
        if outcome.problem is None or known is None or outcome.new:
            yield Added(
                str(folder),
                folders=int(known is None),
                new=outcome.new,
                changed=outcome.changed,
            )
        if outcome.problem:
            yield outcome.problem

    def _record(self, where: str, path: Path) -> Iterator[Added | Problem]:
        """Follow the feeds of a list without fetching them."""
        if self._manner.title is not None:
            yield Problem(where, "is a list of feeds, and a title is for one")
            return
        new = found = 0
        for item in _listed(path):
            if isinstance(item, Problem):
                yield item
                continue
            found += 1
            known = self._library.feeds.followed(item.address)
            self._subscribed(known, item)
            new += known is None
        if found:
            yield Added(where, new, note="pullquote refresh fetches them" if new else "")

    def _subscribed(
        self, known: Feed | None, wanted: Subscription, *, key: str = "", kind: FeedKind = "feed"
    ) -> Feed:
        """Return the subscription that is known, or a new one, as the person wants it."""
        manner, feeds = self._manner, self._library.feeds
        if known:
            return feeds.change(
                known, title=manner.title, folder=manner.folder, full_text=manner.full_text
            )
        return feeds.subscribe(
            wanted.address,
            key=key,
            title=wanted.title if manner.title is None else manner.title,
            folder=wanted.folder if manner.folder is None else manner.folder,
            kind=kind,
            full_text=bool(manner.full_text),
        )

    # Articles

    def _store(self, where: str, items: Iterator[Article | Problem]) -> Iterator[Added | Problem]:
        new = changed = found = 0
        while batch := list(islice(items, BATCH)):
            yield from (item for item in batch if isinstance(item, Problem))
            articles = [item for item in batch if isinstance(item, Article)]
            stored = self._library.articles.store(None, articles, time.time())
            new, changed = new + len(stored.new), changed + len(stored.changed)
            found += len(articles)
        if found:
            yield Added(where, new=new, changed=changed)


def _is_front_page(address: str) -> bool:
    parts = urlsplit(address)
    return not parts.query and _FRONT_PAGE.fullmatch(parts.path) is not None


def _html(response: Response) -> str:
    """Return the text of a page; one in no encoding that is known names no feeds."""
    try:
        return decode(response.data or b"", response.address)
    except Problem:
        return ""


def _behind(page: str, others: Sequence[str]) -> str:
    """Return where a feed was found, and which others are there."""
    more = f", which also has {', '.join(map(masked, others))}" if others else ""
    return f"it is the feed of {masked(page)}{more}"


def _is_list(path: Path) -> bool:
    """Tell whether a file is a list of feeds; reading one that cannot be read will say why."""
    if path.name == NEWSBOAT_FILE or path.suffix.lower() == OPML:
        return True
    try:
        with path.open("rb") as stream:
            return b"<opml" in stream.read(HEAD).lower()
    except OSError:
        return False


def _listed(path: Path) -> Iterator[Subscription | Problem]:
    read = read_urls_file if path.name == NEWSBOAT_FILE else read_opml
    try:
        yield from read(path.read_bytes(), str(path))
    except OSError as error:
        yield Problem(str(path), f"cannot be read ({(error.strerror or 'error').lower()})")
    except Problem as problem:
        yield problem
