"""Agreement: whether figures that count the same thing say the same, by their words and times."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise, product
from typing import Literal

from summarize.claims import Claim
from summarize.events.lexicon import terms
from summarize.events.measures import Ends
from summarize.events.readings import Reading, became

Agreement = Literal["same", "compatible", "update", "conflict"]

SOON = 3600
"""Seconds within which a count that rises is not taken to have risen, unless a text says so."""

_ABOUT = 0.1
_ABOUT_ROUND = 0.15
"""What part of it "about" allows more or less, and what where the number is very round."""

_ROUND = 0.05
"""What part of it a number may be off for being rounded."""

_HALF = 0.49
"""How much of its last place a number may be off: who has 3.5 does not say four."""

_LARGE = 1000
"""From where whole numbers are taken to be rounded."""

_STEPS = 2
"""Steps one way from which a count is taken to move, whatever it counts."""

_COUNTED = frozenset({"count", "number"})
_TOLD_ANEW = _COUNTED | {"money", "percent", "measure"}
_SURE = frozenset({"approx", "min", "max"})
_WENT = frozenset({"up", "down"})

Way = list[tuple[int, Reading]]
"""Figures that allow the same, each with its place in the order of time."""


def agreement(found: Sequence[Reading]) -> Agreement:
    """Return how the figures of several accounts agree; they come in the order of time."""
    ways = _ways(found)
    two = list(combinations(ways, 2))
    clashing = [pair for pair in two if not may_be_one(pair[0][0][1], pair[1][0][1])]
    if clashing:
        return "conflict" if _disputes(clashing, found) else "update"
    if any(_rises(*pair) for pair in two):
        return "update"
    said = {(one.claim.value, one.claim.high, sureness(one.claim)) for one in found}
    return "same" if len(said) == 1 else "compatible"


def _ways(found: Sequence[Reading]) -> list[Way]:
    """Return figures with their places in time, by what they allow."""
    ways: defaultdict[object, Way] = defaultdict(list)
    for place, one in enumerate(found):
        ways[one.measure, one.claim.modifier, one.nearly].append((place, one))
    return list(ways.values())


def _in_time(one: Way, other: Way) -> Iterator[tuple[Reading, Reading]]:
    """Yield each figure of one way with each of another, the earlier one first."""
    for (place, reading), (behind, later) in product(one, other):
        yield (reading, later) if place < behind else (later, reading)


def _disputes(clashing: Sequence[tuple[Way, Way]], found: Sequence[Reading]) -> bool:
    """Tell whether time does not explain each two values that exclude each other.

    What a figure is said to have come from disputes nothing.
    """
    values = {
        (one.measure.ends, other.measure.ends)
        for pair in clashing
        for one, other in _in_time(*pair)
        if not (_has_become(one, found) or _has_become(other, found) or _updates(one, other))
    }
    return bool(values) and bool(values - _changes(found)) and not _moves(found)


def _has_become(one: Reading, found: Sequence[Reading]) -> bool:
    """Tell whether a figure is what another of its account came from: "from 31 to 38"."""
    return one.past and any(became(one, other) for other in found)


def _changes(found: Sequence[Reading]) -> set[tuple[Ends, Ends]]:
    """Return from what to what the thing is said to have changed, by any of the accounts."""
    return {
        (one.measure.ends, other.measure.ends)
        for one, other in combinations(found, 2)
        if became(one, other)
        or ((other.revised or other.asof or other.anew) and _updates(one, other))
    }


def _rises(one: Way, other: Way) -> bool:
    """Tell whether "at least" so many became at least more with time."""
    return one[0][1].claim.modifier == other[0][1].claim.modifier == "min" and any(
        earlier.measure.low < later.measure.low and _updates(earlier, later)
        for earlier, later in _in_time(one, other)
    )


def sureness(claim: Claim) -> str | None:
    """Return how sure a figure is said to be; the way that it went says nothing of that."""
    return claim.modifier if claim.modifier in _SURE else None


def may_be_one(one: Reading, other: Reading) -> bool:
    """Tell whether there is a number that both allow, or that one of them is roughly said to be."""
    if {one.claim.modifier, other.claim.modifier} == {"up", "down"}:
        return False
    (low, high), (least, most) = _told(one), _told(other)
    gap = max(low - most, least - high)
    return gap <= 0 or gap <= max(_leeway(one, other), _leeway(other, one)) * (1 + 1e-9)


def _told(one: Reading) -> tuple[float, float]:
    """Return from where to where a figure goes; "at least" has no end, "at most" no beginning.

    "Nearly" and "just over" stay by their number.
    """
    low, high = one.measure.low, one.measure.high
    if one.claim.modifier == "min":
        return low, high * (1 + _ABOUT) if one.nearly else float("inf")
    if one.claim.modifier == "max":
        return low * (1 - _ABOUT) if one.nearly else float("-inf"), high
    return low, high


def _leeway(one: Reading, other: Reading) -> float:
    """Return how far from a figure another may be that it is rounded from, or is "about"."""
    mine, theirs = one.measure, other.measure
    if one.claim.modifier == "approx":
        share = _ABOUT_ROUND if mine.digits == 1 else _ABOUT
        return min(share * abs(mine.low), mine.step)
    if mine.factor != theirs.factor:
        return min(mine.unit / 2, _ABOUT * abs(mine.low))
    if mine.place <= theirs.place:
        return 0
    if theirs.place < 0:
        return mine.unit * _HALF
    return min(mine.unit * _HALF, _ROUND * abs(mine.low)) if abs(one.claim.value) >= _LARGE else 0


def _updates(earlier: Reading, later: Reading) -> bool:
    """Tell whether the later figure takes the place of the earlier one: the thing has changed."""
    if earlier.account.key == later.account.key:
        return later.reported is None and (_grows(earlier, later) or _grows(later, earlier))
    gap = later.account.time - earlier.account.time
    if gap >= SOON and later.revised and later.raised and not earlier.raised:
        return earlier.claim.modifier not in _WENT
    if gap > 0 and later.revised and _grows(later, earlier):
        return True
    if earlier.provisional if gap > 0 else earlier.provisional != later.provisional:
        return True  # a count that goes on comes before its result, also where nothing is dated
    new = gap > 0 and (later.revised or later.asof)
    return (new or gap >= SOON) and _grows(earlier, later)


def _moves(found: Sequence[Reading]) -> bool:
    """Tell whether a count is told anew again and again, and goes one way: that is no dispute."""
    told = [(one.account.time, one.measure.low) for one in found if one.claim.kind in _COUNTED]
    steps = [(a, b) for a, b in pairwise(told) if a[1] != b[1]]
    later = len(told) == len(found) and all(b[0] - a[0] >= SOON for a, b in steps)
    ways = {a[1] < b[1] for a, b in steps}
    return later and len(ways) == 1 and len(steps) >= _STEPS


def _grows(earlier: Reading, later: Reading) -> bool:
    """Tell whether a count is of what grows, and has grown, or goes either way."""
    words, outcomes = terms(later.account.language), {earlier.outcome, later.outcome}
    counted = _counted(earlier, later)
    if not (words.changing.isdisjoint(outcomes) and words.moving.isdisjoint(counted)):
        return True
    if later.measure.high <= earlier.measure.high or (earlier.past and later.past):
        return False
    if (
        later.anew
        and not earlier.anew
        and later.claim.kind in _TOLD_ANEW
        and words.lasting.isdisjoint(outcomes)
    ):
        return True
    if not words.growing.isdisjoint(counted):
        return True
    if (earlier.asof or later.asof) and later.claim.kind in _TOLD_ANEW:
        return words.lasting.isdisjoint(outcomes)
    return later.claim.kind != "percent" and not words.rising.isdisjoint(outcomes)


def _counted(earlier: Reading, later: Reading) -> set[str]:
    """Return the words for what both count, with the unit: what is next to one is beside both."""
    found = {earlier.claim.unit or ""}
    for one, other in ((earlier, later), (later, earlier)):
        told = {*other.context, *other.subject}
        found |= told.intersection(one.subject)
        found |= {word for word, worth in one.context.items() if worth >= 1 and word in told}
    return found
