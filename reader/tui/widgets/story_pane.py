"""StoryPane: what the accounts of one story tell, side by side; every row leads to its article."""

from bisect import bisect_right
from itertools import accumulate

from textual.strip import Strip

from reader.tui.keys import bindings
from reader.tui.story_page import Bookmark, Lead, StoryRow, StorySection, Told, title_lines
from reader.tui.story_rows import story_sections
from reader.tui.widgets.cursor_pane import CursorPane
from reader.tui.widgets.line_pane import strip_of

EMPTY = StoryRow(1, lambda _: ())


class StoryPane(CursorPane):
    """The page of a story. Rows that lead nowhere are passed over by the cursor."""

    BINDINGS = bindings("story")

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._heading_lines = 3
        self._told: Told | None = None
        self._waiting = "reading…"
        self._rows: list[StoryRow | StorySection] = []
        self._starts: list[int] = []  # the first line of each row
        self._leading: list[int] = []  # the rows that lead somewhere

    @property
    def lead(self) -> Lead | None:
        """Where the row under the cursor leads."""
        row = self._rows[self._leading[self.cursor]] if self._leading else None
        return row.lead if isinstance(row, StoryRow) else None

    def show(self, told: Told) -> None:
        """Show a story; the cursor stays on its row, in its line, once it was moved."""
        lead, line = self.lead if self.cursor else None, self._place_in_sight
        self._told = told
        self._lay_out()
        place = next((at for at in range(self.rows()) if self._lead_at(at) == lead), None)
        if lead and place is not None:
            self._stand_on(place, line)

    @property
    def bookmark(self) -> Bookmark | None:
        """Where one is on the page, once it tells something."""
        return Bookmark(self._told, self.cursor, self._place_in_sight) if self._told else None

    def return_to(self, bookmark: Bookmark) -> None:
        """Show the page as one left it."""
        self._told = bookmark.told
        self._lay_out()
        self._stand_on(bookmark.row, bookmark.line)

    @property
    def _place_in_sight(self) -> int:
        """In which of the lines that are seen the cursor is."""
        return self.lines_of(self.cursor).start - self.top if self._leading else 0

    def _stand_on(self, row: int, line: int) -> None:
        """Put the cursor on a row, and that in a line."""
        self.cursor = row
        self.top = self.lines_of(self.cursor).start - line if self._leading else 0

    def _lead_at(self, place: int) -> Lead | None:
        row = self._rows[self._leading[place]]
        return row.lead if isinstance(row, StoryRow) else None

    def say_instead(self, sentence: str) -> None:
        """Say why there is nothing to show."""
        self._told, self._waiting = None, sentence
        self._lay_out()

    def fit(self) -> None:
        """Let the lines be until the new size is told: they are all broken anew then."""

    def on_resize(self) -> None:
        """Break the lines anew; the cursor stays in its line."""
        self._fit_to_room()
        line = self._place_in_sight
        self._lay_out()
        self._stand_on(self.cursor, line)
        self.keep_in_sight()

    def _lay_out(self) -> None:
        self._rows = []
        if self._told:
            for section in story_sections(self._told, max(24, self.inner_width), self.signs):
                self._rows += [*([EMPTY] if self._rows else ()), section, *section.rows]
        heights = [row.height if isinstance(row, StoryRow) else 1 for row in self._rows]
        self._starts = [0, *accumulate(heights)]
        self._leading = [
            at for at, row in enumerate(self._rows) if isinstance(row, StoryRow) and row.lead
        ]
        self.set_lines(max(1, self._starts[-1]))
        self.cursor = self.validate_cursor(self.cursor)

    def rows(self) -> int:
        """Return how many rows lead somewhere."""
        return len(self._leading)

    def lines_of(self, row: int) -> range:
        """Return the lines of a row."""
        at = self._leading[row]
        return range(self._starts[at], self._starts[at + 1])

    def row_at(self, line: int) -> int | None:
        """Return the row that a line belongs to, if it leads somewhere."""
        at = bisect_right(self._starts, line) - 1
        place = bisect_right(self._leading, at) - 1
        return place if place >= 0 and self._leading[place] == at else None

    def heading(self) -> tuple[Strip, ...]:
        """Return the title and how much there is to the story."""
        if not self._told:
            return (self.heading_strip("Story"), Strip([]), Strip([]))
        title, about = title_lines(self._told, self.inner_width - 2, self.signs)
        return (
            strip_of((f" {title}", self.table["title"])),
            strip_of((f" {about}", self.table["aside"])),
            Strip([]),
        )

    def paint(self, line: int) -> Strip:
        """Return one line of the page, or what it waits for."""
        if not self._rows:
            return strip_of(
                (f" {self._waiting.replace('…', self.signs.more)}", self.table["aside"])
            )
        at = bisect_right(self._starts, line) - 1
        row = self._rows[at]
        if isinstance(row, StorySection):
            return self.heading_strip(row.name, row.figure)
        pieces = row.line(line - self._starts[at])
        strip = strip_of(*((text, self.table[style]) for text, style in pieces))
        if not self._leading or at != self._leading[self.cursor]:
            return strip
        return strip.crop_extend(0, self.inner_width, None).apply_style(self.table["current"])
