"""Which library a command means, and what is said of one that cannot be used."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from command import Shell

COMMANDS = ("add mill.txt", "refresh", "list", "quotes", "claims", "export id")


def only_library(folder: Path) -> list[str]:
    """Return the libraries that were made."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*.db"))


@pytest.mark.parametrize(
    "arguments",
    [
        ["--library", "mine.db", "add", "mill.txt"],
        ["--library=mine.db", "add", "mill.txt"],
        ["add", "--library", "mine.db", "mill.txt"],
        ["add", "mill.txt", "--library=mine.db"],
    ],
)
def test_the_library_may_be_named_before_and_behind_the_command(
    folder: Path, shell: Shell, arguments: list[str]
) -> None:
    assert shell(*arguments)[0] == 0
    assert only_library(folder) == ["mine.db"]
    assert len(shell.out("--library", "mine.db", "list")) == 1


def test_the_environment_names_the_library_and_goes_before_the_settings(
    folder: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "config.toml").write_text('[library]\npath = "set/library.db"\n')
    shell("add", "mill.txt")
    assert only_library(folder) == ["kept/library.db"]
    monkeypatch.delenv("PULLQUOTE_LIBRARY")
    shell("add", "mill.txt")
    assert only_library(folder) == ["kept/library.db", "set/library.db"]


def test_a_library_is_for_its_owner_alone(folder: Path, shell: Shell) -> None:
    shell("add", "mill.txt")
    assert oct((folder / "kept").stat().st_mode)[-3:] == "700"
    assert oct((folder / "kept" / "library.db").stat().st_mode)[-3:] == "600"


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("kind", ["foreign", "folder", "text", "empty"])
def test_a_wrong_library_is_one_sentence_and_left_alone(
    folder: Path, shell: Shell, command: str, kind: str
) -> None:
    path = folder / "wrong.db"
    if kind == "foreign":
        with closing(sqlite3.connect(path)) as foreign:
            foreign.execute("CREATE TABLE a (b)")
    elif kind == "folder":
        path.mkdir()
    else:
        path.write_text("no database" if kind == "text" else "")
    before = None if path.is_dir() else path.read_bytes()
    code, out, messages = shell(*command.split(), "--library", str(path))
    assert (code, out, len(messages)) == (2, [], 1)
    assert messages[0].startswith(f"{path}: ")
    assert messages[0].endswith("or name another library with --library")
    assert before == (None if path.is_dir() else path.read_bytes())


@pytest.mark.parametrize("command", [*COMMANDS[2:], "stories", "check mill.txt"])
@pytest.mark.parametrize("named", ["by option", "by environment"])
def test_a_named_library_that_is_not_there_is_one_sentence_and_not_made(
    folder: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch, command: str, named: str
) -> None:
    path = folder / "mistyped.db"
    if named == "by option":
        command += f" --library {path}"
    else:
        monkeypatch.setenv("PULLQUOTE_LIBRARY", str(path))
    code, out, messages = shell(*command.split())
    assert (code, out, len(messages)) == (2, [], 1)
    assert messages[0].startswith(f"{path}: there is no library; pullquote add makes it")
    assert not path.exists()


def test_the_usual_library_need_not_be_there(
    folder: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PULLQUOTE_LIBRARY")
    monkeypatch.setenv("XDG_DATA_HOME", str(folder / "data"))
    assert shell("list")[:2] == (0, [])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_library_that_may_only_be_read_is_one_sentence(folder: Path, shell: Shell) -> None:
    shell("add", "mill.txt")
    (folder / "kept" / "library.db").chmod(0o400)
    code, _, (message,) = shell("list")
    assert (code, "make it writable" in message) == (2, True)
