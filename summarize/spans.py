"""Span: a piece of a text, as half-open code point offsets into it."""

from typing import NamedTuple


class Span(NamedTuple):
    """The code points `text[start:end]` of a text that the span does not hold.

    Every value of the engine is made of spans into the text it was given; nothing copies
    substrings, so what is highlighted, copied and stored is the same text by construction.
    """

    start: int
    end: int

    def cut(self, text: str) -> str:
        """Return the piece of `text` that the span names."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Tell whether `other` lies inside this span, ends included."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two spans share a code point."""
        return self.start < other.end and other.start < self.end


def trim(text: str, span: Span) -> Span:
    """Return `span` without the white space at its ends; an all-white span becomes empty."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
