"""What a library lacks: digests and stories, of its newest articles first, made and kept."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from reader.digesting.errands import Comparing, Errand, Grouping, Wish
from reader.digesting.worker import BROKEN_OFF, Worker
from reader.library import Library, Recipe
from reader.problems import Problem
from reader.remembered import SummaryChoice
from summarize import ENGINE, Digest

PAGE = 200  # keys that are read at once
STORIES = 100  # that are compared before a person opens one: the newest
SOME = 5  # articles whose transaction the person's own may wait for: some milliseconds


def recipe_of(wish: Wish) -> Recipe:
    """Return what the digest of a wish is made by."""
    return Recipe(ENGINE, wish.method, wish.length)


class Backlog:
    """What the articles of a library lack, newest first: a digest by this engine, a story.

    At last the newest stories are compared, so that their pages open whole. Each is asked for once.
    Used on one thread, to which its library belongs.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._undigested = _Newest(partial(library.digests.missing, ENGINE))
        self._ungrouped = _Newest(library.stories.missing)
        self._grouping: list[int] = []  # in the order of their dates, in which they are grouped
        self._stories: list[int] | None = None  # that may have to be compared, once they are found
        self._is_digests_turn = False

    def next(self, choice: SummaryChoice) -> Errand | None:
        """Return the next errand, of either kind in turn; None when every article was looked at."""
        self._is_digests_turn = not self._is_digests_turn
        if self._is_digests_turn:
            found = self._next_wish(choice) or self._next_grouping()
        else:
            found = self._next_grouping() or self._next_wish(choice)
        return found or self._next_story()

    def _next_wish(self, choice: SummaryChoice) -> Wish | None:
        while key := self._undigested.next():
            article = self._library.articles.get(key)
            if article:
                return Wish(article, choice.method, choice.length)
        return None

    def _next_grouping(self) -> Grouping | None:
        if not self._grouping:
            self._grouping = self._ungrouped.page()[::-1]
        some, self._grouping = self._grouping[:SOME], self._grouping[SOME:]
        return Grouping(self._library.path, tuple(some)) if some else None

    def _next_story(self) -> Comparing | None:
        if self._stories is None:
            self._stories = self._library.stories.newest()[:STORIES]
        while self._stories:
            story = self._stories.pop(0)
            if not self._library.stories.is_compared(story, ENGINE):
                return Comparing(self._library.path, story)
        return None


class _Newest:
    """The keys that a query finds, newest first, read a page at a time."""

    def __init__(self, read: Callable[[int, int | None], list[int]]) -> None:
        self._read = read
        self._before: int | None = None
        self._keys: list[int] = []

    def page(self) -> list[int]:
        """Return the next page, empty at the end."""
        keys = self._read(PAGE, self._before)
        if keys:
            self._before = keys[-1]
        return keys

    def next(self) -> int | None:
        """Return the next key, None at the end."""
        self._keys = self._keys or self.page()
        return self._keys.pop(0) if self._keys else None


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
