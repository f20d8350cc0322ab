"""Telling: a story read out of the library for its page, as more and more of it is there."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from reader.article import Article
from reader.beside import beside
from reader.library import Library
from reader.problems import Problem
from reader.stories import story_in_steps, story_of
from reader.tui.story_page import Told
from summarize import ENGINE

LOOK = 0.2  # seconds between two looks for digests
PATIENCE = 60.0  # seconds after which a digest that does not come is not waited for


def tell(
    path: Path, number: int, is_wanted: Callable[[], bool], ask: Callable[[Article], object]
) -> Iterator[Told]:
    """Yield a story at once, and again when it is compared, has digests, and is summed up.

    `ask` hears which articles have no digest. Nothing is yielded where there is no such story.
    """
    with Library.open(path) as library:
        summed, lacking, there = True, 0, False
        for lacking in _lacking(library, number, is_wanted, ask):
            for story in story_in_steps(library, number, make=False):
                if story.compared or not there:
                    there, summed = True, bool(story.summary)
                    yield Told(story, lacking, summing=not summed)
        if not summed and is_wanted():
            with suppress(Problem):  # the page has all else
                beside("reader.stories:sum_up", path, number, is_wanted=is_wanted)
            if whole := story_of(library, number, make=False):
                yield Told(whole, lacking, summing=False)


def _lacking(
    library: Library, number: int, is_wanted: Callable[[], bool], ask: Callable[[Article], object]
) -> Iterator[int]:
    """Yield how many articles have no digest, then each time that there are fewer."""
    keys = [one.key for one in library.stories.members(number)]
    lacking = library.digests.lacking(keys, ENGINE)
    yield len(lacking)
    _ask(library, lacking, ask)
    end = time.monotonic() + PATIENCE
    while lacking and is_wanted() and time.monotonic() < end:
        time.sleep(LOOK)
        before, lacking = lacking, library.digests.lacking(lacking, ENGINE)
        if lacking != before:
            end = time.monotonic() + PATIENCE
            yield len(lacking)


def _ask(library: Library, keys: Sequence[int], ask: Callable[[Article], object]) -> None:
    for key in reversed(keys):  # each goes before those that were asked for earlier
        if article := library.articles.get(key):
            ask(article)
