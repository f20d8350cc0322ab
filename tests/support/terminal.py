"""A program in a pseudo-terminal, its screen read by an emulator; for tests of the whole."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

import psutil
import pyte

LOOK, LOOKS = 0.01, 5  # seconds between two looks, and how many must find the program at rest
PRIVATE_SEQUENCE = re.compile(rb"\x1b\[[<>=?][0-9;]*[a-zA-Z$]+")


class Look(NamedTuple):
    """How a cell of the screen looks."""

    colour: str
    bold: bool
    underlined: bool


class Terminal:
    """Runs a command in a pseudo-terminal of a given size."""

    def __init__(
        self,
        command: Sequence[str],
        environ: Mapping[str, str] | None = None,
        columns: int = 150,
        rows: int = 40,
    ) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._text: str | None = None
        self.raw = b""
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], list(command), _environment(environ or {}))  # noqa: S606
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        for process in (
            [*psutil.Process(self.pid).children(recursive=True)] if self._alive() else []
        ):
            process.kill()
        if self._alive():
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self._fd)

    @property
    def text(self) -> str:
        """What stands on the screen."""
        if self._text is None:
            self._text = "\n".join(self._screen.display)
        return self._text

    @property
    def cpu(self) -> float:
        """How much CPU time the program itself took so far, in seconds."""
        threads = Path(f"/proc/{self.pid}/task").glob("*/schedstat")  # in nanoseconds, on Linux
        if found := [int(one.read_text().split()[0]) for one in threads]:
            return sum(found) / 1e9
        times = psutil.Process(self.pid).cpu_times()  # in hundredths of a second
        return float(times.user + times.system)

    def children(self) -> list[psutil.Process]:
        """Return the processes that the program has started."""
        return list(psutil.Process(self.pid).children(recursive=True))

    def style_of(self, words: str) -> "Look":
        """Return how the first cell of `words` looks."""
        for row, line in enumerate(self._screen.display):
            at = line.find(words)
            if at >= 0:
                cell = self._screen.buffer[row][at]
                return Look(cell.fg, cell.bold, cell.underscore)
        raise AssertionError(f"{words!r} is not on the screen:\n{self.text}")

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size; what was on it is lost."""
        self._screen.resize(rows, columns)
        self.blank()
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def blank(self) -> None:
        """Lose what is on the screen, as when another program clears it."""
        self._text = None
        self._screen.reset()

    def hang_up(self) -> None:
        """Take the terminal away."""
        os.close(self._fd)
        self._fd = os.open(os.devnull, os.O_RDWR)

    def send(self, keys: str) -> None:
        """Type on the keyboard."""
        os.write(self._fd, keys.encode())

    def wait_for(self, pattern: str, seconds: float = 20) -> None:
        """Wait until a line of the screen matches `pattern`."""
        end = time.monotonic() + seconds
        while not re.search(pattern, self.text):
            if time.monotonic() > end:
                raise AssertionError(f"{pattern!r} never came:\n{self.text}")
            self._pump(0.1)

    def settle(self, quiet: float = 0.5) -> None:
        """Wait until nothing was painted for a while, or the program has ended."""
        while self._pump(quiet):
            pass

    def rest(self) -> None:
        """Wait until nothing is painted and every thread of the program waits, as Linux tells.

        Longer than the time between two paintings of Textual; what a timer brings later is not
        waited for.
        """
        looks = 0
        while looks < LOOKS:
            looks = 0 if self._pump(LOOK) or self._is_at_work() else looks + 1

    def look(self, seconds: float) -> None:
        """Read what is painted for some time."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self._pump(left)

    def cost_of(self, keys: str, seconds: float = 0.15) -> float:
        """Return the CPU seconds that the program takes for keys and what they paint."""
        before = self.cpu
        self.send(keys)
        self.look(seconds)
        return self.cpu - before

    def wait_for_end(self, seconds: float = 20) -> int:
        """Wait until the program ends and return its exit status."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._pump(0.02)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                return os.waitstatus_to_exitcode(status)
        raise AssertionError(f"still running:\n{self.text}")

    def _is_at_work(self) -> bool:
        """Tell whether a thread of the program runs, or would if it were its turn."""
        try:
            states = [
                one.read_text().rpartition(") ")[2][0]
                for one in Path(f"/proc/{self.pid}/task").glob("*/stat")
            ]
        except OSError:  # a thread has just ended
            return True
        return bool({"R", "D"} & set(states))

    def _alive(self) -> bool:
        try:
            return os.waitpid(self.pid, os.WNOHANG)[0] == 0
        except ChildProcessError:
            return False

    def _pump(self, seconds: float) -> bool:
        """Read what is painted within some time; tell whether anything was."""
        if not select.select([self._fd], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._fd, 65536)
        except OSError:  # the program has closed its end
            time.sleep(seconds)
            return False
        self.raw += data
        self._text = None
        # the emulator prints the end of private sequences that it does not know
        self._stream.feed(PRIVATE_SEQUENCE.sub(lambda m: m[0] if m[0][-1:] in b"hl" else b"", data))
        return True


def _environment(changes: Mapping[str, str]) -> dict[str, str]:
    """Return our environment with a terminal in it that has colours and no size of its own."""
    ours = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
    return {
        **ours,
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "COLORTERM": "truecolor",
        **changes,
    }
