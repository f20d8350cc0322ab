"""Spans to Rich styles: which pieces of a text are painted how."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise

from rich.style import Style

from reader.article import is_clean
from reader.tui.marks import Table
from summarize import Digest, Span

Styled = tuple[Span, Style]
PLAIN = Style()


class Highlight:
    """The styles of one text, cut into runs of one style each; read for any line in log time."""

    def __init__(self, text: str, styled: Iterable[Styled]) -> None:
        """Later styles are laid over earlier ones.

        Raises ValueError on text that did not come in through `reader.article.clean`: escape
        sequences in it would reach the terminal.
        """
        if not is_clean(text):
            raise ValueError("text with control characters must not reach the screen")
        self._starts, self._styles = _runs(len(text), list(styled))

    def runs(self, line: Span) -> Iterator[Styled]:
        """Yield the pieces of `line` in order, each with its style."""
        at = bisect_right(self._starts, line.start) - 1
        start = line.start
        while start < line.end:
            following = self._starts[at + 1] if at + 1 < len(self._starts) else line.end
            end = min(following, line.end)
            yield Span(start, end), self._styles[at]
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


def _runs(length: int, styled: list[Styled]) -> tuple[list[int], list[Style]]:
    """Sweep over the ends of the spans, keeping what is open in the order it was given."""
    changes: dict[int, list[int]] = {0: [], length: []}
    for number, (span, _) in enumerate(styled):
        if span.start == span.end:
            continue
        changes.setdefault(span.start, []).append(number)
        changes.setdefault(span.end, []).append(number)
    starts: list[int] = []
    styles: list[Style] = []
    open_ones: set[int] = set()
    for here, _ in pairwise([*sorted(changes), length + 1]):
        open_ones.symmetric_difference_update(changes[here])
        starts.append(here)
        styles.append(sum((styled[number][1] for number in sorted(open_ones)), PLAIN))
    return starts, styles
