"""A batch of articles into the library: new ones stored, known ones looked at again."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.article import Article
from reader.library.bodies import pack_markup, teaser, words_hash
from reader.library.dates import dated
from reader.library.folding import sort_key
from reader.library.matching import Known, Match, match
from reader.library.revising import outlet_numbers, see_again


class Stored(NamedTuple):
    """What came of a batch: the keys of new and of changed articles, and how many were known."""

    new: tuple[int, ...]
    changed: tuple[int, ...]
    same: int


class _New(NamedTuple):
    """An article that gets a place in the library."""

    key: int
    version: int
    id: str
    article: Article


def store(
    connection: sqlite3.Connection, feed: int | None, articles: Iterable[Article], at: float
) -> Stored:
    """Store a batch in the open transaction; `at` is when it arrived, seconds since 1970.

    An article that a feed still gives after it was retired stays out.
    """
    arrived = list(articles)[::-1]  # feeds give the newest first, dated or not
    arrived.sort(key=lambda article: dated(article.published, at))
    matches = match(arrived, _known(connection, arrived))
    fresh = [one for one in matches if one.key is None]
    retired = _retired(connection, fresh) if feed is not None else set()
    new = list(_places(connection, [one for one in fresh if one.id not in retired]))
    _insert(connection, feed, new, at)
    known = {one.key: one.article for one in matches if one.key is not None}
    changed = see_again(connection, feed, known, at)
    return Stored(tuple(one.key for one in new), changed, len(arrived) - len(new) - len(changed))


def _known(connection: sqlite3.Connection, articles: Iterable[Article]) -> list[Known]:
    rows = connection.execute(
        "WITH wanted AS (SELECT DISTINCT value FROM json_each(?))"
        " SELECT key, id, known_as, url, title FROM wanted CROSS JOIN articles ON id = value"
        " UNION SELECT key, id, known_as, url, title FROM wanted CROSS JOIN articles"
        " ON known_as = value AND known_as <> id",
        (json.dumps([article.id for article in articles]),),
    )
    return [Known(*row) for row in rows]


def _retired(connection: sqlite3.Connection, matches: Iterable[Match]) -> set[str]:
    rows = connection.execute(
        "SELECT id FROM retired WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps([one.id for one in matches]),),
    )
    return {name for (name,) in rows}


def _places(connection: sqlite3.Connection, fresh: Sequence[Match]) -> Iterator[_New]:
    """Give each new article its key and its first version's number, both in order."""
    keys = "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'articles'"
    versions = "SELECT coalesce(max(version), 0) FROM versions"
    key, version = (connection.execute(sql).fetchone()[0] for sql in (keys, versions))
    for place, one in enumerate(fresh, start=1):
        yield _New(key + place, version + place, one.id, one.article)


def _insert(
    connection: sqlite3.Connection, feed: int | None, new: Sequence[_New], at: float
) -> None:
    outlets = outlet_numbers(connection, {one.article.source for one in new})
    connection.executemany(
        "INSERT INTO articles (key, id, known_as, feed, guid, title, title_key, outlet, url,"
        " published, dated, arrived, minutes, length, teaser, told, shown)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?16)",
        (
            (key, id_, article.id, feed, article.guid, article.title, sort_key(article.title),
             outlets[article.source], article.url, article.published,
             dated(article.published, at), at, article.minutes, len(article.text),
             teaser(article.text), version)
            for key, version, id_, article in new
        ),
    )  # fmt: skip
    connection.executemany("INSERT INTO states (key) VALUES (?)", ((one.key,) for one in new))
    _insert_texts(connection, new, at)


def _insert_texts(connection: sqlite3.Connection, new: Sequence[_New], at: float) -> None:
    connection.executemany(
        "INSERT INTO versions VALUES (?1, ?2, 'source', ?3, ?4, ?5, ?5)",
        (
            (version, key, words_hash(article.title, article.text), article.title, at)
            for key, version, _id, article in new
        ),
    )
    connection.executemany(
        "INSERT INTO texts VALUES (?, ?, ?)",
        ((one.version, one.article.text, pack_markup(one.article.markup)) for one in new),
    )
    connection.executemany(
        "INSERT INTO search (rowid, title, text) VALUES (?, ?, ?)",
        ((one.key, one.article.title, one.article.text) for one in new),
    )
