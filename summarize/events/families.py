"""Families: the lines of one kind of measure, found by what a figure must share with them."""

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Hashable, Iterator

from summarize.events.bundles import Bundle, Weighed
from summarize.events.lexicon import terms

_NEAR = 1.1
"""How many times a value one may be that is found by it."""

_MOST = 300
"""Lines that can be found; a hostile text may have more."""


class Family:
    """Lines whose figures measure the same, with an index of what stands out of each."""

    def __init__(self) -> None:
        self.lines: list[Bundle] = []
        self._having: defaultdict[Hashable, set[int]] = defaultdict(set)
        self._values: list[tuple[float, int]] = []
        self._joined: dict[int, int] = {}

    def begin(self, *readings: Weighed) -> int:
        """Begin a line, and return its number."""
        number = len(self.lines)
        self.lines.append(Bundle())
        for one in readings:
            self.add(one, number)
        return number

    def add(self, one: Weighed, number: int) -> None:
        """Put a figure to a line."""
        line = self.lines[number]
        if number < _MOST:
            for key in _keys(one):
                self._having[key].add(number)
            if one.reading.measure.ends not in line.measures:
                insort(self._values, (one.reading.measure.low, number))
        line.add(one)

    def join(self, one: int, other: int) -> None:
        """Put all figures of a line to another; it stays empty behind."""
        members, self.lines[other] = self.lines[other].members, Bundle()
        self._joined[other] = one
        self._values = [value for value in self._values if value[1] != other]
        for member in members:
            for key in _keys(member):
                self._having[key].discard(other)
            self.add(member, one)

    def standing(self, number: int) -> int:
        """Return the line that holds what a line held."""
        while number in self._joined:
            number = self._joined[number]
        return number

    def like(self, one: Weighed) -> set[int]:
        """Return the lines that share with a figure what stands out of it, or nearly the value."""
        found: set[int] = set()
        for key in (*_keys(one), *_akin(one)):
            found |= self._having.get(key, frozenset())
        low, high = sorted((one.reading.measure.low / _NEAR, one.reading.measure.low * _NEAR))
        start = bisect_left(self._values, (low, 0))
        end = bisect_right(self._values, (high, _MOST))
        found.update(number for _, number in self._values[start:end])
        return found


def _keys(one: Weighed) -> Iterator[Hashable]:
    """Yield what stands out of a figure: the words next to it, what became of it, its digits."""
    reading = one.reading
    yield from one.next | one.telling | one.named
    if reading.outcome:
        yield "outcome", reading.outcome
    if reading.aspect:
        yield "aspect", reading.aspect
    if reading.headed:
        yield "headed", True
    yield reading.measure.figures


def _akin(one: Weighed) -> Iterator[Hashable]:
    akin = terms(one.reading.account.language).akin
    for outcome in akin.get(one.reading.outcome or "", ()):
        yield "outcome", outcome
