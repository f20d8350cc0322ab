"""Tokens of a stretch of text, as the rules for figures look at them: left and right, by index."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise
from typing import cast

from summarize.memo import Memo

MARGIN = 24
"""How many tokens a rule may look past either end of the text without asking."""

LONGEST = 4000
"""A paragraph longer than this is cut at white space, so that no rule's work can grow with it."""

_DIGITS = r"[0-9]+(?:[.,][0-9]+)*"
_GROUPED = r"[0-9]{1,3}(?:[\u00a0\u2009\u202f'’][0-9]{3})+(?![0-9])(?:[.,][0-9]+)?"
_SPACED = r"[1-9][0-9]{0,2}(?: [0-9]{3})+(?![0-9])(?:[.,][0-9]+)?"
_LETTER = r"[^\W\d_¼½¾⅓⅔⅛⅜⅝⅞]"
_ELIDED = rf"(?:[dl]|dell|all|un|qu)['’](?={_LETTER}|\Z)"
# What most words are is tried first: the rest would come to the same.
_TOKEN = (
    rf"[A-Za-z]{{2,}}+(?!['’]|{_LETTER})|{_GROUPED}|(?<![\w.])\.[0-9]+|{_DIGITS}"
    rf"|(?:[A-Za-z]\.){{2,}}|(?i:{_ELIDED})|{_LETTER}+(?:['’]{_LETTER}+)*|\S"
)
_PLAIN_TOKEN = re.compile(_TOKEN)
_SPACED_TOKEN = re.compile(rf"{_SPACED}|{_TOKEN}")
_BREAK = re.compile(r"\n(?:[^\S\n]*\n\s*|(?=.{0,200}? \| ))")
_APOSTROPHES = ("'", "’")

Columns = tuple[list[int], list[int], list[str]]
"""Where tokens start, where they end, and what they are."""

Piece = tuple[tuple[str, ...], tuple[int, ...]]
"""The tokens of a piece of text, and the code points to each start and end from the mark before."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one stretch of `text`: numerals, words, abbreviations, single marks.

    The lists run in parallel and carry `MARGIN` empty tokens at both ends, so that rules may look
    a little to either side of any token by index. `words` are as written, `lows` in lower case.
    """

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    lows: list[str]

    def glued(self, index: int) -> bool:
        """Tell whether nothing stands between the token at `index` and the one before it."""
        return self.starts[index] == self.ends[index - 1]


def tokenize(text: str, start: int, end: int, *, spaced: bool = False) -> Tokens:
    """Return the tokens of `text[start:end]`; in some languages a space may part thousands."""
    columns = None if spaced else _of_pieces(text, start, end)
    starts, ends, words = columns or _anew(text, start, end, spaced=spaced)
    before, after, none = [start - 1] * MARGIN, [end + 1] * MARGIN, [""] * MARGIN
    return Tokens(
        text,
        [*before, *starts, *after],
        [*before, *ends, *after],
        [*none, *words, *none],
        [*none, *map(str.lower, words), *none],
    )


def _anew(text: str, start: int, end: int, *, spaced: bool) -> Columns:
    found = (_SPACED_TOKEN if spaced else _PLAIN_TOKEN).finditer(text, start, end)
    spans = [match.span() for match in found]
    words = [text[first:last] for first, last in spans]
    return [first for first, _ in spans], [last for _, last in spans], words


def _of_pieces(text: str, start: int, end: int) -> Columns | None:
    """Return the tokens as the pieces between spaces have them, None where that may not do."""
    cut = start > 0 and not text[start - 1].isspace()
    if cut or text.endswith(_APOSTROPHES, start, end):
        return None
    pieces = list(map(_PIECES.__getitem__, text[start:end].split(" ")))
    if None in pieces:
        return None
    words, steps = zip(*cast("list[Piece]", pieces), strict=True)
    marks = list(accumulate(chain.from_iterable(steps), initial=start - 1))
    return marks[1::2], marks[2::2], list(chain.from_iterable(words))


def _piece(piece: str) -> Piece | None:
    """Return the tokens of a piece of text behind a space; None where it does not end with one."""
    spans = [match.span() for match in _PLAIN_TOKEN.finditer(f"{piece} ")]
    if not spans or spans[-1][1] != len(piece):
        return None
    marks = [-1, *chain.from_iterable(spans)]
    steps = tuple(mark - before for before, mark in pairwise(marks))
    return tuple(piece[first:last] for first, last in spans), steps


_PIECES = Memo(_piece)


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each paragraph; blank lines part them, long ones are cut.

    A row of a table, told by the sign between its cells, is a paragraph of its own.
    """
    start = 0
    for gap in _BREAK.finditer(text):
        yield from _pieces(text, start, gap.start())
        start = gap.end()
    yield from _pieces(text, start, len(text))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > 0 else start + LONGEST
        yield start, cut
        start = cut
    if start < end:
        yield start, end
