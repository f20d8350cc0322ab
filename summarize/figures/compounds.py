"""Compounds: number words that German and Italian write as one ("einundzwanzig", "duemila")."""

import re
from collections.abc import Mapping

from summarize.memo import Memo

LONGEST = 60
"""A longer word is no numeral."""


class Compounds:
    """The parts that a language joins to one number word, and the number that they make."""

    __slots__ = ("_part", "_parts", "_values", "_word")

    def __init__(self, parts: Mapping[str, float]) -> None:
        by_length = sorted(parts, key=len, reverse=True)
        part = "|".join(map(re.escape, by_length)) or r"(?!)"
        self._parts = dict(parts)
        self._part = re.compile(part)
        self._word = re.compile(f"(?:{part}){{2,}}")
        self._values = Memo(self._value)

    def __bool__(self) -> bool:
        """Tell whether the language joins number words at all."""
        return bool(self._parts)

    def value(self, low: str) -> float | None:
        """Return the number that a word in lower case is made of, or None."""
        return self._values[low] if self._parts else None

    def _value(self, low: str) -> float | None:
        if len(low) > LONGEST or not self._word.fullmatch(low):
            return None
        total = group = 0.0
        for part in self._part.findall(low):
            worth = self._parts[part]
            if worth >= 1000:
                total, group = total + (group or 1.0) * worth, 0.0
            elif worth == 100:
                group = (group or 1.0) * worth
            else:
                group += worth
        return total + group
