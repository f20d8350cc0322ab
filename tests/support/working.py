"""The errands of a digest's process, done here: a process takes a second to load what it needs."""

from reader.digesting import Errand, Outcome
from reader.problems import Problem


class WorkerHere:
    """Does the errands in the thread that asks; tests of the whole program have the process."""

    pid = None

    def ask(self, errand: Errand) -> Outcome:
        """Return what comes of an errand."""
        try:
            return errand.run()
        except Problem as problem:
            return problem

    def break_off(self) -> None:
        """Let it be; it ends by itself."""

    end = close = break_off
