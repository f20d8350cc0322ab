"""What the person names to be read now: files, folders, standard input, addresses."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO

from reader.article import Article
from reader.problems import Problem
from reader.sources.files import Note, nobody, read_sources

if TYPE_CHECKING:
    from reader.sources.fetch import Limits, Response

HEAD = 4096  # bytes that tell a page from a feed
_ROOT = re.compile(rb"<(?:!doctype\s+html|html|rss|feed|rdf:rdf)\b", re.IGNORECASE)


def is_address(source: str) -> bool:
    """Tell whether a source is to be fetched."""
    return source.lower().startswith(("http://", "https://"))


def read_given(
    sources: Iterable[str],
    stdin: BinaryIO,
    limits: "Limits | None" = None,
    note: Note = nobody,
) -> Iterator[Article | Problem]:
    """Yield each article of the sources in order, and a Problem for each that cannot be read.

    `note` hears which file each article is from that is of one.
    """
    for source in sources:
        if is_address(source):
            yield from read_address(source, limits)
        else:
            yield from read_sources([source], stdin, note)


def read_address(address: str, limits: "Limits | None" = None) -> Iterator[Article | Problem]:
    """Yield the article on a page, or the articles of a feed as it gives them."""
    from reader.keeping import read_page, read_subscribed

    try:
        response = fetch(address, limits)
        if is_page(response):
            yield read_page(response)
        else:
            yield from read_subscribed(address, response).articles
    except Problem as problem:
        yield problem


def fetch(address: str, limits: "Limits | None" = None, named: str = "") -> "Response":
    """Return what is at an address; raise Problem where nothing is.

    `named` is the address that the person named, where that led to this one.
    """
    import asyncio  # only who needs the network pays for it

    return asyncio.run(_fetch(address, named or address, limits))


async def _fetch(address: str, named: str, limits: "Limits | None") -> "Response":
    from reader.sources.fetch import Fetcher, Request

    async with Fetcher(limits) as fetcher:
        return await fetcher.fetch(Request(address, named=named))


def is_page(response: "Response") -> bool:
    """Tell whether an address gives a page and no feed: by its first element, else its type."""
    root = _ROOT.search((response.data or b"")[:HEAD])
    if root:
        return b"html" in root[0].lower()
    return "html" in response.media_type.lower()
