"""Lining up: which figures of several accounts count or measure the same thing."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby

from summarize.events.accounts import in_time
from summarize.events.bundles import Bundle, Weighed, weigh
from summarize.events.choosing import ENOUGH, sureness
from summarize.events.disputes import disputed, is_sure, resolved
from summarize.events.evidence import evidence
from summarize.events.families import Family
from summarize.events.measures import Ends
from summarize.events.readings import Reading
from summarize.spans import Span

Line = tuple[Reading, ...]
Families = defaultdict[str, Family]

_AGAIN = 2.0
"""The evidence from which an account that tells a number twice tells one thing twice."""


def line_up(found: Sequence[Reading]) -> list[Line]:
    """Return the figures by what they count, each in one line.

    They come account by account; those of each join the lines so far, the surest first.
    """
    whole = [
        one
        for _, told in groupby(found, key=lambda one: one.account.key)
        for one in resolved(list(told))
    ]
    families: Families = defaultdict(Family)
    for _, weighed in groupby(weigh(whole), key=lambda one: one.reading.account.key):
        _join(list(weighed), families)
    return [
        tuple(sorted((one.reading for one in line.members), key=_in_order))
        for family in families.values()
        for line in family.lines
        if line.members
    ]


def _in_order(one: Reading) -> tuple[float, str, Span]:
    """Return what the readings of a line are sorted by: when they came, and where they stand."""
    return *in_time(one.account), one.claim.span


def _join(told: Sequence[Weighed], families: Families) -> None:
    """Put the readings of one account to the lines that they are of, or begin new ones."""
    repeats = _repeats(told)
    left = {place: one for place, one in enumerate(told) if place not in repeats}
    placed: dict[int, int] = {}
    for _, place, number in sorted(_pairs(left, families)):
        family = families[told[place].reading.measure.what]
        if place in left and _has_room(told[place], family.lines[number]):
            family.add(left.pop(place), number)
            placed[place] = number
    readings = [one.reading for one in told]
    for pair in disputed(readings).items():
        if repeats.keys().isdisjoint(pair):
            joins = is_sure(*(readings[place] for place in pair))
            _put_together(pair, left, placed, families[readings[pair[0]].measure.what], joins=joins)
    for place, lone in left.items():
        placed[place] = families[lone.reading.measure.what].begin(lone)
    for again, first in repeats.items():
        family = families[told[again].reading.measure.what]
        family.add(told[again], family.standing(placed[first]))


def _repeats(told: Sequence[Weighed]) -> Mapping[int, int]:
    """Return the readings that say again what an earlier one of their account says."""
    first: dict[tuple[str, Ends], list[int]] = {}
    found: dict[int, int] = {}
    for place, one in enumerate(told):
        same = first.setdefault((one.reading.measure.what, one.reading.measure.ends), [])
        said = next((at for at in same if evidence(one, Bundle(told[at])) >= _AGAIN), None)
        if said is None:
            same.append(place)
        else:
            found[place] = said
    return found


def _pairs(told: Mapping[int, Weighed], families: Families) -> list[tuple[float, int, int]]:
    """Return which reading may be of which line, and before them how sure that is, below zero."""
    found = {
        (place, (what, number)): evidence(one, families[what].lines[number])
        for place, one in told.items()
        for what in (one.reading.measure.what,)
        for number in families[what].like(one)
    }
    return [
        (-sure, place, number)
        for (place, (_, number)), sure in sureness(found).items()
        if sure >= ENOUGH
    ]


def _put_together(
    pair: tuple[int, int],
    left: dict[int, Weighed],
    placed: dict[int, int],
    family: Family,
    *,
    joins: bool,
) -> None:
    """Put a figure and the one that it disputes into one line; it `joins` two that have them."""
    lines = sorted({family.standing(placed[place]) for place in pair if place in placed})
    line = lines[0] if lines else family.begin()
    for other in lines[1:] if joins else ():
        family.join(line, other)
    for place in sorted(pair):
        if place in left:
            placed[place] = line
            family.add(left.pop(place), line)


def _has_room(weighed: Weighed, line: Bundle) -> bool:
    """Tell whether a line lacks a figure of this account, or this repeats a dispute there.

    One account may tell two if others have one of them: what others say, and what it holds itself.
    A group of those whom it counts is none of them.
    """
    one, groups = weighed.reading, {member.group for member in line.members}
    own = line.accounts.get(one.account.key)
    if own is None:
        return True
    if one.measure.ends in own or weighed.group not in groups:
        return False
    return one.measure.ends in line.measures or _disputes(one, line)


def _disputes(one: Reading, line: Bundle) -> bool:
    """Tell whether an account that has one figure in a line, as others have, tells another near it.

    It is said who gives one of them.
    """
    key = one.account.key
    own = [member.reading for member in line.members if member.reading.account.key == key]
    if len(own) != 1:
        return False
    (before,) = own
    shared = any(
        before.measure.ends in told for other, told in line.accounts.items() if other != key
    )
    said = one.reported is not None or before.reported is not None
    return shared and said and abs(before.order - one.order) <= 1
