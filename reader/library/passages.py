"""Where words stand: the articles that have them, and the texts that articles had before."""

import json
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from reader.library.database import Database

_PAST = """SELECT articles.key, version, text FROM articles INDEXED BY articles_by_edit
    CROSS JOIN versions USING (key) CROSS JOIN texts USING (version)
    WHERE edited IS NOT NULL AND version NOT IN (told, shown) ORDER BY articles.key, version DESC"""


class PastText(NamedTuple):
    """A text that an article had and has no more."""

    key: int
    version: int
    text: str


class Passages:
    """The articles in which words stand, found through the search index, as keys."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def with_phrase(self, words: Sequence[str], limit: int) -> list[int]:
        """Return the articles whose text has the words one after the other, newest first."""
        return self._matching(_phrase(words), limit)

    def with_two_of(self, words: Iterable[str], limit: int) -> list[int]:
        """Return the newest articles whose texts have at least two of some words."""
        phrases = [_phrase([word]) for word in words]
        if len(phrases) < 2:
            return self._matching(" OR ".join(phrases), limit)
        pairs = (f"({one} AND {other})" for one, other in combinations(phrases, 2))
        return self._matching(" OR ".join(pairs), limit)

    def past(self) -> list[PastText]:
        """Return the texts that articles had before they were edited, the latest of each first."""
        return [PastText(*row) for row in self._database.all(_PAST)]

    def by_arrival(self, keys: Iterable[int]) -> list[int]:
        """Return some articles by their dates, the oldest first."""
        return list(
            self._database.column(
                "SELECT key FROM articles WHERE key IN (SELECT value FROM json_each(?))"
                " ORDER BY dated, key",
                (json.dumps(list(keys)),),
            )
        )

    def _matching(self, match: str, limit: int) -> list[int]:
        if not match:
            return []
        return list(
            self._database.column(
                "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?",
                (f"text : ({match})", limit),
            )
        )


def _phrase(words: Iterable[str]) -> str:
    """Return words as a phrase of FTS5, in which nothing is an operator."""
    return '"' + " ".join(words).replace('"', '""') + '"'
