"""Wordings compared: whether words stand in other words as they are, and how near they come.

Marks, case and punctuation are no wording. An ellipsis stands for words that were left out, and
words in square brackets for what an editor put in the place of a few.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import Literal, NamedTuple

from summarize.spans import Span

MOST_LEFT_OUT = 400
"""How many words an ellipsis may stand for."""
MOST_REPLACED = 5
"""How many words an editor's insertion may stand for."""

_WORD = re.compile(r"\d[\d.,]*\d\w*|[^\W_]+(?:['’][^\W_]+)*|[%$£€]")
_MARKED_LETTER = re.compile(r"\[(\w)\](?=\w)")
_BREAK = re.compile(
    r"(?P<ellipsis>[\[(]\s*(?:…|\.{3,}|\.(?:\s\.){2,})\s*[\])]|…|\.{3,}|\.(?:\s\.){2,})|\[[^\[\]]*\]"
)


@dataclass(frozen=True)
class Wording:
    """Some spans of a text as words that are compared, and where each stands in the text."""

    text: str
    spans: tuple[Span, ...]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words, folded."""
        # Folded together, which is much faster; no word has a space, and no folding makes one.
        found = " ".join(word for span in self.spans for word in _WORD.findall(self.text, *span))
        return tuple(found.casefold().replace("’", "'").split(" ")) if found else ()

    @cached_property
    def places(self) -> tuple[Span, ...]:
        """Where each word stands."""
        return tuple(
            Span(*match.span()) for span in self.spans for match in _WORD.finditer(self.text, *span)
        )

    def within(self, span: Span) -> tuple[Span, ...]:
        """Return what the spans of the wording have of another one."""
        shared = (Span(max(one.start, span.start), min(one.end, span.end)) for one in self.spans)
        return tuple(one for one in shared if one.start < one.end)

    def span(self, first: int, end: int) -> Span:
        """Return the span of the words from `first` up to `end`, which is not one of them."""
        return Span(self.places[first].start, self.places[end - 1].end)


class Piece(NamedTuple):
    """Words without a break, and how many others may stand between them and the piece before."""

    words: tuple[str, ...]
    most_between: int


class Change(NamedTuple):
    """A step from one wording to another: word numbers of both, as difflib's opcodes give them."""

    kind: Literal["equal", "replace", "delete", "insert"]
    before: tuple[int, int]
    after: tuple[int, int]


def wording(text: str, *spans: Span) -> Wording:
    """Return the words of a text, or of some spans of it one after the other."""
    return Wording(text, spans or (Span(0, len(text)),))


def pieces(quoted: str) -> tuple[Piece, ...]:
    """Return what must stand word for word for `quoted` to stand; empty where it has no words."""
    return tuple(piece for _, piece in _pieces(_plain(quoted)))


def kept(quoted: str) -> Wording:
    """Return the words of `quoted` that must stand: not what an editor put in brackets."""
    plain = _plain(quoted)
    return Wording(plain, tuple(span for span, _ in _pieces(plain)))


def _plain(quoted: str) -> str:
    return _MARKED_LETTER.sub(r"\1", quoted)


def _pieces(plain: str) -> Iterator[tuple[Span, Piece]]:
    start = most = 0
    for found in (*_BREAK.finditer(plain), None):
        span = Span(start, found.start() if found else len(plain))
        if words := wording(plain, span).words:
            yield span, Piece(words, most)
            most = 0
        if found:
            most += MOST_LEFT_OUT if found["ellipsis"] else MOST_REPLACED
            start = found.end()


def stands_in(wanted: Sequence[Piece], words: Sequence[str]) -> tuple[int, int] | None:
    """Return from which to which word all pieces stand in order, the first such place; or None."""
    if not wanted:
        return None
    joined = f" {' '.join(words)} "
    first, *rest = (f" {' '.join(piece.words)} " for piece in wanted)
    at = joined.find(first)
    while at >= 0:
        begin = joined.count(" ", 0, at)
        end = begin + len(wanted[0].words)
        for piece, sought in zip(wanted[1:], rest, strict=True):
            place = _after(joined, sought, end, piece.most_between, at)
            if place is None:
                break
            end = place + len(piece.words)
        else:
            return begin, end
        at = joined.find(first, at + 1)
    return None


def _after(joined: str, sought: str, end: int, most: int, near: int) -> int | None:
    """Return the word at which a piece stands, with at most `most` words between it and `end`."""
    at = joined.find(sought, near)
    while at >= 0:
        place = joined.count(" ", 0, at)
        if place >= end:
            return place if place - end <= most else None
        at = joined.find(sought, at + 1)
    return None


class Nearness(NamedTuple):
    """The share of wanted words that stand in others in order, the longest run, and where.

    `lead` and `tail` are how many words are wanted before the first that stands, behind the last.
    """

    share: float
    run: int
    first: int
    end: int
    lead: int = 0
    tail: int = 0


def nearness(wanted: Sequence[str], words: Sequence[str]) -> Nearness:
    """Return how near words come to the wanted ones, and from where to where.

    The share counts runs of words as difflib matches them (Ratcliff and Obershelp's method).
    """
    blocks = [
        block
        for block in SequenceMatcher(None, wanted, words, autojunk=False).get_matching_blocks()
        if block.size
    ]
    if not blocks or not wanted:
        return Nearness(0.0, 0, 0, 0)
    sizes = [block.size for block in blocks]
    first, last = blocks[0], blocks[-1]
    end, tail = last.b + last.size, len(wanted) - last.a - last.size
    return Nearness(sum(sizes) / len(wanted), max(sizes), first.b, end, first.a, tail)


def changes(before: Sequence[str], after: Sequence[str]) -> tuple[Change, ...]:
    """Return the steps that lead from one wording to the other, in order."""
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return tuple(Change(kind, (a, b), (c, d)) for kind, a, b, c, d in steps)
