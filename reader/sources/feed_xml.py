"""RSS 0.9 to 2.0, RDF and Atom, well formed or not, to what they tell.

The tags are read one after the other, with no tree: an element that is never closed ends where one
begins that cannot be in it, so what stands behind the damage is still found.
"""

import re
from typing import NamedTuple

from reader.problems import Problem
from reader.sources.feed_documents import FeedDocument, FeedItem
from reader.sources.links import joined
from reader.sources.markup import CDATA, COMMENT, Scanner, Tag, attributes, unescape

_FEEDS = frozenset({"rss", "feed", "rdf:rdf", "rdf", "channel"})
_ITEMS = frozenset({"item", "entry"})
_PUBLISHED = (
    *("published", "issued", "pubdate", "dc:date", "dcterms:issued", "dcterms:created"),
    *("created", "updated", "modified", "dcterms:modified", "lastbuilddate"),
)
_CONTENT = ("content:encoded", "content", "body", "xhtml:body", "fullitem")
_SUMMARY = ("description", "summary", "abstract", "dc:description", "media:description")
_SUMMARY_TOO = ("itunes:summary", "tagline", "subtitle")
# Elements that hold others of the names we read, which are then not the item's or the feed's own.
_HOLDERS = frozenset({"source", "image", "textinput", "author", "contributor", "media:credit"})
_FIELDS = frozenset(
    {
        *("title", "dc:title", "media:title", "link", "guid", "id", "feedburner:origlink"),
        *(*_PUBLISHED, *_CONTENT, *_SUMMARY, *_SUMMARY_TOO, *_HOLDERS),
    }
)
# Elements that no text holds: where one begins, the one before it was left open.
_NEVER_IN_TEXT = frozenset({*_PUBLISHED, "description", "guid", "content:encoded", "dc:title"})
# Where a field may end, and what in it is no markup.
_ENDS = re.compile(
    rf"<(?:/(?:[\w.-]+:)?(?:{'|'.join(sorted(name.rpartition(':')[2] for name in _FIELDS))})\b"
    rf"|/?(?:[\w.-]+:)?(?:{'|'.join(sorted(_ITEMS | _FEEDS))})\b"
    rf"|(?:[\w.-]+:)?(?:{'|'.join(sorted(_NEVER_IN_TEXT))})\b|!\[CDATA\[|!--)",
    re.IGNORECASE,
)
_TAG_STARTS = re.compile("</?[a-zA-Z_]")
_NAMESPACES = {  # what addresses of namespaces begin with, and the prefix we know them by
    "http://www.w3.org/2005/atom": "",
    "http://purl.org/atom/ns": "",
    "http://purl.org/rss/1.0/modules/content": "content",
    "http://purl.org/rss/1.0": "",
    "http://purl.org/net/rss1.1": "",
    "http://my.netscape.com/rdf/simple": "",
    "http://channel.netscape.com/rdf/simple": "",
    "http://backend.userland.com/rss": "",
    "http://purl.org/dc/elements": "dc",
    "http://purl.org/dc/terms": "dcterms",
    "http://search.yahoo.com/mrss": "media",
    "http://www.itunes.com/dtds": "itunes",
    "http://rssnamespace.org/feedburner": "feedburner",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns": "rdf",
    "http://www.w3.org/1999/xhtml": "xhtml",
}
_CUSTOMARY = {"atom": "", "a10": "", "rss": "", "atom10": "", "atom03": ""}


MOST_ITEMS = 5000  # what stands behind them is not read


class _Field(NamedTuple):
    inside: str  # its attributes, as written
    value: str


_Fields = dict[str, list[_Field]]


def read_xml_feed(text: str, where: str) -> FeedDocument:
    """Return what a feed tells, whatever is wrong with it; raise Problem where it is none."""
    reading = _Reading(text)
    if reading.kind == "html":
        raise Problem(where, "is a web page, not a feed")
    if not reading.kind:
        raise Problem(where, "is not a feed: it has no RSS, Atom or RDF in it")
    feed = reading.feed
    return FeedDocument(
        title=_first(feed, "title", "dc:title"),
        home=_link(feed),
        base=_base(feed),
        items=[_item(fields) for fields in reading.items],
    )


