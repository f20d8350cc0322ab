"""Worker: a process of its own that makes digests, one wish at a time.

sumy and numpy take half a second and more to load; in a thread they would hold up every key press.
The process is a plain `python -m reader.digesting` that talks over its standard streams
(multiprocessing cannot start one once a screen library has taken standard error), and it ends
when its input does, so it never outlives the reader.
"""

import pickle
import subprocess
import sys
import threading
from dataclasses import dataclass
from typing import BinaryIO

from reader.article import Article
from reader.problems import Problem
from reader.remembered import USUAL_LENGTH
from summarize import METHODS, Digest, Length, digest


@dataclass(frozen=True, slots=True)
class Wish:
    """What a digest is asked for: an article, and how it shall be summed up."""

    article: Article
    method: str = METHODS[0]
    length: Length = USUAL_LENGTH


# What talking to a process gives that cannot be started, dies, or is of another version by now.
BROKEN_OFF = (
    OSError,
    EOFError,
    pickle.UnpicklingError,
    AttributeError,
    ImportError,
    IndexError,
)


def make_digest(wish: Wish) -> Digest:
    """Return the digest of the wished article, made here and now."""
    article = wish.article
    return digest(article.text, title=article.title, method=wish.method, sentences=wish.length)


class Worker:
    """The process: started with the first wish, and anew when it has died."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._changing = threading.Lock()
        self._closed = False

    @property
    def pid(self) -> int | None:
        """The process at work, if there is one."""
        return self._process.pid if self._process else None

    def ask(self, wish: Wish) -> Digest | Problem:
        """Return the worker's answer; raise one of BROKEN_OFF where it dies over it."""
        return _exchange(self._running(), wish)

    def break_off(self) -> None:
        """Kill the process, from whatever thread; who waits for its answer is told at once."""
        with self._changing:
            if self._process:
                self._process.kill()

    def end(self) -> None:
        """End the process, if there is one, and close its pipes."""
        with self._changing:
            process, self._process = self._process, None
        if process:
            process.kill()
            process.communicate()

    def close(self) -> None:
        """Break off and start no more."""
        self._closed = True
        self.break_off()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process and self._process.poll() is not None:
            self.end()
        with self._changing:
            if self._closed:
                raise EOFError
            if self._process is None:
                self._process = subprocess.Popen(
                    (sys.executable, "-P", "-m", "reader.digesting"),
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    start_new_session=True,
                )
            return self._process


def _exchange(process: "subprocess.Popen[bytes]", wish: Wish) -> Digest | Problem:
    if process.stdin is None or process.stdout is None:
        raise EOFError
    pickle.dump(wish, process.stdin)
    process.stdin.flush()
    answer = pickle.load(process.stdout)  # noqa: S301 - from the process started above
    if isinstance(answer, Digest | Problem):
        return answer
    raise EOFError


def serve(wishes: BinaryIO, answers: BinaryIO) -> None:
    """Answer each wish until the input ends: what the worker process does."""
    while True:
        try:
            wish = pickle.load(wishes)  # noqa: S301 - from the process that started this one
        except EOFError:
            return
        pickle.dump(make_digest(wish), answers)
        answers.flush()
