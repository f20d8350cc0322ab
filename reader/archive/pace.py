"""Pace: how far a run is, how fast it goes, how long it will still take."""

import time
from collections.abc import Callable, Iterable
from typing import NamedTuple

from reader.archive.blocks import Block


class Seen(NamedTuple):
    """What a person sees of a run; `share` of its bytes, articles a `rate` second, seconds left."""

    blocks: int
    share: float
    articles: int
    rate: float
    left: float | None


class Pace:
    """Adds up what the workers tell."""

    def __init__(
        self, blocks: Iterable[Block], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._clock = clock
        self._begin = clock()
        self._sizes = {block.name: max(1, block.size) for block in blocks}
        self._under_way: dict[str, tuple[int, float]] = {}
        self._blocks = self._articles = self._bytes = 0

    def under_way(self, name: str, articles: int, share: float) -> None:
        """Note how far a block is."""
        if name in self._sizes:
            self._under_way[name] = articles, min(share, 1.0)

    def done(self, block: Block, articles: int) -> None:
        """Note that a block is done."""
        self._under_way.pop(block.name, None)
        self._blocks += 1
        self._articles += articles
        self._bytes += self._sizes.pop(block.name, 0)

    def seen(self) -> Seen:
        """Return how it stands now."""
        articles = self._articles + sum(count for count, _ in self._under_way.values())
        bytes_done = self._bytes + sum(
            self._sizes[name] * share for name, (_, share) in self._under_way.items()
        )
        total = self._bytes + sum(self._sizes.values())
        seconds = max(self._clock() - self._begin, 1e-9)
        left = seconds * (total - bytes_done) / bytes_done if bytes_done else None
        return Seen(self._blocks, bytes_done / max(1, total), articles, articles / seconds, left)
