"""The digests that a library lacks: which articles need one, made newest first, and kept."""

from collections.abc import Callable, Iterator, Sequence

from reader.digesting.worker import BROKEN_OFF, Wish, Worker
from reader.library import Library, Recipe
from reader.problems import Problem
from reader.remembered import SummaryChoice
from summarize import ENGINE, Digest

PAGE = 200  # keys that are read at once


def recipe_of(wish: Wish) -> Recipe:
    """Return what the digest of a wish is made by."""
    return Recipe(ENGINE, wish.method, wish.length)


class Backlog:
    """The articles of a library without a digest by this engine, newest first, each once.

    Used on one thread, to which its library belongs.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._before: int | None = None
        self._keys: list[int] = []

    def next(self, choice: SummaryChoice) -> Wish | None:
        """Return the next wish; None when every article was looked at."""
        while self._keys or self._read_on():
            article = self._library.articles.get(self._keys.pop(0))
            if article:
                return Wish(article, choice.method, choice.length)
        return None

    def _read_on(self) -> bool:
        self._keys = self._library.digests.missing(ENGINE, PAGE, self._before)
        if self._keys:
            self._before = self._keys[-1]
        return bool(self._keys)


def keep(library: Library, wish: Wish, digest: Digest) -> bool:
    """Keep a digest with its article; False where the library has that text no more."""
    key = library.articles.key(wish.article.id)
    return key is not None and library.digests.keep(key, wish.article.text, digest, recipe_of(wish))


def make_missing(
    library: Library, keys: Sequence[int], told: Callable[[int, int], None]
) -> Iterator[Problem]:
    """Make the digests that some articles lack; yield a Problem for each that cannot be made.

    `told` hears how many of how many are done.
    """
    lacking = library.digests.lacking(keys, ENGINE)
    worker = Worker()
    try:
        for done, key in enumerate(lacking):
            told(done, len(lacking))
            article = library.articles.get(key)
            if article and (problem := _make(library, worker, Wish(article))):
                yield problem
        if lacking:
            told(len(lacking), len(lacking))
    finally:
        worker.end()


def _make(library: Library, worker: Worker, wish: Wish) -> Problem | None:
    try:
        digest = worker.ask(wish)
    except BROKEN_OFF:
        worker.end()
        return Problem(wish.article.title, "its digest could not be made")
    if isinstance(digest, Problem):
        return digest
    keep(library, wish, digest)
    return None
