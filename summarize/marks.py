"""Quotation marks to pairs: which mark opens, which closes, and what a stray one may cost.

What a mark does is read from the characters around it first and from its shape second, so that
one mechanism serves “English”, „German“, »reversed«, « French », ”Swedish”, straight marks, and
texts that mix them. Pairs never cross a paragraph, so a stray mark costs at most its paragraph.
"""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from summarize.spans import Span, trim

LONGEST_SINGLE = 600
"""How far apart two single marks may stand: an apostrophe must not pair across a page."""

_DOUBLE = re.compile(r"``|''|[\"“”„‟«»]")
_SINGLE = re.compile(r"['‘’‚‹›]")
_PARAGRAPH = re.compile(r"[^\n\r\u2028\u2029]+")
_OPENERS = frozenset("“„‟«‘‚‹") | {"``"}
_CLOSERS = frozenset("”»’›") | {"''"}
_SPACE_BEFORE = frozenset(" \t\u00a0\u202f\u2009([{<—–-/…>¿¡=") | _OPENERS
_FEET_AND_INCHES = re.compile(r"\d['’′]\s?\d{1,2}$")


class Pair(NamedTuple):
    """Two marks that belong together, or an opening one and the end of its paragraph."""

    span: Span
    closed: bool = True
    single: bool = False

    def inner(self, text: str) -> Span:
        """Return what stands between the marks."""
        start, end = self.span
        tex = text.startswith("``", start)
        start += 2 if tex else 1
        if self.closed:
            end -= 2 if tex and text.startswith("''", end - 2) else 1
        return trim(text, Span(start, max(start, end)))


class _Role(Enum):
    OPENS = 1
    CLOSES = 2
    EITHER = 3


def paragraphs(text: str) -> Iterator[Span]:
    """Yield the lines of `text` that hold something, trimmed."""
    for match in _PARAGRAPH.finditer(text):
        span = trim(text, Span(*match.span()))
        if span.start < span.end:
            yield span


def pair_marks(text: str, paragraph: Span, *, continues: bool = False) -> list[Pair]:
    """Return the outermost pairs of double marks, and of single ones that lie in none of them.

    `continues` says that the next paragraph begins with an opening mark, so that one left open
    here at the start is a quote of several paragraphs and not a stray mark.
    """
    pairs = _outermost(_pair_doubles(text, paragraph, continues=continues))
    at = paragraph.start
    singles: list[Pair] = []
    for pair in [*pairs, Pair(Span(paragraph.end, paragraph.end))]:
        singles += _pair_singles(text, Span(at, pair.span.start))
        at = pair.span.end
    return sorted(pairs + singles)


def _outermost(pairs: list[Pair]) -> list[Pair]:
    kept: list[Pair] = []
    for pair in sorted(pairs, key=lambda pair: (pair.span.start, -pair.span.end)):
        if not kept or pair.span.start >= kept[-1].span.end:
            kept.append(pair)
    return kept


def _pair_doubles(text: str, paragraph: Span, *, continues: bool) -> list[Pair]:
    """Return all pairs of double marks, those inside others too."""
    pairs: list[Pair] = []
    opened: list[Span] = []
    last = paragraph.start
    for mark in _double_marks(text, paragraph):
        role = _role(text, paragraph, mark)
        last = mark.start
        if role is _Role.OPENS or (role is _Role.EITHER and not opened):
            opened.append(mark)
        elif opened:
            pairs.append(Pair(Span(opened.pop().start, mark.end)))
    if opened and opened[-1].start == last:
        pairs.append(Pair(Span(last, paragraph.end), closed=False))
    elif opened and continues and opened[0].start == paragraph.start:
        pairs.append(Pair(paragraph, closed=False))
    return pairs


def _double_marks(text: str, span: Span) -> Iterator[Span]:
    # Doubled apostrophes are a mark only after ``: alone they are emphasis in wiki markup.
    tex = text.find("``", *span) >= 0
    for match in _DOUBLE.finditer(text, *span):
        if match.group() == "''" and not tex:
            continue
        if match.group() == '"' and _FEET_AND_INCHES.search(text, match.start() - 6, match.start()):
            continue
        yield Span(*match.span())


def _role(text: str, paragraph: Span, mark: Span) -> _Role:
    """Return what a mark can do, by the space around it, else by its shape."""
    if mark.start == paragraph.start:
        return _Role.OPENS
    if mark.end == paragraph.end:
        return _Role.CLOSES
    shape, after = mark.cut(text), text[mark.end]
    space_before, space_after = text[mark.start - 1] in _SPACE_BEFORE, after.isspace()
    if space_before and not space_after:
        return _Role.OPENS
    if not space_before and not after.isalnum():
        return _Role.CLOSES
    if shape in _CLOSERS:
        return _Role.CLOSES
    return _Role.OPENS if shape in _OPENERS and shape != "“" else _Role.EITHER


def _pair_singles(text: str, span: Span) -> Iterator[Pair]:
    """Yield the pairs of single marks, apostrophes told apart.

    A mark after a plural s may be a possessive: it closes only where no better one follows.
    """
    opened: int | None = None
    possible: int | None = None
    for match in _SINGLE.finditer(text, *span):
        at = match.start()
        opens = _single_opens(text, span, at)
        if opened is not None and (at - opened > LONGEST_SINGLE or (opens and possible)):
            if possible:
                yield Pair(Span(opened, possible), single=True)
            opened = None
        if opened is None:
            opened, possible = (at, None) if opens else (None, None)
        elif _single_closes(text, at):
            if text[at - 1] == "s":
                possible = possible or at + 1
            else:
                yield Pair(Span(opened, at + 1), single=True)
                opened = None
    if opened is not None and possible:
        yield Pair(Span(opened, possible), single=True)


def _single_opens(text: str, span: Span, at: int) -> bool:
    before = text[at - 1] if at > span.start else " "
    after = text[at + 1] if at + 1 < span.end else " "
    return before in _SPACE_BEFORE and (after.isalpha() or after in "[…¿¡" or text[at] in "‹›")


def _single_closes(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at + 1 : at + 2] or " "
    return not (before.isspace() or after.isalnum() or after in "'‘’")
