"""Sources as the person names them: which are there, and what else may have been meant."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from reader.article import Article
from reader.problems import Problem
from reader.reading import is_address, read_given
from reader.sources.files import STANDARD_INPUT, Note, nobody
from reader.sources.formats import READERS


def any_there(sources: Sequence[str]) -> bool:
    """Tell whether at least one of the sources is there."""
    return any(map(is_there, sources))


def is_there(source: str) -> bool:
    """Tell whether a source may be read: an address always may."""
    return source == STANDARD_INPUT or is_address(source) or os.path.lexists(source)


def read(
    sources: Sequence[str], stdin: BinaryIO, note: Note = nobody
) -> Iterator[Article | Problem]:
    """Read sources; the network and the settings for it come in only where one is an address."""
    if not any(map(is_address, sources)):
        return read_given(sources, stdin, note=note)
    from reader.config import read_config
    from reader.refresh import limits_of

    return read_given(sources, stdin, limits_of(read_config().refresh), note)


def missing(source: str) -> Problem:
    """Return the Problem of a source that is not there, with a name that is and looks like it."""
    from difflib import get_close_matches

    from reader.cli import COMMANDS

    folder = Path(source).parent
    beside = [str(path) for path in folder.iterdir()] if folder.is_dir() else []
    alike = get_close_matches(source, [*COMMANDS, *beside], n=1)
    hint = "; an address begins with https://" if _is_host(source) else ""
    hint = f"; did you mean {alike[0]}?" if alike else hint
    return Problem(source, f"there is no such file, folder or command{hint}")


def _is_host(source: str) -> bool:
    """Tell whether a source begins as the name of a host does, and not as that of a file."""
    _name, dot, ending = source.partition("/")[0].rpartition(".")
    return bool(dot) and ending.isalpha() and f".{ending}".lower() not in READERS
