"""Files, folders and standard input to articles; what cannot be read becomes a Problem."""

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from reader.article import Article
from reader.problems import Problem
from reader.sources.decoding import decode
from reader.sources.formats import READERS, reader_for
from reader.sources.jsonl import looks_like_articles, read_articles

STANDARD_INPUT = "-"
ARTICLES = ".jsonl"
LARGEST = 16 * 1024 * 1024  # bytes: a library of books is not an article


Note = Callable[[Article, Path], object]
"""What hears which file an article is from."""


def nobody(_article: Article, _path: Path) -> None:
    """Hear which file an article is from, and do nothing."""


def read_sources(
    sources: Iterable[str], stdin: BinaryIO, note: Note = nobody
) -> Iterator[Article | Problem]:
    """Yield each article of the sources in order, and a Problem for each that cannot be read."""
    for source in sources:
        if source == STANDARD_INPUT:
            yield from _attempt("standard input", "", stdin)
        elif os.path.isdir(source):  # noqa: PTH112 - Path.is_dir raises where a path cannot be looked at
            yield from read_folder(Path(source), note)
        else:
            yield from read_file(Path(source), note)


def read_folder(folder: Path, note: Note = nobody) -> Iterator[Article | Problem]:
    """Yield the articles of the files of a folder and of the folders in it that we can read."""
    found = False
    unreadable: list[OSError] = []
    for path in files_in(folder, unreadable.append):
        found = True
        yield from read_file(path, note)
    for error in unreadable:
        yield _unreadable(str(error.filename), error)
    if not (found or unreadable):
        yield Problem(str(folder), "has no .txt, .md, .html or .jsonl file in it")


def read_file(path: Path, note: Note = nobody) -> Iterator[Article | Problem]:
    """Yield the articles in a file, or the Problem that keeps it from being read."""
    try:
        with path.open("rb") as stream:
            for item in _attempt(str(path), path.suffix.lower(), stream):
                if isinstance(item, Article):
                    note(item, path)
                yield item
    except FileNotFoundError:
        yield Problem(str(path), "there is no such file or folder")
    except OSError as error:
        yield _unreadable(str(path), error)


def files_in(folder: Path, on_error: Callable[[OSError], None]) -> Iterator[Path]:
    """Yield the paths of all that we can read in a folder and the folders in it, by name."""
    for parent, folders, names in os.walk(folder, onerror=on_error):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(parent, name)
            known = path.suffix.lower() in READERS or path.suffix.lower() == ARTICLES
            if known and not name.startswith(".") and not _is_fifo(path):
                yield path


def _unreadable(where: str, error: OSError) -> Problem:
    return Problem(where, f"cannot be read ({(error.strerror or 'error').lower()})")


def _attempt(where: str, suffix: str, stream: BinaryIO) -> Iterator[Article | Problem]:
    try:
        first = stream.readline(LARGEST + 1)
        if suffix == ARTICLES or (not suffix and looks_like_articles(first)):
            rest = iter(lambda: stream.readline(LARGEST + 1), b"")
            yield from read_articles(chain([first], rest), where)
        else:
            yield _read(where, suffix, first + stream.read(LARGEST + 1 - len(first)))
    except Problem as problem:
        yield problem
    except OSError as error:
        yield _unreadable(where, error)


def _read(where: str, suffix: str, data: bytes) -> Article:
    if len(data) > LARGEST:
        raise Problem(where, f"is larger than {LARGEST // 1024**2} MB; split it into articles")
    if not data.strip():
        raise Problem(where, "is empty")
    text = decode(data, where)
    return reader_for(suffix, text)(text, where)


def _is_fifo(path: Path) -> bool:
    """Tell whether `path` is a FIFO: to open one that lies about would wait for good."""
    try:
        return path.is_fifo()
    except OSError:
        return False
