"""`pullquote add`: feeds, folders, pages, files and lists of feeds into the library."""

import sys
from collections.abc import Sequence

from reader.adding import add
from reader.cli.console import complain, parser, say, status_of
from reader.cli.stored import add_library, open_library
from reader.problems import Problem

EPILOG = """\
A SOURCE is the address of a feed or a page, a folder, a .txt, .md, .html or .jsonl file, an OPML
file, newsboat's urls file, or - for standard input. Feeds and folders are followed from then on;
lists of feeds are only recorded: `pullquote refresh` fetches them.
"""


def run(arguments: Sequence[str]) -> int:
    """Add sources, a line for each on standard error."""
    expected = parser("pullquote add", "Keep sources in the library.", EPILOG)
    expected.add_argument("sources", nargs="+", metavar="SOURCE")
    add_library(expected)
    options = expected.parse_args(arguments)
    done = failed = 0
    with open_library(options) as library:
        for source in options.sources:
            for item in add(library, source, sys.stdin.buffer):
                if isinstance(item, Problem):
                    failed += 1
                    complain([item])
                else:
                    done += item.feeds + item.articles > 0
                    say(str(item))
    return status_of(done, failed)
