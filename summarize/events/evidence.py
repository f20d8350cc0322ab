"""Evidence: how likely a figure and those of a line count the same thing, as weights that add up.

Each weight is a logarithm of odds, as in record linkage (Fellegi and Sunter 1969): what is found
alike speaks for one thing, by how seldom it is alike by chance, and what is unlike against it.
"""

from math import log

from summarize.events.bundles import Bundle, Weighed
from summarize.events.lexicon import terms
from summarize.events.measures import Measure
from summarize.events.readings import Reading

ENOUGH = 2.3
"""What the evidence for one thing must come to."""

_EQUAL = (0.2, 3.0, 5.5, 8.0)
_EQUAL_MEASURES = (2.3, 5.0, 6.0, 8.0)
"""For equal values, by the digits that are told: 10,048 is hardly met by chance, three often.

Measures with a unit are fewer, so that these meet less often.
"""

_LARGE = 1.6
"""More for a large number that is told in one digit: "four" is often met, 4,000 is not."""

_SWAPPED = 2.0
"""For other values in the same digits: 2.3 and 3.2 are one with a slip."""

_ROUNDED = (0.3, 1.5, 3.0)
"""For values of which one is the other rounded, by the digits of that."""

_UNLIKE = -0.7
_RATIO = -1.9
"""For other values, and by the logarithm of how many times one is the other."""

_UNLIKE_OF_OUTCOME = -3.5
"""The least for other values of one outcome: of 41 that were missing three may be left."""

_FAR, _NEAR = 3.0, 0.1
"""The most that this logarithm counts for, and how little it is for numbers that were rounded."""

_UNLIKE_FEW = -1.4
"""For other values where one is below ten: two boats and three boats may be any."""

_TEN = 10

_OUTCOME, _AKIN, _OTHER_OUTCOME = 4.0, 2.0, -6.0
"""For what became of what is counted: the same, what news takes for it, another."""

_NEXT = 2.0
_MOST_NEXT = 2
"""For each word that stands next to both, so many at most."""

_WORDS = 2.5
"""For words beside them, if these were all shared (Dice coefficient)."""

_NOUN, _NOUN_BESIDE, _OTHER_NOUN = 1.0, 0.2, -0.3
_ASPECT, _OTHER_ASPECT = 2.8, -3.0
_LIMIT = "limit"
"""The aspect that no measure of a thing itself has: how fast a train may go."""

_HEADED = 2.0
"""For both standing in the headlines of their accounts."""

_MONEY, _UNIT = 1.5, 0.6
"""For having a unit at all: there are fewer that could be met by chance."""

_ONLY = 0.7
"""For both being the only such figure of their accounts."""

_SAME_TIME, _OTHER_TIMES = 0.7, (-5.0, -1.5)
_OTHER_PARTS = (-9.0, -1.0)
"""For one being of another time or a part of a whole, where values are unlike and where not."""

_OPPOSITE = -6.0
"""For words beside them that exclude each other: the north tower and the south tower."""

_OTHER_NAME = -1.0
"""For names next to both, and none that is the same."""

_OTHER_KIND = -1.5
_OTHER_PERSON = -6.0
"""For ages that differ, of people without a name in common."""


def evidence(one: Weighed, line: Bundle) -> float:
    """Return what speaks for a reading's being of the same thing as those of a line.

    Where values differ and nothing next to them is shared, that is not looked into further.
    """
    reading = one.reading
    outcome = _of_outcome(reading, line) if reading.outcome and line.outcomes else 0.0
    if outcome < 0:
        return outcome
    value = _of_values(reading.measure, line)
    beside = len(one.next & line.next)
    if value < 0:
        if not (beside or outcome or reading.headed or reading.aspect):
            return value
        value = max(value, _UNLIKE_OF_OUTCOME) if outcome else value
    found = outcome + value + _NEXT * min(_MOST_NEXT, beside) + _of_words(one, line)
    return (
        found
        + _of_kind(one, line)
        + _of_times(reading, line, alike=value > 0)
        + (_of_unlike(one, line) if value <= 0 else 0)
    )


