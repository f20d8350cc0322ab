"""A text with its marks, cut into blocks and these into runs under the same marks."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from reader.article import Article, MarkupKind
from reader.citations import said_by
from summarize import Digest, Span

Name = Literal["pick", "quote", "claim", "furniture", "link"]


class Mark(NamedTuple):
    """Something that is marked in a text; `about` is its speaker or its address."""

    name: Name
    span: Span
    about: str = ""


class Run(NamedTuple):
    """A stretch of text under the same marks."""

    span: Span
    marks: tuple[Mark, ...]


class Block(NamedTuple):
    """A line of the text, which is a paragraph, and what its markup says that it is."""

    kind: MarkupKind | None
    span: Span
    runs: tuple[Run, ...]


def marks_in(article: Article, digest: Digest) -> Iterator[Mark]:
    """Yield what is marked in a text, as on the screen; figures with what qualifies them."""
    for pick in digest.summary.picks:
        yield Mark("pick", pick.span)
    for sentence in digest.furniture:
        yield Mark("furniture", sentence)
    for quote in digest.quotes:
        yield Mark("quote", quote.span, said_by(quote))
    for claim in digest.claims:
        yield Mark("claim", claim.span)
        if modifier := claim.modifier_span:
            yield Mark("claim", modifier)
    for kind, span, address in article.markup:
        if kind == "link":
            yield Mark("link", span, address)


def blocks(article: Article, digest: Digest) -> Iterator[Block]:
    """Yield the lines of an article in order; empty ones are left out."""
    kinds = [one for one in article.markup if one.kind != "link"]
    starts = [one.span.start for one in kinds]
    lines = list(_lines(article.text))
    for line, runs in zip(lines, _runs(lines, list(marks_in(article, digest))), strict=True):
        at = bisect_right(starts, line.start) - 1
        within = at >= 0 and kinds[at].span.covers(line)
        yield Block(kinds[at].kind if within else None, line, runs)


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield Span(start, start + len(line))
        start += len(line) + 1


def _runs(lines: Iterable[Span], marks: Sequence[Mark]) -> Iterator[tuple[Run, ...]]:
    """Sweep over the lines and the ends of the marks, keeping which marks are open."""
    changes: dict[int, list[int]] = {}
    for number, mark in enumerate(marks):
        if mark.span.start < mark.span.end:
            changes.setdefault(mark.span.start, []).append(number)
            changes.setdefault(mark.span.end, []).append(number)
    places = sorted(changes)
    open_ones: set[int] = set()
    at = 0
    for line in lines:
        runs, start = [], line.start
        while at < len(places) and places[at] < line.end:
            if places[at] > start:
                runs.append(_run(Span(start, places[at]), marks, open_ones))
                start = places[at]
            open_ones.symmetric_difference_update(changes[places[at]])
            at += 1
        yield (*runs, _run(Span(start, line.end), marks, open_ones))


def _run(span: Span, marks: Sequence[Mark], open_ones: set[int]) -> Run:
    return Run(span, tuple(marks[number] for number in sorted(open_ones)))
