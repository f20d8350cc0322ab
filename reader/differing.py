"""Two wordings side by side: the words of the later one, with what only one of them has."""

from collections.abc import Iterable, Iterator

from reader.compared import Piece
from summarize.wording import Wording, changes, pieces, wording


def word_diff(before: str, after: str) -> tuple[Piece, ...]:
    """Return the words of `after` as they stand there, with those that only `before` has.

    Marks, case and punctuation are no difference; neither is what an editor put in brackets.
    """
    return tuple(_steps(before, after))


def _steps(before: str, after: str) -> Iterator[Piece]:
    mine = [word for piece in pieces(before) for word in piece.words]
    theirs = wording(after)
    for kind, (first, end), (start, stop) in changes(mine, theirs.words):
        if kind == "equal":
            yield Piece("both", _cut(after, theirs, start, stop))
            continue
        if end > first:
            yield Piece("before", " ".join(mine[first:end]))
        if stop > start:
            yield Piece("after", _cut(after, theirs, start, stop))


def _cut(text: str, told: Wording, start: int, stop: int) -> str:
    """Return some words of a text with the signs that end them."""
    first, end = told.span(start, stop)
    while text[end : end + 1] in _ENDING:
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
