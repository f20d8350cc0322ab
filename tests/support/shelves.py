"""Libraries and articles for tests: invented, small, in a folder of the test."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from reader.article import Article, known_as, make_article
from reader.library import Feed, Library

AT = 1_780_000_000.0  # when the tests' articles arrive: in May 2026
KEY = "https://news.example/feed"


@contextmanager
def shelf(folder: Path) -> Iterator[tuple[Library, Feed]]:
    """Give a new library with one feed."""
    with Library.open(folder / "library.db") as library:
        yield library, library.feeds.subscribe(KEY, title="The Harbour Post")


def article(guid: str, key: str = KEY, **fields: str) -> Article:
    """Return an article that the feed with this key calls `guid`."""
    given = {
        "title": f"About {guid}",
        "text": f"All that is known of {guid} today.",
        "source": "The Harbour Post",
        "url": f"https://news.example/{guid}",
        "published": "2026-05-01",
        **fields,
    }
    return known_as(make_article(**given), key, guid)  # type: ignore[arg-type] # all are strings


def reworded(one: Article, text: str) -> Article:
    """Return the article with another text."""
    return replace(one, text=text)