def _of_outcome(one: Reading, line: Bundle) -> float:
    if one.outcome in line.outcomes:
        return _OUTCOME
    akin = terms(one.account.language).akin.get(one.outcome or "", frozenset())
    return _OTHER_OUTCOME if akin.isdisjoint(line.outcomes) else _AKIN


def _of_values(one: Measure, line: Bundle) -> float:
    if one.ends in line.measures:
        return _of_equal(one)
    return max([_of_value(one, other) for other in line.nearest(one)])


def _of_equal(one: Measure) -> float:
    table = _EQUAL_MEASURES if one.what else _EQUAL
    large = one.digits == 1 and one.place > 1 and not one.what
    return table[min(len(table), one.digits) - 1] + (_LARGE if large else 0)


def _of_value(one: Measure, other: Measure) -> float:
    low, high = (one.low, other.low) if one.low < other.low else (other.low, one.low)
    coarse, fine = (one, other) if one.unit > other.unit else (other, one)
    ratio = log(high / low) if low > 0 else _FAR
    if ratio < _NEAR and high - low <= coarse.unit / 2 and coarse.unit > fine.unit:
        return _ROUNDED[min(len(_ROUNDED), coarse.digits) - 1]
    if one.digits > 1 and one.figures == other.figures and one.unit == other.unit:
        return _SWAPPED
    few = low < _TEN and not one.what
    return (_UNLIKE_FEW if few else _UNLIKE) + _RATIO * min(_FAR, ratio)


def _of_words(one: Weighed, line: Bundle) -> float:
    """Return what the words beside a reading and those of a line say, on average."""
    told, words, shared = line.told, line.words, 0.0
    for word, weight in one.words.items():
        if word in words:
            shared += weight * told[word] + words[word]
    return _WORDS * shared / (len(line.members) * one.size + line.size or 1)


def _of_kind(one: Weighed, line: Bundle) -> float:
    """Return what nouns, units and headlines say."""
    reading, first = one.reading, line.members[0]
    found = _ONLY if one.only and line.only else 0.0
    if one.head and line.heads:
        found += _of_noun(one, line)
    if reading.measure.what:
        found += _MONEY if reading.claim.kind == "money" else _UNIT
    if reading.headed and first.reading.headed:
        found += _HEADED
    return found + (_OTHER_KIND if one.age != first.age else 0)


def _of_noun(one: Weighed, line: Bundle) -> float:
    if one.head in line.heads:
        return _NOUN
    beside = one.head in line.words or not line.heads.isdisjoint(one.words)
    return _NOUN_BESIDE if beside else _OTHER_NOUN


def _of_times(one: Reading, line: Bundle, *, alike: bool) -> float:
    """Return what speaks for or against figures by their times, parts and what words exclude."""
    first, found = line.members[0].reading, 0.0
    if one.past or first.past:
        found += _SAME_TIME if one.past == first.past else _OTHER_TIMES[alike]
    shared = one.shared != first.shared and not (one.head and one.head == first.head)
    if shared or one.part != first.part:
        found += _OTHER_PARTS[alike]
    if one.opposites and _excludes(one, line):
        found += _OPPOSITE
    if one.aspect and line.aspects:
        found += _ASPECT if one.aspect in line.aspects else _OTHER_ASPECT
    return found


def _excludes(one: Reading, line: Bundle) -> bool:
    """Tell whether a word beside a figure excludes one beside those of a line."""
    return any(
        name in line.opposites and word not in line.opposites[name]
        for name, word in one.opposites.items()
    )


def _of_unlike(one: Weighed, line: Bundle) -> float:
    """Return what speaks against figures that differ: limits, other people, other names."""
    found = 0.0
    aspects = (one.reading.aspect, *line.aspects)
    if _LIMIT in aspects and None in aspects:
        found += _OTHER_ASPECT
    if one.reading.outcome and one.group != line.members[0].group:
        found += _OTHER_PARTS[False]
    strangers = one.names.isdisjoint(line.names)
    if strangers and one.names and line.names:
        found += _OTHER_NAME
    if strangers and one.age and one.head not in line.heads:
        found += _OTHER_PERSON
    return found
