"""Where a copy can go on this machine, and what happened to it.

The ways in order: tmux when inside it (a raw OSC 52 reaches nothing under its default settings),
the terminal itself (OSC 52) over ssh, where xclip and its like would succeed on the wrong machine,
the desktop's own program where its display is, the terminal otherwise. A private file, which goes
when the reader leaves, where none of them takes it.
"""

import atexit
import base64
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from shutil import which
from typing import Literal, NamedTuple

from reader.places import state_path
from reader.problems import Problem

DEADLINE = 2.0  # seconds that a program may take before the next way is tried
LARGEST = 1_000_000  # bytes that a copy may have, whichever way it goes
LARGEST_SEQUENCE = 74_994  # bytes: as base64 they are the 100,000 that terminals take in one OSC 52
FORGOTTEN = 86_400.0  # seconds after which a kept copy is nobody's any more

_SCREEN_PIECE = 600  # characters of a sequence that GNU screen passes on at once; it takes 768

SendToTerminal = Callable[[str], None]


class Way(NamedTuple):
    """One way to the clipboard: a program that reads standard input, or the terminal (OSC 52).

    `largest` is how many bytes of UTF-8 it takes.
    """

    name: str
    command: tuple[str, ...] = ()
    encoding: Literal["utf-8", "utf-16-le"] = "utf-8"
    largest: int = LARGEST


class Copied(NamedTuple):
    """A copy that left: by which way, how long in characters, and whether its arrival is known."""

    way: str
    length: int
    certain: bool

    def __str__(self) -> str:
        if self.certain:
            return f"Copied {_characters(self.length)} to {self.way}"
        sent = f"Sent {_characters(self.length)} to {self.way}"
        return f"{sent}, which does not say whether it took them"


class Kept(NamedTuple):
    """A copy that no clipboard took and that is in a file until the reader leaves."""

    path: Path
    length: int
    reason: str

    def __str__(self) -> str:
        where = f"{_characters(self.length)} in {self.path} until you leave"
        return f"Not copied: {self.reason}. Kept {where}"


TERMINAL = Way("the terminal by OSC 52", largest=LARGEST_SEQUENCE)
SCREEN = Way("the terminal by OSC 52 through screen", largest=LARGEST_SEQUENCE)
_TMUX = Way("tmux", ("tmux", "load-buffer", "-w", "-"))
_DESKTOPS = (
    ("WAYLAND_DISPLAY", Way("the clipboard by wl-copy", ("wl-copy",))),
    ("DISPLAY", Way("the clipboard by xclip", ("xclip", "-selection", "clipboard"))),
    ("DISPLAY", Way("the clipboard by xsel", ("xsel", "--clipboard", "--input"))),
    ("WSL_DISTRO_NAME", Way("the Windows clipboard", ("clip.exe",), "utf-16-le")),
)
_MAC = Way("the clipboard by pbcopy", ("pbcopy",))


def ways(environ: Mapping[str, str], platform: str = sys.platform) -> Iterator[Way]:
    """Yield the ways that this environment has, best first; the last is always the terminal."""
    if environ.get("TMUX") and which("tmux"):
        yield _TMUX
    if not (environ.get("SSH_TTY") or environ.get("SSH_CONNECTION")):
        if platform == "darwin" and which(_MAC.command[0]):
            yield _MAC
        for variable, way in _DESKTOPS:
            if environ.get(variable) and which(way.command[0]):
                yield way
    yield SCREEN if in_screen(environ) else TERMINAL


def in_screen(environ: Mapping[str, str]) -> bool:
    """Tell whether what is written to the terminal goes through GNU screen."""
    return bool(environ.get("STY")) and not environ.get("TMUX")


def copy(
    text: str, environ: Mapping[str, str], send_to_terminal: SendToTerminal
) -> Copied | Kept | Problem:
    """Copy `text` by the first way that takes it; return what happened to it.

    Waits up to DEADLINE a way: not on the screen. `send_to_terminal` is given the text and writes
    `sequence` of it to the terminal; it raises OSError where it cannot. What is larger than LARGEST
    is refused: that is the Problem.
    """
    size = len(text.encode())
    if size > LARGEST:
        more = f"at most {LARGEST:,} bytes can be copied; pullquote export writes it to a file"
        return Problem("Not copied", f"{_characters(len(text))} are too many: {more}")
    for way in ways(environ):
        if way.command and size <= way.largest and _run(way, text):
            return Copied(way.name, len(text), certain=True)
    return _send(text, size, way, send_to_terminal)


def sequence(text: str, environ: Mapping[str, str]) -> str:
    """Return what asks the terminal to take `text` into its clipboard: OSC 52.

    Inside GNU screen it is wrapped in device control strings, which screen passes on, each short
    enough for it.
    """
    asked = f"\x1b]52;c;{base64.b64encode(text.encode()).decode('ascii')}\x07"
    if not in_screen(environ):
        return asked
    pieces = range(0, len(asked), _SCREEN_PIECE)
    return "".join(f"\x1bP{asked[at : at + _SCREEN_PIECE]}\x1b\\" for at in pieces)


def _send(
    text: str, size: int, way: Way, send_to_terminal: SendToTerminal
) -> Copied | Kept | Problem:
    """Send a copy to the terminal; keep it in a file where the terminal cannot be given it."""
    if size > way.largest:
        reason = f"{_characters(len(text))} are too many for {way.name}"
        return _keep(text, f"{reason}, which takes {way.largest:,} bytes")
    try:
        send_to_terminal(text)
    except OSError:
        return _keep(text, "there is no clipboard here and no terminal to send it to")
    return Copied(way.name, len(text), certain=False)


def _keep(text: str, reason: str) -> Kept | Problem:
    """Write a copy to a file that only the person may read, in the place of the one before."""
    folder = state_path()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        remove_kept()
        handle, name = tempfile.mkstemp(".txt", f"copied-{os.getpid()}-", folder)
        atexit.register(remove_kept)
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
            stream.write(text)
    except OSError as error:
        why = (error.strerror or "error").lower()
        return Problem("Not copied", f"{reason}, and {folder} cannot be written to ({why})")
    return Kept(Path(name), len(text), reason)


def remove_kept() -> None:
    """Remove the copy of this process, and those that processes left which ended without a word."""
    for path in state_path().glob("copied-*.txt"):
        with suppress(OSError):
            old = time.time() - path.stat().st_mtime > FORGOTTEN
            if old or path.name.startswith(f"copied-{os.getpid()}-"):
                path.unlink()


def _characters(number: int) -> str:
    return f"{number:,} character{'' if number == 1 else 's'}"


def _run(way: Way, text: str) -> bool:
    """Feed `text` to the program; its output is not waited for, since xclip stays to serve it."""
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command, never a shell
            way.command,
            input=text.encode(way.encoding),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=DEADLINE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
