"""Beside: one piece of work in a process of its own, so that no key waits for it.

What the work needs is loaded there, and what it holds ends with it.
"""

import os
import pickle
import signal
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from typing import IO, Any

from reader.problems import Problem

LOOK = 0.05  # seconds between two looks whether it is still wanted, and how far it is
_STEP = struct.Struct("QQ")  # so much of so much is done; small enough to be written in one piece


def beside(
    work: str,
    *given: object,
    is_wanted: Callable[[], bool] = lambda: True,
    tell: Callable[[int, int], object] | None = None,
) -> Any:  # noqa: ANN401 - whatever the work gives
    """Return what a function gives that is named like "package.module:function".

    With `tell` the function is given one as its last argument, and what that hears of how much of
    how much is done is told here. None where nobody wants it any more: then its process is ended.
    Raises Problem where it does, and where its process died.
    """
    with (
        _steps() as (steps, told_by),
        subprocess.Popen(  # noqa: S603 - our own program
            (sys.executable, "-P", "-m", "reader.beside", work, *([str(told_by)] if tell else [])),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            pass_fds=(told_by,) if tell else (),
        ) as process,
    ):
        _hand_over(process, pickle.dumps(given))
        answer: bytes | None
        while is_wanted():
            try:
                answer, _ = process.communicate(timeout=LOOK)
            except subprocess.TimeoutExpired:
                answer = None
            if tell:
                _pass_on(steps, tell)
            if answer is not None:
                return _answer(work, answer)
        process.kill()
    return None


def _hand_over(process: "subprocess.Popen[bytes]", given: bytes) -> None:
    """Write what is given in a thread: more than a pipe holds is only taken once it is read.

    `communicate` would forget what it had not written when it is called again.
    """
    stdin, process.stdin = process.stdin, None
    if stdin:
        threading.Thread(target=_write, args=(stdin, given), daemon=True).start()


def _write(pipe: IO[bytes], given: bytes) -> None:
    with suppress(BrokenPipeError), pipe:  # it may be ended meanwhile
        pipe.write(given)


@contextmanager
def _steps() -> Iterator[tuple[int, int]]:
    """Give the ends of a pipe, of which the one that is read never waits."""
    ends = os.pipe()
    os.set_blocking(ends[0], False)
    try:
        yield ends
    finally:
        for end in ends:
            os.close(end)


def _pass_on(steps: int, tell: Callable[[int, int], object]) -> None:
    """Tell how far the work is, if it has got on."""
    with suppress(BlockingIOError):
        tell(*_STEP.unpack(os.read(steps, 1024 * _STEP.size)[-_STEP.size :]))


def _answer(work: str, answer: bytes) -> Any:  # noqa: ANN401
    try:
        result = pickle.loads(answer)  # noqa: S301 - from the process started above
    except (EOFError, pickle.UnpicklingError, AttributeError, ImportError) as error:
        what = work.rpartition(":")[2].replace("_", " ")
        raise Problem("Pullquote", f"the work broke off ({what}); ask for it again") from error
    if isinstance(result, Problem):
        raise result
    return result


def main() -> None:
    """Do it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal's Ctrl-C is for the reader
    module, _, name = sys.argv[1].partition(":")
    given = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the process that started this one
    if told_by := sys.argv[2:]:
        given += (lambda done, total: os.write(int(told_by[0]), _STEP.pack(done, total)),)
    try:
        result = getattr(import_module(module), name)(*given)
    except Problem as problem:
        result = problem
    pickle.dump(result, sys.stdout.buffer)


if __name__ == "__main__":
    main()
