"""OPML, the lists of feeds that readers exchange, with folders: in and out."""

from collections.abc import Iterable, Iterator
from html import escape

from reader.article import clean_line
from reader.problems import Problem
from reader.sources.decoding import decode_feed
from reader.sources.markup import Scanner
from reader.sources.subscriptions import FOLDER_SIGN, Subscription, feed_address

_DEEPEST = 8  # folders in folders; feeds that are deeper are in the eighth


def read_opml(data: bytes, where: str) -> Iterator[Subscription | Problem]:
    """Yield each feed of a list once, and a Problem for each that cannot be subscribed to.

    Raise Problem where the document is no OPML.
    """
    outlines = list(_outlines(decode_feed(data), where))
    known: set[str] = set()
    for title, address, folder in outlines:
        feed = feed_address(address)
        if not feed:
            yield Problem(where, f"{title or 'a feed'} has no http or https address; left out")
        elif feed not in known:
            known.add(feed)
            yield Subscription(feed, title, folder)


def write_opml(subscriptions: Iterable[Subscription], title: str = "Subscriptions") -> str:
    """Return an OPML 2.0 document of the subscriptions, ordered by their folders."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<opml version="2.0">',
        f"<head><title>{_quoted(title)}</title></head>",
        "<body>",
    ]
    inside: list[str] = []
    for feed in sorted(subscriptions, key=lambda feed: _names(feed.folder)):
        names = _names(feed.folder)
        kept = _shared(inside, names)
        lines += ["</outline>"] * (len(inside) - kept)
        lines += [f'<outline text="{_quoted(name)}">' for name in names[kept:]]
        name, address = _quoted(feed.title) or _quoted(feed.address), _quoted(feed.address)
        lines.append(f'<outline type="rss" text="{name}" title="{name}" xmlUrl="{address}"/>')
        inside = names
    lines += ["</outline>"] * len(inside)
    return "\n".join([*lines, "</body>", "</opml>", ""])


def _outlines(text: str, where: str) -> Iterator[tuple[str, str, str]]:
    """Yield (title, address, folder) of each outline that has an address or asks to have one."""
    scanner = Scanner(text)
    folders: list[str] = []
    found = False
    while tag := scanner.next_tag():
        found = found or tag.name in ("opml", "outline")
        if tag.name != "outline":
            continue
        if tag.closes:
            del folders[-1:]
            continue
        told = tag.attributes()
        name = clean_line(told.get("title") or told.get("text", ""))
        address = told.get("xmlurl", "")
        if address or told.get("type", "").lower() in ("rss", "atom"):
            yield name, address, FOLDER_SIGN.join(filter(None, folders[:_DEEPEST]))
            name = ""  # what stands in a feed's outline is in the feed's folder
        if not tag.empty:
            folders.append(name.replace(FOLDER_SIGN, "-"))
    if not found:
        raise Problem(where, "is no OPML file: it has no outline in it")


def _names(folder: str) -> list[str]:
    return [name for name in folder.split(FOLDER_SIGN) if name]


def _shared(one: list[str], other: list[str]) -> int:
    """Return how many folders two paths have in common, from the top."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _quoted(text: str) -> str:
    return escape(clean_line(text))
