"""A text to the lines that fit a column, as spans."""

import re
from collections.abc import Iterator

from rich.cells import cell_len, chop_cells

from summarize import Span

# Latin, Greek and Cyrillic letters, and punctuation: characters known to be one cell wide.
_NARROW = re.compile(
    r"[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u20ac]*"
)
_WORD = re.compile(r"(\S+)(\s*)")


def wrap(text: str, width: int) -> list[Span]:
    """Return the lines of `text` in a column of `width` cells; an empty line is an empty span.

    White space at which a line breaks belongs to no line. Words wider than the column are cut.
    """
    width = max(1, width)
    narrow = re.compile(rf"\s*(\S{{{width}}}(?=\S)|.{{0,{width - 1}}}\S(?=\s|$))")
    lines: list[Span] = []
    at = 0
    for paragraph in text.split("\n"):
        if not paragraph.strip():
            lines.append(Span(at, at))
        elif _NARROW.fullmatch(paragraph):
            lines += [Span(at + m.start(1), at + m.end(1)) for m in _narrow(narrow, paragraph)]
        else:
            indent = len(paragraph) - len(paragraph.lstrip())
            found = _by_cells(paragraph[indent:], width)
            lines += [Span(at + indent + start, at + indent + end) for start, end in found]
        at += len(paragraph) + 1
    return lines


def _narrow(line: re.Pattern[str], paragraph: str) -> Iterator[re.Match[str]]:
    at = 0
    while found := line.match(paragraph, at):
        yield found
        at = found.end()


def _by_cells(paragraph: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the lines of a paragraph whose characters differ in width."""
    start = end = used = 0
    for word in _WORD.finditer(paragraph):
        size = cell_len(word[1])
        if used and used + size > width:
            yield start, end
            start, used = word.start(), 0
        if size > width:
            *full, last = filter(None, chop_cells(word[1], width))
            for piece in full:
                yield start, start + len(piece)
                start += len(piece)
            size = cell_len(last)
        end = word.end(1)
        used += size + len(word[2])
    yield start, end
