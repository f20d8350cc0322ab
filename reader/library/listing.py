"""Lists of articles: which keys, in the person's order, and what a row of the list shows."""

import json
from array import array
from collections.abc import Mapping, Sequence
from itertools import chain, filterfalse
from types import MappingProxyType
from typing import Any

from reader.library.database import Database
from reader.library.queries import parse
from reader.rows import Order, Row

# Each is read off one narrow index from end to end.
_ORDERS: Mapping[Order, str] = MappingProxyType(
    {
        "newest": "SELECT key FROM states ORDER BY key DESC",
        "oldest": "SELECT key FROM states ORDER BY key",
        "published": "SELECT key FROM articles ORDER BY dated DESC, key DESC",
        "title": "SELECT key FROM articles ORDER BY title_key, key",
        "feed": "SELECT key FROM outlets CROSS JOIN articles USING (outlet)"
        " ORDER BY folded, outlet, key DESC",
        "unread": "SELECT key FROM states ORDER BY read, key DESC",
        "longest": "SELECT key FROM articles ORDER BY length DESC, key DESC",
        "story": "SELECT key FROM story_articles ORDER BY story DESC, dated DESC, key DESC",
    }
)

_ROWS = """SELECT articles.key, id, title, name, url, published, minutes, read, starred, position,
    quotes, claims, edited, arrived, teaser, told <> shown,
    (SELECT count(*) FROM story_articles WHERE story =
        (SELECT story FROM story_articles AS own WHERE own.key = articles.key)), changed
    FROM (SELECT value FROM json_each(?)) CROSS JOIN articles ON articles.key = value
    JOIN states USING (key)
    JOIN outlets USING (outlet) LEFT JOIN digests USING (key)"""


class Listing:
    """The lists of a library. A query that cannot be read raises `Problem` with a sentence."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, query: str = "", order: Order = "newest") -> "array[int]":
        """Return the keys of every article that a query finds, in the person's order.

        "newest" is by arrival, "published" by the articles' own dates; ties are newest first.
        "story" has the articles of a story together, the story that was found last first; before
        them what has none yet.
        """
        if not query.strip():
            return self._in(order)
        sql, parameters = parse(query).select()
        found = self._database.keys(sql, parameters)
        if order == "newest":
            return found
        if order == "oldest":
            return found[::-1]
        wanted = frozenset(found)
        return array("q", filter(wanted.__contains__, self._in(order)))

    def _in(self, order: Order) -> "array[int]":
        """Return the keys of all articles in an order."""
        keys = self._database.keys(_ORDERS[order])
        if order != "story":
            return keys
        grouped = frozenset(keys)  # which an anti-join would look up one by one
        new = filterfalse(grouped.__contains__, self._database.keys(_ORDERS["newest"]))
        return array("q", chain(new, keys))

    def newest(self, query: str = "", limit: int = 50, before: int | None = None) -> "array[int]":
        """Return the keys that arrived last of what a query finds, newest first.

        `before` is the last key of the page before this one.
        """
        sql, parameters = parse(query).select(before=before, limit=limit)
        return self._database.keys(sql, parameters)

    def rows(self, keys: Sequence[int]) -> tuple[Row, ...]:
        """Return the rows of some articles in the order of `keys`; what is gone is left out."""
        wanted = (json.dumps(list(keys)),)
        tags: dict[int, list[str]] = {}
        for key, tag in self._database.all(
            "SELECT key, tag FROM tags WHERE key IN (SELECT value FROM json_each(?)) ORDER BY tag",
            wanted,
        ):
            tags.setdefault(key, []).append(tag)
        return tuple(
            _row(row, tuple(tags.get(row[0], ()))) for row in self._database.all(_ROWS, wanted)
        )


def _row(stored: tuple[Any, ...], tags: tuple[str, ...]) -> Row:
    """Return the row of what `_ROWS` gives."""
    *before, read, starred, position = stored[:10]
    *after, full, accounts, changed = stored[10:]
    return Row._make(
        (
            *(*before, bool(read), bool(starred), position, tags),
            *(*after, bool(full), accounts, bool(changed)),
        )
    )
