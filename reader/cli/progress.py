"""Progress on standard error, where that is a terminal."""

import sys
import time
from types import TracebackType
from typing import Self

SECONDS = 0.1  # between two signs of life


class Progress:
    """A line that is written over: how many of how many are done."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._shown = sys.stderr.isatty()
        self._next = 0.0
        self._width = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.end()

    def tell(self, done: int, total: int, more: str = "") -> None:
        """Say how far it is; not more often than a person can read."""
        if self._shown and (done == total or time.monotonic() >= self._next):
            self._next = time.monotonic() + SECONDS
            self._write(f"{self._what} {done}/{total}{more}")

    def end(self) -> None:
        """Take the line away."""
        if self._width:
            self._write("")
            self._width = 0

    def _write(self, line: str) -> None:
        sys.stderr.write(f"\r{line}{' ' * (self._width - len(line))}\r{line}")
        sys.stderr.flush()
        self._width = len(line)
