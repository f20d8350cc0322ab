"""What tests of the screen have: digests without a process, which costs each a second to start."""

import pytest

from reader.digesting import Errand, Outcome
from reader.problems import Problem


class WorkerHere:
    """Does the errands in the thread that asks; `tests/test_program.py` has the process at work."""

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


@pytest.fixture(autouse=True)
def _digests_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.digesting.digester.Worker", WorkerHere)
