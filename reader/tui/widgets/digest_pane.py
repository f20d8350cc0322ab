"""DigestPane: the summary, the quotes by speaker and the claims of the article beside it."""

from bisect import bisect_right

from textual.strip import Strip

from reader.article import Article
from reader.citations import Citable
from reader.tui.digest_rows import Line, Row, Section, sections
from reader.tui.keys import bindings
from reader.tui.outline import Heard
from reader.tui.widgets.cursor_pane import CursorPane
from reader.tui.widgets.line_pane import strip_of
from summarize import Digest

Painted = tuple[Line, int | None] | Section  # a line with its row, or a section's heading


class DigestPane(CursorPane):
    """What was found in one article; every row leads to its place in the text."""

    BINDINGS = bindings("digest")

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._article: Article | None = None
        self._digest: Digest | None = None
        self._waiting = ""
        self._painted: list[Painted] = []
        self._values: list[Citable | Heard] = []
        self._starts: list[int] = []  # the first line of each row that leads somewhere
        self._sections: list[tuple[int, Section]] = []

    @property
    def value(self) -> Citable | Heard | None:
        """What the row under the cursor leads to."""
        return self._values[self.cursor] if self._values else None

    def wait(self, article: Article | None, why: str) -> None:
        """Say what the pane waits for."""
        self._article, self._digest, self._waiting = article, None, why
        self._lay_out()

    def show(self, article: Article, digest: Digest) -> None:
        """Show the digest of an article."""
        same = self._article is article
        self._article, self._digest = article, digest
        self._lay_out()
        if not same:
            self.cursor = 0
            self.top = 0

    def on_resize(self) -> None:
        """Break the lines anew."""
        self._lay_out()

    def _lay_out(self) -> None:
        self._painted, self._values, self._starts, self._sections = [], [], [], []
        if self._article and self._digest:
            for section in sections(
                self._article.text, self._digest, max(12, self.inner_width - 1), self.signs
            ):
                self._add_section(section)
        self.set_lines(max(1, len(self._painted)))
        self.cursor = self.validate_cursor(self.cursor)

    def _add_section(self, section: Section) -> None:
        if self._painted:  # the first section's heading is the pane's own
            self._painted += [((), None), section]
        self._sections.append((len(self._painted), section))
        for row in section.rows:
            self._add_row(row)

    def _add_row(self, row: Row) -> None:
        number = None
        if row.value is not None:
            number = len(self._values)
            self._values.append(row.value)
            self._starts.append(len(self._painted))
        self._painted += [(line, number) for line in row.lines]

    def rows(self) -> int:
        """Return how many rows lead somewhere."""
        return len(self._values)

    def lines_of(self, row: int) -> range:
        """Return the lines of a row."""
        start = self._starts[row]
        stop = start
        while stop < len(self._painted) and self.row_at(stop) == row:
            stop += 1
        return range(start, stop)

    def row_at(self, line: int) -> int | None:
        """Return the row that a line belongs to, if it leads somewhere."""
        if not 0 <= line < len(self._painted):
            return None
        painted = self._painted[line]
        return None if isinstance(painted, Section) else painted[1]

    def heading(self) -> tuple[Strip]:
        """Return the heading of the section that is at the top."""
        if not self._sections:
            return (self.heading_strip("Digest"),)
        at = bisect_right(self._sections, self.top, key=lambda start: start[0]) - 1
        section = self._sections[max(0, at)][1]
        return (self.heading_strip(section.name, section.figure),)

    def paint(self, line: int) -> Strip:
        """Return one line of the digest, or what the pane waits for."""
        if not self._painted:
            return strip_of((f" {self._waiting}", self.table["aside"]))
        painted = self._painted[line]
        if isinstance(painted, Section):
            return self.heading_strip(painted.name, painted.figure)
        pieces, row = painted
        strip = strip_of(*((text, self.table[style]) for text, style in pieces))
        if row is None or row != self.cursor or not self.has_focus:
            return strip
        return strip.crop_extend(0, self.inner_width, None).apply_style(self.table["current"])
