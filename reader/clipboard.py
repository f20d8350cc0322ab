"""Where a copy can go on this machine, and what happened to it.

The ways in order: tmux when inside it (a raw OSC 52 reaches nothing under its default settings),
the terminal itself (OSC 52) over ssh, where xclip and its like would succeed on the wrong machine,
the desktop's own program where its display is, the terminal otherwise.
"""

import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from shutil import which
from typing import Literal

DEADLINE = 2.0  # seconds that a program may take before the next way is tried

SendToTerminal = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Way:
    """One way to the clipboard: a program that reads standard input, or the terminal (OSC 52)."""

    name: str
    command: tuple[str, ...] = ()
    encoding: Literal["utf-8", "utf-16-le"] = "utf-8"


@dataclass(frozen=True, slots=True)
class Copied:
    """A copy that left: by which way, how long in characters, and whether its arrival is known."""

    way: str
    length: int
    certain: bool

    def __str__(self) -> str:
        characters = f"{self.length:,} character{'' if self.length == 1 else 's'}"
        if self.certain:
            return f"Copied {characters} to {self.way}"
        return f"Sent {characters} to {self.way}, which does not say whether it took them"


TERMINAL = Way("the terminal by OSC 52")
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
    yield TERMINAL


def copy(text: str, environ: Mapping[str, str], send_to_terminal: SendToTerminal) -> Copied:
    """Copy `text` by the first way that takes it. Waits up to DEADLINE a way: not on the screen.

    `send_to_terminal` is given the text and writes it to the terminal as OSC 52.
    """
    for way in ways(environ):
        if not way.command:
            break
        if _run(way, text):
            return Copied(way.name, len(text), certain=True)
    send_to_terminal(text)
    return Copied(TERMINAL.name, len(text), certain=False)


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
