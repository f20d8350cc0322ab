"""What tests of the screen have: nothing waits, and no process, which takes a second to start."""

import pytest
from working import WorkerHere


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.tui.app.PAINT_SECONDS", 0.001)
    monkeypatch.setattr("reader.tui.screens.digests.RUN_SECONDS", 0.0)  # no two keys are of a run
    monkeypatch.setattr("reader.digesting.digester.Worker", WorkerHere)
