"""A copy goes where it arrives on this machine, and the message claims no more than is known."""

import base64
import os
import re
import shutil
import stat
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from reader import clipboard
from reader.clipboard import Copied, Kept, copy, ways
from reader.problems import Problem

TEXT = "„Es ist weg“ — 東京 👩‍🔬\nsecond line, no newline at its end"
TMUX = {"TMUX": "/run/tmux/default,1,0"}
SSH = {"SSH_TTY": "/dev/pts/3"}
X11 = {"DISPLAY": ":0"}
WAYLAND = {"WAYLAND_DISPLAY": "wayland-0"}
EVERYWHERE = {**TMUX, **SSH, **X11, **WAYLAND, "WSL_DISTRO_NAME": "Debian"}
KEEPS_WHAT_IT_GETS = '/bin/cat > "$0.got"; echo "$@" > "$0.asked"'


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the one folder of programs that this machine seems to have."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def install(folder: Path, *names: str, script: str = KEEPS_WHAT_IT_GETS) -> None:
    for name in names:
        program = folder / name
        program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(0o755)


def got(folder: Path, name: str) -> str | None:
    """Return what a program was given, None where it was not asked."""
    kept = folder / f"{name}.got"
    return kept.read_text(encoding="utf-8") if kept.exists() else None


def copied(environ: Mapping[str, str], text: str = TEXT) -> tuple[Copied, list[str]]:
    sent: list[str] = []
    told = copy(text, environ, sent.append)
    assert isinstance(told, Copied)
    return told, sent


ALL = ("tmux", "pbcopy", "wl-copy", "xclip", "xsel", "clip.exe")


@pytest.mark.parametrize(
    ("environ", "platform", "order"),
    [
        ({}, "linux", []),
        (TMUX, "linux", ["tmux"]),
        (EVERYWHERE, "linux", ["tmux"]),
        ({**SSH, **X11}, "linux", []),
        ({"SSH_CONNECTION": "10.0.0.1 5 10.0.0.2 22", **WAYLAND}, "linux", []),
        (SSH, "darwin", []),
        ({}, "darwin", ["pbcopy"]),
        ({**TMUX, **X11}, "darwin", ["tmux", "pbcopy", "xclip", "xsel"]),
        ({**WAYLAND, **X11}, "linux", ["wl-copy", "xclip", "xsel"]),
        (X11, "linux", ["xclip", "xsel"]),
        ({"WSL_DISTRO_NAME": "Debian"}, "linux", ["clip.exe"]),
        ({"TMUX": "", "SSH_TTY": "", "DISPLAY": ""}, "linux", []),
    ],
)
def test_each_environment_has_its_ways_in_order_and_the_terminal_last(
    programs: Path, environ: Mapping[str, str], platform: str, order: list[str]
) -> None:
    install(programs, *ALL)
    *found, last = ways(environ, platform)
    assert [way.command[0] for way in found] == order
    assert last is clipboard.TERMINAL


def test_a_program_that_is_not_installed_is_no_way(programs: Path) -> None:
    install(programs, "xsel")
    assert [way.command[:1] for way in ways(EVERYWHERE, "linux")] == [()]
    assert [way.command[:1] for way in ways({**TMUX, **X11}, "linux")] == [("xsel",), ()]


def test_inside_tmux_tmux_is_given_the_text_and_asked_to_pass_it_on(programs: Path) -> None:
    install(programs, *ALL)
    told, sent = copied(EVERYWHERE)
    assert got(programs, "tmux") == TEXT
    assert (programs / "tmux.asked").read_text() == "load-buffer -w -\n"
    assert (str(told), sent) == (f"Copied {len(TEXT)} characters to tmux", [])


def test_over_ssh_no_program_of_the_far_machine_is_used(programs: Path) -> None:
    install(programs, *ALL)
    told, sent = copied({**SSH, **X11})
    assert got(programs, "xclip") is None
    assert sent == [TEXT]
    assert not told.certain


@pytest.mark.parametrize(
    ("environ", "name", "asked"),
    [
        (WAYLAND, "wl-copy", ""),
        (X11, "xclip", "-selection clipboard"),
        (X11, "xsel", "--clipboard --input"),
    ],
)
def test_on_a_desktop_its_own_program_is_given_the_text(
    programs: Path, environ: Mapping[str, str], name: str, asked: str
) -> None:
    install(programs, name)
    told, sent = copied(environ)
    assert got(programs, name) == TEXT
    assert (programs / f"{name}.asked").read_text().strip() == asked
    assert str(told) == f"Copied {len(TEXT)} characters to the clipboard by {name}"
    assert sent == []


