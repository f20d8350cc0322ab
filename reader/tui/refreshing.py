"""A refresh beside the screen: on a thread and an event loop of its own, to be cancelled."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from reader.config import read_config
from reader.keeping import Outcome, problem_of
from reader.library import Library
from reader.problems import Problem
from reader.refresh import Progress, drop_old, limits_of, refresh


class Told(NamedTuple):
    """How far a refresh is: `done` of `total` feeds, of which some `failed`."""

    done: int
    total: int
    failed: int
    new: int
    changed: int

    def __str__(self) -> str:
        failed = f", {self.failed} failed" if self.failed else ""
        return f"{self.done}/{self.total}{failed}, {self.new} new, {self.changed} changed"


class Refresher:
    """Refreshes the feeds and folders of a library, one run at a time.

    `tell` hears how far a run is, `complain` of each feed why it gave not all that it should have.
    """

    def __init__(
        self,
        library: Path,
        tell: Callable[[Told], None],
        complain: Callable[[Problem], None],
    ) -> None:
        self._library = library
        self._tell, self._complain = tell, complain
        self._told = Told(0, 0, 0, 0, 0)
        self._problem: Problem | None = None  # the last that a feed had
        self._running: tuple[asyncio.AbstractEventLoop, asyncio.Task[list[Outcome]]] | None = None

    @property
    def at_work(self) -> bool:
        """Whether a run is under way."""
        return self._running is not None

    def run(self) -> str:
        """Refresh everything; return, as a sentence, what came of it. It takes its time."""
        self._told, self._problem = Told(0, 0, 0, 0, 0), None
        try:
            return asyncio.run(self._refresh())
        except Problem as problem:
            return str(problem)
        finally:
            self._running = None

    def cancel(self) -> None:
        """End the run, from whatever thread; what is stored stays."""
        if self._running:
            loop, task = self._running
            loop.call_soon_threadsafe(task.cancel)

    async def _refresh(self) -> str:
        config = read_config()
        with Library.open(self._library) as library:
            feeds = library.feeds.all()
        if not feeds:
            return "There is no feed to refresh; pullquote add follows one."
        limits = limits_of(config.refresh)
        task = asyncio.ensure_future(refresh(self._library, feeds, self._pass_on, limits))
        self._running = asyncio.get_running_loop(), task
        try:
            await task
        except asyncio.CancelledError:
            return f"Refresh cancelled: {self._told}"
        if self._problem and self._told.failed == self._told.total:
            return f"No feed could be refreshed; what is stored can be read. {self._problem}"
        with Library.open(self._library) as library:
            dropped = drop_old(library, config.library)
        return f"Refreshed: {self._told}" + (f", {dropped} dropped as too old" if dropped else "")

    def _pass_on(self, progress: Progress) -> None:
        outcome, told = progress.outcome, self._told
        if problem := problem_of(outcome):
            self._complain(problem)
        self._problem = outcome.problem or self._problem
        failed = told.failed + (outcome.problem is not None)
        new, changed = told.new + outcome.new, told.changed + outcome.changed
        self._told = Told(progress.done, progress.total, failed, new, changed)
        self._tell(self._told)
