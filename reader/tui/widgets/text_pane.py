"""TextPane: the full text of an article with its marks."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from rich.cells import cell_len, set_cell_size
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from reader.article import Article
from reader.citations import Citable, copied_span
from reader.tui.highlight import Highlight, Styled, digest_styles
from reader.tui.keys import bindings
from reader.tui.marks import marks_of
from reader.tui.outline import count
from reader.tui.widgets.line_pane import LinePane, strip_of
from reader.tui.wrapping import wrap
from summarize import Claim, Digest, Quote, Span

MARGIN = 3  # cells: the summary bar or the arrow, the quote sign, a space
WIDEST = 76  # cells: longer lines lose the eye on its way back
TITLE_LINES = 2


class TextPane(LinePane):
    """One article's text; nothing is inserted into it, all signs stand in the margin."""

    BINDINGS = bindings("text")

    class Stepped(Message):
        """Another mark is the current one: the `number`-th of `count`; None where there is none."""

        def __init__(self, mark: Quote | Claim | None, number: int, count: int) -> None:
            super().__init__()
            self.mark = mark
            self.number = number
            self.count = count

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.article: Article | None = None
        self.current: Citable | None = None
        self._digest: Digest | None = None
        self._marks: tuple[Quote | Claim, ...] = ()
        self._highlight = Highlight("", ())
        self._wrapped: list[Span] = []
        self._title: list[str] = []
        self._in_summary: set[int] = set()
        self._begins_quote: set[int] = set()

    @property
    def column(self) -> int:
        """How wide the text runs, in cells."""
        return max(1, min(WIDEST, self.inner_width - MARGIN - 2))

    def show(self, article: Article, digest: Digest | None) -> None:
        """Show an article with its marks if its digest is there.

        From its top; one that is shown already and has another text now stays about where it is.
        """
        again = self.article is not None and self.article.id == article.id
        top = self._offset_at_top if again else 0
        self.article, self.current = article, None
        self._wrap()
        self.show_digest(digest)
        self.top = self._line_of(top)

    def show_digest(self, digest: Digest | None) -> None:
        """Mark what was found in the article that is shown; the text stays where it is."""
        if self.article is None:
            return
        self._digest = digest
        self._marks = marks_of(digest) if digest else ()
        here = self.current and self.current.span
        self.current = next((mark for mark in self._marks if mark.span == here), None)
        styled = digest_styles(digest, self.table) if digest else ()
        self._highlight = Highlight(self.article.text, styled)
        self._place_signs()
        self.refresh()

    def go_to(self, value: Citable) -> None:
        """Make a quote, a claim or a pick the current one and bring it into sight."""
        self.current = value
        line = self._line_of(value.span.start)
        if not self.top <= line < self.top + self.page:
            self.top = line - self.page // 3
        self.refresh()

    def on_resize(self) -> None:
        """Wrap anew; the words at the top stay at the top."""
        top = self._offset_at_top
        self._wrap()
        self._place_signs()
        self.top = self._line_of(top)

    @property
    def _offset_at_top(self) -> int:
        return self._wrapped[self.top].start if self.top < len(self._wrapped) else 0

    def _wrap(self) -> None:
        if self.article is None:
            return
        self._wrapped = wrap(self.article.text, self.column)
        title = self.article.title
        self._title = [line.cut(title) for line in wrap(title, self.column)][:TITLE_LINES]
        tall_enough = self.size.height >= 10
        self.set_lines(len(self._wrapped), len(self._title) + 2 if tall_enough else 1)

    def _place_signs(self) -> None:
        """Find the lines that carry a sign in the margin."""
        self._in_summary, self._begins_quote = set(), set()
        if self._digest is None:
            return
        for pick in self._digest.summary.picks:
            last = self._line_of(pick.span.end - 1)
            self._in_summary.update(range(self._line_of(pick.span.start), last + 1))
        self._begins_quote = {self._line_of(quote.span.start) for quote in self._digest.quotes}

    def _line_of(self, offset: int) -> int:
        return max(0, bisect_right(self._wrapped, offset, key=lambda line: line.start) - 1)

    def heading(self) -> tuple[Strip, ...]:
        """Return the title, a line about the article with the place in it, an empty line."""
        if self.article is None:
            return (self.heading_strip("Text"),)
        left = " " * self._indent
        styles = self.table["title"], self.table["aside"]
        titles = [strip_of((left + line, styles[0])) for line in self._title]
        if self._heading_lines == 1:
            return (titles[0] if titles else Strip([]),)
        place = f" {self._percent:>3} %"
        room = max(0, self.column - len(place))
        about = set_cell_size(self._about(self.article, room), room)
        return (*titles, strip_of((f"{left}{about}{place}", styles[1])), Strip([]))

    @property
    def _indent(self) -> int:
        return max(0, (self.inner_width - self.column - MARGIN) // 2) + MARGIN

    @property
    def _percent(self) -> int:
        lines = len(self._wrapped)
        return 100 if lines <= self.page else round(100 * min(1, (self.top + self.page) / lines))

    def _about(self, article: Article, room: int) -> str:
        """Return source, date, minutes and counts, as many as there is room for."""
        parts = [article.source, article.published.partition("T")[0], f"{article.minutes} min"]
        if self._digest:
            parts.append(count(len(self._digest.quotes), "quote"))
            parts.append(count(len(self._digest.claims), "claim"))
        parts = [part for part in parts if part]
        while parts[1:] and cell_len(", ".join(parts)) > room:
            parts.pop()
        return ", ".join(parts)

    def paint(self, line: int) -> Strip:
        """Return one line of the text with its margin."""
        span = self._wrapped[line]
        text = self.article.text if self.article else ""
        pieces = [(run.cut(text), style) for run, style in self._runs(span)]
        left = " " * (self._indent - MARGIN)
        return strip_of((left, None), *self._margin(line, span), *pieces)

    def _margin(self, line: int, span: Span) -> tuple[tuple[str, Style], ...]:
        begins = self.current is not None and line == self._line_of(self.current.span.start)
        bar = self.signs.summary if line in self._in_summary else " "
        quote = self.signs.quote if line in self._begins_quote else " "
        first = self.signs.current if begins and span.start < span.end else bar
        style = self.table["sign" if begins else "summary"]
        return (first, style), (quote, self.table["sign"]), (" ", self.table["text"])

    def _runs(self, line: Span) -> Iterator[Styled]:
        """Yield the runs of a line; what a copy would take is laid over them."""
        runs = self._highlight.runs(line)
        if self.current is None or not (copied := copied_span(self.current)).overlaps(line):
            return runs
        return _laid_over(runs, copied, self.table["current"])

    def action_step(self, direction: int) -> None:
        """Make the next or the previous mark the current one."""
        if not self._marks:
            self.post_message(self.Stepped(None, 0, 0))
            return
        number = self._next_mark(direction) % len(self._marks)
        mark = self._marks[number]
        self.go_to(mark)
        self.post_message(self.Stepped(mark, number + 1, len(self._marks)))

    def _next_mark(self, direction: int) -> int:
        """Return the number of the mark after or before the current one, or the top of the pane."""
        if self.current in self._marks:
            return self._marks.index(self.current) + direction
        if self.current:
            here = self.current.span.start
        else:
            here = self._wrapped[min(self.top, len(self._wrapped) - 1)].start
        starts = [mark.span.start for mark in self._marks]
        following = sum(start < here for start in starts)
        return following if direction > 0 else following - 1

    def on_click(self, event: events.Click) -> None:
        """Make the mark under the pointer the current one."""
        line = event.y - self._heading_lines + self.top
        if event.y < self._heading_lines or line >= len(self._wrapped):
            return
        at = self._wrapped[line].start + event.x - self.edged - self._indent
        here = [mark for mark in self._marks if mark.span.start <= at < mark.span.end]
        if here:
            mark = here[-1]
            self.go_to(mark)
            self.post_message(self.Stepped(mark, self._marks.index(mark) + 1, len(self._marks)))


def _laid_over(runs: Iterable[Styled], over: Span, style: Style) -> Iterator[Styled]:
    """Yield the runs, cut at the ends of `over`, with `style` on what lies inside it."""
    for run, own in runs:
        start, end = max(run.start, over.start), min(run.end, over.end)
        if start >= end:
            yield run, own
            continue
        if run.start < start:
            yield Span(run.start, start), own
        yield Span(start, end), own + style
        if end < run.end:
            yield Span(end, run.end), own
