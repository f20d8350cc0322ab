"""ArticleList: the articles, two lines each."""

from datetime import datetime

from rich.cells import cell_len, set_cell_size
from textual.message import Message
from textual.strip import Strip

from reader.rows import Row
from reader.tui.guide import NO_ARTICLE
from reader.tui.keys import bindings
from reader.tui.messages import Said
from reader.tui.shelves import Shelf
from reader.tui.widgets.cursor_pane import CursorPane
from reader.tui.widgets.line_pane import strip_of
from reader.tui.wrapping import wrap

EMPTY_LINES = 4  # what the sentence may take that stands in an empty list
LINES = 2  # an article: its title, then its source and counts


class ArticleList(CursorPane):
    """The list of articles, with what is unread and what was found in each."""

    BINDINGS = bindings("list")

    class ReadChanged(Message):
        """An article was marked as read or unread."""

    def __init__(self, name: str, shelf: Shelf) -> None:
        super().__init__(name)
        self._shelf = shelf
        self._current: int | None = None  # the key that the cursor stands on
        self._empty = "Reading…"

    @property
    def key(self) -> int | None:
        """The key of the article under the cursor."""
        return self._shelf.row(self.cursor).key if self.cursor < len(self._shelf) else None

    def reload(self) -> None:
        """Show what is on the shelf now; the cursor stays on its article, in its line."""
        place = None if self._current is None else self._shelf.place(self._current)
        line = self.lines_of(self.cursor).start - self.top
        self.set_lines(LINES * len(self._shelf) or EMPTY_LINES)
        self.cursor = self.cursor if place is None else place
        self.top = self.lines_of(self.cursor).start - line
        self._current = self.key

    def watch_cursor(self) -> None:
        """Remember the article under the cursor, too."""
        super().watch_cursor()
        self._current = self.key

    def go_to(self, key: int) -> None:
        """Put the cursor on an article; list everything if it is not in the list."""
        if self._shelf.place(key) is None:
            self._shelf.look_for("")
            self.reload()
        self.cursor = self._shelf.place(key) or 0

    def say_empty(self, sentence: str) -> None:
        """Say why there is nothing to list."""
        self._empty = sentence
        self.refresh()

    def mark_read(self, *, read: bool = True) -> None:
        """Mark the article under the cursor as read or unread."""
        if self.key is not None:
            self._shelf.mark_read([self.key], read=read)
            self.refresh()
            self.post_message(self.ReadChanged())

    def rows(self) -> int:
        """Return how many articles there are."""
        return len(self._shelf)

    def lines_of(self, row: int) -> range:
        """Return the two lines of an article."""
        return range(LINES * row, LINES * (row + 1))

    def row_at(self, line: int) -> int | None:
        """Return the article on a line."""
        row = line // LINES
        return row if row < self.rows() else None

    def heading(self) -> tuple[Strip]:
        """Return the pane's name and the cursor's place."""
        place = f"{self.cursor + 1}/{self.rows()}" if self.rows() else ""
        return (self.heading_strip("Articles", place),)

    def paint(self, line: int) -> Strip:
        """Return one line: a title, or a source with counts."""
        if not self.rows():
            lines = wrap(self._empty, max(1, self.inner_width - 2))
            words = lines[line].cut(self._empty) if line < len(lines) else ""
            return strip_of((f" {words}", self.table["aside"]))
        place, below = divmod(line, LINES)
        if place >= self.rows():  # the shelf has changed and `reload` is still to come
            return Strip([])
        row = self._shelf.row(place)
        strip = self._about(row) if below else self._title(row)
        if place != self.cursor:
            return strip
        style = self.table["current" if self.has_focus else "left"]
        return strip.crop_extend(0, self.inner_width, None).apply_style(style)

    def _title(self, row: Row) -> Strip:
        style = self.table["text" if row.read else "title"]
        sign = " " if row.read else self.signs.unread
        star = (self.signs.star, self.table["sign"]) if row.starred else (" ", style)
        return strip_of((f" {sign}", style), star, (self._fit(row.title, 4), style))

    def _about(self, row: Row) -> Strip:
        found = (
            f"{row.quotes} {self.signs.quote} {row.claims:>2} #" if row.claims is not None else ""
        )
        edited = "" if row.edited is None else f"edited {_clock(row.edited)} "
        counts = f" {edited}{found}  {row.minutes} min "
        room = max(0, self.inner_width - 3 - len(counts))
        source = self._fit(row.source or row.published.partition("T")[0], 3 + len(counts))
        return strip_of((f"   {set_cell_size(source, room)}{counts}", self.table["aside"]))

    def _fit(self, text: str, taken: int) -> str:
        """Cut `text` to what is left of the line when `taken` cells are."""
        room = max(1, self.inner_width - taken)
        return text if cell_len(text) <= room else set_cell_size(text, room - 1) + self.signs.more

    def action_unread(self, direction: int) -> None:
        """Move to the next or the previous article that is unread."""
        if not self._there():
            return
        place = self._shelf.next_unread(self.cursor, direction)
        if place is None:
            self.post_message(Said("Every article is read."))
        else:
            self.cursor = place

    def action_toggle_read(self) -> None:
        """Mark the article under the cursor as read, or as unread again."""
        if self._there():
            read = not self._shelf.row(self.cursor).read
            self.mark_read(read=read)
            row = self._shelf.row(self.cursor)
            if row.read == read:
                self._acknowledge("Marked as read" if read else "Marked as unread", row)

    def action_toggle_star(self) -> None:
        """Star the article under the cursor, or take its star."""
        if self._there():
            before = self._shelf.row(self.cursor)
            self._shelf.star([before.key], starred=not before.starred)
            self.refresh()
            row = self._shelf.row(self.cursor)
            if row.starred != before.starred:
                self._acknowledge("Starred" if row.starred else "Took the star of", row)

    def _there(self) -> bool:
        """Tell whether there is an article to do something with; say so where there is none."""
        if not self.rows():
            self.post_message(Said(NO_ARTICLE))
        return bool(self.rows())

    def _acknowledge(self, done: str, row: Row) -> None:
        undo = self.app.keys.shown("undo")
        self.post_message(Said(f"{done}: {row.title}" + (f" ({undo} undoes it)" if undo else "")))


def _clock(moment: float) -> str:
    """Return the time of a moment today, the date of an earlier one."""
    then, today = datetime.fromtimestamp(moment).astimezone(), datetime.now().astimezone()
    return f"{then:%H:%M}" if then.date() == today.date() else f"{then:%d %b}"
