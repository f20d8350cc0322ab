"""Two wordings side by side: the words of the later one, with what only one of them has."""

from collections.abc import Iterable, Iterator

from reader.compared import Piece
from summarize import Span
from summarize.wording import Wording, changes, kept, wording


def word_diff(before: str, after: str, *parts: Span) -> tuple[Piece, ...]:
    """Return the words of `after` as they stand there, with those that only `before` has.

    Marks, case and punctuation are no difference; neither is what an editor put in brackets. Of
    `after` only some parts may count, as of a speech that "she said" interrupts.
    """
    return tuple(_steps(kept(before), wording(after, *parts)))


def _steps(mine: Wording, theirs: Wording) -> Iterator[Piece]:
    for kind, (first, end), (start, stop) in changes(mine.words, theirs.words):
        if kind == "equal":
            yield Piece("both", _cut(theirs, start, stop))
            continue
        if end > first:
            yield Piece("before", _cut(mine, first, end))
        if stop > start:
            yield Piece("after", _cut(theirs, start, stop))


def _cut(told: Wording, start: int, stop: int) -> str:
    """Return some words as they stand with the signs that end them; an ellipsis parts them."""
    words = told.places[start:stop]
    found = ([word for word in words if part.covers(word)] for part in told.spans)
    ends = (
        (part, inside[0].start, inside[-1].end)
        for part, inside in zip(told.spans, found, strict=True)
        if inside
    )
    return " … ".join(_with_signs(told.text, *one) for one in ends)


def _with_signs(text: str, part: Span, first: int, end: int) -> str:
    while end < part.end and text[end] in _ENDING:
        end += 1
    return one_line(text[first:end])


def plainly(told: Iterable[Piece]) -> str:
    """Return pieces as text: `[-only before-]` and `{+only after+}`, as wdiff has it."""
    return " ".join(_SIGNED[piece.kind].format(piece.words) for piece in told)


def one_line(words: str) -> str:
    """Return words on one line."""
    return " ".join(words.split())


_ENDING = frozenset(",.;:!?…")
_SIGNED = {"both": "{}", "before": "[-{}-]", "after": "{{+{}+}}"}
