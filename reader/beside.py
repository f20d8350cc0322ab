"""Beside: one piece of work in a process of its own, so that no key waits for it.

What the work needs is loaded there, and what it holds ends with it.
"""

import pickle
import signal
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any

from reader.problems import Problem

LOOK = 0.05  # seconds between two looks whether it is still wanted


def beside(work: str, *given: object, is_wanted: Callable[[], bool] = lambda: True) -> Any:  # noqa: ANN401 - whatever the work gives
    """Return what a function gives that is named like "package.module:function".

    None where nobody wants it any more: then its process is ended. Raises Problem where it does,
    and where its process died.
    """
    with subprocess.Popen(  # noqa: S603 - our own program
        (sys.executable, "-P", "-m", "reader.beside", work),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        told: bytes | None = pickle.dumps(given)
        while is_wanted():
            try:
                answer, _ = process.communicate(told, LOOK)
            except subprocess.TimeoutExpired:
                told = None  # it was passed on, or is still being
                continue
            return _answer(work, answer)
        process.kill()
    return None


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
    try:
        result = getattr(import_module(module), name)(*given)
    except Problem as problem:
        result = problem
    pickle.dump(result, sys.stdout.buffer)


if __name__ == "__main__":
    main()