def test_the_windows_clipboard_is_given_utf_16(programs: Path) -> None:
    install(programs, "clip.exe")
    told, _ = copied({"WSL_DISTRO_NAME": "Debian"})
    assert (programs / "clip.exe.got").read_bytes().decode("utf-16-le") == TEXT
    assert str(told) == f"Copied {len(TEXT)} characters to the Windows clipboard"


@pytest.mark.parametrize("script", ["exit 1", "/bin/cat > /dev/null; exit 1", "kill -9 $$"])
def test_a_program_that_fails_leaves_the_copy_to_the_next_way(programs: Path, script: str) -> None:
    install(programs, "tmux", "xclip", script=script)
    install(programs, "xsel")
    told, sent = copied({**TMUX, **X11}, TEXT * 5000)
    assert got(programs, "xsel") == TEXT * 5000
    assert told.way == "the clipboard by xsel"
    assert sent == []


def test_a_program_that_cannot_be_started_leaves_the_copy_to_the_next_way(programs: Path) -> None:
    install(programs, "xclip")
    (programs / "xclip").write_text("#!/no/such/shell\n")
    told, sent = copied(X11)
    assert (told.certain, sent) == (False, [TEXT])


def test_a_program_that_hangs_is_given_up_after_the_deadline(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "DEADLINE", 0.2)
    install(programs, "tmux", script="exec /bin/sleep 30")
    install(programs, "xclip")
    started = time.monotonic()
    told, _ = copied({**TMUX, **X11})
    assert told.way == "the clipboard by xclip"
    assert got(programs, "xclip") == TEXT
    assert time.monotonic() - started < 5


def test_a_program_that_stays_to_serve_the_copy_is_not_waited_for(programs: Path) -> None:
    install(programs, "xclip", script=f"{KEEPS_WHAT_IT_GETS}; /bin/sleep 3 & exit 0")
    started = time.monotonic()
    told, _ = copied(X11)
    assert told.certain
    assert time.monotonic() - started < 2


def test_what_is_only_sent_is_never_called_copied(programs: Path) -> None:
    install(programs, "tmux", "xclip", script="exit 1")
    for environ in ({}, SSH, {**TMUX, **X11}):
        told, sent = copied(environ, "x")
        assert sent == ["x"]
        assert str(told) == (
            "Sent 1 character to the terminal by OSC 52, which does not say whether it took them"
        )
        assert "copied" not in str(told).lower()


def test_the_message_says_how_long_the_copy_is_in_characters() -> None:
    assert str(Copied("tmux", 12345, certain=True)) == "Copied 12,345 characters to tmux"
    assert str(Copied("tmux", 1, certain=True)) == "Copied 1 character to tmux"


