from pathlib import Path

import pytest
from reading import GIVEN, reading

from reader import log
from reader.problems import Problem


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(log, "state_path", lambda: tmp_path / "state")
    return tmp_path / "state"


def failed() -> Problem:
    problem = Problem("nowhere", "it cannot be read")
    try:
        Path("/nowhere/at/all").read_bytes()
    except OSError as error:
        problem.__cause__ = error
    return problem


def test_what_went_wrong_is_noted_with_its_cause_for_its_owner_alone(state: Path) -> None:
    log.note(failed())
    log.note(failed())
    written = log.log_path().read_text("utf-8")
    assert written.count("nowhere: it cannot be read\n") >= 2
    assert "FileNotFoundError" in written
    assert log.log_path().parent == state
    assert log.log_path().stat().st_mode & 0o777 == 0o600


def test_where_nothing_can_be_written_nothing_happens(state: Path) -> None:
    state.write_text("a file where a folder should be")
    log.note(failed())
    assert state.read_text() == "a file where a folder should be"


async def make_a_mistake() -> None:
    async with reading([GIVEN]) as at_work:
        at_work.app.call_later(lambda: 1 // 0)
        await at_work.pilot.pause()


@pytest.mark.usefixtures("state")
async def test_a_mistake_of_ours_ends_in_a_sentence_and_stands_in_the_log(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(ZeroDivisionError):
        await make_a_mistake()
    said = " ".join(capsys.readouterr().err.split())
    assert "Pullquote made a mistake and had to stop (ZeroDivisionError)." in said
    assert "Traceback" not in said
    assert "ZeroDivisionError" in log.log_path().read_text("utf-8")


async def test_the_messages_say_where_the_log_is(state: Path) -> None:
    async with reading([GIVEN, "/nowhere/at/all.txt"]) as at_work:
        await at_work.until(lambda: log.log_path().exists())
        await at_work.press("M")
        assert "What went wrong is kept in" in at_work.screen
    assert "/nowhere/at/all.txt" in (state / "pullquote.log").read_text("utf-8")
