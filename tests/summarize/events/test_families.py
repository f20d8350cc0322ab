"""Families: no line that a figure is of is missed by looking for what stands out of it."""

from collections.abc import Iterator
from itertools import groupby

from events import EVENTS, event

from summarize.events.bundles import Bundle, Weighed, weigh
from summarize.events.choosing import LEAST
from summarize.events.evidence import evidence
from summarize.events.families import Family
from summarize.events.readings import readings


def weighed() -> Iterator[list[Weighed]]:
    """Yield the figures of each event, those of one measure together."""
    for name in EVENTS:
        told = weigh([one for account in event(name) for one in readings(account)])
        told.sort(key=lambda one: one.reading.measure.what)
        for _, alike in groupby(told, key=lambda one: one.reading.measure.what):
            yield list(alike)


def test_whatever_has_enough_evidence_is_found() -> None:
    found = 0
    for told in weighed():
        family = Family()
        for one in told:
            family.begin(one)
        for one in told:
            enough = {
                number for number, line in enumerate(family.lines) if evidence(one, line) >= LEAST
            }
            found += len(enough) - 1
            assert enough <= family.like(one)
    assert found > 10


def test_values_next_to_another_are_found() -> None:
    told = next(told for told in weighed() if len(told) > 2)
    line = Bundle(*told)
    for one in told:
        near = [value.ends for value in line.nearest(one.reading.measure)]
        assert one.reading.measure.ends in near
