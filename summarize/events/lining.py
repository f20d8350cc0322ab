"""Lining up: which figures of several accounts count or measure the same thing."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from summarize.events.accounts import in_time
from summarize.events.agreement import may_be_one
from summarize.events.readings import Reading

_LEAST = 0.4
"""How alike the words beside two figures must be, where these differ."""

_LEAST_EQUAL = 0.12
"""The same where they are equal, which itself says that they may be one."""

_EQUAL = 0.5
_NAMED = 0.3
"""What it adds that each account counts such a thing once only, and nearly as many."""

_FEW = 10
"""Numbers below this say little: two boats and three boats may be any."""

_FACTOR = 2.5
_CLOSE = 1.6
"""How many times as much the greater of two figures may be: where they are told alike, or not."""

_MOST = 400
"""Figures of one unit that are compared with each other; a hostile text may have more."""

Line = tuple[Reading, ...]


def line_up(found: Sequence[Reading]) -> list[Line]:
    """Return the figures by what they count, each in one line; a line has one of an account."""
    by_outcome: dict[tuple[str, tuple[str, ...]], dict[str, Reading]] = {}
    lines: list[Line] = []
    rest: list[Reading] = []
    for one in found:
        if one.aside:
            lines.append((one,))
        elif one.outcome is None:
            rest.append(one)
        else:
            told = by_outcome.setdefault((one.outcome, one.subject), {})
            if told.setdefault(one.account.key, one) is not one:
                lines.append((one,))
    whole = _with_whole([list(told.values()) for told in by_outcome.values()])
    rest = [one for one in rest if not _completes(one, whole)]
    return [*lines, *map(tuple, whole), *_by_context(rest)]


def _with_whole(lines: Iterable[list[Reading]]) -> list[list[Reading]]:
    """Return lines of one outcome as one where the same number is told of people and of workers.

    One of the two must be of people in general, or both of who was on board.
    """
    kept: list[list[Reading]] = []
    for line in sorted(lines, key=lambda line: (bool(line[0].subject), -len(line))):
        whole = next((other for other in kept if _is_part(line, other)), None)
        if whole is None:
            kept.append(line)
        else:
            whole += line
            whole.sort(key=lambda one: in_time(one.account))
    return kept


def _completes(one: Reading, lines: Iterable[list[Reading]]) -> bool:
    """Put a figure that is told without an outcome to those of the same things that have one."""
    if one.claim.unit or not one.subject:
        return False
    for line in lines:
        alike = (
            one.subject[-1:] == other.subject[-1:] and _are_near(one, other, _CLOSE)
            for other in line
        )
        if one.account.key not in {other.account.key for other in line} and any(alike):
            line.append(one)
            line.sort(key=lambda told: in_time(told.account))
            return True
    return False


def _is_part(line: Sequence[Reading], whole: Sequence[Reading]) -> bool:
    one, other = line[0], whole[0]
    general = not other.subject or one.outcome == "aboard"
    if one.outcome != other.outcome or not general or one.claim.modifier in ("min", "max"):
        return False
    if {told.account.key for told in line} & {told.account.key for told in whole}:
        return False
    return any(
        told.claim.modifier not in ("min", "max") and may_be_one(one.claim, told.claim)
        for told in whole
    )


def _by_context(found: Sequence[Reading]) -> Iterator[Line]:
    """Yield the lines of figures that the words beside them bring together, the surest first."""
    lines = {place: [place] for place in range(len(found))}
    of = dict(zip(lines, lines, strict=True))
    whose = {place: {reading.account.key} for place, reading in enumerate(found)}
    for _, one, other in sorted(_pairs(found)):
        a, b = of[one], of[other]
        if a != b and whose[a].isdisjoint(whose[b]):
            for place in lines[b]:
                of[place] = a
            lines[a] += lines.pop(b)
            whose[a] |= whose.pop(b)
    for line in lines.values():
        yield tuple(found[place] for place in sorted(line))


def _pairs(found: Sequence[Reading]) -> Iterator[tuple[float, int, int]]:
    """Yield pairs of figures of two accounts that may be one, and before them how sure that is.

    That is below zero, so that the surest sorts first: the weight of the words that both have
    beside them, of that of all (Dice), and more where they are equal or name what they are of.
    """
    families: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for place, reading in enumerate(found):
        families[_family(reading)].append(place)
    weights = _weights(found)
    sizes = [sum(weights[word] for word in reading.context) for reading in found]
    named = [*map(_named, found)]
    counted = Counter(named)
    single = [counted[one] == 1 for one in named]
    for places in families.values():
        for one, other in combinations(places[:_MOST], 2):
            a, b = found[one], found[other]
            equal = (a.claim.value, a.claim.high) == (b.claim.value, b.claim.high)
            if a.account.key != b.account.key and _same_subject(a, b, equal=equal):
                shared = sum(weights[word] for word in a.context & b.context)
                alike = 2 * shared / (sizes[one] + sizes[other] or 1)
                if single[one] and single[other] and _are_near(a, b):
                    alike += _NAMED
                if alike >= (_LEAST_EQUAL if equal else _LEAST):
                    yield -(alike + _EQUAL * equal), one, other


def _family(one: Reading) -> tuple[object, ...]:
    """Return what two figures must share: the unit, and without one the last word of the noun."""
    claim = one.claim
    return (claim.unit, claim.kind == "age", None if claim.unit else one.subject[-1:])


def _named(one: Reading) -> tuple[object, ...]:
    return one.account.key, one.claim.unit, one.claim.kind, one.subject[-1:]


def _are_near(one: Reading, other: Reading, factor: float = _FACTOR) -> bool:
    """Tell whether two figures name what they are of, and are not too far from each other."""
    named = bool(one.subject and other.subject) or one.claim.kind in ("measure", "money")
    low, high = sorted((abs(one.claim.value), abs(other.claim.value)))
    few = one.claim.unit is None and low < _FEW and low == int(low)
    if not named:
        return False
    return not few and high <= factor * low


def _same_subject(one: Reading, other: Reading, *, equal: bool) -> bool:
    """Tell whether neither figure has a noun that the other contradicts."""
    if one.subject and other.subject:
        return one.subject[-1] == other.subject[-1]
    if equal:
        return True
    nouns = {*one.subject[-1:], *other.subject[-1:]}
    return nouns <= one.context & other.context and one.claim.kind != "age"


def _weights(found: Iterable[Reading]) -> Mapping[str, float]:
    """Return what each word beside the figures tells: the less, the more figures it is beside."""
    counts: Counter[str] = Counter()
    total = 0
    for one in found:
        counts.update(one.context)
        total += 1
    return {word: math.log(1 + total / count) for word, count in counts.items()}
