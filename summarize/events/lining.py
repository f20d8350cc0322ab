"""Lining up: which figures of several accounts count or measure the same thing."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby

from summarize.events.accounts import in_time
from summarize.events.bundles import Bundle, Weighed, weigh
from summarize.events.disputes import disputed, with_units
from summarize.events.evidence import ENOUGH, evidence
from summarize.events.readings import Reading

_MOST = 300
"""Figures of one unit that are compared with each other; a hostile text may have more."""

Line = tuple[Reading, ...]


def line_up(found: Sequence[Reading]) -> list[Line]:
    """Return the figures by what they count, each in one line.

    They come account by account; those of each join the lines so far, the surest first.
    """
    lines: defaultdict[str, list[Bundle]] = defaultdict(list)
    whole = [
        one
        for _, told in groupby(found, key=lambda one: one.account.key)
        for one in with_units(list(told))
    ]
    for _, told in groupby(weigh(whole), key=lambda one: one.reading.account.key):
        _join(list(told), lines)
    return [
        tuple(sorted((one.reading for one in line.members), key=lambda one: in_time(one.account)))
        for family in lines.values()
        for line in family
    ]


def _join(told: Sequence[Weighed], lines: defaultdict[str, list[Bundle]]) -> None:
    """Put the readings of one account to the lines that they are of, or begin new ones."""
    left = dict(enumerate(told))
    placed: dict[int, Bundle] = {}
    sure = sorted(
        (
            (-found, place, number)
            for place, one in left.items()
            for number, line in enumerate(lines[one.reading.measure.what][:_MOST])
            if (found := evidence(one, line)) >= ENOUGH
        )
    )
    for _, place, number in sure:
        if place in left:
            line = lines[left[place].reading.measure.what][number]
            if _has_room(left[place].reading, line):
                line.add(left.pop(place))
                placed[place] = line
    for place, other in disputed([one.reading for one in told]).items():
        if place in left and other in placed:
            placed[other].add(left.pop(place))
        elif other in left and place in placed:
            placed[place].add(left.pop(other))
        elif place in left and other in left:
            placed[place] = placed[other] = line = Bundle(left.pop(other))
            line.add(left.pop(place))
            lines[line.members[0].reading.measure.what].append(line)
    for one in left.values():
        lines[one.reading.measure.what].append(Bundle(one))


def _has_room(one: Reading, line: Bundle) -> bool:
    """Tell whether a line lacks a figure of this account.

    One account may tell two that others have too: it repeats a dispute.
    """
    own = line.accounts.get(one.account.key)
    value = one.measure.ends
    return own is None or (value not in own and value in line.measures)
