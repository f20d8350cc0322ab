"""ArticleList: the articles, each with its title, where it is from and what was found in it."""

from collections.abc import Hashable, Sequence
from datetime import datetime

from rich.cells import cell_len, set_cell_size
from textual.message import Message
from textual.strip import Strip

from reader.moments import has_time, moment
from reader.rows import Row
from reader.tui.guide import NO_ARTICLE
from reader.tui.keys import bindings
from reader.tui.messages import Said
from reader.tui.outline import count
from reader.tui.shelves import Shelf
from reader.tui.widgets.cursor_pane import CursorPane
from reader.tui.widgets.line_pane import strip_of
from reader.tui.wrapping import wrap

EMPTY_LINES = 4  # what the sentence may take that stands in an empty list
NARROW = 60  # cells; in a narrower list a title may take two lines
WITH_MINUTES = 46  # cells from which there is room for the minutes, too


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
        self._lines = 2  # an article: its title, then its source and counts

    @property
    def key(self) -> int | None:
        """The key of the article under the cursor."""
        return self._shelf.row(self.cursor).key if self.cursor < len(self._shelf) else None

    def reload(self) -> None:
        """Show what is on the shelf now; the cursor stays on its article, in its line."""
        place = None if self._current is None else self._shelf.place(self._current)
        line = self.lines_of(self.cursor).start - self.top
        self.set_lines(self._lines * len(self._shelf) or EMPTY_LINES)
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
            self._shelf.look_at(self._shelf.view._replace(query="", only="all"))
            self.reload()
        self.cursor = self._shelf.place(key) or 0

    def is_in_sight(self, name: str) -> bool:
        """Tell whether an article can be seen now, by its id."""
        first, some = self.top // self._lines, self.page // self._lines + 2
        places = range(first, min(first + some, len(self._shelf)))
        return any(self._shelf.row(place).id == name for place in places)

    def say_empty(self, sentence: str) -> None:
        """Say why there is nothing to list."""
        self._empty = sentence
        self.refresh()

    def fit(self) -> None:
        """Give titles two lines where the list is narrow; the same article stays on top."""
        first, self._lines = self.top // self._lines, 3 if self.inner_width < NARROW else 2
        self._line_count = self._lines * len(self._shelf) or EMPTY_LINES
        self.set_reactive(CursorPane.top, first * self._lines)
        super().fit()

    def looks(self, rows: int) -> Sequence[Hashable]:
        """Return all that the look of each line depends on."""
        top, cursor, chosen = self.top, self.cursor, (self.has_focus, "chosen")
        looks: list[Hashable] = []
        for line in range(top, min(top + rows, self._lines * len(self._shelf))):
            place, below = divmod(line, self._lines)
            looks.append((self._shelf.row(place), below, place == cursor and chosen))
        return looks + [None] * (rows - len(looks))

    def note_opened(self) -> None:
        """Show the article under the cursor as read: it was opened."""
        if self.key is not None:
            self._shelf.note_opened(self.key)
            self._show_read()

    def _show_read(self) -> None:
        self.repaint_changed()
        self.post_message(self.ReadChanged())

    def rows(self) -> int:
        """Return how many articles there are."""
        return len(self._shelf)

    def lines_of(self, row: int) -> range:
        """Return the lines of an article."""
        return range(self._lines * row, self._lines * (row + 1))

    def row_at(self, line: int) -> int | None:
        """Return the article on a line."""
        row = line // self._lines
        return row if row < self.rows() else None

    def heading(self) -> tuple[Strip]:
        """Return the pane's name, what it is narrowed to and the cursor's place."""
        place = f"{self.cursor + 1}/{self.rows()}" if self.rows() else ""
        name = ", ".join(filter(None, ("Articles", self._shelf.view.told)))
        return (self.heading_strip(name, place),)

    def paint(self, line: int) -> Strip:
        """Return one line: some of a title, or a source with counts."""
        if not self.rows():
            lines = wrap(self._empty, max(1, self.inner_width - 2))
            words = lines[line].cut(self._empty) if line < len(lines) else ""
            return strip_of((f" {words}", self.table["aside"]))
        place, below = divmod(line, self._lines)
        if place >= self.rows():  # the shelf has changed and `reload` is still to come
            return Strip([])
        strip = self._line_of(self._shelf.row(place), below)
        if place != self.cursor:
            return strip
        style = self.table["current" if self.has_focus else "left"]
        return strip.crop_extend(0, self.inner_width, None).apply_style(style)

    def _line_of(self, row: Row, number: int) -> Strip:
        """Return a line of an article; below a title of one line, in a narrow list, air."""
        title = self._title_lines(row)
        if number < len(title):
            return self._title(row, title[number], first=number == 0)
        return self._about(row) if number == len(title) else Strip([])

    def _title_lines(self, row: Row) -> Sequence[str]:
        lines = [span.cut(row.title) for span in wrap(row.title, self.inner_width - 4)]
        whole, rest = lines[: self._lines - 2], lines[self._lines - 2 :]
        return [*whole, self._fit(" ".join(rest), 4)] if rest else whole

    def _title(self, row: Row, words: str, *, first: bool) -> Strip:
        style = self.table["text" if row.read else "title"]
        if not first:
            return strip_of((f"   {words}", style))
        sign = (" " if row.read else self.signs.unread, style)
        if row.changed:
            sign = (self.signs.edited, self.table["sign"])
        star = (self.signs.star, self.table["sign"]) if row.starred else (" ", style)
        return strip_of((" ", style), sign, star, (words, style))

    def _about(self, row: Row) -> Strip:
        """Return where and when, the tags, and what was found."""
        found = (
            f" {row.quotes} {self.signs.quote} {row.claims:>2} #" if row.claims is not None else ""
        )
        minutes = f"  {row.minutes} min" if self.inner_width >= WITH_MINUTES else ""
        story = f" {row.accounts} {self.signs.story}" if row.accounts > 1 else ""
        source = " ".join((*(f"#{tag}" for tag in row.tags), row.source))
        beside = f"{story}{found}{minutes} "
        room = self.inner_width - 4 - cell_len(source) - cell_len(beside)
        when = self._when(row, room)
        # A count right behind a date reads as its year.
        apart = " " if found and not story and cell_len(when) != room else ""
        right = f" {when}{apart}{beside}"
        source = self._fit(source, 3 + cell_len(right))
        room = max(0, self.inner_width - 3 - cell_len(right))
        return strip_of((f"   {set_cell_size(source, room)}{right}", self.table["aside"]))

    def _when(self, row: Row, room: int) -> str:
        """Return when an article was edited, by a sign where the word has no room, or published."""
        if not row.edited:
            return _day(row.published)
        told = f"edited {_clock(row.edited)}"
        return told if cell_len(told) <= room else f"{self.signs.edited}{_clock(row.edited)}"

    def _fit(self, text: str, taken: int) -> str:
        """Cut `text` to what is left of the line when `taken` cells are."""
        return self.fitted(text, max(1, self.inner_width - taken))

    def action_unread(self, direction: int) -> None:
        """Move to the next or the previous article that is unread."""
        if not self.has_rows():
            return
        place = self._shelf.next_unread(self.cursor, direction)
        if place is None:
            self.post_message(Said("Every article is read."))
        else:
            self.cursor = place

    def toggle_read(self) -> None:
        """Mark the article under the cursor as read, or as unread again."""
        if self.has_rows():
            before = self._shelf.row(self.cursor)
            read = not before.read
            self._shelf.mark_read([before.key], read=read)
            self._show_read()
            row = self._shelf.row(self.cursor)
            if row.read == read:
                self.acknowledge("Marked as read" if read else "Marked as unread", row.title)

    def toggle_star(self) -> None:
        """Star the article under the cursor, or take its star."""
        if self.has_rows():
            before = self._shelf.row(self.cursor)
            self._shelf.star([before.key], starred=not before.starred)
            self.repaint_changed()
            row = self._shelf.row(self.cursor)
            if row.starred != before.starred:
                done = f"Starred{self.how_long}" if row.starred else "Took the star of"
                self.acknowledge(done, row.title)

    def action_read_all(self) -> None:
        """Mark every article that is listed as read."""
        if not self.has_rows():
            return
        before = self._shelf.unread
        self._shelf.mark_read(self._shelf.listed(), read=True)
        self._show_read()
        self.acknowledge("Marked as read", count(before - self._shelf.unread, "article"))

    def why_empty(self) -> str:
        """Return that there is no article to do something with."""
        return NO_ARTICLE

    @property
    def how_long(self) -> str:
        """Say of stars and tags that they are forgotten at the end, where that is so."""
        return "" if self._shelf.library else " for this session"

    def acknowledge(self, done: str, what: str) -> None:
        """Say what was done, and which key undoes it."""
        undo = self.app.keys.shown("undo")
        self.post_message(Said(f"{done}: {what}" + (f" ({undo} undoes it)" if undo else "")))


def _clock(moment: float) -> str:
    """Return the time of a moment today, the day of an earlier one."""
    return _told(datetime.fromtimestamp(moment).astimezone())


def _day(published: str) -> str:
    """Return when an article was published: the time today, the day this year, else the date."""
    then = moment(published)
    if then is None:
        return published
    return _told(then) if has_time(published) else _told_day(then)


def _told(then: datetime) -> str:
    today = datetime.now().astimezone().date()
    return f"{then:%H:%M}" if then.date() == today else _told_day(then)


def _told_day(then: datetime) -> str:
    year = datetime.now().astimezone().year
    return f"{then.day} {then:%b}" if then.year == year else f"{then:%Y-%m-%d}"
