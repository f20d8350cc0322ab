"""`python -m reader.digesting.summing LIBRARY STORY`: sum one story up and keep that.

A process of its own for the same reason as the worker's: what ranks sentences is slow to load.
"""

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from reader.library import Library
from reader.stories import story_of

LOOK = 0.05  # seconds between two looks whether it is still wanted


def sum_up(library: Path, story: int, is_wanted: Callable[[], bool]) -> bool:
    """Let a process sum a story up; tell whether it did. It is ended where nobody wants it."""
    command = (sys.executable, "-P", "-m", "reader.digesting.summing", str(library), str(story))
    with subprocess.Popen(  # noqa: S603 - our own program
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        while is_wanted():
            try:
                return process.wait(LOOK) == 0
            except subprocess.TimeoutExpired:
                continue
        process.kill()
    return False


def main() -> None:
    """Do it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal's Ctrl-C is for the reader
    path, story = sys.argv[1:]
    with Library.open(Path(path)) as library:
        story_of(library, int(story))


if __name__ == "__main__":
    main()
