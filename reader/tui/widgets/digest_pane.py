"""DigestPane: what was found in the article beside it, by the engine or by a check."""

from bisect import bisect_right
from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, Protocol

from textual.strip import Strip

from reader.article import Article
from reader.citations import Citable
from reader.tui.digest_rows import DigestRows, Line, Section
from reader.tui.keys import bindings
from reader.tui.outline import Heard
from reader.tui.widgets.cursor_pane import CursorPane
from reader.tui.widgets.line_pane import strip_of
from reader.tui.wrapping import wrap
from summarize import Digest

if TYPE_CHECKING:
    from reader.compared import Finding

NARROWEST = 12  # cells that lines are made for, however narrow the pane is


class Rows(Protocol):
    """The lines of the pane, in a width; a row is what leads somewhere."""

    values: list[Citable | Heard]
    sections: list[tuple[int, Section]]

    def __len__(self) -> int:
        """Return how many lines there are."""

    def set_width(self, width: int) -> None:
        """Break the lines anew."""

    def line(self, number: int) -> Line | Section:
        """Return one line, or the heading that stands on it."""

    def lines_of(self, row: int) -> range:
        """Return the lines of a row."""

    def row_at(self, line: int) -> int | None:
        """Return the row that a line belongs to, if it leads somewhere."""


class DigestPane(CursorPane):
    """What was found in one article; every row leads to its place in the text."""

    BINDINGS = bindings("digest")

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._article: Article | None = None
        self._rows: Rows | None = None
        self._waiting = ""

    @property
    def value(self) -> Citable | Heard | None:
        """What the row under the cursor leads to."""
        return self._rows.values[self.cursor] if self._rows and self._rows.values else None

    def wait(self, article: Article | None, why: str) -> None:
        """Say what the pane waits for."""
        self._article, self._rows, self._waiting = article, None, why
        self._lay_out()
        self.refresh()

    def show(self, article: Article, digest: Digest) -> None:
        """Show the digest of an article."""
        self._show_rows(article, DigestRows(article.text, digest, self.signs))

    def show_findings(self, article: Article, findings: "Sequence[Finding]") -> None:
        """Show what was found when the article was checked."""
        from reader.tui.finding_rows import FindingRows  # most articles are never checked

        self._show_rows(article, FindingRows(findings, self.signs))

    def go_on(self, article: Article) -> None:
        """Take the article for the one that is shown: what is shown of it next stays in place."""
        self._article = article

    def _show_rows(self, article: Article, rows: Rows) -> None:
        same = self._article is article and type(self._rows) is type(rows)
        self._article, self._rows = article, rows
        self._lay_out()
        self.cursor = self.cursor if same else 0
        self.top = self.top if same else 0
        self.refresh()

    def fit(self) -> None:
        """Break the lines anew."""
        self._lay_out()
        super().fit()

    def _lay_out(self) -> None:
        if self._rows is not None:
            self._rows.set_width(max(NARROWEST, self.inner_width - 1))
            self._line_count = len(self._rows)
        else:
            self._line_count = len(self._waiting_lines())

    def _waiting_lines(self) -> list[str]:
        lines = wrap(self._waiting, max(1, self.inner_width - 2))
        return [line.cut(self._waiting) for line in lines]

    def rows(self) -> int:
        """Return how many rows lead somewhere."""
        return len(self._rows.values) if self._rows else 0

    def lines_of(self, row: int) -> range:
        """Return the lines of a row."""
        return self._rows.lines_of(row) if self._rows else range(0)

    def row_at(self, line: int) -> int | None:
        """Return the row that a line belongs to, if it leads somewhere."""
        return self._rows.row_at(line) if self._rows else None

    def heading(self) -> tuple[Strip]:
        """Return the heading of the section that is at the top."""
        if self._rows is None:
            return (self.heading_strip("Digest"),)
        sections = self._rows.sections
        at = bisect_right(sections, self.top, key=lambda start: start[0]) - 1
        section = sections[max(0, at)][1]
        return (self.heading_strip(section.name, section.figure),)

    def looks(self, rows: int) -> Sequence[Hashable]:
        """Return each line, and whether the cursor stands on it."""
        top, cursor = self.top, self.cursor
        return [(line, self.row_at(line) == cursor) for line in range(top, top + rows)]

    def paint(self, line: int) -> Strip:
        """Return one line of the digest, or of what the pane waits for."""
        if self._rows is None:
            return strip_of((f" {self._waiting_lines()[line]}", self.table["aside"]))
        shown = self._rows.line(line)
        if isinstance(shown, Section):
            return self.heading_strip(shown.name, shown.figure)
        strip = strip_of(*((text, self.table[style]) for text, style in shown))
        if self.row_at(line) != self.cursor or not self.has_focus:
            return strip
        return strip.crop_extend(0, self.inner_width, None).apply_style(self.table["current"])

    def action_move(self, lines: int) -> None:
        """Move the cursor by rows; say why where there are none yet."""
        if self.has_rows():
            super().action_move(lines)

    def action_page(self, pages: float) -> None:
        """Move the cursor by pages; say why where there are none yet."""
        if self.has_rows():
            super().action_page(pages)

    def action_edge(self, direction: int) -> None:
        """Move the cursor to the first or the last row; say why where there are none yet."""
        if self.has_rows():
            super().action_edge(direction)

    def why_empty(self) -> str:
        """Return what is waited for."""
        return self._waiting or super().why_empty()
