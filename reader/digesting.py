"""Articles to digests in a process of its own, which may die without harm.

sumy and numpy take half a second and more to load; in a thread they would hold up every key press.
The process is a plain `python -m reader.digesting` that talks over its standard streams
(multiprocessing cannot start one once a screen library has taken standard error), and it ends
when its input does, so it never outlives the reader.
"""

import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from reader.article import Article
from reader.problems import Problem
from reader.remembered import USUAL_LENGTH
from summarize import METHODS, Digest, Length, digest

PATIENCE = 1.0  # seconds that a digest may take while a person waits for another


@dataclass(frozen=True, slots=True)
class Wish:
    """What a digest is asked for: an article, and how it shall be summed up."""

    article: Article
    method: str = METHODS[0]
    length: Length = USUAL_LENGTH


Answer = Callable[[Wish, Digest | Problem], None]

# What talking to a process gives that cannot be started, dies, or is of another version by now.
_BROKEN_OFF = (
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


class Digester:
    """Makes digests one after the other and answers from its own thread.

    A wish that a person waits for does not wait for a slow one: that one is broken off and made
    when nothing else is wished for.
    """

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._wishes: list[Wish] = []
        self._at_work_on: Wish | None = None
        self._since = 0.0
        self._changed = threading.Condition()
        self._closed = False
        self._worker: subprocess.Popen[bytes] | None = None
        self._thread = threading.Thread(target=self._serve, name="digester", daemon=True)

    def start(self) -> None:
        """Start the thread; the process starts with the first wish."""
        self._thread.start()

    def ask(self, wish: Wish, *, first: bool = False) -> None:
        """Ask for a digest; one that is wanted `first` goes before all that wait."""
        with self._changed:
            if wish in self._wishes:
                self._wishes.remove(wish)
            self._wishes.insert(0 if first else len(self._wishes), wish)
            if first:
                self._break_off_slow(wish)
            self._changed.notify()

    def _break_off_slow(self, wish: Wish) -> None:
        slow = self._at_work_on
        if slow is None or slow == wish or time.monotonic() - self._since < PATIENCE:
            return
        self._at_work_on = None
        self._wishes.append(slow)
        if self._worker:
            self._worker.kill()

    def close(self) -> None:
        """Drop what waits and end the process at once."""
        with self._changed:
            self._closed = True
            self._wishes.clear()
            self._changed.notify()
            if self._worker:
                self._worker.kill()
        if self._thread.is_alive():
            self._thread.join()

    def _serve(self) -> None:
        while wish := self._next():
            answer = self._ask_worker(wish)
            if answer and not self._closed:
                self._answer(wish, answer)
        self._end_worker()

    def _next(self) -> Wish | None:
        with self._changed:
            self._changed.wait_for(lambda: self._wishes or self._closed)
            if self._closed:
                return None
            self._at_work_on, self._since = self._wishes.pop(0), time.monotonic()
            return self._at_work_on

    def _ask_worker(self, wish: Wish) -> Digest | Problem | None:
        """Put the wish to the worker; where it dies, once more to a new one.

        None where it was broken off because a person waits for another.
        """
        for _ in range(2):
            try:
                return _exchange(self._running_worker(), wish)
            except _BROKEN_OFF:
                self._end_worker()
                if self._at_work_on is not wish:
                    return None
        return Problem(wish.article.title, "its digest could not be made; the text is complete")

    def _running_worker(self) -> subprocess.Popen[bytes]:
        if self._worker and self._worker.poll() is not None:
            self._end_worker()
        with self._changed:
            if self._closed:
                raise EOFError
            if self._worker is None:
                self._worker = subprocess.Popen(  # noqa: S603 - this program itself
                    (sys.executable, "-P", "-m", __name__),
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    start_new_session=True,
                )
            return self._worker

    def _end_worker(self) -> None:
        """End the process, if there is one, and close its pipes."""
        with self._changed:
            worker, self._worker = self._worker, None
        if worker:
            worker.kill()
            worker.communicate()


def _exchange(worker: "subprocess.Popen[bytes]", wish: Wish) -> Digest | Problem:
    if worker.stdin is None or worker.stdout is None:
        raise EOFError
    pickle.dump(wish, worker.stdin)
    worker.stdin.flush()
    answer = pickle.load(worker.stdout)  # noqa: S301 - from the process started above
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


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    serve(sys.stdin.buffer, sys.stdout.buffer)
