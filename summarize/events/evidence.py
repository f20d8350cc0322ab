"""Evidence: how likely a figure and those of a line count the same thing, as weights that add up.

Each weight is a logarithm of odds, as in record linkage (Fellegi and Sunter 1969): what is found
alike speaks for one thing, by how seldom it is alike by chance, and what is unlike against it.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from summarize.events.lexicon import terms
from summarize.events.measures import Measure
from summarize.events.readings import Reading

ENOUGH = 2.3
"""What the evidence for one thing must come to."""

_EQUAL = (0.4, 2.9, 5.5, 8.0)
"""For equal values, by the digits that are told: 10,048 is hardly met by chance, three often."""

_ROUNDED = (0.3, 1.5, 3.0)
"""For values of which one is the other rounded, by the digits of that."""

_UNLIKE = -0.7
_RATIO = -1.9
"""For other values, and by the logarithm of how many times one is the other."""

_FEW = -0.7
"""For other values where one is below ten: two boats and three boats may be any."""

_NEXT = 2.0
_MOST_NEXT = 2
"""For each word that stands next to both, so many at most."""

_CONTEXT = 2.5
"""For words beside them, if these were all shared (Dice coefficient)."""

_HEADED = 2.0
"""For both standing in the headlines of their accounts."""

_ASPECT, _OTHER_ASPECT = 1.5, -3.0
_AKIN = 2.0
"""For outcomes that news takes for each other."""

_NO_NAME = -5.0
"""For the ages of two people, as far as one can see."""

_NOUN, _OTHER_NOUN = 0.6, -0.3
_OUTCOME, _OTHER_OUTCOME = 4.0, -6.0
_UNIT = 0.6
_MONEY = 1.5
_ONLY = 0.7
"""For both being the only such figure of their accounts."""

_TEN = 10
_NEAR = 0.1

_OTHER_TIME = -1.5
_OTHER_PART = -2.0
_OTHER_KIND = -1.5


class Bundle:
    """The readings of one thing so far, and what they say together."""

    def __init__(self, reading: "Weighed") -> None:
        self.members: list[Weighed] = []
        self.measures: dict[tuple[float, float], Measure] = {}
        self.accounts: dict[str, set[tuple[float, float]]] = {}
        self.told: Counter[str] = Counter()
        self.words: dict[str, float] = {}
        self.size = 0.0
        self.next: set[str] = set()
        self.heads: Counter[str] = Counter()
        self.outcomes: Counter[str] = Counter()
        self.aspects: Counter[str] = Counter()
        self.add(reading)

    def add(self, one: "Weighed") -> None:
        self.members.append(one)
        key = one.reading.measure.ends
        self.measures[key] = one.reading.measure
        self.accounts.setdefault(one.reading.account.key, set()).add(key)
        for word, weight in one.words.items():
            self.words[word] = self.words.get(word, 0) + weight
            self.told[word] += 1
        self.size += one.size
        self.next.update(one.next)
        self.heads.update(one.reading.subject[-1:])
        if one.reading.outcome:
            self.outcomes[one.reading.outcome] += 1
        if one.reading.aspect:
            self.aspects[one.reading.aspect] += 1


class Weighed:
    """A reading with what each of its words tells among all readings."""

    __slots__ = ("next", "only", "reading", "size", "words")

    def __init__(self, reading: Reading, weights: Mapping[str, float], only: bool) -> None:
        self.reading = reading
        self.words = {word: worth * weights[word] for word, worth in reading.context.items()}
        self.next = {word for word, worth in reading.context.items() if worth >= 1}
        self.size = sum(self.words.values())
        self.only = only


def weigh(found: Sequence[Reading]) -> list[Weighed]:
    """Return the readings with what their words tell: the less, the more figures have them."""
    counts = Counter(word for one in found for word in one.context)
    weights = {word: math.log(1 + len(found) / count) for word, count in counts.items()}
    named = [(one.account.key, one.measure.what, one.subject[-1:]) for one in found]
    single = Counter(named)
    return [Weighed(one, weights, single[name] == 1) for one, name in zip(found, named)]


def evidence(one: Weighed, line: Bundle) -> float:
    """Return what speaks for a reading's being of the same thing as those of a line."""
    reading = one.reading
    first = line.members[0].reading
    found = max(_of_values(reading.measure, other) for other in line.measures.values())
    found += _of_outcome(reading, line.outcomes)
    if found < -2:
        return found
    found += _of_noun(one, line)
    found += _of_aspect(reading, line.aspects)
    if reading.headed and first.headed:
        found += _HEADED
    if reading.claim.kind == "age" and reading.measure.ends not in line.measures:
        if reading.names.isdisjoint(line.words):
            return _NO_NAME
    if reading.measure.what:
        found += _MONEY if reading.claim.kind == "money" else _UNIT
    if one.only and all(member.only for member in line.members):
        found += _ONLY
    if reading.past != first.past:
        found += _OTHER_TIME
    if reading.part != first.part:
        found += _OTHER_PART
    if (reading.claim.kind == "age") != (first.claim.kind == "age"):
        found += _OTHER_KIND
    return found + _of_words(one, line)


def _of_values(one: Measure, other: Measure) -> float:
    if one.ends == other.ends:
        return _EQUAL[min(len(_EQUAL), one.digits, other.digits) - 1]
    low, high = sorted((abs(one.low), abs(other.low)))
    if not low:
        return _UNLIKE + _RATIO * 3
    ratio = math.log(high / low)
    coarse, fine = sorted((one, other), key=lambda each: -each.unit)
    if ratio < _NEAR and abs(coarse.low - fine.low) <= coarse.unit / 2 and coarse.unit != fine.unit:
        return _ROUNDED[min(len(_ROUNDED), coarse.digits) - 1]
    few = not one.what and low < _TEN
    return _UNLIKE + _RATIO * min(3, ratio) + few * _FEW


def _of_outcome(one: Reading, line: Counter[str]) -> float:
    if not one.outcome or not line:
        return 0
    if one.outcome in line:
        return _OUTCOME
    akin = terms(one.account.language).akin.get(one.outcome, frozenset())
    return _OTHER_OUTCOME if akin.isdisjoint(line) else _AKIN


def _of_aspect(one: Reading, line: Counter[str]) -> float:
    if not one.aspect or not line:
        return 0
    return _ASPECT if one.aspect in line else _OTHER_ASPECT


def _of_noun(one: Weighed, line: Bundle) -> float:
    head = one.reading.subject[-1:]
    if not head or not line.heads:
        return 0
    if head[0] in line.heads:
        return _NOUN
    beside = head[0] in line.words or any(other in one.words for other in line.heads)
    return _NOUN / 3 if beside else _OTHER_NOUN


def _of_words(one: Weighed, line: Bundle) -> float:
    """Return what the words beside a reading and those of a line say, on average."""
    count, told, words = len(line.members), line.told, line.words
    shared = sum(
        weight * told[word] + words[word] for word, weight in one.words.items() if word in words
    )
    beside = min(_MOST_NEXT, len(one.next & line.next))
    return _CONTEXT * shared / (count * one.size + line.size or 1) + _NEXT * beside
