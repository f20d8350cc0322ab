"""Text to blocks that no sentence crosses: paragraphs, lines that stand alone, items of lists."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from summarize.spans import Span, trim

# Text that a program has wrapped has lines of about this many characters.
_WRAPPED = range(40, 121)
_LAST = ".!?…:;。！？"
_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_FIRST_WORD = re.compile(r"\S{1,40}")
_BULLETS = "•⁃‣◦▪●"
_ITEMS = _BULLETS + "1aA"
_MARKER = re.compile(r"(1|[aA])(\.\)|[.)])(?=\s)")


def find_blocks(text: str, *, ordinals: bool = False) -> Iterator[Span]:
    """Return the blocks of `text` in order; only white space lies between them.

    `ordinals` says that "2." may be a number in a sentence and is therefore no item of a list.
    """
    for paragraph in _paragraphs(text):
        for block in _joined(text, paragraph):
            yield from _items(text, block, ordinals=ordinals)


def _paragraphs(text: str) -> Iterator[list[Span]]:
    """Return the lines of each paragraph, without the white space around them."""
    lines: list[Span] = []
    for match in _LINE.finditer(text):
        line = Span(*match.span())
        if lines and text.count("\n", lines[-1].end, line.start) > 1:
            yield lines
            lines = []
        lines.append(line)
    if lines:
        yield lines


def _joined(text: str, lines: Sequence[Span]) -> Iterator[Span]:
    """Return the lines with those put together that were wrapped in the middle of a sentence."""
    wrapped = len(lines) > 2 and _is_wrapped(text, lines)
    start = lines[0].start
    for line, following in pairwise(lines):
        if not (wrapped or _goes_on(text, line, following)):
            yield Span(start, line.end)
            start = following.start
    yield Span(start, lines[-1].end)


def _is_wrapped(text: str, lines: Sequence[Span]) -> bool:
    """Tell whether each line ends where the next one's first word had no more room."""
    width = max(end - start for start, end in lines)
    return width in _WRAPPED and all(
        line.end - line.start + 1 + _first_word(text, following) > width
        for line, following in pairwise(lines)
    )


def _first_word(text: str, line: Span) -> int:
    word = _FIRST_WORD.match(text, *line)
    return len(word[0]) if word else 0


def _goes_on(text: str, line: Span, following: Span) -> bool:
    """Tell whether `following` is the rest of a long line, or of one that ends in a space."""
    open_ended = text[line.end - 1] not in _LAST and text[following.start].islower()
    return open_ended and (line.end - line.start in _WRAPPED or text[line.end] == " ")


def _items(text: str, block: Span, *, ordinals: bool) -> Iterator[Span]:
    """Return the items of a list that was written in one line, or the block as it is."""
    start = block.start
    if text[start] not in _ITEMS:
        yield block
        return
    for at in _item_starts(text, block, ordinals=ordinals):
        yield trim(text, Span(start, at))
        start = at
    yield Span(start, block.end)


def _item_starts(text: str, block: Span, *, ordinals: bool) -> Iterator[int]:
    if text[block.start] in _BULLETS:
        at = block.start
        while (at := text.find(text[block.start], at + 1, block.end)) >= 0:
            yield at
        return
    marker = _MARKER.match(text, *block)
    if not marker or (ordinals and marker[2] == "."):
        return
    label, at = marker[1], marker.end()
    while label != "z":
        label = str(int(label) + 1) if label.isdigit() else chr(ord(label) + 1)
        at = _find_item(text, f"{label}{marker[2]}", Span(at, block.end))
        if at < 0:
            return
        yield at


def _find_item(text: str, marker: str, within: Span) -> int:
    """Return where the next item begins, -1 if there is none: its mark with space on both sides."""
    at = text.find(marker, *within)
    while at >= 0:
        after = at + len(marker)
        if text[at - 1].isspace() and after < within.end and text[after].isspace():
            return at
        at = text.find(marker, after, within.end)
    return -1
