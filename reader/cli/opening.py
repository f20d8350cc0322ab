"""`pullquote [SOURCE ...]`: the reader on what is named; without a screen, its digests."""

import gc
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from reader import samples
from reader.article import Article
from reader.cli.console import DONE, IN_PART, complain, parser
from reader.cli.sources import any_there, missing
from reader.problems import Problem
from reader.sources.files import read_sources

EPILOG = """\
commands:
  pullquote [SOURCE ...]          open the reader on files and folders; on the samples without any
  pullquote digest SOURCE ...     print what was found in articles

A SOURCE is a .txt, .md or .html file, a folder of them, or - for standard input. Where standard
output is no terminal, digests are printed instead of opening the reader. A command's name wins over
a file of that name: ./digest is the file.
"""


def run(arguments: Sequence[str]) -> int:
    """Open the reader on sources, or print their digests where there is no screen."""
    expected = parser("pullquote", "A news reader for the terminal.", EPILOG)
    expected.add_argument("--version", action="store_true", help="print the version and leave")
    expected.add_argument("sources", nargs="*", metavar="SOURCE")
    options = expected.parse_args(arguments)
    if options.version:
        return _print_version()
    sources: list[str] = options.sources
    if sources and not any_there(sources):
        return complain(missing(source) for source in sources)
    chosen = sources or [str(samples.folder())]
    if not sys.stdout.isatty():
        from reader.cli.digests import print_digests

        return print_digests(read_sources(chosen, sys.stdin.buffer))
    return _open_screen(chosen, _place(sources))


def _print_version() -> int:
    from importlib import metadata  # slower to load than all of this module

    try:
        version = metadata.version("pullquote")
    except metadata.PackageNotFoundError:
        version = "(run from its source)"
    print(f"pullquote {version}")  # noqa: T201
    return DONE


def _place(sources: Sequence[str]) -> str:
    """Return where the articles come from, in a word or two."""
    if not sources:
        return "Samples"
    return sources[0] if len(sources) == 1 else f"{len(sources)} sources"


def _open_screen(sources: Sequence[str], place: str) -> int:
    """Read, and say afterwards once more what could not be read."""
    stdin = _keyboard_on_stdin()
    gc.disable()  # until the first paint: nothing that is loaded on the way there is garbage
    from reader.remembered import memory
    from reader.tui.app import PullquoteApp

    problems: list[Problem] = []
    articles = _gathering(read_sources(sources, stdin), problems)
    PullquoteApp(articles, place, memory()).run()
    complain(problems)
    return IN_PART if problems else DONE


def _gathering(
    items: Iterable[Article | Problem], problems: list[Problem]
) -> Iterator[Article | Problem]:
    for item in items:
        if isinstance(item, Problem):
            problems.append(item)
        yield item


def _keyboard_on_stdin() -> BinaryIO:
    """Return standard input, and put the keyboard in its place where it is a pipe or a file."""
    if sys.stdin.isatty():
        return sys.stdin.buffer
    piped = os.fdopen(os.dup(sys.stdin.fileno()), "rb")
    with suppress(OSError), Path("/dev/tty").open("rb") as keyboard:
        os.dup2(keyboard.fileno(), sys.stdin.fileno())
    return piped
