"""ArticleList: the articles, two lines each."""

from collections.abc import Collection, Sequence

from rich.cells import cell_len, set_cell_size
from textual.message import Message
from textual.strip import Strip

from reader.article import Article
from reader.tui.keys import bindings
from reader.tui.messages import Said
from reader.tui.widgets.cursor_pane import CursorPane
from reader.tui.widgets.line_pane import strip_of

LINES = 2  # an article: its title, then its source and counts


class ArticleList(CursorPane):
    """The list of articles, with what is unread and what was found in each."""

    BINDINGS = bindings("list")

    class ReadChanged(Message):
        """An article was marked as read or unread."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._articles: Sequence[Article] = ()
        self._counts: dict[str, tuple[int, int]] = {}
        self._read: set[str] = set()
        self._empty = "Reading…"

    @property
    def article(self) -> Article | None:
        """The article under the cursor."""
        return self._articles[self.cursor] if self._articles else None

    @property
    def unread(self) -> int:
        """How many articles were not opened yet."""
        return len({article.id for article in self._articles} - self._read)

    def show(self, articles: Sequence[Article]) -> None:
        """Show these articles; the cursor stays where it is."""
        self._articles = articles
        self.set_lines(max(1, LINES * len(articles)))

    def say_empty(self, sentence: str) -> None:
        """Say why there is nothing to list."""
        self._empty = sentence
        self.refresh()

    def note_counts(self, article_id: str, quotes: int, claims: int) -> None:
        """Show how much was found in an article."""
        self._counts[article_id] = quotes, claims
        self.refresh()

    def mark_read(self, article_ids: Collection[str], *, read: bool = True) -> None:
        """Mark articles as read or unread."""
        self._read = self._read | set(article_ids) if read else self._read - set(article_ids)
        self.refresh()
        self.post_message(self.ReadChanged())

    def is_read(self, article_id: str) -> bool:
        """Tell whether an article was read."""
        return article_id in self._read

    def rows(self) -> int:
        """Return how many articles there are."""
        return len(self._articles)

    def lines_of(self, row: int) -> range:
        """Return the two lines of an article."""
        return range(LINES * row, LINES * (row + 1))

    def row_at(self, line: int) -> int | None:
        """Return the article on a line."""
        row = line // LINES
        return row if row < self.rows() else None

    def heading(self) -> tuple[Strip]:
        """Return the pane's name and the cursor's place."""
        place = f"{self.cursor + 1}/{self.rows()}" if self._articles else ""
        return (self.heading_strip("Articles", place),)

    def paint(self, line: int) -> Strip:
        """Return one line: a title, or a source with counts."""
        if not self._articles:
            return strip_of((f" {self._empty}", self.table["aside"]))
        row, below = divmod(line, LINES)
        strip = self._about(row) if below else self._title(row)
        if row != self.cursor:
            return strip
        style = self.table["current" if self.has_focus else "left"]
        return strip.crop_extend(0, self.inner_width, None).apply_style(style)

    def _title(self, row: int) -> Strip:
        article = self._articles[row]
        unread = article.id not in self._read
        style = self.table["title" if unread else "text"]
        sign = self.signs.unread if unread else " "
        return strip_of((f" {sign} ", style), (self._fit(article.title, 4), style))

    def _about(self, row: int) -> Strip:
        article = self._articles[row]
        quotes, claims = self._counts.get(article.id, (None, None))
        found = f"{quotes} {self.signs.quote} {claims:>2} #" if claims is not None else ""
        counts = f" {found}  {article.minutes} min "
        room = max(0, self.inner_width - 3 - len(counts))
        source = self._fit(article.source or article.published.partition("T")[0], 3 + len(counts))
        return strip_of((f"   {set_cell_size(source, room)}{counts}", self.table["aside"]))

    def _fit(self, text: str, taken: int) -> str:
        """Cut `text` to what is left of the line when `taken` cells are."""
        room = max(1, self.inner_width - taken)
        return text if cell_len(text) <= room else set_cell_size(text, room - 1) + self.signs.more

    def action_unread(self, direction: int) -> None:
        """Move to the next or the previous article that is unread."""
        count = self.rows()
        if not count:
            return
        for distance in range(1, count + 1):
            row = (self.cursor + direction * distance) % count
            if self._articles[row].id not in self._read:
                self.cursor = row
                return
        self.post_message(Said("Every article is read."))

    def action_toggle_read(self) -> None:
        """Mark the article under the cursor as read, or as unread again."""
        if self.article:
            self.mark_read([self.article.id], read=not self.is_read(self.article.id))
