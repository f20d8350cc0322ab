"""A digest to the rows of its pane: the summary, the quotes by speaker, the claims."""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size

from reader.citations import Citable
from reader.tui.marks import Signs
from reader.tui.outline import (
    Heard,
    about_speaker,
    by_speaker,
    coverage,
    limit_of,
    one_line,
    outside_summary,
    summary_parts,
)
from reader.tui.wrapping import wrap
from summarize import Claim, Digest, Span

Line = tuple[tuple[str, str], ...]  # pieces of text, each with the name of its style

WIDEST_VALUE = 14  # cells that the column of figures may take
WIDEST_ASIDE = 16  # cells that a pronoun, or what else is known of a speaker, may take


@dataclass(frozen=True, slots=True)
class Row:
    """Some lines of the pane; `value` is what they lead to, None where they lead nowhere."""

    lines: tuple[Line, ...]
    value: Citable | Heard | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the digest under a heading with a figure."""

    name: str
    figure: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class _Page:
    """What every row is made from."""

    text: str
    digest: Digest
    width: int
    signs: Signs

    def cut(self, span: Span) -> str:
        return one_line(span.cut(self.text))

    def fit(self, text: str, room: int) -> str:
        """Cut `text` to `room` cells, with a sign that there is more."""
        if cell_len(text) <= room:
            return text
        return set_cell_size(text, max(0, room - 1)).rstrip() + self.signs.more

    def passage(self, head: str, span: Span, style: str) -> tuple[Line, ...]:
        """Return a passage wrapped behind its sign."""
        passage = self.cut(span)
        lines = [line.cut(passage) for line in wrap(passage, self.width - 3)]
        heads = [f" {head} ", *["   "] * (len(lines) - 1)]
        return tuple(((h, "summary"), (x, style)) for h, x in zip(heads, lines, strict=True))


def sections(text: str, digest: Digest, width: int, signs: Signs) -> tuple[Section, ...]:
    """Return the sections of a digest's pane in lines of at most `width` cells."""
    page = _Page(text, digest, width, signs)
    picked = f"{digest.summary.method}, {len(digest.summary.picks)} of {len(digest.sentences)}"
    return (
        Section("Summary", picked, tuple(_summary_rows(page))),
        Section("Quotes", str(len(digest.quotes)), tuple(_quote_rows(page))),
        Section("Claims", str(len(digest.claims)), tuple(_claim_rows(page))),
    )


def _aside(words: str) -> Row:
    return Row((((f"   {words}", "aside"),),))


def _summary_rows(page: _Page) -> Iterator[Row]:
    summary = page.digest.summary
    if not summary.picks:
        yield _aside("No sentences to pick from.")
        return
    for part in summary_parts(page.digest):
        if part.span is None:
            yield Row((((f" {page.signs.gap}", "aside"),),))
        elif part.kind == "before":
            yield Row(page.passage(page.signs.gap, part.span, "aside"))
        else:
            yield Row(page.passage(page.signs.pick, part.span, "text"), part.pick)
    for note in (coverage(page.digest), limit_of(summary)):
        if note:
            yield _aside(page.fit(note, page.width - 3))


def _quote_rows(page: _Page) -> Iterator[Row]:
    if not page.digest.quotes:
        yield _aside("No quoted speech.")
    for heard in by_speaker(page.digest.quotes):
        room = max(1, page.width - 5)
        name = set_cell_size(page.fit(heard.name, room), room)
        yield Row((((f" {name}{len(heard.quotes):>3}", "heading"),),), heard)
        for quote in heard.quotes:
            about = about_speaker(page.text, quote)
            aside = f" {page.fit(about, WIDEST_ASIDE)}" if about else ""
            words = page.fit(page.cut(quote.span), page.width - 4 - cell_len(aside))
            yield Row(((("   ", "text"), (words, "quote"), (aside, "aside")),), quote)


def _claim_rows(page: _Page) -> Iterator[Row]:
    if not page.digest.claims:
        yield _aside("No figures.")
        return
    left_out = outside_summary(page.digest)
    column = min(WIDEST_VALUE, max(cell_len(page.cut(claim.span)) for claim in page.digest.claims))
    for claim in page.digest.claims:
        yield Row((_claim_line(page, claim, column, left_out=claim in left_out),), claim)


def _claim_line(page: _Page, claim: Claim, column: int, *, left_out: bool) -> Line:
    """Return a figure with its sign and what it counts; what cannot be missed is the last word."""
    sign = page.signs.modifiers[claim.modifier] if claim.modifier else ""
    value = page.fit(page.cut(claim.span), column)
    value = " " * (column - cell_len(value)) + value
    noun = page.cut(claim.noun) if claim.noun else ""
    room = page.width - column - 6
    asides = (" not in summary", " left out") if left_out else ("",)
    aside = next((words for words in asides if len(words) + cell_len(noun) <= room), asides[-1])
    noun = page.fit(noun, max(0, room - len(aside)))
    return (
        (f" {sign:>2} ", "modifier"),
        (value, "claim"),
        (f" {noun}", "text"),
        (aside, "aside"),
    )
