"""What the tests of the commands share: a folder with an article, a library, a shell."""

from pathlib import Path

import pytest
from command import MILL, Shell
from working import WorkerHere


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder that the commands run in, with one article and a library of its own."""
    (tmp_path / "mill.txt").write_text(MILL, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PULLQUOTE_LIBRARY", str(tmp_path / "kept" / "library.db"))
    monkeypatch.setenv("PULLQUOTE_CONFIG", str(tmp_path / "config.toml"))
    return tmp_path


@pytest.fixture
def digesting_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let commands that are not in a process of their own start none."""
    monkeypatch.setattr("reader.digesting.shelving.Worker", WorkerHere)


@pytest.fixture
def shell(folder: Path, capsys: pytest.CaptureFixture[str], digesting_here: None) -> Shell:
    """Return the command line in that folder."""
    assert folder
    assert digesting_here is None
    return Shell(capsys)
