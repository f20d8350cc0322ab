"""An article that comes in again: what changed is kept as another version, and shown."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Literal, NamedTuple

from reader.article import Article
from reader.library.bodies import pack_markup, teaser, words_hash
from reader.library.dates import dated
from reader.library.folding import fold, sort_key

Origin = Literal["source", "page"]


class _Old(NamedTuple):
    """What is compared with an article that comes in again."""

    key: int
    feed: int | None
    told: int
    shown: int
    told_hash: bytes
    shown_hash: bytes
    title: str
    source: str
    url: str
    published: str


def see_again(
    connection: sqlite3.Connection, feed: int | None, articles: Mapping[int, Article], at: float
) -> tuple[int, ...]:
    """Note that stored articles, by key, were seen again; return the keys of the changed ones.

    A text that is no longer given, and one that is shown already, is no change.
    """
    olds = _olds(connection, articles)
    for old in olds:
        _see_details(connection, feed, old, articles[old.key], at)
    changed = [old for old in olds if _says_else(articles[old.key], old)]
    same = set(olds).difference(changed)
    keys = tuple(old.key for old in changed)
    unindex(connection, keys)  # all at once: the index writes itself out where keys go back
    for old in changed:
        _change(connection, old, articles[old.key], at)
    index(connection, keys)
    connection.executemany(
        "UPDATE versions SET last_seen = ? WHERE version = ?",
        ((at, old.told) for old in same),
    )
    return keys


def show_page(connection: sqlite3.Connection, key: int, page: Article, at: float) -> None:
    """Show the text of an article's page in the place of its feed's words, which stay beside it.

    A page without text changes nothing.
    """
    if not page.text:
        return
    for old in _olds(connection, [key]):
        version = _version(connection, key, "page", replace(page, title=old.title), at)
        if version != old.shown:
            edited = at if old.told != old.shown else None
            unindex(connection, [key])
            _show(connection, key, version, page, edited)
            index(connection, [key])


def outlet_numbers(connection: sqlite3.Connection, names: Iterable[str]) -> dict[str, int]:
    """Return the number of each outlet, which is written down where it is new."""
    wanted = sorted(names)
    connection.executemany(
        "INSERT OR IGNORE INTO outlets (name, folded) VALUES (?, ?)",
        ((name, fold(name)) for name in wanted),
    )
    return dict(
        connection.execute(
            "SELECT name, outlet FROM outlets WHERE name IN (SELECT value FROM json_each(?))",
            (json.dumps(wanted),),
        )
    )


def _olds(connection: sqlite3.Connection, keys: Iterable[int]) -> list[_Old]:
    rows = connection.execute(
        "SELECT articles.key, feed, told, shown, one.hash, other.hash, articles.title, name, url,"
        " published"
        " FROM (SELECT value FROM json_each(?)) CROSS JOIN articles ON articles.key = value"
        " JOIN versions AS one ON one.version = told"
        " JOIN versions AS other ON other.version = shown JOIN outlets USING (outlet)"
        " ORDER BY articles.key",
        (json.dumps(list(keys)),),
    ).fetchall()
    return [_Old(*row) for row in rows]


def _says_else(article: Article, old: _Old) -> bool:
    """Tell whether an article has other words than its source had, or its page has."""
    words = words_hash(article.title, article.text)
    return bool(article.text) and words not in (old.told_hash, old.shown_hash)


def _see_details(
    connection: sqlite3.Connection, feed: int | None, old: _Old, article: Article, at: float
) -> None:
    """Take over what is said of an article now; what is not said any more stays."""
    source, url, published = (
        article.source or old.source, article.url or old.url, article.published or old.published
    )  # fmt: skip
    if (source, url, published) != (old.source, old.url, old.published):
        outlet = outlet_numbers(connection, [source])[source]
        connection.execute(
            "UPDATE articles SET outlet = ?, url = ?, published = ?,"
            " dated = min(?, CAST(arrived AS INTEGER)) WHERE key = ?",
            (outlet, url, published, dated(published, at), old.key),
        )
    if feed is not None and feed != old.feed:
        connection.execute("UPDATE articles SET feed = ? WHERE key = ?", (feed, old.key))


def _change(connection: sqlite3.Connection, old: _Old, article: Article, at: float) -> None:
    """Keep the words that the source has now beside the earlier ones, and show them.

    Where the page's text is shown that stays: a feed that gives teasers changes its teaser only,
    and the article is edited only if its headline is another one.
    """
    version = _version(connection, old.key, "source", article, at)
    shows_it = old.told == old.shown
    edited = at if shows_it or article.title != old.title else None
    connection.execute(
        "UPDATE articles SET title = ?, title_key = ?, told = ?, edited = coalesce(?, edited)"
        " WHERE key = ?",
        (article.title, sort_key(article.title), version, edited, old.key),
    )
    if shows_it:
        _show(connection, old.key, version, article, at)


def _version(
    connection: sqlite3.Connection, key: int, origin: Origin, article: Article, at: float
) -> int:
    """Return the number of the version that has these words, which is kept where it is new."""
    words = words_hash(article.title, article.text)
    connection.execute(
        "INSERT INTO versions (key, origin, hash, title, first_seen, last_seen)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?5)"
        " ON CONFLICT (key, origin, hash) DO UPDATE SET last_seen = excluded.last_seen",
        (key, origin, words, article.title, at),
    )
    version: int = connection.execute(
        "SELECT version FROM versions WHERE (key, origin, hash) = (?, ?, ?)", (key, origin, words)
    ).fetchone()[0]
    connection.execute(
        "INSERT OR IGNORE INTO texts VALUES (?, ?, ?)",
        (version, article.text, pack_markup(article.markup)),
    )
    return version


def _show(
    connection: sqlite3.Connection, key: int, version: int, article: Article, edited: float | None
) -> None:
    """Let a version be the one that is read and searched; its digest is to be made again."""
    text: str = connection.execute(
        "SELECT text FROM texts WHERE version = ?", (version,)
    ).fetchone()[0]
    connection.execute(
        "UPDATE articles SET shown = ?, minutes = ?, length = ?, teaser = ?,"
        " edited = coalesce(?, edited) WHERE key = ?",
        (version, article.minutes, len(text), teaser(text), edited, key),
    )
    connection.execute("DELETE FROM digests WHERE key = ?", (key,))
    if edited is not None:
        connection.execute("UPDATE states SET changed = read WHERE key = ?", (key,))


def unindex(connection: sqlite3.Connection, keys: Iterable[int]) -> None:
    """Take articles out of the search index, which must hold them as they are shown now."""
    connection.execute(
        "INSERT INTO search (search, rowid, title, text) SELECT 'delete', key, title, text"
        " FROM shown_texts WHERE key IN (SELECT value FROM json_each(?))",
        (json.dumps(list(keys)),),
    )


def index(connection: sqlite3.Connection, keys: Iterable[int]) -> None:
    """Put articles into the search index as they are shown now."""
    connection.execute(
        "INSERT INTO search (rowid, title, text) SELECT key, title, text"
        " FROM shown_texts WHERE key IN (SELECT value FROM json_each(?))",
        (json.dumps(list(keys)),),
    )
