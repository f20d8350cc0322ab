"""Grouping: accounts are linked to those that they are likest, and a story is what links hold.

A graph of nearest neighbours, cut where a likeness is weak beside the best of both its ends
(clusters as parts of a graph that weak links are taken from; Zahn 1971), and kept up as accounts
come. So nothing is final: what came to a look-alike, as there was nothing else yet, leaves it when
its own come.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple, Protocol

from summarize.events.sketches import Sketch, likeness

DAY = 86_400.0
WINDOW = 14 * DAY
"""How far in time two accounts may be from each other that are linked, in seconds."""

LEAST = 0.04
"""How like two accounts must be that are linked."""

SURE = 0.11
"""How like an account must be to the only one of a story that it is like, to be linked to it.

News of one land or one trade has as much in common by chance; several accounts hardly have.
"""

HOLDS = 0.8
"""What part a link must be of the most that one of its ends is like any account."""

_FADING = 5 * DAY
"""Seconds after which likeness is worth half."""

CANDIDATES = 10
"""How many accounts are looked at, those that share most of what tells."""

SOME = 10
"""The weight of names and words (of 255 each) that an account to be looked at must share."""

_BITS = 40
"""Bits of the number of an account: behind its weight it makes one number, quick to sort."""

MOST_POSTED = 40
"""Accounts that one term leads to, the newest: a term that leads to more tells little."""

Links = dict[int, float]
"""How like an account is to each of those that it is linked to, by their numbers."""


class Placed(NamedTuple):
    """An account that has its story; `by_hand` says that the person put that story as it is."""

    number: int
    sketch: Sketch
    story: int
    by_hand: bool = False


class Linked(NamedTuple):
    """Where an account is among others; what it is likest is always among its links."""

    time: float
    story: int
    links: Links

    @property
    def most(self) -> float:
        """How like it is to the account that it is likest."""
        return max(self.links.values(), default=0.0)


class Shelf(Protocol):
    """Where the accounts are that have their stories."""

    def near(self, sketch: Sketch) -> Iterable[Placed]:
        """Return the accounts that share most with one, within the window of time."""

    def linked(self, numbers: Iterable[int]) -> Mapping[int, Linked]:
        """Return where accounts are among others, those that there are, by their numbers."""


Part = Mapping[int, Linked]


class Placing(NamedTuple):
    """What an account that comes changes, to be done in this order.

    The links of `lost`, by their ends, are taken out. The stories `joined` become one, a new one
    where there are none, and it is the account's; the accounts `moved` leave theirs for it. Each
    part of `apart` becomes a story. Then the account is put there, with its links.
    """

    links: Links
    lost: AbstractSet[tuple[int, int]] = frozenset()
    joined: Sequence[int] = ()
    moved: Sequence[int] = ()
    apart: Sequence[Sequence[int]] = ()


def candidates(shared: Mapping[int, int]) -> list[int]:
    """Return the accounts to be looked at, of those that share so much of what tells."""
    some = sorted([weight << _BITS | number for number, weight in shared.items() if weight >= SOME])
    return [told & (1 << _BITS) - 1 for told in some[: -CANDIDATES - 1 : -1]]


def place(sketch: Sketch, shelf: Shelf) -> Placing:
    """Return what changes on a shelf when an account comes.

    One that is likest to an account in a story put by hand goes there, and is linked to none; else
    such stories count for nothing.
    """
    found = [(_faded(sketch, one.sketch), one) for one in shelf.near(sketch)]
    found = [(like, one) for like, one in found if like >= LEAST]
    likest = max(found, key=lambda told: (told[0], -told[1].number), default=None)
    if likest and likest[1].by_hand:
        return Placing({}, joined=(likest[1].story,))
    return _placing({one.number: like for like, one in found if not one.by_hand}, shelf)


def _faded(one: Sketch, other: Sketch) -> float:
    return likeness(one, other) / (1 + abs(one.time - other.time) / _FADING)


def _placing(likes: Links, shelf: Shelf) -> Placing:
    """Return what changes when an account comes that is like some others."""
    near = shelf.linked(likes)
    told = Counter(near[number].story for number in likes)
    likes = {
        number: like
        for number, like in likes.items()
        if like >= SURE or told[near[number].story] > 1
    }
    most = max(likes.values(), default=0.0)
    links = {
        number: like
        for number, like in likes.items()
        if like >= HOLDS * most or like >= HOLDS * near[number].most
    }
    lost = _lost(links, near, shelf)
    parts = list(_parts(links, lost, shelf)) if lost else []
    if len(parts) > 1:
        return Placing(links, lost, *_moves(parts))
    return Placing(links, lost, joined=sorted({near[number].story for number in links}))


def _lost(links: Links, near: Part, shelf: Shelf) -> set[tuple[int, int]]:
    """Return the links of others that hold for neither end beside those of an account that comes.

    They are told by their ends, the lesser number first.
    """
    weak = [
        (one, other, like)
        for one, most in links.items()
        if most > near[one].most
        for other, like in near[one].links.items()
        if like < HOLDS * most
    ]
    others = shelf.linked({other for _, other, _ in weak}) if weak else {}
    return {
        (min(one, other), max(one, other))
        for one, other, like in weak
        if other in others and like < HOLDS * max(others[other].most, links.get(other, 0.0))
    }


def _parts(links: Links, lost: AbstractSet[tuple[int, int]], shelf: Shelf) -> Iterator[Part]:
    """Yield what the lost links leave together, what the account that comes holds first.

    That is not looked at to the end where it proves to hold everything.
    """
    cut = {*lost, *((other, one) for one, other in lost)}
    ends = {end for pair in lost for end in pair}
    found: dict[int, Linked] = {}
    for wave in _waves(links, cut, shelf):
        found.update(wave)
        if ends <= found.keys():
            break
    yield found
    while ends := ends - found.keys():
        found = {}
        for wave in _waves([min(ends)], cut, shelf):
            found.update(wave)
        yield found


def _waves(starts: Iterable[int], cut: set[tuple[int, int]], shelf: Shelf) -> Iterator[Part]:
    """Yield the accounts that links lead to from some, the nearest first."""
    wanted, seen = set(starts), set[int]()
    while wanted:
        wave = shelf.linked(wanted)
        yield wave
        seen |= wanted
        wanted = {
            other
            for number, one in wave.items()
            for other in one.links
            if other not in seen and (number, other) not in cut
        }


def _moves(parts: Sequence[Part]) -> tuple[list[int], list[int], list[list[int]]]:
    """Return what becomes of stories that fall apart: what is joined, what is moved, what leaves.

    A story stays with the part that has the oldest account of those that links lead to, and so does
    what they do not lead to.
    """
    oldest: dict[int, tuple[float, int, int]] = {}
    for place, part in enumerate(parts):
        for number, one in part.items():
            age = (one.time, number, place)
            oldest[one.story] = min(oldest.get(one.story, age), age)
    keeping = {story: place for story, (_, _, place) in oldest.items()}
    joined = sorted(story for story, place in keeping.items() if not place)
    moved = [number for number, one in parts[0].items() if keeping[one.story]]
    staying = set(keeping.values())
    apart = [[*part] for place, part in enumerate(parts) if place and place not in staying]
    return joined, moved, apart
