"""A copy goes where it arrives on this machine, and the message claims no more than is known."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from reader import clipboard
from reader.clipboard import Copied, copy, ways

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
    return copy(text, environ, sent.append), sent


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
