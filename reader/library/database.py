"""One connection to a library's file: reads, writes in transactions, errors as sentences."""

import json
import sqlite3
from array import array
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any

from reader.problems import Problem

PATIENCE = 30  # seconds that a writer waits for another's transaction to end

# A commit outlives this process at once, and a power cut may cost the last ones but never the file.
# The log is written back every 32 MB and not kept larger: what batches write often is written once.
_PRAGMAS = (
    "synchronous=NORMAL",
    "foreign_keys=ON",
    "cache_size=-32768",
    "wal_autocheckpoint=8000",
    "journal_size_limit=33554432",
)

_ANOTHER = "or name another library with --library"
_WRITABLE = f"make the file and its folder writable, {_ANOTHER}"
_NOTHING = "and nothing was changed"
# By SQLite's primary result codes. Anything else is a mistake of this program and stays an error.
_SENTENCES = {
    sqlite3.SQLITE_FULL: f"the disk is full {_NOTHING}: free some space, then try again",
    sqlite3.SQLITE_READONLY: f"it may only be read {_NOTHING}: {_WRITABLE}",
    sqlite3.SQLITE_CANTOPEN: f"it cannot be opened: {_WRITABLE}",
    sqlite3.SQLITE_PERM: f"it cannot be opened: {_WRITABLE}",
    sqlite3.SQLITE_BUSY: f"another program has been writing to it for over {PATIENCE} seconds"
    f" {_NOTHING}: try again when that has ended",
    sqlite3.SQLITE_CORRUPT: "the file is damaged: put a copy in its place (one may lie beside it),"
    f" {_ANOTHER}",
    sqlite3.SQLITE_NOTADB: f"the file is no library of Pullquote: leave it where it is, {_ANOTHER}",
    sqlite3.SQLITE_IOERR: f"the disk failed to read or write {_NOTHING}: look after the disk,"
    f" {_ANOTHER}",
    sqlite3.SQLITE_TOOBIG: f"a text is too long to be kept {_NOTHING}: leave it out",
}


def problem(path: Path, error: sqlite3.Error) -> Problem | sqlite3.Error:
    """Return what a person should be told of `error`; the error itself where it is our mistake."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    return Problem(str(path), _SENTENCES[code]) if code in _SENTENCES else error


class Database:
    """A connection to the file of a library, for the thread that made it.

    Outside `writing` every statement is a transaction of its own and is read to its end at once,
    so that no reader ever holds up a writer. Raises `Problem` where the file gives out.
    """

    def __init__(self, path: Path, version: int) -> None:
        self.path = path
        self.version = version
        with self._speaking():
            self._connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
            for pragma in _PRAGMAS:
                self._connection.execute(f"PRAGMA {pragma}")

    def close(self) -> None:
        """End the connection; the database cannot be used after that."""
        self._connection.close()

    def all(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> list[Any]:
        """Return every row that a statement gives."""
        with self._speaking():
            return self._connection.execute(sql, parameters).fetchall()

    def first(self, sql: str, parameters: Sequence[Any] = ()) -> Any:  # noqa: ANN401 - a row
        """Return the first row that a statement gives, or None."""
        with self._speaking():
            return self._connection.execute(sql, parameters).fetchone()

    def column(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> "chain[Any]":
        """Return the values of a statement that gives one column."""
        return chain.from_iterable(self.all(sql, parameters))

    def keys(self, sql: str, parameters: Sequence[Any] = ()) -> "array[int]":
        """Return the numbers of a statement that gives one column, in its order.

        They come as one JSON text, which takes half the time of a hundred thousand rows. SQLite
        keeps the order of a subquery for an aggregate that may depend on it (select.c, "omit
        ORDER BY").
        """
        (told,) = self.first(f"SELECT json_group_array(key) FROM ({sql})", parameters)
        return array("q", json.loads(told))

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give the connection for one transaction: all of it is kept, or nothing.

        It waits for other writers first. A file that a newer program has upgraded in the meantime
        is left alone.
        """
        with self._speaking():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                self._refuse_other_version()
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def _refuse_other_version(self) -> None:
        (version,) = self._connection.execute("PRAGMA user_version").fetchone()
        if version != self.version:
            raise Problem(
                str(self.path), "a newer Pullquote has upgraded it: close this one and start again"
            )

    @contextmanager
    def _speaking(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            told = problem(self.path, error)
            if told is error:
                raise
            raise told from error
