"""What the person names to be read now: files, folders, standard input, addresses."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO

from reader.article import Article
from reader.problems import Problem
from reader.sources.files import read_sources

if TYPE_CHECKING:
    from reader.sources.fetch import Limits, Response

HEAD = 1024  # bytes that tell a page from a feed


def is_address(source: str) -> bool:
    """Tell whether a source is to be fetched."""
    return source.lower().startswith(("http://", "https://"))


def read_given(sources: Iterable[str], stdin: BinaryIO) -> Iterator[Article | Problem]:
    """Yield each article of the sources in order, and a Problem for each that cannot be read."""
    for source in sources:
        if is_address(source):
            yield from read_address(source)
        else:
            yield from read_sources([source], stdin)


def read_address(address: str) -> Iterator[Article | Problem]:
    """Yield the article on a page, or the articles of a feed as it gives them."""
    from reader.keeping import read_page
    from reader.sources.feeds import read_feed

    try:
        response = fetch(address)
        if is_page(response):
            yield read_page(response)
            return
        feed = read_feed(
            response.data or b"",
            address=response.address,
            key=address,
            media_type=response.media_type,
        )
        yield from feed.articles
    except Problem as problem:
        yield problem


def fetch(address: str, limits: "Limits | None" = None) -> "Response":
    """Return what is at an address that the person named; raise Problem where nothing is."""
    import asyncio  # only who needs the network pays for it

    return asyncio.run(_fetch(address, limits))


async def _fetch(address: str, limits: "Limits | None") -> "Response":
    from reader.sources.fetch import Fetcher, Request

    async with Fetcher(limits) as fetcher:
        return await fetcher.fetch(Request(address, named=address))


def is_page(response: "Response") -> bool:
    """Tell whether an address gives a page and no feed: by what it is called and looks like."""
    head = (response.data or b"")[:HEAD].lower()
    called_page = "html" in response.media_type.lower()
    return b"<html" in head or (called_page and b"<rss" not in head and b"<feed" not in head)
