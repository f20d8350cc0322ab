"""Taking articles out of a library, which never takes what the person has marked."""

import json
import sqlite3
from collections.abc import Sequence

from reader.library.revising import unindex


def unkept(connection: sqlite3.Connection, condition: str, *parameters: float) -> list[int]:
    """Return the keys of the articles that fulfil an SQL condition and that nobody wants to keep.

    What is starred or tagged is kept, whatever its age and its feed.
    """
    rows = connection.execute(
        f"SELECT key FROM articles WHERE ({condition})"
        " AND key NOT IN (SELECT key FROM states WHERE starred) AND key NOT IN"
        " (SELECT key FROM tags)",
        parameters,
    )
    return [key for (key,) in rows]


def retire(connection: sqlite3.Connection, keys: Sequence[int]) -> None:
    """Take articles out for good: they stay out while their feeds still give them."""
    connection.execute(
        "INSERT OR IGNORE INTO retired SELECT id FROM articles"
        " WHERE key IN (SELECT value FROM json_each(?))",
        (json.dumps(keys),),
    )
    remove(connection, keys)


def remove(connection: sqlite3.Connection, keys: Sequence[int]) -> None:
    """Take articles out with all that belongs to them, in the transaction that is open."""
    from reader.library.story_rows import forget  # a start must not pay for it

    unindex(connection, keys)
    forget(connection, keys)
    connection.execute(
        "DELETE FROM articles WHERE key IN (SELECT value FROM json_each(?))", (json.dumps(keys),)
    )
