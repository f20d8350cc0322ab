"""Errands: what the process beside the reader is sent to do, and what it comes back with."""

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.article import Article
from reader.problems import Problem
from reader.remembered import USUAL_LENGTH
from summarize import METHODS, Digest, Length, digest

if TYPE_CHECKING:
    from reader.library import Library


class Wish(NamedTuple):
    """What a digest is asked for: an article, and how it shall be summed up."""

    article: Article
    method: str = METHODS[0]
    length: Length = USUAL_LENGTH

    def run(self) -> Digest:
        """Make the digest here and now."""
        return make_digest(self)

    @property
    def failed(self) -> Problem:
        """What is said where the process died over it."""
        return Problem(self.article.title, "its digest could not be made; the text is complete")


class Grouped(NamedTuple):
    """How many articles were given their stories."""

    articles: int


class Grouping(NamedTuple):
    """The articles of a library that shall be given their stories, by their keys."""

    library: Path
    keys: tuple[int, ...]

    def run(self) -> Grouped:
        """Give them their stories; raise Problem where the library gives out."""
        for _ in _opened(self.library).stories.group(self.keys):
            pass
        return Grouped(len(self.keys))

    @property
    def failed(self) -> Problem:
        """What is said where the process died over it."""
        return Problem(str(self.library), "the stories of some articles could not be found")


class Compared(NamedTuple):
    """Which story was compared."""

    story: int


class Comparing(NamedTuple):
    """A story of a library whose accounts shall be compared and summed up, for its page."""

    library: Path
    story: int

    def run(self) -> Compared:
        """Compare them, and keep it; raise Problem where the library gives out."""
        from reader.stories import story_of

        story_of(_opened(self.library), self.story)
        return Compared(self.story)

    @property
    def failed(self) -> Problem:
        """What is said where the process died over it."""
        return Problem(str(self.library), "the accounts of a story could not be compared")


Errand = Wish | Grouping | Comparing
Outcome = Digest | Grouped | Compared | Problem


def make_digest(wish: Wish) -> Digest:
    """Return the digest of the wished article, made here and now."""
    article = wish.article
    return digest(article.text, title=article.title, method=wish.method, sentences=wish.length)


@lru_cache(maxsize=1)
def _opened(path: Path) -> "Library":
    """Return the library, open as long as the process is at work on it."""
    from reader.library import Library  # what makes digests only need not load it

    library = Library.open(path)
    library.read_once()
    return library
