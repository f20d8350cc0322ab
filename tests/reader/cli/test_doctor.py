"""`pullquote doctor`: what is told of a machine, and that nothing is touched."""

import os
from pathlib import Path

import pytest
from command import Shell

from reader import clipboard


@pytest.fixture(autouse=True)
def machine(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of programs of a machine with nothing on it."""
    for name in ("TMUX", "STY", "SSH_TTY", "SSH_CONNECTION", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(folder / name))
    programs = folder / "programs"
    programs.mkdir()
    monkeypatch.setenv("PATH", str(programs))
    return programs


def told(shell: Shell, *arguments: str, status: int = 0) -> dict[str, str]:
    """Return what is told of each thing, its hint included."""
    code, out, messages = shell("doctor", *arguments)
    assert (code, messages) == (status, [])
    things: dict[str, str] = {}
    name = ""
    for line in out:
        if line[:2] in ("ok", "!!"):
            name, _, state = line[4:].partition(":")
            things[name] = f"{line[:2]} {state.strip()}"
        else:
            things[name] += f" | {line.strip()}"
    return things


def program(machine: Path, name: str, script: str) -> None:
    (machine / name).write_text(f"#!/bin/sh\n{script}\n")
    (machine / name).chmod(0o755)


def test_every_part_is_told_of(shell: Shell) -> None:
    assert list(told(shell)) == [
        *("pullquote", "runs on", "terminal", "colours", "signs", "clipboard"),
        *("configuration", "library", "clippings"),
    ]


def test_a_library_that_is_not_there_is_not_made(folder: Path, shell: Shell) -> None:
    assert "is not there yet | pullquote add SOURCE makes it" in told(shell)["library"]
    assert not (folder / "kept").exists()
    assert sorted(path.name for path in folder.iterdir()) == ["mill.txt", "programs"]


def test_the_library_is_counted(shell: Shell) -> None:
    shell("add", "mill.txt")
    said = told(shell)["library"]
    assert "1 article, 0 feeds | 1 digest to be made; pullquote refresh --digests" in said
    shell("quotes")
    assert " | " not in told(shell)["library"]


def test_what_does_not_work_is_marked_and_the_status_says_so(folder: Path, shell: Shell) -> None:
    (folder / "config.toml").write_text("[reading]\nmuose = true\n")
    (folder / "other.db").write_text("no library")
    said = told(shell, "--library", "other.db", status=1)
    assert said["configuration"].startswith(f"!! {folder / 'config.toml'}, line 2: there is no key")
    assert said["library"].startswith("!! other.db: ")
    (folder / "config.toml").write_text('[keys]\nnothing = "x"\n')
    assert told(shell, status=1)["configuration"].startswith("!!")


@pytest.mark.parametrize(
    ("option", "hint"),
    [("off", "; set-clipboard is off | tmux keeps the copy"), ("external", "is external")],
)
def test_tmux_is_asked_what_it_does_with_a_copy(
    machine: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch, option: str, hint: str
) -> None:
    monkeypatch.setenv("TMUX", "/run/x,1,0")
    program(machine, "tmux", f'[ "$1" = show-options ] && echo {option}')
    said = told(shell)["clipboard"]
    assert said.startswith("ok tmux, up to 1,000,000 bytes")
    assert hint in said


def test_the_clipboard_is_touched_only_when_told(
    machine: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    program(machine, "xclip", '/bin/cat > "$0.got"')
    assert told(shell)["clipboard"].startswith("ok the clipboard by xclip")
    assert not (machine / "xclip.got").exists()
    assert told(shell, "--copy")["tried"] == "ok Copied 27 characters to the clipboard by xclip"
    assert (machine / "xclip.got").read_text(encoding="utf-8").startswith("“Pullquote was here”")


def test_over_ssh_the_terminal_is_the_way_and_what_it_needs_is_said(
    machine: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSH_TTY", "/dev/pts/1")
    monkeypatch.setenv("DISPLAY", ":0")
    program(machine, "xclip", "exit 0")
    said = told(shell)["clipboard"]
    assert said.startswith(
        "ok the terminal by OSC 52, up to 74,994 bytes | the terminal must allow"
    )
    assert "xclip" not in said


def test_a_copy_that_did_not_arrive_is_no_success(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_terminal(*_: object) -> None:
        raise OSError

    monkeypatch.setattr("reader.cli.doctor._send_to_terminal", no_terminal)
    assert told(shell, "--copy", status=1)["tried"].startswith(
        "!! Not copied: there is no clipboard"
    )
    clipboard.remove_kept()


def test_clippings_that_cannot_be_written_are_said(folder: Path, shell: Shell) -> None:
    (folder / "config.toml").write_text('[clippings]\nmarkdown = "programs"\n')
    code, out, _ = shell("doctor")
    assert code == 1
    assert any(line.startswith("!!  clippings:") for line in out)
    assert os.access(folder, os.W_OK)
