"""StoryIndex: the stories that can still grow, in memory that does not."""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable

from summarize.events.accounts import Account
from summarize.events.grouping import CANDIDATES, DAY, MOST_POSTED, SOME, WINDOW, Placed, stories_of
from summarize.events.sketches import Features, Sketch, features, sketch

_KEPT_A_DAY = 0.9
"""What remains of a count of words after a day: what news is full of changes."""

_LEAST_KEPT = 0.5


class StoryIndex:
    """Accounts by the stories that they form, learning as they come which words tell.

    What is older than the window of time is let go: its stories are closed, and stay here as keys
    until `take_closed` takes them.
    """

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._posted: defaultdict[str, deque[int]] = defaultdict(lambda: deque(maxlen=MOST_POSTED))
        self._placed: dict[int, Placed] = {}
        self._members: dict[int, list[str]] = {}
        self._open: dict[int, list[int]] = {}
        self._closed: list[int] = []
        self._next = 0
        self._newest = float("-inf")
        self._day = 0

    @property
    def stories(self) -> tuple[tuple[str, ...], ...]:
        """The keys of the accounts of each story, in the order in which they came."""
        return tuple(map(tuple, self._members.values()))

    def take_closed(self) -> tuple[tuple[str, ...], ...]:
        """Return the stories that no account can join any more, and forget them."""
        closed, self._closed = self._closed, []
        return tuple(tuple(self._members.pop(story)) for story in closed)

    def add(self, account: Account) -> None:
        """Give an account its story; accounts should come in the order of their times."""
        self._move_on(account.time)
        found = features(account)
        drawn = sketch(account, found, self._counts)
        told = stories_of(drawn, self)
        self._put(drawn, found, self._join(told) if told else self._next)

    def near(self, sketch: Sketch) -> list[Placed]:
        """Return the accounts that share most with one, within the window of time."""
        shared: defaultdict[int, int] = defaultdict(int)
        for term, weight in sketch.sought:
            for number in self._posted.get(term, ()):
                shared[number] += weight
        some = [(weight, number) for number, weight in shared.items() if weight >= SOME]
        best = sorted(some, reverse=True)[:CANDIDATES]
        found = (self._placed[number] for _, number in best if number in self._placed)
        return [one for one in found if abs(one.sketch.time - sketch.time) <= WINDOW]

    def _join(self, stories: Iterable[int]) -> int:
        """Let stories be one, and return it: the oldest of them."""
        first, *others = sorted(stories)
        for other in others:
            self._members[first] += self._members.pop(other)
            for number in self._open[other]:
                self._placed[number] = Placed(self._placed[number].sketch, first)
            self._open[first] += self._open.pop(other)
        return first

    def _put(self, drawn: Sketch, found: Features, story: int) -> None:
        number = self._next
        self._next += 1
        self._placed[number] = Placed(drawn, story)
        for term in drawn.posted:
            self._posted[term].append(number)
        self._counts.update(("", *found.terms))
        self._members.setdefault(story, []).append(drawn.key)
        self._open.setdefault(story, []).append(number)

    def _move_on(self, time: float) -> None:
        """Let go of what lies outside the window, and of what has not been read for long."""
        self._newest = max(self._newest, time)
        while self._placed:
            number, (drawn, story) = next(iter(self._placed.items()))
            if drawn.time >= self._newest - WINDOW:
                break
            self._let_go(number, drawn, story)
        if self._newest // DAY != self._day:
            self._day = int(self._newest // DAY)
            self._forget()

    def _let_go(self, number: int, drawn: Sketch, story: int) -> None:
        del self._placed[number]
        for term in drawn.posted:
            posted = self._posted.get(term)
            if posted and posted[0] == number:
                posted.popleft()
            if not posted:
                self._posted.pop(term, None)
        self._open[story].remove(number)
        if not self._open[story]:
            del self._open[story]
            self._closed.append(story)

    def _forget(self) -> None:
        kept = {term: count * _KEPT_A_DAY for term, count in self._counts.items()}
        self._counts = Counter({term: count for term, count in kept.items() if count > _LEAST_KEPT})
