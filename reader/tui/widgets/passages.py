"""Passages: pieces of text in full, one below the other, each leading to its place."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from textual.strip import Strip

from reader.compared import Piece
from reader.tui.digest_rows import Line
from reader.tui.finding_rows import diff_lines
from reader.tui.keys import bindings
from reader.tui.outline import one_line
from reader.tui.widgets.cursor_pane import CursorPane
from reader.tui.widgets.line_pane import strip_of
from reader.tui.wrapping import wrap

INDENT = 3  # cells to the left of a passage


@dataclass(frozen=True, slots=True)
class Passage:
    """Some words of an article and what there is to say about them; `pieces` are two wordings."""

    words: str
    about: str = ""
    pieces: tuple[Piece, ...] = ()


class Passages(CursorPane):
    """The passages under a heading; the one under the cursor can be opened."""

    BINDINGS = bindings("passages")

    def __init__(self, name: str, title: str, passages: Sequence[Passage]) -> None:
        super().__init__(name)
        self._title = title
        self._passages = [*passages]
        self._lines: list[Line] = []
        self._starts: list[int] = []  # the first line of each passage

    def extend(self, passages: Sequence[Passage]) -> None:
        """Add passages below the others; the cursor stays."""
        self._passages += passages
        self._lay_out()
        self.set_lines(len(self._lines))

    def fit(self) -> None:
        """Break the lines anew."""
        self._lay_out()
        self._line_count = len(self._lines)
        super().fit()

    def _lay_out(self) -> None:
        self._lines, self._starts = [], []
        for passage in self._passages:
            self._starts.append(len(self._lines))
            self._lines += (*self._lines_for(passage), ())

    def _lines_for(self, passage: Passage) -> Iterator[Line]:
        width = max(1, self.inner_width - INDENT)
        if passage.pieces:
            yield from diff_lines(passage.pieces, width)
        for words, style in ((passage.words, "quote"), (passage.about, "aside")):
            told = one_line(words) if style == "quote" else words
            for line in wrap(told, max(1, width - INDENT)) if told else ():
                yield ((f"{' ' * INDENT}{line.cut(told)}", style),)

    def rows(self) -> int:
        """Return how many passages there are."""
        return len(self._starts)

    def lines_of(self, row: int) -> range:
        """Return the lines of a passage, without the empty one below it."""
        ends = [*self._starts[1:], len(self._lines)]
        return range(self._starts[row], ends[row] - 1)

    def row_at(self, line: int) -> int | None:
        """Return the passage that a line belongs to."""
        row = bisect_right(self._starts, line) - 1
        return row if row >= 0 and line in self.lines_of(row) else None

    def heading(self) -> tuple[Strip]:
        """Return whose passages these are, and how many."""
        place = f"{self.cursor + 1}/{len(self._passages)}" if self._passages else ""
        room = self.inner_width - cell_len(place) - 6
        title = self._title
        if cell_len(title) > room:
            title = set_cell_size(title, max(0, room - 1)) + self.signs.more
        return (self.heading_strip(title, place),)

    def paint(self, line: int) -> Strip:
        """Return one line of a passage, or of what there is to say about it."""
        strip = strip_of(*((words, self.table[style]) for words, style in self._lines[line]))
        if self.row_at(line) != self.cursor:
            return strip
        return strip.crop_extend(0, self.inner_width, None).apply_style(self.table["current"])
