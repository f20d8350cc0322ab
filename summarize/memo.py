"""Memo: what a function gives for words, kept, as texts say most of their words again."""

from collections.abc import Callable
from typing import Generic, TypeVar

Value = TypeVar("Value")

_MOST = 1 << 14
_LONGEST = 40
"""Words that are remembered if nothing else is said, and the length of the longest: many texts must
not fill memory."""


class Memo(dict[str, Value], Generic[Value]):
    """The values of a pure function of a word: `memo[word]` is `function(word)`, made once."""

    def __init__(self, function: Callable[[str], Value], most: int = _MOST) -> None:
        super().__init__()
        self._function = function
        self._most = most

    def __missing__(self, word: str) -> Value:
        value = self._function(word)
        if len(word) <= _LONGEST:
            if len(self) == self._most:
                self.clear()  # the words of texts to come are not those of the first ones
            self[word] = value
        return value
