"""Column: a text set in a column of some width, a paragraph at a time as it comes into sight."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rich.cells import cell_len, chop_cells

from reader.article import Markup, MarkupKind
from reader.tui.wrapping import wrap
from summarize import Span

LONGEST = 4096  # code points that are set at once; a line ends after so many
MOST_SET = 4096  # pieces whose lines are kept
QUOTATION = 3  # cells that a quotation stands in from the left
WIDEST_SIGN = 8  # cells of an item's sign that its lines stand in

_BULLETS = ("• ", "◦ ", "▪ ")
_SIGN = re.compile(r"(?:[-–*+•◦▪]|\w{1,5}[.)])\s{1,3}(?=\S)")


class Line(NamedTuple):
    """A line of a text: which words stand on it, and how many cells in from the left."""

    span: Span
    indent: int = 0


class Place(NamedTuple):
    """A line by the piece of text that it belongs to and its number there; places have an order."""

    piece: int
    line: int


class _Piece(NamedTuple):
    """A stretch of text that starts and ends with a line.

    `indent` is for all of its lines, `hang` for all but the first.
    """

    span: Span
    kind: MarkupKind | None = None
    indent: int = 0
    hang: int = 0


class Column:
    """The lines of a text. What costs time is done for the pieces that are asked for, once."""

    def __init__(self, text: str, markup: Iterable[Markup] = ()) -> None:
        self.text = text
        self.width = 1
        self._pieces = tuple(_pieces(text, markup))
        self._starts = [piece.span.start for piece in self._pieces]
        self._set: dict[int, tuple[Line, ...]] = {}

    def set_width(self, width: int) -> None:
        """Set the text anew in a column of `width` cells."""
        if width != self.width:
            self.width = max(1, width)
            self._set.clear()

    def line(self, place: Place) -> Line:
        """Return the line at a place."""
        return self._lines(place.piece)[place.line]

    def place(self, offset: int) -> Place:
        """Return the place of the line with the code point at `offset`, or just before it."""
        number = max(0, bisect_right(self._starts, offset) - 1)
        lines = self._lines(number)
        at = bisect_right(lines, offset, key=lambda line: line.span.start) - 1
        return Place(number, max(0, at))

    def spans_of(self, kind: MarkupKind) -> Iterator[Span]:
        """Yield the lines that are marked up as one kind of block."""
        return (piece.span for piece in self._pieces if piece.kind == kind)

    @property
    def end(self) -> Place:
        """The place of the last line."""
        last = len(self._pieces) - 1
        return Place(last, len(self._lines(last)) - 1)

    def step(self, place: Place, lines: int) -> Place:
        """Return the place so many lines below, or above; the first or last line at most."""
        number, at = place.piece, place.line + lines
        while at < 0 and number > 0:
            number -= 1
            at += len(self._lines(number))
        while at >= (count := len(self._lines(number))):
            if number == len(self._pieces) - 1:
                return Place(number, count - 1)
            at -= count
            number += 1
        return Place(number, max(0, at))

    def lines(self, place: Place, count: int) -> Iterator[Line]:
        """Yield at most `count` lines from a place on."""
        number, skipped = place
        while count > 0 and number < len(self._pieces):
            some = self._lines(number)[skipped : skipped + count]
            yield from some
            count -= len(some)
            number, skipped = number + 1, 0

    def _lines(self, number: int) -> tuple[Line, ...]:
        if number not in self._set:
            if len(self._set) >= MOST_SET:
                self._set.clear()
            self._set[number] = tuple(_set(self.text, self._pieces[number], self.width))
        return self._set[number]


def _set(text: str, piece: _Piece, width: int) -> Iterator[Line]:
    """Yield the lines of a piece, one at least; a narrow column keeps its width for the words."""
    start, end = piece.span
    indent = min(piece.indent, width // 4)
    if piece.kind == "code":
        for part in _as_it_stands(piece.span.cut(text), width):
            yield Line(Span(start, start + len(part)))
            start += len(part)
        return
    sign = _SIGN.match(text, start, end) if 0 < piece.hang <= width // 4 else None
    hang = piece.hang if sign else 0
    after = sign.end() if sign else start  # the sign stands out of the lines
    first, *others = wrap(text[after:end], width - indent - hang)
    yield Line(Span(start if sign else start + first.start, after + first.end), indent)
    for line in others:
        yield Line(Span(after + line.start, after + line.end), indent + hang)


def _as_it_stands(words: str, width: int) -> list[str]:
    """Return a line whole, or cut only where it is wider than the column."""
    return [part for part in chop_cells(words, width) if part] or [""]


def _pieces(text: str, markup: Iterable[Markup]) -> Iterator[_Piece]:
    """Yield the lines of a text as pieces; long ones are several."""
    blocks = [block for block in markup if block.kind != "link"]
    blocks.reverse()
    start = 0
    for words in text.split("\n"):
        span = Span(start, start + len(words))
        while blocks and blocks[-1].span.end <= start:
            blocks.pop()
        block = blocks[-1] if blocks and blocks[-1].span.covers(span) else None
        piece = _piece(text, span, block) if block or words.startswith(_BULLETS) else _Piece(span)
        if len(words) <= LONGEST:
            yield piece
        else:
            yield from _cut(text, piece)
        start = span.end + 1


def _piece(text: str, span: Span, block: Markup | None) -> _Piece:
    kind = block.kind if block else None
    if kind == "quotation":
        return _Piece(span, kind, QUOTATION)
    if block is None or kind != "item":
        hang = _hang(text, span.start) if text.startswith(_BULLETS, span.start) else 0
        return _Piece(span, kind, 0, hang)
    hang = _hang(text, block.span.start)
    return (
        _Piece(span, kind, 0, hang) if block.span.start == span.start else _Piece(span, kind, hang)
    )


def _hang(text: str, start: int) -> int:
    """Return how wide the sign of an item is, in cells."""
    sign = _SIGN.match(text, start)
    width = cell_len(sign[0]) if sign else 0
    return width if width <= WIDEST_SIGN else 0


def _cut(text: str, piece: _Piece) -> Iterator[_Piece]:
    """Yield a piece in parts that are quickly set, which end after a word where they can."""
    start, end = piece.span
    while end - start > LONGEST:
        part = text.rfind(" ", start + LONGEST // 2, start + LONGEST) + 1 or start + LONGEST
        yield piece._replace(span=Span(start, part))
        piece = _Piece(piece.span, piece.kind, piece.indent + piece.hang)
        start = part
    yield piece._replace(span=Span(start, end))
