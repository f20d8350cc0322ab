"""`pullquote [SOURCE ...]`: the reader on what is named; without a screen, its digests."""

import gc
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import BinaryIO

from reader import samples
from reader.article import Article
from reader.cli.console import DONE, IN_PART, complain, parse, parser
from reader.cli.digests import digested, print_digests
from reader.cli.sources import any_there, missing, read
from reader.cli.stored import add_library, digests_of, library_of
from reader.config import Config, read_config
from reader.problems import Problem

EPILOG = """\
commands:
  pullquote [SOURCE ...]       open the reader on what is named; without any, on the library
  pullquote digest SOURCE ...  print what is found in articles
  pullquote add SOURCE ...     follow feeds and folders, keep pages and files in the library
  pullquote refresh            fetch every feed
  pullquote list [QUERY]       the articles of the library, last arrived first
  pullquote quotes [QUERY]     its quotes; --speaker NAME
  pullquote claims [QUERY]     its figures; --unit UNIT
  pullquote stories [QUERY]    what several articles tell of one event, and where they differ
  pullquote check DRAFT ...    the quotes and figures of your own text against the library
  pullquote export ID ...      articles with their marks; --format opml for the subscriptions
  pullquote doctor             what works here, and what to do

A SOURCE is a .txt, .md, .html or .jsonl file, a folder of them, the address of a page or a feed, or
- for standard input. Where standard output is no terminal, digests are printed instead of opening
the reader. A command's name wins over a file of that name: ./list is the file. Every command has
--help. As long as the library is empty, the reader opens on the samples.
"""


def run(arguments: Sequence[str]) -> int:
    """Open the reader on sources, or print their digests where there is no screen."""
    expected = parser("pullquote", "A news reader for the terminal.", EPILOG)
    expected.add_argument("--version", action="store_true", help="print the version and leave")
    expected.add_argument("sources", nargs="*", metavar="SOURCE")
    add_library(expected)
    options = parse(expected, arguments)
    if options.version:
        return _print_version()
    sources: list[str] = options.sources
    if sources and not any_there(sources):
        return complain(missing(source) for source in sources)
    config = read_config()
    library = library_of(options, config)
    if not sources and _holds_articles(library):
        return _open_library(library, config)
    chosen = sources or [str(samples.folder())]
    if not sys.stdout.isatty():
        return print_digests(digested(read(chosen, sys.stdin.buffer)))
    return open_screen(chosen, _place(sources), library, config)


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


def _holds_articles(path: Path) -> bool:
    """Tell whether there is a library with articles or feeds in it; none is made."""
    if not path.exists():
        return False
    from reader.library import Library

    with Library.open(path) as library:
        return bool(library.listing.newest(limit=1) or library.feeds.all())


def _open_library(path: Path, config: Config) -> int:
    """Open the reader on the library, or print the digests of all that is in it."""
    if sys.stdout.isatty():
        from reader.remembered import memory
        from reader.tui.app import PullquoteApp
        from reader.tui.setup import set_up
        from reader.tui.shelves.library import LibraryShelf

        setup = set_up(config, os.environ, sys.__stderr__)
        with closing(LibraryShelf(path)) as shelf:
            app = PullquoteApp(shelf, "Library", memory(), setup=setup)
            app.run(mouse=config.reading.mouse)
        return DONE
    from reader.library import Library

    with Library.open(path) as library:
        return print_digests(digests_of(library, library.listing.all()))


def open_screen(
    sources: Sequence[str], place: str, library: Path, config: Config, *, drafts: bool = False
) -> int:
    """Open the reader on sources, and say afterwards once more what could not be read.

    `drafts` says that they are opened to be checked against the library.
    """
    gc.disable()  # until the first paint: nothing that is loaded on the way there is garbage
    from reader.remembered import memory
    from reader.sources.rereading import Files
    from reader.tui.app import PullquoteApp
    from reader.tui.setup import set_up
    from reader.tui.shelves.given import GivenShelf

    setup = set_up(config, os.environ, sys.__stderr__)
    stdin = _keyboard_on_stdin()
    problems: list[Problem] = []
    files = Files()
    articles = _gathering(read(sources, stdin, files.note), problems)
    shelf = GivenShelf(library, drafts=drafts, newer=files.newer)
    app = PullquoteApp(shelf, place, memory(), reading=articles, setup=setup)
    app.run(mouse=config.reading.mouse)
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
