"""The bytes of a feed to its articles: RSS 0.9 to 2.0, RDF, Atom and JSON Feed."""

import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from heapq import nlargest

from reader.article import Article, clean, clean_line, known_as, make_article
from reader.problems import Problem
from reader.sources.dates import iso_date
from reader.sources.decoding import decode_feed
from reader.sources.feed_documents import FeedDocument, FeedItem
from reader.sources.feed_json import read_json_feed
from reader.sources.feed_xml import read_xml_feed
from reader.sources.formats import plain_paragraphs
from reader.sources.html import Passages, read_fragment, read_line
from reader.sources.links import absolute_link, host, joined

LARGEST = 16 * 1024 * 1024  # bytes, unpacked
MOST_ITEMS = 2000  # of a feed with more, the newest are read
_GZIP = b"\x1f\x8b"
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
# What shows that text is HTML: an element's end, one that needs none, or a reference. A "<" alone
# does not: "Why <b> is dead" may be a title.
_IS_HTML = re.compile(
    r"</[a-z][\w:]*+\s*+>|<(?:br|hr|img|p|div|wbr|script|style|iframe|object|embed)[\s/>]"
    r"|<a\s[^<>]{0,200}href|<!\[cdata\[|<!--|&(?:#\w{1,8}|[a-z]\w{1,30});",
    re.IGNORECASE,
)
_LONGEST_MADE_TITLE = 80
# A text that is only the beginning of an article: it says so, or is a summary of few words.
_CUT_OFF = re.compile(
    r"(?:…|\.\.\.|\[(?:…|\.\.\.|&hellip;)\]|\b(?:read|continue)\b[^.\n]{0,40})[\s»→>\])]*\Z",
    re.IGNORECASE,
)
_TAIL = 120  # characters at a text's end that may say so
_TEASER_WORDS = 120


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as read: its title, the address of its site, and its articles in their order.

    `teasers` are the ids of the articles whose text in the feed is only the beginning of, or about,
    a longer one on their page.
    """

    title: str
    home: str
    articles: tuple[Article, ...]
    teasers: frozenset[str]


def read_feed(data: bytes, *, address: str, key: str, media_type: str = "") -> Feed:
    """Return the feed in `data`, its articles known by `key`; raise Problem where it is none.

    `address` is where it was read, for relative links; `media_type` is what its server called it.
    """
    document = _document(data, address, media_type)
    base = joined(address, document.base)
    home = absolute_link(document.home, base)
    title = read_text_line(document.title) or host(home or address)
    told = [(item, _article(item, title, base, home or base)) for item in _newest(document.items)]
    known = list(_known(told, key))
    teasers = (a.id for (item, _), a in zip(told, known, strict=True) if _is_teaser(item, a))
    unique: dict[str, Article] = {}
    for article in known:
        unique.setdefault(article.id, article)
    return Feed(title, home, tuple(unique.values()), frozenset(teasers))


def read_text_line(text: str) -> str:
    """Return a title or a name, which feeds give as text or as HTML, as text on one line."""
    return clean_line(read_line(text) if _IS_HTML.search(text) else text)


def _document(data: bytes, address: str, media_type: str) -> FeedDocument:
    if data.startswith(_GZIP):
        data = _unpacked(data, address)
    if len(data) > LARGEST:
        raise Problem(address, f"is larger than {LARGEST // 1024**2} MB")
    charset = _CHARSET.search(media_type)
    text = decode_feed(data, charset[1] if charset else "").lstrip("\ufeff \t\r\n\0")
    if not text:
        raise Problem(address, "is empty")
    return (read_json_feed if text[0] in "{[" else read_xml_feed)(text, address)


def _unpacked(data: bytes, address: str) -> bytes:
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data, LARGEST + 1)
    except zlib.error as error:
        raise Problem(address, "is packed with gzip, and damaged") from error


def _newest(items: list[FeedItem]) -> list[FeedItem]:
    if len(items) <= MOST_ITEMS:
        return items
    dates = [iso_date(item.published) for item in items]
    kept = set(nlargest(MOST_ITEMS, range(len(items)), key=lambda at: (dates[at], -at)))
    return [item for at, item in enumerate(items) if at in kept]


def _article(item: FeedItem, outlet: str, base: str, home: str) -> Article:
    base = joined(base, item.base)
    url = absolute_link(item.link, base)
    passages = _passages(item.content or item.summary, base if item.base else url or home)
    return make_article(
        title=read_text_line(item.title) or _made_title(passages.text),
        text=passages.text,
        source=read_text_line(item.outlet) or outlet,
        url=url,
        published=iso_date(item.published),
        markup=passages.markup,
    )


def _passages(text: str, base: str) -> Passages:
    if _IS_HTML.search(text):
        return read_fragment(text, base)
    return Passages("\n\n".join(plain_paragraphs(clean(text))), ())


def _made_title(text: str) -> str:
    """Return a title of the first words, for items that have none."""
    line = text.strip().partition("\n")[0]
    if len(line) <= _LONGEST_MADE_TITLE:
        return line
    return line[:_LONGEST_MADE_TITLE].rpartition(" ")[0].rstrip(" ,;:–—") + "…"


def _known(told: Iterable[tuple[FeedItem, Article]], key: str) -> Iterator[Article]:
    """Give every article the id and the guid that it has in its feed.

    Without a guid it is its address, or its title and date. Where several items have one guid, the
    id is of the guid with the address and the title of each.
    """
    told = list(told)
    guids = [_guid(item, article) for item, article in told]
    bearers = Counter(guids)
    for guid, (_, article) in zip(guids, told, strict=True):
        own = f"{guid} {article.url} {article.title}" if bearers[guid] > 1 else guid
        known = known_as(article, key, own)
        yield known if own == guid else replace(known, guid=guid)


def _guid(item: FeedItem, article: Article) -> str:
    guid = clean_line(item.guid)
    return guid or article.url or f"{article.title} {article.published}"


def _is_teaser(item: FeedItem, article: Article) -> bool:
    """Tell whether the text is short of the article: cut off, or a summary of few words."""
    if not article.url:
        return False
    if _CUT_OFF.search(article.text[-_TAIL:]) or not article.text:
        return True
    return not item.content and len(article.text.split(None, _TEASER_WORDS)) <= _TEASER_WORDS
