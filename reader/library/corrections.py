"""Who really said a quote, by the reader: kept by the text, so that it outlives every digest."""

import sqlite3
from collections.abc import Iterable

from reader.library.bodies import text_hash
from reader.library.database import Database
from reader.library.folding import fold
from summarize import Span


class Corrections:
    """The names that the reader gave the speakers of quotes, in texts of the library or not."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def correct(self, text: str, span: Span, name: str | None) -> None:
        """Say who said the quote at `span` of a text; None takes back what was said before."""
        with self._database.writing() as connection:
            correct(connection, text_hash(text), span, name)

    def of(self, text: str) -> dict[Span, str]:
        """Return the names that the reader gave in a text, by the spans of the quotes."""
        rows = self._database.all(
            "SELECT start, end, name FROM corrections WHERE text_hash = ?", (text_hash(text),)
        )
        return {Span(start, end): name for start, end, name in rows}


def told_of_naming(name: str | None) -> str:
    """Return what the person did who named a speaker so; None takes a name back."""
    if name is None:
        return "took a speaker's name back"
    return f"named {name} as a speaker" if name else "named nobody as a speaker"


def correct(connection: sqlite3.Connection, hashed: bytes, span: Span, name: str | None) -> None:
    """Say who said the quote at `span` of the text with a hash."""
    connection.execute(
        "DELETE FROM corrections WHERE (text_hash, start, end) = (?, ?, ?)", (hashed, *span)
    )
    connection.execute(
        "UPDATE quotes SET said_by = speaker WHERE (start, end) = (?, ?) AND key IN"
        " (SELECT key FROM digests WHERE text_hash = ?)",
        (*span, hashed),
    )
    if name is not None:
        connection.execute("INSERT INTO corrections VALUES (?, ?, ?, ?)", (hashed, *span, name))
        apply_corrections(connection, hashed)


def apply_corrections(connection: sqlite3.Connection, hashed: bytes) -> None:
    """Let the quotes of every article with a text have the names that the reader gave."""
    given = connection.execute(
        "SELECT start, end, name FROM corrections WHERE text_hash = ?", (hashed,)
    ).fetchall()
    numbers = speaker_numbers(connection, {name for _start, _end, name in given})
    connection.executemany(
        "UPDATE quotes SET said_by = ? WHERE (start, end) = (?, ?) AND key IN"
        " (SELECT key FROM digests WHERE text_hash = ?)",
        ((numbers[name], start, end, hashed) for start, end, name in given),
    )


def speaker_numbers(connection: sqlite3.Connection, names: Iterable[str]) -> dict[str, int]:
    """Return the number of each speaker, who is written down where he or she is new."""
    numbers: dict[str, int] = {}
    for name in names:
        connection.execute(
            "INSERT OR IGNORE INTO speakers (name, folded) VALUES (?, ?)", (name, fold(name))
        )
        (numbers[name],) = connection.execute(
            "SELECT speaker FROM speakers WHERE name = ?", (name,)
        ).fetchone()
    return numbers