# What is too large, and what no way takes


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of what is remembered."""
    monkeypatch.setattr(clipboard, "state_path", lambda: tmp_path / "state")
    return tmp_path / "state"


def no_terminal(_text: str) -> None:
    raise OSError


@pytest.mark.parametrize("environ", [{}, TMUX, X11, SSH])
def test_two_megabytes_are_refused_with_a_sentence_whatever_the_way(
    programs: Path, state: Path, environ: Mapping[str, str]
) -> None:
    install(programs, *ALL)
    sent: list[str] = []
    told = copy("x" * 2_000_000, environ, sent.append)
    assert isinstance(told, Problem)
    assert str(told) == (
        "Not copied: 2,000,000 characters are too many: at most 1,000,000 bytes can be copied;"
        " pullquote export writes it to a file"
    )
    assert (sent, state.exists(), list(programs.glob("*.got"))) == ([], False, [])


def test_a_megabyte_is_copied_by_a_program_and_counted_in_bytes(
    programs: Path, state: Path
) -> None:
    install(programs, "tmux")
    assert copied(TMUX, "x" * 1_000_000)[0].certain
    assert isinstance(copy("é" * 500_001, TMUX, no_terminal), Problem)
    assert not state.exists()


def test_what_is_too_long_for_the_terminal_is_kept_in_a_private_file(
    programs: Path, state: Path
) -> None:
    assert not list(programs.iterdir())
    text = "é\n" * 40_000
    sent: list[str] = []
    told = copy(text, SSH, sent.append)
    assert isinstance(told, Kept)
    assert str(told) == (
        "Not copied: 80,000 characters are too many for the terminal by OSC 52, which takes 74,994"
        f" bytes. Kept 80,000 characters in {told.path} until you leave"
    )
    assert told.path.read_text(encoding="utf-8") == text
    assert told.path.parent == state
    assert stat.S_IMODE(told.path.stat().st_mode) == 0o600
    assert sent == []


def test_without_a_terminal_the_file_of_the_last_copy_is_the_only_one(
    programs: Path, state: Path
) -> None:
    assert not list(programs.iterdir())
    first, second = (copy(text, {}, no_terminal) for text in ("one", "two"))
    assert isinstance(first, Kept)
    assert isinstance(second, Kept)
    assert str(second).startswith("Not copied: there is no clipboard here and no terminal")
    assert [path.read_text() for path in state.iterdir()] == ["two"]
    clipboard.remove_kept()
    assert list(state.iterdir()) == []


def test_files_of_others_at_work_stay_and_forgotten_ones_go(programs: Path, state: Path) -> None:
    assert not list(programs.iterdir())
    state.mkdir()
    for name, age in (("copied-1-new.txt", 10), ("copied-1-old.txt", 2 * clipboard.FORGOTTEN)):
        (state / name).touch()
        os.utime(state / name, (time.time() - age,) * 2)
    (state / "reading.json").touch()
    copy("one", {}, no_terminal)
    clipboard.remove_kept()
    assert sorted(path.name for path in state.iterdir()) == ["copied-1-new.txt", "reading.json"]


def test_a_file_that_cannot_be_kept_is_said_too(programs: Path, state: Path) -> None:
    assert not list(programs.iterdir())
    state.touch()
    told = copy("one", {}, no_terminal)
    assert isinstance(told, Problem)
    assert str(told).endswith(f"and {state} cannot be written to (file exists)")


def test_the_file_goes_when_the_process_does(tmp_path: Path) -> None:
    program = (
        "from reader.clipboard import copy\n"
        "def none(_): raise OSError\n"
        "told = copy('x', {}, none); assert told.path.exists(); print(told.path)"
    )
    environ = {**os.environ, "XDG_STATE_HOME": str(tmp_path), "HOME": str(tmp_path)}
    done = subprocess.run(
        (sys.executable, "-c", program), env=environ, capture_output=True, text=True, check=True
    )
    assert not Path(done.stdout.strip()).exists()


def test_inside_screen_the_sequence_is_wrapped_in_short_pieces() -> None:
    assert clipboard.sequence(TEXT, {}) == f"\x1b]52;c;{encoded(TEXT)}\x07"
    wrapped = clipboard.sequence(TEXT * 100, {"STY": "1.pts"})
    pieces = re.findall("\x1bP(.*?)\x1b\\\\", wrapped, re.DOTALL)
    assert "".join(pieces) == f"\x1b]52;c;{encoded(TEXT * 100)}\x07"
    assert max(map(len, pieces)) < 768
    assert [way.name for way in ways({"STY": "1.pts", **SSH})] == [clipboard.SCREEN.name]
    assert clipboard.sequence(TEXT, {"STY": "1.pts", **TMUX}).startswith("\x1b]52")


def encoded(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


# With the real programs


def needed(*names: str) -> None:
    missing = [name for name in names if shutil.which(name) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")


def output(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, check=True, timeout=10)
    return done.stdout.decode()


@pytest.fixture
def tmux(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, ...]]:
    """Start a tmux server of our own, be inside it, and give the command that speaks to it."""
    needed("tmux")
    monkeypatch.delenv("TMUX", raising=False)
    command = ("tmux", "-S", str(tmp_path / "socket"))
    output(*command, "-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "24")
    monkeypatch.setenv("TMUX", output(*command, "display-message", "-p", "#{socket_path},#{pid},0"))
    yield command
    output(*command, "kill-server")


@pytest.mark.soak
def test_a_copy_arrives_in_a_real_tmux(tmux: tuple[str, ...]) -> None:
    for text in (TEXT, "a", TEXT * 2000):
        told, sent = copied({"TMUX": os.environ["TMUX"], **SSH}, text)
        assert (told.way, told.certain, sent) == ("tmux", True, [])
        assert output(*tmux, "show-buffer") == text


@pytest.fixture
def x_display(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Start an X server without a screen and give its display."""
    needed("Xvfb", "xclip")
    reading, writing = os.pipe()
    program = shutil.which("Xvfb") or ""
    server = subprocess.Popen(
        (program, "-displayfd", str(writing), "-screen", "0", "64x64x8", "-nolisten", "tcp"),
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as answers:
        display = f":{answers.readline().strip()}"
    monkeypatch.setenv("DISPLAY", display)
    yield display
    server.terminate()
    server.wait(timeout=10)


@pytest.mark.soak
def test_a_copy_arrives_in_a_real_x_clipboard(x_display: str) -> None:
    for text in (TEXT, "a", TEXT * 2000):
        told, sent = copied({"DISPLAY": x_display}, text)
        assert (told.way, told.certain, sent) == ("the clipboard by xclip", True, [])
        assert output("xclip", "-selection", "clipboard", "-o") == text
