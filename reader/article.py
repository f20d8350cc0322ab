"""Article, and the one door through which all outside text comes in."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from summarize.spans import Span

WORDS_A_MINUTE = 230

_LINE_ENDS = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
# Characters that act on a terminal or hide in a text and that no script needs: C0 but newline and
# tab, DEL, C1, bidirectional embeddings, overrides and isolates, zero-width space and joiner,
# invisible operators, soft hyphen, byte order mark, interlinear annotation, tags, surrogates and
# noncharacters. The joiners of Persian and of emoji (U+200C, U+200D) and the direction marks that
# right-to-left scripts use (U+200E, U+200F, U+061C) stay.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b\u2028-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
# The look-behind keeps a long run of spaces inside a line from being tried at each of its places.
# Escape sequences as a whole, or their letters would stay behind and read as text: those with
# parameters (colours), and those with a string (titles, the clipboard).
_ESCAPE_SEQUENCE = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]{0,64}[ -/]{0,8}[@-~]"
    "|(?:\x1b[\\]PX^_]|[\x90\x98\x9d-\x9f])[^\x00-\x08\n-\x1f\x80-\x9f]{0,4096}(?:\x07|\x1b\\\\|\x9c)"
)
_SPACES_AT_LINE_END = re.compile(r"(?<![ \t])[ \t]+$", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n{3,}")
_LINE_AND_GAP = re.compile(r"(.*)\n\s*")
# A passage that is not there costs a search to the end; with so many, the markup is another text's.
_MOST_MISSES = 50
_WORD = re.compile(r"\w+")
_ISO_DATE = re.compile(
    r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?", re.ASCII
)


MarkupKind = Literal["heading", "item", "quotation", "code", "link"]


class Marked(NamedTuple):
    """Some words that a page or feed marks up; `address` is where a link leads."""

    kind: MarkupKind
    words: str
    address: str = ""


class Markup(NamedTuple):
    """What the article's own markup says of a span of its text; the text itself has no markup."""

    kind: MarkupKind
    span: Span
    address: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One article. `text` is the body: neither the title nor a repeat of it is in it.

    `minutes` is how long it takes to read. `published` is an ISO 8601 date or date and time, or
    empty; `id` is the same for the same article wherever it is read from. `guid` is what its feed
    calls it. `markup` is in text order.
    """

    id: str
    title: str
    text: str
    source: str = ""
    url: str = ""
    published: str = ""
    minutes: int = 1
    guid: str = ""
    markup: tuple[Markup, ...] = ()


def clean(text: str) -> str:
    """Return `text` with line ends as newlines and without what is unsafe to show."""
    if text.replace("\n", "").isprintable():  # so quickly told that most texts need no more
        return text
    return _UNSAFE.sub("", _LINE_ENDS.sub("\n", _ESCAPE_SEQUENCE.sub("", text)))


def is_clean(text: str) -> bool:
    """Tell whether `text` may be shown: whether `clean` would leave it as it is."""
    return _UNSAFE.search(text) is None


def clean_line(text: str) -> str:
    """Return `text` cleaned and on one line, as titles and names are."""
    return " ".join(clean(text).split())


def make_article(
    *,
    title: str,
    text: str,
    source: str = "",
    url: str = "",
    published: str = "",
    markup: Iterable[Marked] = (),
) -> Article:
    """Return an article of outside text: cleaned, its headline taken off the body's head.

    `markup` is in text order; what is not found in the cleaned text is left out.
    """
    title, url = clean_line(title), clean_line(url)
    body = _without_title(_clean_body(text), title)
    return Article(
        id=identify(url or f"{title}\n{body}"),
        title=title,
        text=body,
        source=clean_line(source),
        url=url,
        published=_iso_date(published),
        minutes=max(1, round(len(body.split()) / WORDS_A_MINUTE)),
        markup=tuple(_place(markup, body)),
    )


def known_as(article: Article, feed: str, guid: str) -> Article:
    """Return the article as the one that a feed calls `guid`, whatever other feeds call so."""
    guid = clean_line(guid)
    return replace(article, id=identify(f"{feed}\n{guid}"), guid=guid)


def identify(known_by: str) -> str:
    """Return a short id for what an article is known by."""
    from hashlib import blake2b  # slower to load than the rest of this module

    return blake2b(known_by.encode(), digest_size=6).hexdigest()


def _place(markup: Iterable[Marked], body: str) -> Iterator[Markup]:
    """Find each marked passage after the one before it; a link may stand inside a block."""
    block = inner = 0  # where the search goes on for blocks, and for the links in them
    misses = 0
    for kind, words, address in markup:
        wanted = _clean_body(words)
        start = body.find(wanted, inner if kind == "link" else block) if wanted else -1
        if start < 0:
            misses += 1
            if misses > _MOST_MISSES:
                return
            continue
        span = Span(start, start + len(wanted))
        if kind == "link":
            inner = span.end
        else:
            block, inner = span.end, max(inner, start)
        yield Markup(kind, span, clean_line(address))


def _clean_body(text: str) -> str:
    text = clean(text).strip()
    if " \n" in text or "\t\n" in text:
        text = _SPACES_AT_LINE_END.sub("", text)
    if "\n\n\n" in text:
        text = _BLANK_LINES.sub("\n\n", text)
    return text


def _without_title(body: str, title: str) -> str:
    """Drop the paragraphs at the head of `body` that only say the title again."""
    wanted, start = _words(title), 0
    while wanted and (line := _LINE_AND_GAP.match(body, start)) and _words(line[1]) == wanted:
        start = line.end()
    return body[start:]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _iso_date(text: str) -> str:
    """Return a date, or a date and time, in the one form that the rest relies on; else nothing."""
    from datetime import datetime  # slower to load than the rest of this module

    date = text.strip().replace(" ", "T")
    if not _ISO_DATE.fullmatch(date):
        return ""
    try:
        datetime.fromisoformat(date)
    except ValueError:
        return ""
    return date
