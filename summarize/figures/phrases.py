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

    __slots__ = ("_by_first", "_by_last")

    def __init__(self, entries: Iterable[tuple[str, Value]]) -> None:
        self._by_first: dict[str, list[tuple[list[str], Value]]] = {}
        self._by_last: dict[str, list[tuple[list[str], Value]]] = {}
        for phrase, value in entries:
            key = pieces(phrase)
            self._by_first.setdefault(key[0], []).append((key, value))
            self._by_last.setdefault(key[-1], []).append((key, value))
        for side in (self._by_first, self._by_last):
            for found in side.values():
                found.sort(key=lambda entry: -len(entry[0]))

    def after(self, tokens: list[str], index: int) -> tuple[int, Value] | None:
        """Return the longest phrase that starts at `index`: its end and its value."""
        for key, value in self._by_first.get(tokens[index], ()):
            end = index + len(key)
            if len(key) == 1 or tokens[index:end] == key:
                return end, value
        return None

    def before(self, tokens: list[str], index: int) -> tuple[int, Value] | None:
        """Return the longest phrase that ends before `index`: its start and its value."""
        for key, value in self._by_last.get(tokens[index - 1], ()):
            start = index - len(key)
            if len(key) == 1 or tokens[start:index] == key:
                return start, value
        return None
