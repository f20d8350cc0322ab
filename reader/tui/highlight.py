"""Spans to Rich styles: which pieces of a text are painted how."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from rich.style import Style

from reader.article import is_clean
from reader.tui.marks import Table
from summarize import Claim, Digest, Quote, Span

Styled = tuple[Span, Style]
PLAIN = Style()
T = TypeVar("T")

PART = 4096  # code points whose styles are worked out at once
FARTHEST = 256  # code points that a modifier may be away from its claim


class Highlight:
    """The styles of one text, cut into runs of one style each, a part at a time as it is read."""

    def __init__(self, text: str, styled_in: Callable[[Span], Iterable[Styled]]) -> None:
        """`styled_in` gives at least what is styled in a part of the text; later lies over earlier.

        Reading raises ValueError on text that did not come in through `reader.article.clean`:
        escape sequences in it would reach the terminal.
        """
        self._text = text
        self._styled_in = styled_in
        self._parts: dict[int, tuple[list[int], list[Style]]] = {}

    def runs(self, line: Span) -> Iterator[Styled]:
        """Yield the pieces of `line` in order, each with its style."""
        start = line.start
        while start < line.end:
            part = start // PART
            end = min(line.end, (part + 1) * PART)
            yield from self._runs_in(part, Span(start, end))
            start = end

    def _work_out(self, part: Span) -> tuple[list[int], list[Style]]:
        if not is_clean(part.cut(self._text)):
            raise ValueError("text with control characters must not reach the screen")
        return _runs(part.start, part.end, [*self._styled_in(part)])

    def _runs_in(self, part: int, line: Span) -> Iterator[Styled]:
        if part not in self._parts:
            self._parts[part] = self._work_out(Span(part * PART, (part + 1) * PART))
        starts, styles = self._parts[part]
        at = bisect_right(starts, line.start) - 1
        start = line.start
        while start < line.end:
            following = starts[at + 1] if at + 1 < len(starts) else line.end
            end = min(following, line.end)
            yield Span(start, end), styles[at]
            start, at = end, at + 1


def digest_styles(digest: Digest, table: Table, part: Span) -> Iterator[Styled]:
    """Yield what is marked in a part of a text; furniture is dimmed, claims lie over quotes."""
    for sentence in among(digest.furniture, part, Span._make):
        yield sentence, table["aside"]
    for quote in among(digest.quotes, part, _span):
        yield quote.span, table["quote"]
    with_modifiers = Span(part.start - FARTHEST, part.end + FARTHEST)
    for claim in among(digest.claims, with_modifiers, _span):
        yield claim.span, table["claim"]
        if modifier := claim.modifier_span:
            beside = modifier.end + 1 == claim.span.start  # then the space between them, too
            yield Span(modifier.start, modifier.end + beside), table["modifier"]


def _span(mark: Quote | Claim) -> Span:
    return mark.span


def among(values: Sequence[T], part: Span, span: Callable[[T], Span]) -> Sequence[T]:
    """Return the values that have to do with a part of a text, of some in its order and apart."""
    first = bisect_right(values, part.start, key=lambda one: span(one).end)
    return values[first : bisect_left(values, part.end, key=lambda one: span(one).start)]


def laid_over(runs: Iterable[Styled], over: Span, style: Style) -> Iterator[Styled]:
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


def _runs(first: int, last: int, styled: list[Styled]) -> tuple[list[int], list[Style]]:
    """Sweep over the ends of the spans, keeping what is open in the order it was given."""
    changes: dict[int, list[int]] = {first: [], last: []}
    for number, (span, _) in enumerate(styled):
        if max(first, span.start) >= min(last, span.end):
            continue
        changes.setdefault(max(first, span.start), []).append(number)
        changes.setdefault(min(last, span.end), []).append(number)
    starts: list[int] = []
    styles: list[Style] = []
    open_ones: set[int] = set()
    for here in sorted(changes):
        open_ones.symmetric_difference_update(changes[here])
        starts.append(here)
        styles.append(sum((styled[number][1] for number in sorted(open_ones)), PLAIN))
    return starts, styles
