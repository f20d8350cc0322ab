"""CursorPane: a pane of rows of which one is chosen."""

from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from reader.tui.messages import Said
from reader.tui.widgets.line_pane import LinePane


class CursorPane(LinePane):
    """A pane with a cursor over its rows; a row is one line or more."""

    cursor: reactive[int] = reactive(0, repaint=False)
    top: reactive[int] = reactive(0, repaint=False)  # the first line seen below the heading

    class Moved(Message):
        """The cursor stands on another row now; only the newest such message matters."""

        def __init__(self, pane: "CursorPane") -> None:
            super().__init__()
            self.pane = pane

        def can_replace(self, message: Message) -> bool:
            """Give way to a newer move of the same pane."""
            return isinstance(message, CursorPane.Moved) and message.pane is self.pane

    class Chosen(Message):
        """The row under the cursor was opened."""

        def __init__(self, pane: "CursorPane") -> None:
            super().__init__()
            self.pane = pane

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._line_count = 0

    def set_lines(self, lines: int) -> None:
        """Say how many lines there are to paint."""
        self._line_count = lines
        self.top = self.validate_top(self.top)
        self.refresh()

    def fit(self) -> None:
        """Keep the pane filled, and the row under the cursor in sight."""
        self.set_reactive(CursorPane.top, self.validate_top(self._top_in_sight()))

    def watch_top(self) -> None:
        """Paint what has come into sight."""
        self.repaint_changed()

    def validate_top(self, top: int) -> int:
        """Keep the pane filled as far as there are lines."""
        return max(0, min(top, self._line_count - self.page))

    def body(self, row: int) -> Strip:
        """Return one of the lines that are seen."""
        line = self.top + row
        return self.paint(line) if line < self._line_count else Strip([])

    def paint(self, line: int) -> Strip:
        """Return one line below the heading."""
        raise NotImplementedError

    def roll(self, lines: int) -> None:
        """Move what is seen by lines; the cursor stays on its row."""
        self.top += lines

    def rows(self) -> int:
        """Return how many rows there are."""
        raise NotImplementedError

    def lines_of(self, row: int) -> range:
        """Return the lines of a row."""
        raise NotImplementedError

    def row_at(self, line: int) -> int | None:
        """Return the row that a line belongs to, if it belongs to one."""
        raise NotImplementedError

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row."""
        return max(0, min(cursor, self.rows() - 1))

    def watch_cursor(self) -> None:
        """Keep the cursor in sight and tell of its move."""
        self.keep_in_sight()
        self.repaint_changed()
        self.post_message(self.Moved(self))

    def keep_in_sight(self) -> None:
        """Scroll by as little as shows the row under the cursor."""
        self.top = self._top_in_sight()

    def _top_in_sight(self) -> int:
        if not self.rows():
            return self.top
        lines = self.lines_of(self.cursor)
        if lines.start < self.top:
            return 0 if self.cursor == 0 else lines.start
        return max(self.top, lines.stop - self.page)

    def action_move(self, lines: int) -> None:
        """Move the cursor by rows."""
        self.cursor += lines

    def action_page(self, pages: float) -> None:
        """Move the cursor by as many rows as a page holds."""
        height = len(self.lines_of(self.cursor)) if self.rows() else 1
        rows = max(1, int(self.page * abs(pages) / max(1, height)) - (abs(pages) >= 1))
        self.cursor += rows if pages > 0 else -rows

    def action_edge(self, direction: int) -> None:
        """Move the cursor to the first or the last row."""
        self.cursor = 0 if direction < 0 else self.rows() - 1

    def action_open(self) -> None:
        """Open the row under the cursor."""
        if self.has_rows():
            self.post_message(self.Chosen(self))

    def has_rows(self) -> bool:
        """Tell whether there is a row to open; say why where there is none."""
        if not self.rows():
            self.post_message(Said(self.why_empty()))
        return bool(self.rows())

    def why_empty(self) -> str:
        """Return why there is no row."""
        return "There is nothing to open here."

    def on_click(self, event: events.Click) -> None:
        """Choose the row that was clicked."""
        line = event.y - self._heading_lines + self.top
        row = self.row_at(line) if event.y >= self._heading_lines else None
        if row is not None:
            self.cursor = row
            self.action_open()
