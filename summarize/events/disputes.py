"""Disputes: one account that tells two figures of a thing, as two sources give them."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from summarize.events.agreement import may_be_one
from summarize.events.measures import in_unit_of
from summarize.events.readings import Reading

_BACK = 6
"""Figures before one that it may dispute, in its sentence and the one before."""

_FAR = 5
"""Sentences before one that it may dispute where it says what it is of."""

_FACTOR = 5
"""How many times as much one source may tell as another."""


def disputed(told: Sequence[Reading]) -> Mapping[int, int]:
    """Return the readings of one account that another source disputes, by those which do.

    "The police counted 4,000; the organisers spoke of 11,000": the second says who tells it, and
    not of what, so it is of the first one's thing.
    """
    return {
        place: max(others, key=lambda other: (_same_noun(told[other], one), other))
        for place, one in enumerate(told)
        if (others := list(_before(told, place, one)))
    }


def with_units(told: Sequence[Reading]) -> list[Reading]:
    """Return readings of one account of which those that leave their unit out have it.

    "The log shows 112 km/h, the driver spoke of 90": a number that says who tells it, and nothing
    of what it is of, has the unit of the one before it.
    """
    found = list(told)
    for place, (before, one) in enumerate(pairwise(told), start=1):
        lacks = one.claim.unit is None and not (one.head or one.outcome)
        if (
            lacks
            and _is_reported(one, before)
            and before.claim.unit
            and one.order - before.order <= 1
        ):
            found[place] = one._replace(measure=in_unit_of(one.measure, before.measure))
    return found


def _before(told: Sequence[Reading], place: int, one: Reading) -> Iterator[int]:
    if (one.reported is None and not one.bare) or one.past or one.part or one.claim.kind == "age":
        return
    for other in range(place - 1, max(-1, place - 1 - _BACK), -1):
        before = told[other]
        named = _same_noun(before, one) or bool(one.outcome and one.outcome == before.outcome)
        if one.order - before.order > (_FAR if named else 1):
            return
        if _of_one_thing(before, one) and _are_near(before, one):
            yield other


def _is_reported(one: Reading, before: Reading) -> bool:
    """Tell whether it is said who gives a figure, and no more of it than what it is of."""
    return one.reported is not None and one.reported.issubset(before.subject)


def _same_noun(before: Reading, one: Reading) -> bool:
    if one.subject and before.subject:
        return one.subject[-1] == before.subject[-1]
    return bool(one.head) and one.head == before.head


def _of_one_thing(before: Reading, one: Reading) -> bool:
    if not one.bare and not _is_reported(one, before):
        return False
    if before.past or before.part or before.measure.what != one.measure.what:
        return False
    if one.outcome and one.outcome == before.outcome:
        return one.subject[-1:] == before.subject[-1:]
    if one.head and not _same_noun(before, one):
        return False
    return not (one.outcome and before.outcome) or one.outcome == before.outcome


def _are_near(one: Reading, other: Reading) -> bool:
    """Tell whether two values differ, but not so much that they must be of other things."""
    low, high = sorted((one.measure.low, other.measure.low))
    near = high <= _FACTOR * low or one.measure.figures == other.measure.figures
    return near and not may_be_one(one, other)
