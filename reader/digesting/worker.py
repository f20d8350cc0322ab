"""Worker: a process of its own that does errands, one at a time.

sumy and numpy take half a second and more to load; in a thread they would hold up every key press.
The process is a plain `python -m reader.digesting` that talks over its standard streams
(multiprocessing cannot start one once a screen library has taken standard error), and it ends
when its input does, so it never outlives the reader.
"""

import pickle
import subprocess
import sys
import threading
from typing import BinaryIO, overload

from reader.digesting.errands import Compared, Comparing, Errand, Grouped, Grouping, Outcome, Wish
from reader.problems import Problem
from summarize import Digest

# What talking to a process gives that cannot be started, dies, or is of another version by now.
BROKEN_OFF = (
    OSError,
    EOFError,
    pickle.UnpicklingError,
    AttributeError,
    ImportError,
    IndexError,
)


class Worker:
    """The process: started with the first errand, and anew when it has died."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._changing = threading.Lock()
        self._closed = False

    @property
    def pid(self) -> int | None:
        """The process at work, if there is one."""
        return self._process.pid if self._process else None

    @overload
    def ask(self, errand: Wish) -> Digest | Problem: ...
    @overload
    def ask(self, errand: Grouping) -> Grouped | Problem: ...
    @overload
    def ask(self, errand: Comparing) -> Compared | Problem: ...
    def ask(self, errand: Errand) -> Outcome:
        """Return what the worker came back with; raise one of BROKEN_OFF where it dies over it."""
        return _exchange(self._running(), errand)

    def break_off(self) -> None:
        """Kill the process, from whatever thread; who waits for its answer is told at once."""
        with self._changing:
            if self._process:
                self._process.kill()

    def end(self) -> None:
        """End the process, if there is one, and close its pipes."""
        with self._changing:
            process, self._process = self._process, None
        if process:
            process.kill()
            process.communicate()

    def close(self) -> None:
        """Break off and start no more."""
        self._closed = True
        self.break_off()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process and self._process.poll() is not None:
            self.end()
        with self._changing:
            if self._closed:
                raise EOFError
            if self._process is None:
                self._process = subprocess.Popen(
                    (sys.executable, "-P", "-m", "reader.digesting"),
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    start_new_session=True,
                )
            return self._process


def _exchange(process: "subprocess.Popen[bytes]", errand: Errand) -> Outcome:
    if process.stdin is None or process.stdout is None:
        raise EOFError
    pickle.dump(errand, process.stdin)
    process.stdin.flush()
    outcome = pickle.load(process.stdout)  # noqa: S301 - from the process started above
    if isinstance(outcome, Outcome):
        return outcome
    raise EOFError


def serve(errands: BinaryIO, outcomes: BinaryIO) -> None:
    """Do each errand until the input ends: what the worker process does."""
    while True:
        try:
            errand = pickle.load(errands)  # noqa: S301 - from the process that started this one
        except EOFError:
            return
        pickle.dump(_outcome(errand), outcomes)
        outcomes.flush()


def _outcome(errand: Errand) -> Outcome:
    try:
        return errand.run()
    except Problem as problem:
        return problem
