"""A digest to the lines of its pane: the summary, the quotes by speaker, the claims."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from reader.citations import Citable, Excerpt
from reader.tui.marks import Signs
from reader.tui.outline import (
    Heard,
    Part,
    about_speaker,
    by_speaker,
    count,
    coverage,
    left_out,
    limit_of,
    one_line,
    summary_parts,
    unruled,
)
from reader.tui.wrapping import wrap
from summarize import Claim, Digest, Quote, Span

Line = tuple[tuple[str, str], ...]  # pieces of text, each with the name of its style

WIDEST_VALUE = 14  # cells that the column of figures may take, however narrow the pane is
_LEFT_OUT = " left out"
WIDEST_ASIDE = 16  # cells that a pronoun, or what else is known of a speaker, may take


class Section(NamedTuple):
    """The heading of a part of the digest, with a figure."""

    name: str
    figure: str


# What one line shows: a line that is made, a speaker, a quote or a claim that it is made of when it
# is looked at.
Entry = Line | Section | Heard | Quote | Claim


class DigestRows:
    """The lines of one digest's pane in a width; those of quotes and claims are made on demand.

    A row is what leads somewhere: all lines of a passage, one line of everything else.
    """

    def __init__(self, text: str, digest: Digest, signs: Signs) -> None:
        self._text, self._digest, self._signs = text, digest, signs
        self._parts = tuple(summary_parts(digest))
        self._heard = by_speaker(digest.quotes)
        self._notes = tuple(filter(None, (coverage(digest), limit_of(digest.summary))))
        self.width = 0
        self.values: list[Citable | Heard] = []
        self.starts: list[int] = []  # the first line of each row
        self.sections: list[tuple[int, Section]] = []  # with the first line below each heading
        self._heights: list[int] = []  # of the summary's rows; all others have one line
        self._entries: list[Entry] = []

    def __len__(self) -> int:
        """Return how many lines there are."""
        return len(self._entries)

    def set_width(self, width: int) -> None:
        """Break the lines anew, for at most `width` cells."""
        if width == self.width:
            return
        self.width = width
        self.values, self.starts, self.sections = [], [], []
        self._entries, self._heights = [], []
        self._add_summary()
        self._add_section("Quotes", str(len(self._digest.quotes)))
        for heard in self._heard:
            self._add_rows((heard, *heard.quotes))
        if not self._heard:
            self._add_note(unruled(self._text, self._digest, "quotes") or "No quoted speech.")
        self._add_section("Claims", str(len(self._digest.claims)))
        self._add_rows(self._digest.claims)
        if not self._digest.claims:
            self._add_note(unruled(self._text, self._digest, "figures") or "No figures.")

    def line(self, number: int) -> Line | Section:
        """Return one line, or the heading that stands on it."""
        entry = self._entries[number]
        if isinstance(entry, Heard):
            return self._heard_line(entry)
        if isinstance(entry, Quote):
            return self._quote_line(entry)
        return self._claim_line(entry) if isinstance(entry, Claim) else entry

    def row_at(self, line: int) -> int | None:
        """Return the row that a line belongs to, if it leads somewhere."""
        row = bisect_right(self.starts, line) - 1
        return row if row >= 0 and line in self.lines_of(row) else None

    def lines_of(self, row: int) -> range:
        """Return the lines of a row."""
        start = self.starts[row]
        return range(start, start + (self._heights[row] if row < len(self._heights) else 1))

    def _add_section(self, name: str, figure: str) -> None:
        section = Section(name, figure)
        if self._entries:  # the first section's heading is the pane's own
            self._entries += [(), section]
        self.sections.append((len(self._entries), section))

    def _add_rows(self, values: Sequence[Heard | Quote | Claim]) -> None:
        first = len(self._entries)
        self.starts += range(first, first + len(values))
        self.values += values
        self._entries += values

    def _add_note(self, words: str) -> None:
        lines = wrap(words, max(1, self.width - 3))
        self._entries += (_aside(line.cut(words)) for line in lines)

    def _add_summary(self) -> None:
        summary, sentences = self._digest.summary, self._digest.sentences
        self._add_section("Summary", f"{summary.method}, {len(summary.picks)} of {len(sentences)}")
        if not summary.picks:
            self._entries.append(_aside("No sentences to pick from."))
            return
        for part in self._parts:
            self.starts.append(len(self._entries))
            self.values.append(part.pick or Excerpt(part.span))
            self._entries += self._part_lines(part)
            self._heights.append(len(self._entries) - self.starts[-1])
        for note in self._notes:
            self._entries.append(_aside(self._fit(note, self.width - 3)))

    def _part_lines(self, part: Part) -> Iterator[Line]:
        """Yield a pick or what it leans on behind its sign, or how much is left out there."""
        if part.kind == "gap":
            words = f"{self._signs.gap} {count(part.sentences, 'sentence')} left out"
            yield ((f" {self._fit(words, self.width - 2)}", "aside"),)
            return
        pick = part.kind == "pick"
        head, style = (self._signs.pick, "text") if pick else (self._signs.gap, "aside")
        passage = self._cut(part.span)
        for line in wrap(passage, self.width - 3):
            yield ((f" {head} ", "summary"), (line.cut(passage), style))
            head = " "

    def _heard_line(self, heard: Heard) -> Line:
        room = max(1, self.width - 5)
        name = set_cell_size(self._fit(heard.name, room), room)
        return ((f" {name}{len(heard.quotes):>3}", "heading"),)

    def _quote_line(self, quote: Quote) -> Line:
        about = about_speaker(self._text, quote)
        aside = f" {self._fit(about, WIDEST_ASIDE)}" if about else ""
        if left_out(self._digest.summary, quote):
            aside += self._left_out(self._cut(quote.span) + aside, 4)
        words = self._fit(self._cut(quote.span), self.width - 4 - cell_len(aside))
        return (("   ", "text"), (words, "quote"), (aside, "aside"))

    def _claim_line(self, claim: Claim) -> Line:
        """Return a figure with its sign and what it counts; what cannot be missed is last.

        A figure that is wider than the column takes what the rest of its line leaves free.
        """
        sign = self._signs.of_claim(claim, self._text)
        noun = self._cut(claim.noun) if claim.noun else ""
        missing = left_out(self._digest.summary, claim)
        beside = 6 + cell_len(noun) + (len(_LEFT_OUT) if missing else 0)
        value = self._fit(self._cut(claim.span), max(self._column, self.width - beside))
        column = max(self._column, cell_len(value))
        value = " " * (column - cell_len(value)) + value
        room = self.width - column - 6
        aside = (self._left_out(noun, column + 6) or _LEFT_OUT) if missing else ""
        noun = self._fit(noun, max(0, room - len(aside)))
        return (
            (f" {sign:>2} ", "modifier"),
            (value, "claim"),
            (f" {noun}", "text"),
            (aside, "aside"),
        )

    def _left_out(self, words: str, taken: int) -> str:
        """Say that the summary lacks something, as far as there is room for that beside it."""
        room = self.width - taken - cell_len(words)
        return next((said for said in (" not in summary", _LEFT_OUT) if len(said) <= room), "")

    @property
    def _column(self) -> int:
        """How wide the column of figures is."""
        return value_column(self._widest, self.width)

    @cached_property
    def _widest(self) -> int:
        """How wide the widest figure is."""
        return widest(self._cut(claim.span) for claim in self._digest.claims)

    def _cut(self, span: Span) -> str:
        return one_line(span.cut(self._text))

    def _fit(self, text: str, room: int) -> str:
        """Cut `text` to `room` cells, with a sign that there is more."""
        if cell_len(text) <= room:
            return text
        return set_cell_size(text, max(0, room - 1)).rstrip() + self._signs.more


def widest(values: Iterable[str]) -> int:
    """Return how many cells the widest of some values takes."""
    return max(map(cell_len, values), default=0)


def value_column(wide: int, width: int) -> int:
    """Return how wide a column of figures is: as the widest, up to a third of a pane's width."""
    return min(wide, max(WIDEST_VALUE, width // 3))


def _aside(words: str) -> Line:
    return ((f"   {words}", "aside"),)
