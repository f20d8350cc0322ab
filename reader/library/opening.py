"""Opening a library's file: made where there is none, refused where it is not ours, upgraded."""

import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from errno import EACCES, EISDIR
from itertools import chain
from pathlib import Path
from time import sleep

from reader.library.database import Database, problem
from reader.library.schema import APPLICATION, MIGRATIONS, Migration
from reader.problems import Problem

_ANOTHER = "or name another library with --library"


def open_database(path: Path, migrations: Sequence[Migration] = MIGRATIONS) -> Database:
    """Return a connection to the library at `path`, which is made or upgraded where need be.

    Raises `Problem` where that is not possible, and leaves the file as it was then.
    """
    try:
        if not path.exists():
            _create(path, migrations)
        _refuse_what_is_not_ours(path, len(migrations))
    except OSError as error:
        raise _unusable(path, error) from error
    database = Database(path, len(migrations))
    try:
        _refuse_foreign(database)
        if _version(database) != len(migrations):
            _upgrade(path, migrations)
    except BaseException:
        database.close()
        raise
    return database


def _refuse_foreign(database: Database) -> None:
    if database.first("PRAGMA application_id") != (APPLICATION,):
        raise _foreign(database.path)


def _version(database: Database) -> int:
    version: int = database.first("PRAGMA user_version")[0]
    return version


def _unusable(path: Path, error: OSError) -> Problem:
    if isinstance(error, PermissionError):
        return Problem(str(path), f"it may not be written: make it writable, {_ANOTHER}")
    reason = (error.strerror or "it cannot be opened").lower()
    return Problem(str(path), f"{reason}: put that right, {_ANOTHER}")


def _create(path: Path, migrations: Sequence[Migration]) -> None:
    """Make an empty library beside `path` and put it there whole, unless another was faster."""
    _make_folder(path.parent)
    beside = path.with_name(f"{path.name}.{os.getpid()}-{os.urandom(4).hex()}.new")
    os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        with closing(sqlite3.connect(beside, isolation_level=None)) as connection:
            connection.execute(f"PRAGMA application_id={APPLICATION}")
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("BEGIN")
            _migrate(connection, migrations)
            connection.execute("COMMIT")
        _put(beside, path)
    except sqlite3.Error as error:
        raise problem(path, error) from error
    finally:
        for end in ("", "-wal", "-shm", "-journal"):
            Path(f"{beside}{end}").unlink(missing_ok=True)


def _put(beside: Path, path: Path) -> None:
    """Give a finished file its name, unless another process has given it to its own."""
    try:
        os.link(beside, path)
    except FileExistsError:
        pass
    except OSError:  # a file system without links
        if not path.exists():
            beside.rename(path)


def _make_folder(folder: Path) -> None:
    """Make a folder and those above it for the person alone; what is there stays as it is."""
    if not folder.is_dir():
        _make_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)


def _refuse_what_is_not_ours(path: Path, version: int) -> None:
    """Judge a file before SQLite may write to it."""
    if path.is_dir():
        raise IsADirectoryError(EISDIR, os.strerror(EISDIR))
    if not os.access(path, os.R_OK | os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        raise PermissionError(EACCES, os.strerror(EACCES))
    if not path.stat().st_size:
        raise Problem(str(path), f"the file is empty: remove it, {_ANOTHER}")
    if _is_cut(path, version):
        sleep(0.1)  # another process may just have been writing: what is cut stays so
        if _is_cut(path, version):
            raise Problem(
                str(path),
                "the end of the file is missing: put a copy in its place (one may lie beside it),"
                f" {_ANOTHER}",
            )


def _is_cut(path: Path, version: int) -> bool:
    """Tell whether a file is shorter than it says; while there is a log, that says nothing.

    Raises Problem where it is none of ours. It is read as a file that does not change: nothing is
    written, no lock is taken. It is read through SQLite because POSIX takes every lock that this
    process has on a file off it when the file is opened and closed by other means; then another
    process that leaves takes itself for the last one, and removes the log from under us.
    """
    log = Path(f"{path}-wal")
    logged = log.exists() and log.stat().st_size > 0
    address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True)) as connection:
            application, made_by, pages, page_size = (
                connection.execute(f"PRAGMA {name}").fetchone()[0]
                for name in ("application_id", "user_version", "page_count", "page_size")
            )
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_CORRUPT:
            return not logged
        raise problem(path, error) from error
    if application != APPLICATION:
        raise _foreign(path)
    if made_by > version:
        raise _newer(path)
    return not logged and path.stat().st_size < pages * page_size


def _foreign(path: Path) -> Problem:
    return Problem(
        str(path), f"the file is no library of Pullquote: leave it where it is, {_ANOTHER}"
    )


def _upgrade(path: Path, migrations: Sequence[Migration]) -> None:
    """Bring an older file to the version of this program, one copied step at a time."""
    version = 0
    while version < len(migrations):
        with closing(Database(path, version)) as database:
            if (version := _version(database)) == len(migrations):
                return
            if version > len(migrations):
                raise _newer(path)
            database.version = version
            with database.writing() as connection:
                _copy(path, version)
                _migrate(connection, migrations[version : version + 1], version)


def _migrate(
    connection: sqlite3.Connection, migrations: Sequence[Migration], version: int = 0
) -> None:
    for statement in chain.from_iterable(migrations):
        connection.execute(statement)
    connection.execute(f"PRAGMA user_version={version + len(migrations)}")


def _copy(path: Path, version: int) -> None:
    """Keep the file as it is before an upgrade beside it; nobody can write to it meanwhile."""
    kept = path.with_name(f"{path.name}.version-{version}")
    partial = kept.with_name(f"{kept.name}.new")
    try:
        partial.unlink(missing_ok=True)
        os.close(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(partial)) as copy:
            source.backup(copy)
        partial.replace(kept)
    except OSError as error:
        raise _unusable(kept, error) from error
    finally:
        partial.unlink(missing_ok=True)


def _newer(path: Path) -> Problem:
    return Problem(
        str(path), f"a newer Pullquote has made this library: update Pullquote, {_ANOTHER}"
    )
