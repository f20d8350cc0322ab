"""Files, folders and standard input to articles; what cannot be read becomes a Problem."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from reader.article import Article
from reader.problems import Problem
from reader.sources.decoding import decode
from reader.sources.formats import READERS, reader_for

STANDARD_INPUT = "-"
LARGEST = 16 * 1024 * 1024  # bytes: a library of books is not an article


def read_sources(sources: Iterable[str], stdin: BinaryIO) -> Iterator[Article | Problem]:
    """Yield each article of the sources in order, and a Problem for each that cannot be read."""
    for source in sources:
        if source == STANDARD_INPUT:
            yield _attempt("standard input", "", stdin)
        elif os.path.isdir(source):  # noqa: PTH112 - Path.is_dir raises where a path cannot be looked at
            yield from read_folder(Path(source))
        else:
            yield read_file(Path(source))


def read_folder(folder: Path) -> Iterator[Article | Problem]:
    """Yield the articles of the .txt, .md and .html files of a folder and the folders in it."""
    found = False
    unreadable: list[OSError] = []
    for path in _files(folder, unreadable.append):
        found = True
        yield read_file(path)
    for error in unreadable:
        yield _unreadable(str(error.filename), error)
    if not (found or unreadable):
        yield Problem(str(folder), "has no .txt, .md or .html file in it")


def read_file(path: Path) -> Article | Problem:
    """Return the article in a file, or the Problem that keeps it from being read."""
    try:
        with path.open("rb") as stream:
            return _attempt(str(path), path.suffix, stream)
    except FileNotFoundError:
        return Problem(str(path), "there is no such file or folder")
    except OSError as error:
        return _unreadable(str(path), error)


def _unreadable(where: str, error: OSError) -> Problem:
    return Problem(where, f"cannot be read ({(error.strerror or 'error').lower()})")


def _attempt(where: str, suffix: str, stream: BinaryIO) -> Article | Problem:
    try:
        return _read(where, suffix, stream)
    except Problem as problem:
        return problem
    except OSError as error:
        return _unreadable(where, error)


def _read(where: str, suffix: str, stream: BinaryIO) -> Article:
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise Problem(where, f"is larger than {LARGEST // 1024**2} MB; split it into articles")
    if not data.strip():
        raise Problem(where, "is empty")
    text = decode(data, where)
    return reader_for(suffix, text)(text, where)


def _files(folder: Path, on_error: Callable[[OSError], None]) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder, onerror=on_error):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(parent, name)
            if not name.startswith(".") and path.suffix.lower() in READERS and not _is_fifo(path):
                yield path


def _is_fifo(path: Path) -> bool:
    """Tell whether `path` is a FIFO: to open one that lies about would wait for good."""
    try:
        return path.is_fifo()
    except OSError:
        return False
