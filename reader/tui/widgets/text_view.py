"""TextView: a text in a centred column; where one is in it is a code point, not a line."""

from bisect import bisect_right
from collections.abc import Hashable, Sequence

from rich.cells import cell_len
from textual.reactive import reactive
from textual.strip import Strip

from reader.tui.column import Column, Line, Place
from reader.tui.widgets.line_pane import LinePane

MARGIN = 3  # cells: the summary bar or the arrow, the quote sign, a space
WIDEST = 76  # cells: longer lines lose the eye on its way back


class TextView(LinePane):
    """A column of text below a heading. Only the paragraphs that are seen are broken into lines.

    `top` is a code point in the first line that is seen: it stays the same when the lines change.
    """

    top: reactive[int] = reactive(0, repaint=False)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.column = Column("")
        self._beside = 0  # cells that are kept free on the right
        self._seen: tuple[tuple[object, ...], list[Line]] = ((), [])

    @property
    def column_width(self) -> int:
        """How wide the text runs, in cells."""
        return max(1, min(WIDEST, self.inner_width - MARGIN - 2 - self._beside))

    @property
    def indent(self) -> int:
        """How many cells there are to the left of the text, with the margin."""
        return max(0, (self.inner_width - self.column_width - MARGIN) // 2) + MARGIN

    @property
    def first(self) -> Place:
        """The place of the first line that is seen; the pane is filled as far as there is text."""
        return min(self.column.place(self.top), self._lowest)

    @property
    def _lowest(self) -> Place:
        return self.column.step(self.column.end, 1 - self.page)

    @property
    def seen(self) -> list[Line]:
        """The lines that are seen."""
        made_of = (self.column, self.column.width, self.top, self.page)
        if self._seen[0] != made_of:
            self._seen = made_of, list(self.column.lines(self.first, self.page))
        return self._seen[1]

    @property
    def bottom(self) -> int:
        """The code point where the last line that is seen ends."""
        return self.seen[-1].span.end

    def watch_top(self) -> None:
        """Paint what has come into sight."""
        self.repaint_changed()

    def looks(self, rows: int) -> Sequence[Hashable]:
        """Return all that the look of each line depends on until the text is marked anew."""
        looks: list[Hashable] = [*self.seen[:rows]]
        return looks + [()] * (rows - len(looks))

    def body(self, row: int) -> Strip:
        """Paint one of the lines that are seen."""
        seen = self.seen
        return self.paint(seen[row]) if row < len(seen) else Strip([])

    def paint(self, line: Line) -> Strip:
        """Return one line of the text with its margin."""
        raise NotImplementedError

    def roll(self, lines: int) -> None:
        """Move the text by lines."""
        place = min(self.column.step(self.first, lines), self._lowest)
        if place != self.first:
            self.top = self.column.line(place).span.start

    def action_move(self, lines: int) -> None:
        """Move by lines."""
        self.roll(lines)

    def action_edge(self, direction: int) -> None:
        """Move to the first or the last line."""
        self.top = 0 if direction < 0 else self.column.line(self._lowest).span.start

    def bring_into_sight(self, offset: int) -> None:
        """Show the line of a code point; the text stays where it is if the line is seen."""
        place = self.column.place(offset)
        if not self.first <= place <= self.column.step(self.first, self.page - 1):
            above = self.column.step(place, -(self.page // 3))
            self.top = self.column.line(above).span.start

    def offset_at(self, x: int, y: int) -> int:
        """Return the code point under a cell of the pane; the nearest one where there is none."""
        row = max(0, min(y - self._heading_lines, len(self.seen) - 1))
        line = self.seen[row]
        cells = x - self.edged - self.indent - line.indent
        return line.span.start + _characters(line.span.cut(self.column.text), cells)


def _characters(words: str, cells: int) -> int:
    """Return how many characters stand before a cell of a line; those of one sign stay together."""
    before = words.replace("\t", " ")
    return bisect_right(range(len(words)), cells, key=lambda last: cell_len(before[: last + 1]))
