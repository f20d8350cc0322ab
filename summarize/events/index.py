"""StoryIndex: the stories that can still grow, in memory that does not."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import partial
from itertools import count

from summarize.events.accounts import Account
from summarize.events.grouping import (
    DAY,
    MOST_POSTED,
    WINDOW,
    Linked,
    Placed,
    Placing,
    candidates,
    place,
)
from summarize.events.sketches import Features, Sketch, features, sketch

_KEPT_A_DAY = 0.9
"""What remains of a count of words after a day: what news is full of changes."""

_LEAST_KEPT = 0.5


class StoryIndex:
    """Accounts by the stories that they form, learning as they come which words tell.

    What is older than the window of time is let go, but for its links while its story can still
    grow. A story with nothing in the window is closed, and stays here as keys until `take_closed`
    takes it.
    """

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._posted: defaultdict[str, array[int]] = defaultdict(partial(array, "Q"))
        self._sketches: dict[int, Sketch] = {}
        self._linked: dict[int, Linked] = {}
        self._members: dict[int, dict[int, str]] = {}
        self._open: Counter[int] = Counter()
        self._closed: list[int] = []
        self._numbers, self._stories = count(), count()
        self._newest = float("-inf")
        self._day = 0

    @property
    def stories(self) -> tuple[tuple[str, ...], ...]:
        """The keys of the accounts of each story, in the order in which they came."""
        return tuple(map(_in_order, self._members.values()))

    def take_closed(self) -> tuple[tuple[str, ...], ...]:
        """Return the stories that no account can join any more, and forget them."""
        closed, self._closed = self._closed, []
        return tuple(_in_order(self._members.pop(story)) for story in closed)

    def add(self, account: Account) -> None:
        """Give an account its story; accounts should come in the order of their times."""
        self._move_on(account.time)
        found = features(account)
        drawn = sketch(account, found, self._counts)
        self._put(drawn, found, place(drawn, self))

    def near(self, sketch: Sketch) -> list[Placed]:
        """Return the accounts that share most with one, within the window of time."""
        shared: defaultdict[int, int] = defaultdict(int)
        for term, weight in sketch.sought:
            for number in self._posted.get(term, ()):
                shared[number] += weight
        found = ((number, self._sketches.get(number)) for number in candidates(shared))
        return [
            Placed(number, one, self._linked[number].story)
            for number, one in found
            if one and abs(one.time - sketch.time) <= WINDOW
        ]

    def linked(self, numbers: Iterable[int]) -> dict[int, Linked]:
        """Return where accounts are among others, by their numbers."""
        return {number: self._linked[number] for number in numbers}

    def _put(self, drawn: Sketch, found: Features, placing: Placing) -> None:
        number, story = next(self._numbers), self._story(placing)
        self._sketches[number] = drawn
        self._linked[number] = Linked(drawn.time, story, {})
        for other, like in placing.links.items():
            self._linked[number].links[other] = self._linked[other].links[number] = like
        self._members.setdefault(story, {})[number] = drawn.key
        self._open[story] += 1
        for term in drawn.posted:
            posted = self._posted[term]
            posted.append(number)
            if len(posted) > MOST_POSTED:
                del posted[0]
        self._counts.update(("", *found.terms))

    def _story(self, placing: Placing) -> int:
        """Change stories as an account that comes does, and return the one it belongs to."""
        for one, other in placing.lost:
            del self._linked[one].links[other], self._linked[other].links[one]
        story, *others = placing.joined or (next(self._stories),)
        left = self._move([number for one in others for number in self._members[one]], story)
        left |= self._move(placing.moved, story)
        for part in placing.apart:
            apart = next(self._stories)
            left |= {apart, *self._move(part, apart)}
        for one in left:
            self._end_if_over(one)
        return story

    def _move(self, numbers: Iterable[int], story: int) -> set[int]:
        """Let accounts be of a story; return those that they leave."""
        left = set[int]()
        for number in numbers:
            before = self._linked[number]
            left.add(before.story)
            self._linked[number] = before._replace(story=story)
            self._members.setdefault(story, {})[number] = self._members[before.story].pop(number)
            if number in self._sketches:
                self._open[story] += 1
                self._open[before.story] -= 1
        return left

    def _end_if_over(self, story: int) -> None:
        """Close a story that no account can join any more, drop one that has none."""
        if self._open[story]:
            return
        del self._open[story]
        if not self._members[story]:
            del self._members[story]
            return
        self._closed.append(story)
        for number in self._members[story]:
            del self._linked[number]

    def _move_on(self, time: float) -> None:
        """Let go of what lies outside the window, and of what has not been read for long."""
        self._newest = max(self._newest, time)
        while self._sketches:
            number, drawn = next(iter(self._sketches.items()))
            if drawn.time >= self._newest - WINDOW:
                break
            self._let_go(number, drawn)
        if self._newest // DAY != self._day:
            self._day = int(self._newest // DAY)
            self._forget()

    def _let_go(self, number: int, drawn: Sketch) -> None:
        del self._sketches[number]
        for term in drawn.posted:
            posted = self._posted.get(term)
            if posted and posted[0] == number:
                del posted[0]
            if not posted:
                self._posted.pop(term, None)
        story = self._linked[number].story
        self._open[story] -= 1
        self._end_if_over(story)

    def _forget(self) -> None:
        kept = {term: count * _KEPT_A_DAY for term, count in self._counts.items()}
        self._counts = Counter({term: count for term, count in kept.items() if count > _LEAST_KEPT})


def _in_order(members: Mapping[int, str]) -> tuple[str, ...]:
    return tuple(members[number] for number in sorted(members))