class _Reading:
    """Reads a document to the fields of the feed and of its items."""

    def __init__(self, text: str) -> None:
        self.kind = ""  # the element that made it a feed, or "html"
        self.feed: _Fields = {}
        self.items: list[_Fields] = []
        self._fields = self.feed
        self._prefixes = dict(_CUSTOMARY)
        self._names: dict[str, str] = {}
        self._scanner = Scanner(text)
        while tag := self._scanner.next_tag():
            self._read(tag)
            if self.kind == "html" or len(self.items) > MOST_ITEMS:
                break

    def _read(self, tag: Tag) -> None:
        """Take in a tag that stands outside of every field."""
        if "xmlns:" in tag.inside:
            self._declare(tag)
        name = self._name(tag.name)
        if name in _ITEMS:
            self.kind = self.kind or name
            self._fields = self.feed if tag.closes else {"@": [_Field(tag.inside, "")]}
            if not tag.closes:
                self.items.append(self._fields)
        elif name in _FEEDS:
            self.kind = self.kind or name
            self._fields = self.feed
            if not tag.closes:
                self.feed.setdefault("@", []).append(_Field(tag.inside, ""))
        elif name in _FIELDS and not tag.closes:
            value = "" if tag.empty else self._value(tag)
            self._fields.setdefault(name, []).append(_Field(tag.inside, value))
        elif name == "html" and not self.kind:
            self.kind = "html"

    def _value(self, opening: Tag) -> str:
        """Return what a field holds: its text, or the markup in it as it stands."""
        scanner, at = self._scanner, opening.end
        pieces: list[tuple[str, bool]] = []  # what it holds, and whether references are still in it
        end = len(scanner.text)
        while tag := scanner.next_tag(_ENDS):
            if tag.name in (CDATA, COMMENT):
                pieces.append((scanner.text[at : tag.start], True))
                pieces.append((tag.inside if tag.name == CDATA else "", False))
                at = tag.end
            elif self._ends(opening, tag):
                end = tag.start
                break
        else:
            scanner.position = end
            cut_off = scanner.text.rfind("<", at)
            if cut_off > scanner.text.rfind(">", at):
                end = cut_off
        pieces.append((scanner.text[at:end], True))
        if _is_markup("".join(piece for piece, is_raw in pieces if is_raw)):
            return "".join(piece for piece, _ in pieces)
        return "".join(unescape(piece) if is_raw else piece for piece, is_raw in pieces)

    def _ends(self, opening: Tag, tag: Tag) -> bool:
        """Tell whether a field ends with `tag`, which is read again where it is not its own end."""
        if tag.closes and tag.name == opening.name:
            return True
        name = self._name(tag.name)
        holds = self._name(opening.name) in _HOLDERS
        left_open = name in _NEVER_IN_TEXT and not (tag.closes or holds)
        if left_open or name in _ITEMS or name in _FEEDS:
            self._scanner.position = tag.start
            return True
        return False

    def _name(self, written: str) -> str:
        """Return an element's name with the prefix that we know its namespace by."""
        if ":" not in written:
            return written
        if written not in self._names:
            prefix, _, local = written.partition(":")
            prefix = self._prefixes.get(prefix, prefix)
            self._names[written] = f"{prefix}:{local}" if prefix else local
        return self._names[written]

    def _declare(self, tag: Tag) -> None:
        for name, address in tag.attributes().items():
            if name.startswith("xmlns:"):
                low = address.lower()
                known = (to for start, to in _NAMESPACES.items() if low.startswith(start))
                prefix = name.removeprefix("xmlns:")
                self._prefixes[prefix] = next(known, self._prefixes.get(prefix, prefix))
                self._names.clear()


def _is_markup(raw: str) -> bool:
    """Tell whether a field holds its markup as elements, not as text that has been escaped.

    A stray tag among much that is escaped changes nothing.
    """
    return "<" in raw and bool(_TAG_STARTS.search(raw)) and raw.count("<") >= raw.count("&lt;")


def _item(fields: _Fields) -> FeedItem:
    return FeedItem(
        guid=_first(fields, "guid", "id") or _attribute(fields, "@", "rdf:about"),
        title=_first(fields, "title", "dc:title", "media:title"),
        link=_first(fields, "feedburner:origlink") or _link(fields) or _permalink(fields),
        published=_first(fields, *_PUBLISHED),
        content=_first(fields, *_CONTENT),
        summary=_first(fields, *_SUMMARY, *_SUMMARY_TOO),
        outlet=_outlet(fields),
        base=_base(fields),
    )


def _first(fields: _Fields, *names: str) -> str:
    """Return the first value that is there, by the names in their order."""
    values = (field.value.strip() for name in names for field in fields.get(name, ()))
    return next(filter(None, values), "")


def _attribute(fields: _Fields, name: str, attribute: str) -> str:
    told = (attributes(field.inside).get(attribute, "") for field in fields.get(name, ()))
    return next(filter(None, told), "")


def _link(fields: _Fields) -> str:
    """Return where an item or a feed leads: RSS has it as text, Atom as `href`."""
    for inside, value in fields.get("link", ()):
        told = attributes(inside) if inside else {}
        if told.get("rel", "alternate") == "alternate" and (link := told.get("href") or value):
            return link.strip()
    return ""


def _permalink(fields: _Fields) -> str:
    """Return the address that an RSS item's guid is, unless it says that it is none."""
    guid = _first(fields, "guid")
    is_one = guid.startswith("http") and _attribute(fields, "guid", "ispermalink") != "false"
    return guid if is_one else ""


def _outlet(fields: _Fields) -> str:
    """Return the feed that an item was taken from: RSS has its name as text, Atom its head."""
    source = _first(fields, "source")
    return _first(_Reading(source).feed, "title") if "<" in source else source


def _base(fields: _Fields) -> str:
    """Return the address that relative links start from, as `xml:base` on the way down has it."""
    base = ""
    for name in ("@", *_CONTENT[:2]):
        for inside, _ in fields.get(name, ()):
            if "xml:base" in inside:
                base = joined(base, attributes(inside).get("xml:base", ""))
    return base
