"""Estimates the weights of `summarize.events.evidence` from events whose figures are lined up.

usage: python tests/quality/fit_stories.py [FOLDER...]

FOLDER holds events in the format of our own gold, the practice events where none is given. The gold
is to be left out: it could say nothing of others any more. Logistic regression of whether a figure
is of a line's thing on the signs that there are, with a normal prior about what is believed of
signs that are seldom met (Genkin et al. 2007). Prints the table, and where there are several
folders what each costs where it is left out.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from math import log
from pathlib import Path

import numpy as np
from score_stories import HOME, Event, read_events

from summarize.events.accounts import in_time
from summarize.events.bundles import Bundle, Weighed, weigh
from summarize.events.copies import originals
from summarize.events.disputes import resolved
from summarize.events.readings import readings
from summarize.events.signs import signs

BELIEVED = {
    "equal 1": -2.0,
    "equal 2": 2.5,
    "equal 3": 4.0,
    "equal 4": 7.0,
    "equal large": 2.0,
    "equal measure 1": 1.0,
    "equal measure 2": 3.0,
    "equal measure 3": 4.0,
    "equal measure 4": 6.0,
    "rounded 2": 1.0,
    "rounded 3": 2.0,
    "nothing beside": -2.5,
    "limit": -3.0,
    "opposite": -12.0,
    "other aspect": -2.0,
    "other aspect, unlike": -6.0,
    "other group": -0.5,
    "other group, unlike": -7.0,
    "other kind": -2.0,
    "other outcome": -5.0,
    "other part": -1.0,
    "other part, unlike": -12.0,
    "other person": -5.0,
    "other rate": -6.0,
    "other time": -1.5,
    "other time, unlike": -9.0,
    "part and whole, unlike": -12.0,
    "people and things": -2.0,
    "rate of one": -2.0,
    "rate of one, unlike": -6.0,
}
"""Log odds of signs that are too seldom for an estimate, or that rare events hang on."""

STRENGTH = 8.0
"""How many times as surely these are believed as that others are nought."""

ROUNDS = 60
Sample = tuple[Mapping[str, float], bool]
Line = tuple[int | None, str, Bundle]


def samples(events: Sequence[Event]) -> list[Sample]:
    """Return the signs of figures and lines before them, with whether they are of one thing."""
    return [sample for event in events for sample in _samples(event)]


def _samples(event: Event) -> Iterator[Sample]:
    accounts = sorted(originals(event.accounts), key=in_time)
    told = weigh([one for account in accounts for one in resolved(list(readings(account)))])
    lines: list[Line] = []
    for _, group in groupby(told, key=lambda one: one.reading.account.key):
        own = [(one, _number(one, event)) for one in group]
        for one, number in own:
            yield from _beside(one, number, lines)
        for one, number in own:
            _put(one, number, lines)


def _number(one: Weighed, event: Event) -> int | None:
    """Return which of the lines of an event a figure is of."""
    for number, line in enumerate(event.claims):
        for place in line.places:
            own = place.account == one.reading.account.key
            if own and one.reading.claim.span.overlaps(place.span):
                return number
    return None


def _beside(one: Weighed, number: int | None, lines: Sequence[Line]) -> Iterator[Sample]:
    """Yield a figure beside each line; of equal ones outside of the gold nothing is known."""
    for other, what, line in lines:
        known = (number, other) != (None, None) or one.reading.measure.ends not in line.measures
        if what == one.reading.measure.what and known:
            yield _summed(one, line), number is not None and number == other


def _summed(one: Weighed, line: Bundle) -> Mapping[str, float]:
    found: dict[str, float] = {"any": 1.0}
    for name, amount in signs(one, line):
        found[name] = found.get(name, 0.0) + amount
    return found


def _put(one: Weighed, number: int | None, lines: list[Line]) -> None:
    what = one.reading.measure.what
    for other, kind, line in lines:
        if number is not None and (other, kind) == (number, what):
            line.add(one)
            return
    lines.append((number, what, Bundle(one)))


def fit(data: Sequence[Sample]) -> dict[str, float]:
    """Return the weight of each sign, by Newton's method."""
    names = sorted({name for found, _ in data for name in found} | BELIEVED.keys())
    told = np.array([[found.get(name, 0.0) for name in names] for found, _ in data])
    right = np.array([float(same) for _, same in data])
    prior = np.array([BELIEVED.get(name, 0.0) for name in names])
    held = np.array([STRENGTH if name in BELIEVED else name != "any" for name in names]) + 0.01
    weights = prior.copy()
    for _ in range(ROUNDS):
        sure = 1 / (1 + np.exp(-told @ weights))
        slope = told.T @ (right - sure) - held * (weights - prior)
        bend = (told * (sure * (1 - sure))[:, None]).T @ told + np.diag(held)
        weights = weights + np.linalg.solve(bend, slope)
    return dict(zip(names, weights.tolist(), strict=True))


def cost(weights: Mapping[str, float], data: Sequence[Sample]) -> float:
    """Return the loss in bits for each figure that is of a line."""
    lost = 0.0
    for found, same in data:
        sure = sum(weights.get(name, 0.0) * amount for name, amount in found.items())
        lost += float(np.logaddexp(0, -sure if same else sure))
    return lost / log(2) / sum(same for _, same in data)


def main() -> None:
    """Print the weights and what they cost."""
    folders = sys.argv[1:] or [str(HOME / "practice")]
    data = {folder: samples(read_events(Path(folder))) for folder in folders}
    for folder, own in data.items() if len(data) > 1 else ():
        rest = [one for name, found in data.items() if name != folder for one in found]
        sys.stdout.write(f"# {folder}, left out: {cost(fit(rest), own):.3f} bits\n")
    everything = [one for found in data.values() for one in found]
    weights = fit(everything)
    for name, weight in sorted(weights.items()):
        count = sum(name in found for found, _ in everything)
        sys.stdout.write(f'    "{name}": {weight:.1f},  # {count}\n')


if __name__ == "__main__":
    main()
