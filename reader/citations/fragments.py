"""Text fragments: the address of an article that leads to some of its words.

The syntax is that of the URL Fragment Text Directives (WICG scroll-to-text-fragment, Draft
Community Group Report): `#:~:text=prefix-,start,end,-suffix`. A browser looks for the first place
where, without regard to case, the words begin and end as words and stand between prefix and suffix.
`start` lies in one block of the page, so words of several paragraphs need an `end`.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from summarize import Span

LONGEST = 300  # code points of words that are spelt out; of longer ones, the beginning and the end
ENDS = 6  # words of the beginning and of the end of long words
CONTEXT = (0, 1, 2, 3, 5, 8, 13)  # words before and after that are tried
REACH = 2_000  # code points around the words in which these are looked for

_WORD = re.compile(r"\w+(?:[^\w\s]+\w+)*")


class Directive(NamedTuple):
    """The four parts of a text directive; what is empty is not in it."""

    start: str
    end: str = ""
    prefix: str = ""
    suffix: str = ""

    def __str__(self) -> str:
        prefix = f"{_encode(self.prefix)}-," if self.prefix else ""
        end = f",{_encode(self.end)}" if self.end else ""
        suffix = f",-{_encode(self.suffix)}" if self.suffix else ""
        return f":~:text={prefix}{_encode(self.start)}{end}{suffix}"


def passage_address(url: str, text: str, span: Span) -> str:
    """Return the address that opens at the words; as it is where it is no web address."""
    if urlsplit(url).scheme not in ("http", "https"):
        return url
    found = directive(text, span)
    if found is None:
        return url
    before, _, old = url.partition(":~:")[0].partition("#")
    return f"{before}#{old}{found}"


def directive(text: str, span: Span) -> Directive | None:
    """Return what finds the words at `span` in a page that holds `text`; None for no words.

    Where they occur more than once, with as much of what stands around them as tells them apart;
    where nothing does, the first occurrence is found. The marks at the ends of a quote are left
    out: a page may have others.
    """
    words = _inner(text, span)
    if words is None:
        return None
    start, end = _ends(text, words)
    page = _one_line(text).casefold()
    candidate = Directive(start, end)
    for candidate in _candidates(text, words, start, end):
        if _occurrences(page, candidate) == 1:
            return candidate
    return candidate


def _candidates(text: str, words: Span, start: str, end: str) -> Iterator[Directive]:
    """Yield directives with more and more context, first of the same line, then of others."""
    before = text[max(0, words.start - REACH) : words.start]
    after = text[words.end : words.end + REACH]
    for across in (False, True):
        for number in CONTEXT:
            prefix, suffix = _before(before, number, across=across), _after(after, number)
            yield Directive(start, end, prefix, suffix)


def _inner(text: str, span: Span) -> Span | None:
    """Return the span from the first letter to the end of the last word."""
    found = list(_WORD.finditer(text, *span))
    return Span(found[0].start(), found[-1].end()) if found else None


def _ends(text: str, words: Span) -> tuple[str, str]:
    """Return all the words, or where they are long or of several lines their beginning and end."""
    whole = words.cut(text)
    if len(whole) <= LONGEST and "\n" not in whole:
        return _one_line(whole), ""
    first, last = whole.partition("\n")[0], whole.rpartition("\n")[2]
    opening, closing = list(_WORD.finditer(first)), list(_WORD.finditer(last))
    if "\n" not in whole:
        half = len(opening) // 2
        opening, closing = opening[:half], closing[half:]
    if not opening:  # a single word of great length
        return whole, ""
    start, end = opening[:ENDS][-1].end(), closing[-ENDS:][0].start()
    return _one_line(first[:start]), _one_line(last[end:])


def _before(text: str, number: int, *, across: bool) -> str:
    """Return the last words of a text with the signs behind them; of one line only."""
    line = text.rpartition("\n")[2]
    if across and not line.strip(_SIGNS):
        line = text.rstrip().rpartition("\n")[2]
    found = list(_WORD.finditer(line))[-number:] if number else []
    return _one_line(line[found[0].start() :]) if found else ""


def _after(text: str, number: int) -> str:
    """Return the first words of a text with the signs before them; of one line only."""
    line = text.partition("\n")[0]
    found = list(_WORD.finditer(line))[:number]
    return _one_line(line[: found[-1].end()]) if found else ""


_SIGNS = " \t\"'“”„‟«»‹›‘’‚‛\u00a0\u202f"


def _occurrences(page: str, wanted: Directive) -> int:
    """Count, to two, where a page has the words of a directive."""
    prefix, start, last, suffix = (
        part.casefold() for part in (wanted.prefix, wanted.start, wanted.end, wanted.suffix)
    )
    found = re.compile(" ?".join(_edge(part) for part in (prefix, start) if part))
    behind = re.compile(rf" ?{re.escape(suffix)}(?!\w)") if suffix else None
    count = 0
    for match in found.finditer(page):
        end = match.end()
        if last:
            place = page.find(last, end)
            end = place + len(last) if place >= 0 else end
        count += behind is None or behind.match(page, end) is not None
        if count > 1:
            break
    return count


def _edge(part: str) -> str:
    """Return the pattern of a part that begins and ends as words do."""
    before, after = (r"(?<!\w)" * part[0].isalnum(), r"(?!\w)" * part[-1].isalnum())
    return f"{before}{re.escape(part)}{after}"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _encode(part: str) -> str:
    """Return a part percent-encoded; the hyphen has a meaning in a directive, too."""
    return quote(part, safe="").replace("-", "%2D")
