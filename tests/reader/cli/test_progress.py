"""Progress: one line that is written over, on a terminal only."""

import io
import sys

import pytest

from reader.cli import progress
from reader.cli.progress import Progress


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_on_a_terminal_the_last_line_is_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "SECONDS", 0.0)
    monkeypatch.setattr(sys, "stderr", screen := Screen())
    with Progress("feeds") as shown:
        shown.tell(1, 10)
        shown.tell(10, 10, ", 1 failed")
    told = screen.getvalue().split("\r")
    assert [line.strip() for line in told if line.strip()] == [
        *["feeds 1/10"] * 2,
        *["feeds 10/10, 1 failed"] * 2,
    ]
    assert told[-1] == ""


def test_no_more_is_said_than_can_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", screen := Screen())
    with Progress("feeds") as shown:
        for done in range(1000):
            shown.tell(done, 1000)
    assert screen.getvalue().count("feeds") < 20


def test_elsewhere_nothing_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress("feeds") as shown:
        shown.tell(10, 10)
    assert capsys.readouterr().err == ""
