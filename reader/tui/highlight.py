"""Spans to Rich styles: which pieces of a text are painted how."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from rich.style import Style

from reader.article import is_clean
from reader.tui.marks import Table
from summarize import Digest, Span

Styled = tuple[Span, Style]
PLAIN = Style()


PART = 4096  # code points whose styles are worked out at once


class Highlight:
    """The styles of one text, cut into runs of one style each, a part at a time as it is read."""

    def __init__(self, text: str, styled: Iterable[Styled]) -> None:
        """Later styles are laid over earlier ones.

        Raises ValueError on text that did not come in through `reader.article.clean`: escape
        sequences in it would reach the terminal.
        """
        if not is_clean(text):
            raise ValueError("text with control characters must not reach the screen")
        self._styled: dict[int, list[Styled]] = {}  # what lies in each part, in the order given
        for span, style in styled:
            for part in range(span.start // PART, (span.end - 1) // PART + 1):
                self._styled.setdefault(part, []).append((span, style))
        self._parts: dict[int, tuple[list[int], list[Style]]] = {}

    def runs(self, line: Span) -> Iterator[Styled]:
        """Yield the pieces of `line` in order, each with its style."""
        start = line.start
        while start < line.end:
            part = start // PART
            end = min(line.end, (part + 1) * PART)
            yield from self._runs_in(part, Span(start, end))
            start = end

    def _runs_in(self, part: int, line: Span) -> Iterator[Styled]:
        if part not in self._parts:
            self._parts[part] = _runs(part * PART, (part + 1) * PART, self._styled.get(part, []))
        starts, styles = self._parts[part]
        at = bisect_right(starts, line.start) - 1
        start = line.start
        while start < line.end:
            following = starts[at + 1] if at + 1 < len(starts) else line.end
            end = min(following, line.end)
            yield Span(start, end), styles[at]
            start, at = end, at + 1


def digest_styles(digest: Digest, table: Table) -> Iterator[Styled]:
    """Yield what is marked in the text of a digest; furniture is dimmed, claims lie over quotes."""
    for sentence in digest.furniture:
        yield sentence, table["aside"]
    for quote in digest.quotes:
        yield quote.span, table["quote"]
    for claim in digest.claims:
        yield claim.span, table["claim"]
        if modifier := claim.modifier_span:
            beside = modifier.end + 1 == claim.span.start  # then the space between them, too
            yield Span(modifier.start, modifier.end + beside), table["modifier"]


def _runs(first: int, last: int, styled: list[Styled]) -> tuple[list[int], list[Style]]:
    """Sweep over the ends of the spans, keeping what is open in the order it was given."""
    changes: dict[int, list[int]] = {first: [], last: []}
    for number, (span, _) in enumerate(styled):
        if span.start == span.end:
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
