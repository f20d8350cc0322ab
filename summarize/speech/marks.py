"""Quotation marks to pairs: which mark opens, which closes, and what a stray one may cost.

What a mark does is read from the characters around it first and from its shape second, so that
one mechanism serves “English”, „German“, »reversed«, « French », ”Swedish”, straight marks, and
texts that mix them. Pairs never cross a paragraph, so a stray mark costs at most its paragraph.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator
from enum import Enum
from itertools import islice
from typing import NamedTuple

from summarize.spans import Span, trim

LONGEST_SINGLE = 600
"""How far apart two single marks may stand: an apostrophe must not pair across a page."""
# It begins with the mark, as what begins with a character of a set is found fastest.
_SINGLE_OPENING = re.compile(r"['‘](?<!\w['‘])(?=[^\W\d_])")

_DOUBLE = re.compile(r"``|''|[\"“”„‟«»]")
_SINGLE = re.compile(r"['‘’‚‹›]")
_LINE = 3000
_LINE_ENDS = "\n\r\u2028\u2029"
_HOLDS_WORD = re.compile(r"[^\W_]")
_LINE_END = re.compile(rf"[{_LINE_ENDS}]")
_CONTINUES = re.compile(r"\s*[\"“„«»]")
_DIALOGUE = re.compile(
    rf"^[^\S\n]*[—–―][^\S\n]?[^\W\d_¿¡]?[¿¡]?[^\W\d_][^{_LINE_ENDS}]*", re.MULTILINE
)
_INNER_DASH = re.compile(r"(?<=\S)\s?[—–―](?=\s?[^\W\d_])|(?<=\s)[—–―](?=[^\W\d_])|[—–―](?=[.,;:])")
_CLOSED_DASH = re.compile(r"[—–―][.,;:]?\s?")
_SAYING = re.compile(r"[,!?…]\s(?:[^\W\d_]+-t-[^\W\d_]+\s)?([^\W\d_]+)")
_MOST, _DENSITY = 2200, 330
"""Marks that every text may have, and code points a mark beyond them."""
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

    def may_be_stray(self, text: str) -> bool:
        """Tell whether this is a straight mark that nothing closes: speech only of somebody."""
        return not self.closed and text[self.span.start] == '"'


class _Role(Enum):
    OPENS = 1
    CLOSES = 2
    EITHER = 3


class Paragraph(NamedTuple):
    """A line of a text with the pairs of marks in it."""

    span: Span
    pairs: list[Pair]


def marked_paragraphs(text: str, verbs: Collection[str] = ()) -> list[Paragraph]:
    """Return the paragraphs of `text` that have pairs of marks, in order.

    A text has one style, so either its double marks count or its single ones: those only where
    there are no double ones or most of them stand inside single ones, as they do in British style.
    Headlines and quotes inside quotes have single marks in every style. Where `verbs` of
    saying are given, a dash that begins a paragraph opens speech, and a verb behind a comma ends
    it. A text with more marks than prose can have is read up to there only, so that the time stays
    linear and short.
    """
    doubles = _paragraphs(text, _DOUBLE, _pair_doubles)
    if verbs:
        doubles = sorted(doubles + list(_dialogue(text, {found.span for found in doubles}, verbs)))
    if "''" in text or not _may_be_inside(text, doubles):
        return doubles
    singles = singly_marked(text)
    return singles if _mostly_inside(doubles, singles) else doubles


def singly_marked(text: str) -> list[Paragraph]:
    """Return the paragraphs of `text` that have pairs of single marks, whatever its style."""
    return _paragraphs(text, _SINGLE, _pair_singles)


def _most_marks(text: str) -> int:
    return _MOST + len(text) // _DENSITY


def _may_be_inside(text: str, doubles: list[Paragraph]) -> bool:
    """Tell whether single marks open before half of the double ones: else they hold none."""
    after = sum(
        len(pairs) for span, pairs in doubles if _SINGLE_OPENING.search(text, span.start, span.end)
    )
    return 2 * after >= sum(len(paragraph.pairs) for paragraph in doubles)


def _mostly_inside(inner: list[Paragraph], outer: list[Paragraph]) -> bool:
    """Tell whether more than half of the pairs of `inner` stand inside pairs of `outer`."""
    spans = [pair.span for paragraph in inner for pair in paragraph.pairs]
    around = [pair.span for paragraph in outer for pair in paragraph.pairs]
    starts = [span.start for span in around]
    inside = sum(
        around[place - 1].covers(span)
        for span in spans
        if (place := bisect_right(starts, span.start))
    )
    return not spans or 2 * inside > len(spans)


def line_before(text: str, at: int) -> Span:
    """Return the last line that holds something before the line that begins at `at`.

    Of a longer one, the last `_LINE` code points.
    """
    end = at
    while end and text[end - 1].isspace():
        end -= 1
    least = max(0, end - _LINE)
    start = max(text.rfind(mark, least, end) for mark in _LINE_ENDS) + 1
    return trim(text, Span(max(start, least), end))


def _paragraphs(
    text: str, marks: re.Pattern[str], pair: Callable[[str, Span, list[Span]], list[Pair]]
) -> list[Paragraph]:
    most = _most_marks(text)
    spans = [Span(*match.span()) for match in islice(marks.finditer(text), most + 1)]
    line_ends = [end for end in _LINE_ENDS if end in text] or ["\n"]
    found: list[Paragraph] = []
    first = at = 0
    while first < len(spans):
        mark = spans[first]
        start = max(text.rfind(end, at, mark.start) for end in line_ends)
        stop = _LINE_END.search(text, mark.end)
        line = Span(max(start + 1, at), stop.start() if stop else len(text))
        after, at = first, line.end
        while after < len(spans) and spans[after].start < at:
            after += 1
        span = trim(text, line)
        if after <= most and (pairs := _outermost(text, pair(text, span, spans[first:after]))):
            found.append(Paragraph(span, pairs))
        first = after
    return found


def _dialogue(text: str, taken: set[Span], verbs: Collection[str]) -> Iterator[Paragraph]:
    """Yield the paragraphs that a dash makes speech: — Come here, said the boy. — I will."""
    for match in islice(_DIALOGUE.finditer(text), _most_marks(text) // 2):
        span = trim(text, Span(*match.span()))
        if span in taken:
            continue
        starts = [
            span.start,
            *(dash.start() for dash in _INNER_DASH.finditer(text, span.start + 1, span.end)),
        ]
        ends = [*starts[1:], span.end]
        parts = list(zip(starts, ends, strict=True))[::2]
        pairs = []
        for start, end in parts:
            begin = _CLOSED_DASH.match(text, start, end) if start > span.start else None
            spoken = Span(begin.end() if begin else start, _speech_end(text, start, end, verbs))
            pairs.append(Pair(trim(text, spoken), closed=False))
        yield Paragraph(span, [pair for pair in pairs if pair.span.start < pair.span.end])


def _speech_end(text: str, start: int, end: int, verbs: Collection[str]) -> int:
    """Return where a verb of saying ends the words behind a dash: — Come here, said the boy."""
    for match in _SAYING.finditer(text, start, end):
        if match[1].lower() in verbs:
            return match.start() + 1
    return end


def _outermost(text: str, pairs: list[Pair]) -> list[Pair]:
    kept: list[Pair] = []
    pairs = [pair for pair in pairs if _HOLDS_WORD.search(text, *pair.span)]
    for pair in sorted(pairs, key=lambda pair: (pair.span.start, -pair.span.end)):
        if not kept or pair.span.start >= kept[-1].span.end:
            kept.append(pair)
    return kept


def _pair_doubles(text: str, paragraph: Span, marks: list[Span]) -> list[Pair]:
    """Return all pairs of double marks, those inside others too.

    A mark left open at the start of a paragraph closes with it where the next one begins with a
    mark: that is how a quote of several paragraphs is written.
    """
    pairs: list[Pair] = []
    opened: list[Span] = []
    last = paragraph.start
    for mark in _double_marks(text, marks):
        role = _role(text, paragraph, mark)
        last = mark.start
        if role is _Role.OPENS or (role is _Role.EITHER and not opened):
            opened.append(mark)
        elif opened:
            pairs.append(Pair(Span(opened.pop().start, mark.end)))
    if opened and opened[-1].start == last:
        pairs.append(Pair(Span(last, paragraph.end), closed=False))
    elif opened and opened[0].start == paragraph.start and _CONTINUES.match(text, paragraph.end):
        pairs.append(Pair(paragraph, closed=False))
    return pairs


def _double_marks(text: str, marks: list[Span]) -> Iterator[Span]:
    # Doubled apostrophes are a mark only after ``: alone they are emphasis in wiki markup.
    tex = any(text[mark.start] == "`" for mark in marks)
    for mark in marks:
        sign = text[mark.start]
        if sign == "'" and not tex:
            continue
        if sign == '"' and _FEET_AND_INCHES.search(text, max(0, mark.start - 6), mark.start):
            continue
        yield mark


def _role(text: str, paragraph: Span, mark: Span) -> _Role:
    """Return what a mark can do, by the space around it, else by its shape."""
    if mark.start == paragraph.start:
        return _Role.OPENS
    if mark.end == paragraph.end:
        return _Role.CLOSES
    shape, after = mark.cut(text), text[mark.end]
    space_before, space_after = text[mark.start - 1] in _SPACE_BEFORE, after.isspace()
    if space_before and not space_after and (after not in ",.;:!?)" or shape in _OPENERS):
        return _Role.OPENS
    if not space_before and not after.isalnum():
        return _Role.CLOSES
    if shape in _CLOSERS:
        return _Role.CLOSES
    return _Role.OPENS if shape in _OPENERS and shape != "“" else _Role.EITHER


def _pair_singles(text: str, span: Span, marks: list[Span]) -> list[Pair]:
    """Return the pairs of single marks, apostrophes told apart.

    A mark after a plural s may be a possessive: it closes only where no better one follows.
    """
    pairs: list[Pair] = []
    opened: int | None = None
    possible: int | None = None
    for at, _ in marks:
        opens = _single_opens(text, span, at)
        if opened is not None and (at - opened > LONGEST_SINGLE or (opens and possible)):
            if possible:
                pairs.append(Pair(Span(opened, possible), single=True))
            opened = None
        if opened is None:
            opened, possible = (at, None) if opens else (None, None)
        elif _single_closes(text, at):
            if text[at - 1] == "s":
                possible = possible or at + 1
            else:
                pairs.append(Pair(Span(opened, at + 1), single=True))
                opened = None
    if opened is not None and possible:
        pairs.append(Pair(Span(opened, possible), single=True))
    return pairs


def _single_opens(text: str, span: Span, at: int) -> bool:
    before = text[at - 1] if at > span.start else " "
    after = text[at + 1] if at + 1 < span.end else " "
    return before in _SPACE_BEFORE and (after.isalpha() or after in "[…¿¡" or text[at] in "‹›")


def _single_closes(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at + 1 : at + 2] or " "
    return not (before.isspace() or after.isalnum() or after in "'‘’")
