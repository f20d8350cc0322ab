"""Estimates the weights of the evidence that figures of several accounts are of one thing.

usage: python tests/quality/fit_stories.py [FOLDER...]

FOLDER holds events in the format of our own gold, the practice events where none is given. The gold
is to be left out: it could say nothing of others any more. Logistic regression of whether a figure
is of a line's thing on the signs that there are, with a normal prior about what is believed of
signs that are seldom met (Genkin et al. 2007). Prints the table for `summarize.events.evidence`,
where there are several folders what each costs where it is left out, and what chooses among lines
for `summarize.events.choosing`.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from math import log
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from score_stories import HOME, Event, read_events

from summarize.events.accounts import in_time
from summarize.events.bundles import Bundle, Weighed, weigh
from summarize.events.choosing import pulls
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
Matrix = NDArray[np.float64]
FOLDS = 5
"""Parts of the events, each judged by weights of the others."""

SEEN = -6.0
"""Evidence below which a pair says nothing of how to choose."""

Sample = tuple[Mapping[str, float], bool]
Line = tuple[int | None, str, Bundle]


class Pair(NamedTuple):
    """A figure of an account and a line before it, by their numbers, and whether it is of that.

    Of equal ones outside of the gold nothing is `known`.
    """

    figure: int
    line: int
    signs: Mapping[str, float]
    same: bool
    known: bool

    @property
    def key(self) -> tuple[int, tuple[str, int]]:
        """What it is called in choosing."""
        return self.figure, ("", self.line)


Turn = Sequence[Pair]
"""All pairs of one account."""


def turns(events: Sequence[Event]) -> list[list[Turn]]:
    """Return the pairs of each account of each event."""
    return [list(_turns(event)) for event in events]


def samples(told: Sequence[Sequence[Turn]]) -> list[Sample]:
    """Return the signs of figures and lines before them, with whether they are of one thing."""
    pairs = (pair for event in told for turn in event for pair in turn)
    return [(pair.signs, pair.same) for pair in pairs if pair.known]


def _turns(event: Event) -> Iterator[Turn]:
    accounts = sorted(originals(event.accounts), key=in_time)
    told = weigh([one for account in accounts for one in resolved(list(readings(account)))])
    lines: list[Line] = []
    for _, group in groupby(told, key=lambda one: one.reading.account.key):
        own = [(one, _number(one, event)) for one in group]
        yield [
            pair
            for place, (one, number) in enumerate(own)
            for pair in _beside(place, one, number, lines)
        ]
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


def _beside(place: int, one: Weighed, number: int | None, lines: Sequence[Line]) -> Iterator[Pair]:
    """Yield a figure beside each line of what it measures."""
    for at, (other, what, line) in enumerate(lines):
        if what == one.reading.measure.what:
            same = number is not None and number == other
            known = (number, other) != (None, None) or one.reading.measure.ends not in line.measures
            yield Pair(place, at, _summed(one, line), same, known)


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
    return dict(zip(names, _newton(told, right, prior, held).tolist(), strict=True))


def fit_choice(told: Sequence[Sequence[Turn]]) -> Matrix:
    """Return what speaks for any choice, and what its evidence, other lines and figures weigh.

    The evidence is that of weights which have not seen the event.
    """
    rows, right = list[tuple[float, ...]](), list[float]()
    for fold in range(FOLDS):
        rest = [event for at, event in enumerate(told) if at % FOLDS != fold]
        weights = fit(samples(rest))
        for turn in (turn for event in told[fold::FOLDS] for turn in event):
            found = {one.key: _evidence(weights, one.signs) for one in turn}
            claims = pulls(found)
            for one in turn:
                own = found[one.key]
                if one.known and own >= SEEN:
                    rows.append((1.0, own, *(-pull for pull in claims[one.key])))
                    right.append(float(one.same))
    return _newton(np.array(rows), np.array(right), np.zeros(4), np.ones(4))


def _newton(told: Matrix, right: Matrix, prior: Matrix, held: Matrix) -> Matrix:
    """Return the weights of a logistic regression that is held to what is believed before."""
    weights = prior.copy()
    for _ in range(ROUNDS):
        sure = 1 / (1 + np.exp(-told @ weights))
        slope = told.T @ (right - sure) - held * (weights - prior)
        bend = (told * (sure * (1 - sure))[:, None]).T @ told + np.diag(held)
        weights = weights + np.linalg.solve(bend, slope)
    return weights


def _evidence(weights: Mapping[str, float], found: Mapping[str, float]) -> float:
    return sum(weights.get(name, 0.0) * amount for name, amount in found.items())


def cost(weights: Mapping[str, float], data: Sequence[Sample]) -> float:
    """Return the loss in bits for each figure that is of a line."""
    lost = 0.0
    for found, same in data:
        sure = _evidence(weights, found)
        lost += float(np.logaddexp(0, -sure if same else sure))
    return lost / log(2) / sum(same for _, same in data)


def main() -> None:
    """Print the weights and what they cost."""
    folders = sys.argv[1:] or [str(HOME / "practice")]
    told = {folder: turns(read_events(Path(folder))) for folder in folders}
    data = {folder: samples(own) for folder, own in told.items()}
    for folder, own in data.items() if len(data) > 1 else ():
        rest = [one for name, found in data.items() if name != folder for one in found]
        sys.stdout.write(f"# {folder}, left out: {cost(fit(rest), own):.3f} bits\n")
    everything = [one for found in data.values() for one in found]
    weights = fit(everything)
    for name, weight in sorted(weights.items()):
        count = sum(name in found for found, _ in everything)
        sys.stdout.write(f'    "{name}": {weight:.1f},  # {count}\n')
    choice = fit_choice([event for own in told.values() for event in own])
    names = ("any", "own", "lines", "figures")
    chosen = ", ".join(f"{name} {one:.2f}" for name, one in zip(names, choice, strict=True))
    sys.stdout.write(f"# choosing: {chosen}\n")


if __name__ == "__main__":
    main()
