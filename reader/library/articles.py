"""Articles: how they come in, in which versions they are kept, and how one is read again."""

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.article import Article
from reader.library.bodies import unpack_markup
from reader.library.database import Database
from reader.library.feeds import Feed
from reader.library.removal import retire, unkept
from reader.library.revising import Origin, show_page
from reader.library.storing import Stored, store


class Version(NamedTuple):
    """A text that an article has or had; times are seconds since 1970.

    `origin` is "source" for what its feed or file said and "page" for what its page did.
    """

    title: str
    text: str
    origin: Origin
    first_seen: float
    last_seen: float


_ARTICLE = """SELECT id, title, text, name, url, published, minutes, guid, markup
    FROM articles JOIN outlets USING (outlet) JOIN texts ON version = shown"""


class Articles:
    """The articles of a library, each known by its key (a number) and its id (a short text)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def store(self, feed: Feed | None, articles: Iterable[Article], at: float) -> Stored:
        """Store what a feed, or with None a file or page, gives at a time (seconds since 1970).

        An article that is there already is told by its id; one id for several articles is told
        apart by address and title. Changed words are kept as a version beside the earlier ones and,
        where they are shown, set `edited`; other space between the words is no change. All of it is
        kept, or nothing.
        """
        with self._database.writing() as connection:
            return store(connection, feed.number if feed else None, articles, at)

    def show_page(self, key: int, page: Article, at: float) -> None:
        """Show the full text of an article's page; its feed's own words never replace it again."""
        with self._database.writing() as connection:
            show_page(connection, key, page, at)

    def get(self, key: int) -> Article | None:
        """Return the article as it is read now; None where there is none of that key."""
        row = self._database.first(f"{_ARTICLE} WHERE key = ?", (key,))
        if row is None:
            return None
        *fields, markup = row
        return Article(*(*fields, unpack_markup(markup)))

    def key(self, id_: str) -> int | None:
        """Return the key of the article with that id, or with the only id that starts so."""
        rows = self._database.all(
            "SELECT key, id FROM articles WHERE id >= ?1 AND id < ?1 || char(1114111)"
            " ORDER BY id LIMIT 2",
            (id_,),
        )
        if rows and (len(rows) == 1 or rows[0][1] == id_):
            found: int = rows[0][0]
            return found if id_ else None
        return None

    def versions(self, key: int) -> list[Version]:
        """Return every text that an article had, the earliest first."""
        rows = self._database.all(
            "SELECT title, text, origin, first_seen, last_seen FROM versions JOIN texts"
            " USING (version) WHERE key = ? ORDER BY first_seen, version",
            (key,),
        )
        return [Version(*row) for row in rows]

    def edition(self, key: int) -> str:
        """Return the day since which an article has had its text; empty where it never changed."""
        row = self._database.first(
            "SELECT date(first_seen, 'unixepoch') FROM articles JOIN versions ON version = shown"
            " WHERE articles.key = ? AND edited IS NOT NULL",
            (key,),
        )
        return row[0] if row else ""

    def without_page(self, keys: Sequence[int]) -> list[int]:
        """Return those of some articles that have an address and not their page's text yet."""
        return list(
            self._database.column(
                "SELECT key FROM articles WHERE key IN (SELECT value FROM json_each(?))"
                " AND url <> '' AND told = shown",
                (json.dumps(list(keys)),),
            )
        )

    def count(self) -> int:
        """Return the number of articles."""
        count: int = self._database.first("SELECT count(*) FROM states")[0]
        return count

    def newest(self) -> int:
        """Return the key of the article that came last, 0 where there is none."""
        key: int = self._database.first("SELECT coalesce(max(key), 0) FROM articles")[0]
        return key

    def retire(self, older_than: float, *, keep_newest: int = 0) -> int:
        """Take out what arrived before a time, and return how many that were.

        The newest `keep_newest` articles stay, and all that are starred or tagged. What a feed
        still gives does not come back.
        """
        with self._database.writing() as connection:
            keys = unkept(
                connection,
                "arrived < ? AND key NOT IN (SELECT key FROM states ORDER BY key DESC LIMIT ?)",
                older_than,
                keep_newest,
            )
            retire(connection, keys)
            return len(keys)
