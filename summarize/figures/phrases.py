"""Phrases: a table of word sequences, looked up forwards from a token or backwards to it."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from summarize.figures.tokens import MARGIN, tokenize

Value = TypeVar("Value")


def pieces(phrase: str) -> list[str]:
    """Return the tokens of a phrase as they would come out of a text."""
    return tokenize(phrase, 0, len(phrase)).words[MARGIN:-MARGIN]


class Phrases(Generic[Value]):
    """What each phrase of a language's data stands for, found by the longest match."""

    __slots__ = ("_ends", "_starts", "_values")

    def __init__(self, entries: Iterable[tuple[str, Value]]) -> None:
        self._values: dict[tuple[str, ...], Value] = {}
        self._starts: dict[str, tuple[int, ...]] = {}
        self._ends: dict[str, tuple[int, ...]] = {}
        for phrase, value in entries:
            key = tuple(pieces(phrase))
            self._values.setdefault(key, value)
            _add_length(self._starts, key[0], len(key))
            _add_length(self._ends, key[-1], len(key))

    def after(self, tokens: list[str], index: int) -> tuple[int, Value] | None:
        """Return the longest phrase that starts at `index`: its end and its value."""
        for length in self._starts.get(tokens[index], ()):
            end = index + length
            if (key := tuple(tokens[index:end])) in self._values:
                return end, self._values[key]
        return None

    def before(self, tokens: list[str], index: int) -> tuple[int, Value] | None:
        """Return the longest phrase that ends before `index`: its start and its value."""
        for length in self._ends.get(tokens[index - 1], ()):
            start = index - length
            if (key := tuple(tokens[start:index])) in self._values:
                return start, self._values[key]
        return None


def _add_length(lengths: dict[str, tuple[int, ...]], word: str, length: int) -> None:
    """Note how long the phrases with a word at one end are, the longest first."""
    lengths[word] = tuple(sorted({length, *lengths.get(word, ())}, reverse=True))
