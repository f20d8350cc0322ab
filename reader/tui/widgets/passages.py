"""Passages: pieces of text in full, one below the other, each leading to its place."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from textual.strip import Strip

from reader.tui.keys import bindings
from reader.tui.outline import one_line
from reader.tui.widgets.cursor_pane import CursorPane
from reader.tui.widgets.line_pane import strip_of
from reader.tui.wrapping import wrap

INDENT = 3  # cells to the left of a passage


@dataclass(frozen=True, slots=True)
class Passage:
    """Some words of an article and what there is to say about them."""

    words: str
    about: str = ""


class Passages(CursorPane):
    """The passages under a heading; the one under the cursor can be opened."""

    BINDINGS = bindings("passages")

    def __init__(self, name: str, title: str, passages: Sequence[Passage]) -> None:
        super().__init__(name)
        self._title = title
        self._passages = [*passages]
        self._lines: list[str] = []
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
            words = one_line(passage.words)
            self._lines += [
                line.cut(words) for line in wrap(words, max(1, self.inner_width - 2 * INDENT))
            ]
            self._lines += [passage.about, ""] if passage.about else [""]

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
        return (self.heading_strip(self._title, f"{self.cursor + 1}/{len(self._passages)}"),)

    def paint(self, line: int) -> Strip:
        """Return one line of a passage, or of what there is to say about it."""
        row = self.row_at(line)
        if row is None:
            return Strip([])
        last = line == self.lines_of(row).stop - 1
        about = last and bool(self._passages[row].about)
        style = self.table["aside" if about else "quote"]
        strip = strip_of((f"{' ' * INDENT}{self._lines[line]}", style))
        if row != self.cursor:
            return strip
        return strip.crop_extend(0, self.inner_width, None).apply_style(self.table["current"])
