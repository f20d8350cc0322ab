"""Bundles: readings of one thing so far, and what they say together."""

import math
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from summarize.events.lexicon import terms
from summarize.events.measures import Ends, Measure
from summarize.events.readings import Reading


class Weighed:
    """A reading with what each of the words beside it tells among all readings.

    `next` are those that stand next to it, `names` the names among these, `head` stands for what
    is counted, `heads` for all that an age may be of, `telling` are those of them that are not
    said of anybody, `group` stands for people who are hardly all; `human` says that it is people.
    `called` says that an age is somebody's who is named.
    `place` is how far in its account it stands, from 0 to 1 by the figures there. `only` says that
    its account has no other such figure, `alone` that none measures the same.
    """

    __slots__ = (
        "age",
        "alone",
        "called",
        "group",
        "head",
        "heads",
        "human",
        "named",
        "names",
        "next",
        "only",
        "place",
        "reading",
        "size",
        "telling",
        "words",
    )

    def __init__(
        self,
        reading: Reading,
        weights: Mapping[str, float],
        place: float,
        *,
        only: bool,
        alone: bool,
    ) -> None:
        known = terms(reading.account.language)
        self.reading = reading
        self.place = place
        self.only = only
        self.alone = alone
        self.words = {word: worth * weights[word] for word, worth in reading.context.items()}
        self.size = sum(self.words.values())
        self.next = {word for word, worth in reading.context.items() if worth >= 1}
        self.named = frozenset() if "nouns" in known.capitals else reading.names
        self.names = self.next & self.named
        self.head = reading.subject[-1] if reading.subject else ""
        self.group = self.head if self.head in known.groups else ""
        self.age = reading.claim.kind == "age" or reading.aspect == "age"
        self.human = self.age or self.head in known.people
        self.heads = frozenset(reading.subject if self.age else reading.subject[-1:])
        self.telling = self.heads - known.plain
        self.called = self.age and not self.heads.isdisjoint(reading.names - known.people)


class Bundle:
    """The readings of one thing so far: their values, and the sums of what their words tell."""

    def __init__(self, *readings: Weighed) -> None:
        self.members: list[Weighed] = []
        self.measures: dict[Ends, Measure] = {}
        self.accounts: dict[str, set[Ends]] = {}
        self.words: dict[str, float] = {}
        self.told: Counter[str] = Counter()
        self.size = 0.0
        self.next: set[str] = set()
        self.names: set[str] = set()
        self.heads: set[str] = set()
        self.outcomes: set[str] = set()
        self.aspects: set[str] = set()
        self.opposites: dict[str, set[str]] = {}
        self.only = True
        self.alone = True
        self.human = False
        self.mixed = False
        self._values: list[Measure] = []
        for one in readings:
            self.add(one)

    def add(self, one: Weighed) -> None:
        """Take a reading in."""
        reading, ends = one.reading, one.reading.measure.ends
        self.members.append(one)
        if ends not in self.measures:
            insort(self._values, reading.measure)
            self.measures[ends] = reading.measure
        self.accounts.setdefault(reading.account.key, set()).add(ends)
        for word, weight in one.words.items():
            self.words[word] = self.words.get(word, 0) + weight
        self.told.update(one.words.keys())
        self.size += one.size
        self.next |= one.next
        self.names |= one.names
        self.heads |= one.heads
        self.outcomes.update(filter(None, (reading.outcome,)))
        self.aspects.update(filter(None, (reading.aspect,)))
        for line, word in reading.opposites.items():
            self.opposites.setdefault(line, set()).add(word)
        self.only &= one.only
        self.alone &= one.alone
        self.human |= one.human
        self.mixed |= bool(one.head) and one.human != self.human

    def nearest(self, one: Measure) -> Sequence[Measure]:
        """Return the values next below and next above another."""
        place = bisect_left(self._values, one)
        return self._values[max(0, place - 1) : place + 1]


def weigh(found: Sequence[Reading]) -> list[Weighed]:
    """Return the readings with what their words tell: the less, the more figures have them."""
    counts = Counter(word for one in found for word in one.context)
    weights = {word: math.log(1 + len(found) / count) for word, count in counts.items()}
    named = [(one.account.key, one.measure.what, _name(one)) for one in found]
    times = Counter(named)
    kinds = Counter((one.account.key, one.measure.what) for one in found)
    return [
        Weighed(
            one,
            weights,
            place,
            only=times[name] == 1,
            alone=kinds[one.account.key, one.measure.what] == 1,
        )
        for one, name, place in zip(found, named, _places(found), strict=True)
    ]


def _places(found: Sequence[Reading]) -> Iterator[float]:
    """Yield how far in its account each reading stands; they come account by account."""
    for _, told in groupby(found, key=lambda one: one.account.key):
        count = len(list(told))
        yield from (at / count for at in range(count))


def _name(one: Reading) -> object:
    """Return what tells a figure from others of its measure: its aspect, else its noun."""
    return one.aspect or (one.claim.unit, one.subject[-1:])
