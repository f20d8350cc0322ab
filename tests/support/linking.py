"""Accounts whose likeness is given, so that any graph of links can be made of them."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import combinations

import pytest
from hypothesis import strategies as st

from summarize.events import grouping
from summarize.events.grouping import LEAST
from summarize.events.index import StoryIndex
from summarize.events.sketches import Sketch
from summarize.stories import Account

TEXT = "Ines Dahl of the Corvin mill in Belmar met Milo Senn at the Hadlow works."
START = 1_770_000_000
DAY = 86_400
ACCOUNTS = 9

Likes = Mapping[tuple[int, int], float]

_PAIRS = tuple(combinations(range(ACCOUNTS), 2))
_LIKES = st.sampled_from([0.0, LEAST * 0.9, LEAST, 0.1, 0.12, 0.15, 0.2, 0.5, 0.9])
GRAPHS = st.lists(_LIKES, min_size=len(_PAIRS), max_size=len(_PAIRS)).map(
    lambda likes: dict(zip(_PAIRS, likes, strict=True))
)


@contextmanager
def as_like(likes: Likes, first: int = 0) -> Iterator[None]:
    """Let accounts be as like as it is told, by their keys, which count from `first`."""

    def likeness(one: Sketch, other: Sketch) -> float:
        lesser, greater = sorted((int(one.key) - first, int(other.key) - first))
        return likes.get((lesser, greater), 0.0)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(grouping, "likeness", likeness)
        yield


def grouped(likes: Likes, days: float = 0.0, accounts: int = ACCOUNTS) -> StoryIndex:
    """Group accounts that are as like as it is told, so many days after each other."""
    index = StoryIndex()
    with as_like(likes):
        for number in range(accounts):
            index.add(Account(str(number), START + int(number * days * DAY), "Post", "", TEXT))
    return index
