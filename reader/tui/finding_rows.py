"""What a check found to the lines of the digest's pane: verdict, passage, source of each mark."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from reader.citations import Citable
from reader.compared import Finding, Piece
from reader.tui.digest_rows import Line, Section
from reader.tui.marks import Signs
from reader.tui.outline import Heard
from reader.tui.wrapping import wrap

# What differs is told by signs as wdiff has them, and by its style besides.
SIGNED: Mapping[str, tuple[str, str]] = MappingProxyType(
    {"both": ("{}", "text"), "before": ("[-{}-]", "aside"), "after": ("{{+{}+}}", "claim")}
)
_INDENT = "   "


class FindingRows:
    """The lines of a check's findings in a width, in text order; a row is a finding."""

    def __init__(self, findings: Sequence[Finding], signs: Signs) -> None:
        self._findings, self._signs = findings, signs
        self.width = 0
        self.values: list[Citable | Heard] = [found.value for found in findings]
        self.sections: list[tuple[int, Section]] = []
        self._starts: list[int] = []  # the first line of each row
        self._lines: list[Line] = []

    def __len__(self) -> int:
        """Return how many lines there are."""
        return len(self._lines)

    def set_width(self, width: int) -> None:
        """Break the lines anew, for at most `width` cells."""
        if width == self.width:
            return
        self.width = width
        self._starts, self._lines = [], []
        for found in self._findings:
            self._starts.append(len(self._lines))
            self._lines += (*self._about(found), ())
        if not self._findings:
            self._lines.append(((f"{_INDENT}No quotes and no figures.", "aside"),))
        doubts = sum(not found.stands for found in self._findings)
        figure = f"{doubts} of {len(self._findings)} in doubt" if doubts else "all stand"
        self.sections = [(0, Section("Check", figure if self._findings else ""))]

    def line(self, number: int) -> Line | Section:
        """Return one line."""
        return self._lines[number]

    def lines_of(self, row: int) -> range:
        """Return the lines of a finding, without the empty one below it."""
        ends = (*self._starts[1:], len(self._lines))
        return range(self._starts[row], ends[row] - 1)

    def row_at(self, line: int) -> int | None:
        """Return the finding that a line belongs to."""
        row = bisect_right(self._starts, line) - 1
        return row if row >= 0 and line in self.lines_of(row) else None

    def _about(self, found: Finding) -> Iterator[Line]:
        """Yield the draft's words behind their sign, the verdict, the passage, where it stands."""
        style = "text" if found.stands else "doubt"
        sign = self._signs.verdicts[found.verdict]
        for number, line in enumerate(wrap(found.words, self.width - 3)):
            head = (f" {sign} ", style) if number == 0 else (_INDENT, "text")
            yield head, (line.cut(found.words), "quote")
        yield (_INDENT, "text"), (found.says, "heading")
        yield from diff_lines(found.passage, self.width)
        if place := found.place:
            for line in wrap(place, self.width - 3):
                yield ((f"{_INDENT}{line.cut(place)}", "aside"),)


def diff_lines(passage: Sequence[Piece], width: int) -> Iterator[Line]:
    """Yield a passage in lines, with what differs in it signed and styled."""
    words, styles = "", []
    for piece in passage:
        signed, style = SIGNED[piece.kind]
        words += (" " if words else "") + signed.format(piece.words)
        styles.append((len(words), style))
    for line in wrap(words, width - 3) if words else ():
        yield ((_INDENT, "text"), *_styled(words, line.start, line.end, styles))


def _styled(
    words: str, start: int, end: int, styles: Sequence[tuple[int, str]]
) -> Iterator[tuple[str, str]]:
    """Yield a piece of text cut where the style changes; `styles` tells where each ends."""
    for stop, style in styles:
        if start < min(stop, end):
            yield words[start : min(stop, end)], style
            start = min(stop, end)
