"""`pullquote add`: feeds, folders, pages, files and lists of feeds into the library."""

import argparse
import sys
from collections.abc import Sequence

from reader.cli.console import parse, parser, say, status_of
from reader.cli.sources import is_there, missing
from reader.cli.stored import add_library, library_of, open_library
from reader.config import read_config
from reader.problems import Problem

EPILOG = """\
A SOURCE is the address of a feed or a page, a folder, a .txt, .md, .html or .jsonl file, an OPML
file, newsboat's urls file, or - for standard input. Feeds and folders are followed from then on;
lists of feeds are only recorded: `pullquote refresh` fetches them. The address of a site's front
page follows the feed that it names; that of an article keeps the article. What is followed already
takes over --title, --folder and --full-text.
"""


def run(arguments: Sequence[str]) -> int:
    """Add sources, a line for each on standard error."""
    options = parse(expected := _parser(), arguments)
    if options.title is not None and len(options.sources) > 1:
        expected.error("--title is for one feed; name one SOURCE with it")
    from reader.adding import Added, Adding, Manner  # the help of the command needs none of it
    from reader.refresh import limits_of

    config, done, failed = read_config(), 0, 0
    manner = Manner(options.kind, options.title, options.folder, options.full_text)
    with open_library(options, config, make=True) as library:
        path = library_of(options, config)
        adding = Adding(path, library, manner, limits_of(config.refresh))
        for source in options.sources:
            items = adding.add(source, sys.stdin.buffer) if is_there(source) else [missing(source)]
            for item in items:
                failed += isinstance(item, Problem)
                done += isinstance(item, Added)
                say(str(item))
    return status_of(done, failed)


def _parser() -> argparse.ArgumentParser:
    expected = parser("pullquote add", "Keep sources in the library.", EPILOG)
    expected.add_argument("sources", nargs="+", metavar="SOURCE")
    kind = expected.add_mutually_exclusive_group()
    for name, meaning in (
        ("page", "keep the page at an address, whatever it looks like"),
        ("feed", "follow the feed that an address gives or leads to, or fail"),
    ):
        kind.add_argument(
            f"--{name}", dest="kind", action="store_const", const=name, default="", help=meaning
        )
    expected.add_argument(
        "--full-text",
        action=argparse.BooleanOptionalAction,
        help="fetch the page of each item, for feeds that give only the beginnings",
    )
    expected.add_argument("--title", metavar="TITLE", help="what the feed shall be called")
    expected.add_argument(
        "--folder", metavar="FOLDER", help='where it belongs among the feeds, as "News/Local"'
    )
    add_library(expected)
    return expected
