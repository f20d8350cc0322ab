"""The gold's notation: a text with inline marks `{label|words}` to bare text and labelled spans."""

import re
from typing import NamedTuple

from summarize import Span


class Mark(NamedTuple):
    """A label and the piece of the bare text that it stands on."""

    label: str
    span: Span


class MarkupError(ValueError):
    """The marks of a gold text do not fit together."""


_TOKEN = re.compile(r"\{(?P<label>[^{}|]*)\||(?P<close>\})")


def read_marks(marked: str) -> tuple[str, tuple[Mark, ...]]:
    """Return the bare text of `marked` and its marks, by start, the outer before the inner.

    Marks may nest. Braces stand for nothing else, so a lone one is an error.
    """
    pieces: list[str] = []
    marks: list[Mark] = []
    opened: list[tuple[str, int]] = []
    length = at = 0
    for token in _TOKEN.finditer(marked):
        pieces.append(_plain(marked[at : token.start()]))
        length += token.start() - at
        at = token.end()
        if token["close"] is None:
            opened.append((token["label"].strip(), length))
        elif opened:
            label, start = opened.pop()
            marks.append(Mark(label, Span(start, length)))
        else:
            raise MarkupError(f"nothing to close before {marked[at : at + 40]!r}")
    if opened:
        raise MarkupError(f"never closed: {opened[-1][0]!r}")
    pieces.append(_plain(marked[at:]))
    marks.sort(key=lambda mark: (mark.span.start, -mark.span.end))
    return "".join(pieces), tuple(marks)


def _plain(piece: str) -> str:
    """Return `piece`, which must hold no brace."""
    if "{" in piece or "}" in piece:
        raise MarkupError(f"a brace without a label in {piece!r}")
    return piece


def parse_label(grammar: re.Pattern[str], mark: Mark) -> re.Match[str]:
    """Return how a mark's label reads in `grammar`."""
    found = grammar.fullmatch(mark.label)
    if not found:
        raise MarkupError(f"no such label: {mark.label!r}")
    return found
