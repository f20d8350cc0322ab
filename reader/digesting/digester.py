"""Digester: which errand waits for the process beside the reader, and whose turn it is."""

import threading
import time
from collections.abc import Callable

from reader.digesting.errands import Errand, Outcome, Wish
from reader.digesting.worker import BROKEN_OFF, Worker
from reader.problems import Problem

PATIENCE = 1.0  # seconds that an errand may take while a person waits for another
IDLE = 30.0  # seconds after which a process without work is ended

Answer = Callable[[Errand, Outcome], None]
Backlog = Callable[[], Errand | None]


def no_backlog() -> None:
    """Have nothing to do while nobody waits."""


class Digester:
    """Has errands done one after the other and answers from its own thread.

    A wish that a person waits for does not wait for a slow errand: that one is broken off and done
    when nothing else is wished for. When nothing waits, the next errand of the `backlog` is done,
    which is asked for on the digester's thread.
    """

    def __init__(self, answer: Answer, backlog: Backlog = no_backlog) -> None:
        self._answer = answer
        self._backlog = backlog
        self._more = True  # whether the backlog may have something
        self._wishes: list[Errand] = []
        self._at_work_on: Errand | None = None
        self._since = 0.0
        self._changed = threading.Condition()
        self._closed = False
        self._worker = Worker()
        self._thread = threading.Thread(target=self._serve, name="digester", daemon=True)

    def start(self) -> None:
        """Start the thread; the process starts with the first wish."""
        self._thread.start()

    def ask(self, wish: Wish, *, first: bool = False) -> None:
        """Ask for a digest; one that is wanted `first` goes before all that wait."""
        with self._changed:
            if wish in self._wishes:
                self._wishes.remove(wish)
            self._wishes.insert(0 if first else len(self._wishes), wish)
            if first:
                self._break_off_slow(wish)
            self._changed.notify()

    def look_again(self) -> None:
        """Say that there may be more in the backlog now."""
        with self._changed:
            self._more = True
            self._changed.notify()

    def _rest_backlog(self) -> None:
        """Look no more into the backlog until told to: its library gives out, and said so."""
        with self._changed:
            self._more = False

    def _break_off_slow(self, wish: Wish) -> None:
        slow = self._at_work_on
        if slow is None or slow == wish or time.monotonic() - self._since < PATIENCE:
            return
        self._at_work_on = None
        self._wishes.append(slow)
        self._worker.break_off()

    def close(self) -> None:
        """Drop what waits and end the process at once."""
        with self._changed:
            self._closed = True
            self._wishes.clear()
            self._changed.notify()
        self._worker.close()
        if self._thread.is_alive():
            self._thread.join()

    def _serve(self) -> None:
        while errand := self._next():
            outcome = self._ask_worker(errand)
            if isinstance(outcome, Problem) and not isinstance(errand, Wish):
                self._rest_backlog()
            if outcome and not self._closed:
                self._answer(errand, outcome)
        self._worker.end()

    def _next(self) -> Errand | None:
        """Wait for the next errand and return it; None when the digester was closed."""
        while not self._closed:
            self._look_into_backlog()
            with self._changed:
                if self._wishes:
                    self._at_work_on, self._since = self._wishes.pop(0), time.monotonic()
                    return self._at_work_on
                self._at_work_on = None
                if not self._changed.wait_for(self._is_wanted, IDLE if self._worker.pid else None):
                    self._worker.end()
        return None

    def _is_wanted(self) -> bool:
        return bool(self._wishes) or self._more or self._closed

    def _look_into_backlog(self) -> None:
        """Take the next of the backlog where nobody waits; not under the lock: it may read."""
        with self._changed:
            if self._wishes or not self._more:
                return
            self._more = False
        errand = self._backlog()
        if errand:
            with self._changed:
                self._more = True
                self._wishes.append(errand)

    def _ask_worker(self, errand: Errand) -> Outcome | None:
        """Put the errand to the worker; where it dies, once more to a new one.

        None where it was broken off because a person waits for another.
        """
        for _ in range(2):
            try:
                return self._worker.ask(errand)
            except BROKEN_OFF:
                self._worker.end()
                if self._at_work_on is not errand:
                    return None
        return errand.failed
