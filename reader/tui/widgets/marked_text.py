"""MarkedText: the full text of an article with its marks, verdicts and links beside it."""

from bisect import bisect_left
from collections.abc import Hashable, Iterator, Sequence
from math import ceil
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.style import Style
from textual.strip import Strip

from reader.article import Article
from reader.citations import Citable, Excerpt, copied_span
from reader.tui.column import Column, Line
from reader.tui.highlight import Highlight, Styled, among, digest_styles, laid_over
from reader.tui.links import Link, links_of, with_notes
from reader.tui.outline import count
from reader.tui.widgets.line_pane import strip_of
from reader.tui.widgets.selectable_text import SelectableText
from reader.tui.widgets.text_view import MARGIN
from reader.tui.wrapping import wrap
from summarize import Digest, Span

if TYPE_CHECKING:
    from reader.compared import Finding

TITLE_LINES = 2
TALL_ENOUGH = 10  # rows from which the title has more than one of them


class MarkedText(SelectableText):
    """One article's text; nothing is inserted into it, all signs stand beside it."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.article: Article | None = None
        self.current: Citable | None = None
        self.links: tuple[Link, ...] = ()
        self._digest: Digest | None = None
        self._hits: Sequence[Span] = ()
        self._findings: Sequence[Finding] = ()
        self._highlight = Highlight("", self._styled_in)
        self._headings: list[Span] = []
        self._title: list[str] = []
        self._picks: list[Span] = []
        self._quote_starts: list[int] = []

    def show(
        self, article: Article, digest: Digest | None, hits: Sequence[Span] = (), top: int = 0
    ) -> None:
        """Show an article with its marks if its digest is there, from the code point `top` on.

        One that is shown already and has another text now stays about where it is.
        """
        again = self.article is not None and self.article.id == article.id
        self.article, self.current, self._findings = article, None, ()
        self.clear_selection()
        self.links = links_of(article)
        self._beside = max((len(str(link.number)) for link in self.links), default=0)
        self.column = Column(*with_notes(article, self.links))
        self._headings = [*self.column.spans_of("heading")]
        self._lay_out()
        self.mark(digest, hits)
        if not again:
            self.top = top

    def show_none(self, why: str) -> None:
        """Show no article, and say why."""
        self.article, self.current, self._findings, self._title = None, None, (), []
        self.clear_selection()
        self.links, self._beside, self._headings = (), 0, []
        self.column, self.top = Column(why), 0
        self._lay_out()
        self.mark(None, ())

    def mark(self, digest: Digest | None, hits: Sequence[Span]) -> None:
        """Mark what was found in the article that is shown; the text stays where it is."""
        self._digest, self._hits = digest, hits
        self._picks = [pick.span for pick in digest.summary.picks] if digest else []
        self._quote_starts = sorted(quote.span.start for quote in digest.quotes) if digest else []
        self._highlight = Highlight(self.column.text, self._styled_in)
        if self.current and not isinstance(self.current, Excerpt):
            here = self.current.span
            marks: Sequence[Citable] = ()
            if digest:
                marks = (*digest.quotes, *digest.claims, *digest.summary.picks)
            marks = (*marks, *(found.value for found in self._findings))
            self.current = next((mark for mark in marks if mark.span == here), None)
        self.refresh()

    def judge(self, findings: "Sequence[Finding]") -> None:
        """Let the marks carry what was found when the text was checked, in its order; or no more.

        It is the findings that are stepped through then.
        """
        self._findings = findings
        self.mark(self._digest, self._hits)

    def _styled_in(self, part: Span) -> Iterator[Styled]:
        """Yield what is painted how in a part; what comes later lies over what came earlier."""
        for span in among(self._headings, part, Span._make):
            yield span, self.table["heading"]
        for link in among(self.links, part, lambda link: link.span):
            yield link.span, self.table["link"]
        if self._digest:
            yield from digest_styles(self._digest, self.table, part)
        for found in among(self._findings, part, lambda found: found.value.span):
            if not found.stands:
                yield found.value.span, self.table["doubt"]
        for hit in among(self._hits, part, Span._make):
            yield hit, self.table["hit"]

    def go_to(self, value: Citable) -> None:
        """Make a quote, a claim, a pick or other words the current ones and show them."""
        self.current = value
        self.bring_into_sight(value.span.start)
        self.repaint_changed()

    def fit(self) -> None:
        """Wrap anew; the words at the top stay at the top."""
        self._lay_out()

    def _lay_out(self) -> None:
        self.column.set_width(self.column_width)
        if self.article:
            title = self.article.title
            self._title = [line.cut(title) for line in wrap(title, self.column_width)]
            self._title = self._title[:TITLE_LINES]
        tall = self.outer_size.height >= TALL_ENOUGH
        self._heading_lines = len(self._title) + 2 if tall else 1

    def heading(self) -> tuple[Strip, ...]:
        """Return the title, a line about the article with the place in it, an empty line."""
        if self.article is None:
            return (self.heading_strip("Text"), *[Strip([])] * (self._heading_lines - 1))
        left = " " * self.indent
        titles = [strip_of((left + line, self.table["title"])) for line in self._title]
        if self._heading_lines == 1:
            return (titles[0] if titles else Strip([]),)
        place = self._place(self.article)
        room = max(0, self.column_width - len(place))
        about = set_cell_size(self._about(self.article, room), room)
        return (*titles, strip_of((f"{left}{about}{place}", self.table["aside"])), Strip([]))

    def _place(self, article: Article) -> str:
        """Say how much is read down to the last line that is seen, and how long the rest takes."""
        read = min(1.0, self.bottom / max(1, len(article.text)))
        left = ceil(article.minutes * (1 - read))
        more = f" {left} min left" if left and self.column_width > 2 * TALL_ENOUGH else ""
        return f"{more} {round(100 * read):>3} %"

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

    def looks(self, rows: int) -> Sequence[Hashable]:
        """Return each line with what a copy takes of it, and whether the current mark begins."""
        copied = self._copied(self.chosen) if self.chosen else None
        looks: list[Hashable] = []
        for line in self.seen[:rows]:
            over = copied if copied and copied.overlaps(line.span) else None
            looks.append((line, over, self._begins(line.span)))
        return looks + [()] * (rows - len(looks))

    def _begins(self, line: Span) -> bool:
        """Tell whether the current mark begins on a line."""
        return self.current is not None and line.start <= self.current.span.start < line.end

    def paint(self, line: Line) -> Strip:
        """Return one line of the text with its margins."""
        pieces = [(run.cut(self.column.text), style) for run, style in self._runs(line.span)]
        left, indent = " " * (self.indent - MARGIN), " " * line.indent
        strip = strip_of((left, None), *self._margin(line.span), (indent, None), *pieces)
        return self._with_numbers(strip, self._link_numbers(line.span))

    def _with_numbers(self, strip: Strip, numbers: str) -> Strip:
        """Put the numbers of a line's links on its right, where there is room for them."""
        at = min(self.indent + self.column_width + 1, self.inner_width - len(numbers))
        if not numbers or at <= strip.cell_length:
            return strip
        return Strip.join(
            [strip.crop_extend(0, at, None), strip_of((numbers, self.table["aside"]))]
        )

    def _margin(self, line: Span) -> tuple[tuple[str, Style], ...]:
        begins = self._begins(line)
        bar = self.signs.summary if _covered(self._picks, line) else " "
        return (
            (self.signs.current if begins else bar, self.table["sign" if begins else "summary"]),
            self._verdict(line) if self._findings else self._quote_sign(line),
            (" ", self.table["text"]),
        )

    def _quote_sign(self, line: Span) -> tuple[str, Style]:
        first = bisect_left(self._quote_starts, line.start)
        quote = first < len(self._quote_starts) and self._quote_starts[first] < line.end
        return (self.signs.quote if quote else " ", self.table["sign"])

    def _verdict(self, line: Span) -> tuple[str, Style]:
        """Return the sign of what begins on a line, of what is in doubt before all else."""
        first = bisect_left(self._findings, line.start, key=_start)
        here = self._findings[first : bisect_left(self._findings, line.end, key=_start)]
        doubts = [found for found in here if not found.stands]
        if not here:
            return (" ", self.table["sign"])
        sign = self.signs.verdicts[(doubts or here)[0].verdict]
        return (sign, self.table["doubt" if doubts else "sign"])

    def _link_numbers(self, line: Span) -> str:
        first = bisect_left(self.links, line.start, key=lambda link: link.span.start)
        numbers: list[int] = []
        for link in self.links[first:]:
            if link.span.start >= line.end:
                break
            numbers.append(link.number)
        return " ".join(map(str, dict.fromkeys(numbers)))

    @property
    def chosen(self) -> Citable | None:
        """What a copy would take: what is selected, else the current mark."""
        return Excerpt(self.selected) if self.selected else self.current

    def _copied(self, value: Citable) -> Span:
        quotes = self._digest.quotes if self._digest else ()
        return copied_span(value, self.column.text, quotes)

    def _runs(self, line: Span) -> Iterator[Styled]:
        """Yield the runs of a line; what a copy would take is laid over them."""
        runs = self._highlight.runs(line)
        if self.chosen is None or not (copied := self._copied(self.chosen)).overlaps(line):
            return runs
        return laid_over(runs, copied, self.table["current"])


def _start(found: "Finding") -> int:
    return found.value.span.start


def _covered(spans: Sequence[Span], line: Span) -> bool:
    """Tell whether one of some spans, in order and apart, has to do with a line."""
    number = bisect_left(spans, line.start + 1, key=lambda span: span.end)
    return number < len(spans) and spans[number].start < max(line.end, line.start + 1)
