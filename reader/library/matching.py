"""Which article of the library an article that comes in is: another version of one, or a new one.

An id stands for one article, mostly. Some feeds give one guid to several, so where an id has
stood for more than one it is told apart by address and title.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.article import Article, identify


class Known(NamedTuple):
    """What tells a stored article from others of the same id."""

    key: int
    id: str
    known_as: str
    url: str
    title: str


class Match(NamedTuple):
    """An article that came in, the id it has in the library, and its key if it was there."""

    article: Article
    id: str
    key: int | None


def match(articles: Iterable[Article], known: Iterable[Known]) -> list[Match]:
    """Return what each article is, in the same order; one that is there twice is left out.

    `known` are the stored articles that came under one of the ids or have one.
    """
    stored: dict[str, dict[int, Known]] = {}
    for one in known:
        for name in {one.id, one.known_as}:
            stored.setdefault(name, {})[one.key] = one
    groups: dict[str, dict[tuple[str, str], Article]] = {}
    for article in articles:
        groups.setdefault(article.id, {}).setdefault((article.url, article.title), article)
    return [
        found
        for name, group in groups.items()
        for found in _match_group(name, list(group.values()), list(stored.get(name, {}).values()))
    ]


def _match_group(name: str, articles: Sequence[Article], known: Sequence[Known]) -> Iterator[Match]:
    """Pair the articles that came under one id with the stored ones, the surest pairs first."""
    pairs: dict[int, Known] = {}
    left = {one.key: one for one in known}
    for told_by in (_place_and_title, _place, _title):
        by = {told_by(one): one for one in left.values() if told_by(one)}
        for index, article in enumerate(articles):
            if index not in pairs and (one := by.pop(told_by(article), None)):
                pairs[index] = left.pop(one.key)
    if len(articles) == len(known) == 1 and left:
        pairs[0] = known[0]
    taken = {one.id for one in known}
    for index, article in enumerate(articles):
        if index in pairs:
            yield Match(article, pairs[index].id, pairs[index].key)
        else:
            yield Match(article, _free_id(name, article, taken), None)


def _free_id(name: str, article: Article, taken: set[str]) -> str:
    """Return, and take, the id that an article came under or one made from it."""
    while name in taken:
        name = identify(f"{name}\n{article.url}\n{article.title}")
    taken.add(name)
    return name


def _place_and_title(one: Article | Known) -> tuple[str, str] | None:
    return one.url, one.title


def _place(one: Article | Known) -> str:
    return one.url


def _title(one: Article | Known) -> str:
    return one.title
