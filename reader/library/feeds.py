"""Feeds and watched folders: what is subscribed to, and what the last fetch of each said."""

from dataclasses import dataclass
from typing import Any, Literal

from reader.library.database import Database
from reader.library.folding import fold
from reader.library.removal import remove, unkept

FeedKind = Literal["feed", "folder"]


@dataclass(frozen=True, slots=True)
class Feed:
    """One subscription; times are seconds since 1970, UTC.

    `number` names it in the library. `key` is the address it was first subscribed by, which its
    articles are known by (`reader.article.known_as`); `address` is where it is fetched today.
    `full_text` says that its pages are fetched because it gives teasers only. `problem` is the
    sentence of the last fetch, empty where that went well; `failures` counts those in a row.
    """

    number: int
    key: str
    address: str
    title: str
    folder: str
    kind: FeedKind
    full_text: bool
    etag: str
    last_modified: str
    checked_at: float | None
    next_due: float
    failures: int
    problem: str


_COLUMNS = """feed, key, address, title, folder, kind, full_text, etag, last_modified, checked_at,
    next_due, failures, problem"""

# The subscription of an address or a key, first that which is fetched there today.
_FOLLOWED = """FROM feeds WHERE address IN (?1, ?2) OR key IN (?1, ?2)
    ORDER BY address = ?1 DESC, feed LIMIT 1"""


class Feeds:
    """The subscriptions of a library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def subscribe(
        self,
        address: str,
        *,
        key: str = "",
        title: str = "",
        folder: str = "",
        kind: FeedKind = "feed",
        full_text: bool = False,
    ) -> Feed:
        """Record a subscription and return it; one that is there already stays as it is.

        `key` is the address that the person named, where that led to the feed's.
        """
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO feeds (key, address, title, folded, folder, kind, full_text)"
                f" SELECT ?2, ?1, ?3, ?4, ?5, ?6, ?7 WHERE NOT EXISTS (SELECT 1 {_FOLLOWED})",
                (address, key or address, title, fold(title), folder, kind, full_text),
            )
        return self._only(f"feed = (SELECT feed {_FOLLOWED})", address, key or address)

    def followed(self, address: str) -> Feed | None:
        """Return the subscription that an address is, or was, of."""
        found = self._where(f"feed = (SELECT feed {_FOLLOWED})", address, address)
        return found[0] if found else None

    def unsubscribe(self, feed: Feed, *, with_articles: bool = False) -> None:
        """End a subscription. Its articles stay; `with_articles` those alone that are kept.

        Kept are the starred and the tagged ones.
        """
        with self._database.writing() as connection:
            if with_articles:
                remove(connection, unkept(connection, "feed = ?", feed.number))
            connection.execute("DELETE FROM feeds WHERE feed = ?", (feed.number,))

    def all(self) -> list[Feed]:
        """Return every subscription by folder and title."""
        return self._where("1 ORDER BY folder, folded, address")

    def due(self, at: float) -> list[Feed]:
        """Return the feeds that may be fetched at a time, the longest due first."""
        return self._where("kind = 'feed' AND next_due <= ? ORDER BY next_due, feed", at)

    def named(self, name: str) -> list[Feed]:
        """Return the feeds that have `name` in their title or address, whatever its case."""
        return self._where(
            "instr(folded, ?1) OR instr(lower(address), ?1) ORDER BY folded, address", fold(name)
        )

    def of(self, key: int) -> Feed | None:
        """Return the subscription that an article came by, if it is followed still."""
        return next(
            iter(self._where("feed = (SELECT feed FROM articles WHERE key = ?)", key)), None
        )

    def unread(self) -> dict[int, int]:
        """Return how many unread articles each feed has, by its number, where there are any."""
        return dict(
            self._database.all(
                "SELECT feed, count(*) FROM states JOIN articles USING (key)"
                " WHERE read = 0 AND feed IS NOT NULL GROUP BY feed"
            )
        )

    def change(
        self,
        feed: Feed,
        *,
        title: str | None = None,
        folder: str | None = None,
        full_text: bool | None = None,
    ) -> Feed:
        """Change what the person may choose of a feed and return it as it is then."""
        folded = None if title is None else fold(title)
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE feeds SET title = coalesce(?, title), folded = coalesce(?, folded),"
                " folder = coalesce(?, folder), full_text = coalesce(?, full_text) WHERE feed = ?",
                (title, folded, folder, full_text, feed.number),
            )
        return self._only("feed = ?", feed.number)

    def fetched(
        self,
        feed: Feed,
        at: float,
        *,
        next_due: float,
        etag: str = "",
        last_modified: str = "",
        moved_to: str = "",
        title: str = "",
    ) -> None:
        """Note a fetch that went well, a "not modified" too.

        `title` is what the feed calls itself, which counts until the person gives it another.
        `moved_to` is the address that a permanent redirect leads to; one that another feed has
        already is not taken over.
        """
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE feeds SET checked_at = ?, next_due = ?, etag = ?, last_modified = ?,"
                " failures = 0, problem = '' WHERE feed = ?",
                (at, next_due, etag, last_modified, feed.number),
            )
            connection.execute(
                "UPDATE feeds SET title = ?, folded = ? WHERE feed = ? AND title = ''",
                (title, fold(title), feed.number),
            )
            if moved_to:
                connection.execute(
                    "UPDATE OR IGNORE feeds SET address = ? WHERE feed = ?",
                    (moved_to, feed.number),
                )

    def failed(self, feed: Feed, at: float, sentence: str, *, next_due: float) -> None:
        """Note that a fetch failed, and why; what is known of the feed's last version stays."""
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE feeds SET checked_at = ?, next_due = ?, problem = ?,"
                " failures = failures + 1 WHERE feed = ?",
                (at, next_due, sentence, feed.number),
            )

    def _where(self, condition: str, *parameters: Any) -> list[Feed]:  # noqa: ANN401 - of SQL
        sql = f"SELECT {_COLUMNS} FROM feeds WHERE {condition}"
        rows = self._database.all(sql, parameters)
        return [_feed(*row) for row in rows]

    def _only(self, condition: str, *parameters: Any) -> Feed:  # noqa: ANN401 - of SQL
        return self._where(condition, *parameters)[0]


def _feed(*stored: Any) -> Feed:  # noqa: ANN401 - a row of `_COLUMNS`
    return Feed(*(*stored[:6], bool(stored[6]), *stored[7:]))
