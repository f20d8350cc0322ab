"""Grouping: each account, as it comes, joins the story it is most like, or begins one.

Single-pass clustering as in topic detection and tracking (Allan et al. 1998; Yang et al. 1998),
with the nearest account of a story in the place of its centroid, so that a story may move on.
Stories that an account is like are one: the first reports may have had nothing in common.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple, Protocol

from summarize.events.sketches import Sketch, likeness

DAY = 86_400.0
WINDOW = 6 * DAY
"""How far in time an account may be from the nearest one of its story, in seconds."""

LEAST = 0.07
"""How like an account must be to one of those of a story that it joins."""

_BESIDE, _BESIDE_SEVERAL = 0.5, 0.75
"""What part of that to its own story it must be to another, to show that both are one.

More is asked where several accounts tell the other one: it stands by itself.
"""

_FADING = 5 * DAY
"""Seconds after which likeness is worth half."""

CANDIDATES = 16
"""How many accounts are looked at, those that share most of what tells."""

SOME = 30
"""The weight of names and words (of 255 each) that an account to be looked at must share."""

MOST_POSTED = 100
"""Accounts that one term leads to, the newest: a term that leads to more tells little."""


class Placed(NamedTuple):
    """An account that has its story."""

    sketch: Sketch
    story: int


class Shelf(Protocol):
    """Where the accounts are that have their stories."""

    def near(self, sketch: Sketch) -> Iterable[Placed]:
        """Return the accounts that share most with one, within the window of time."""


def stories_of(sketch: Sketch, shelf: Shelf) -> list[int]:
    """Return the stories that an account belongs to, the likest first; none where it begins one.

    Several are one: what came later tells of both.
    """
    alike: defaultdict[int, list[float]] = defaultdict(list)
    for other, story in shelf.near(sketch):
        faded = 1 + abs(sketch.time - other.time) / _FADING
        alike[story].append(likeness(sketch, other) / faded)
    best = {story: max(found) for story, found in alike.items()}
    most = max(best.values(), default=0)
    told = [
        story
        for story, found in best.items()
        if found >= max(LEAST, most * _part(alike[story])) or LEAST <= found == most
    ]
    return sorted(told, key=lambda story: (-best[story], story))


def _part(found: Iterable[float]) -> float:
    """Return what part of the likeness to its own story an account shows another to be one by."""
    several = sum(one >= LEAST / 2 for one in found) > 1
    return _BESIDE_SEVERAL if several else _BESIDE
