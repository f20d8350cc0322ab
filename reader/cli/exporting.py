"""`pullquote export`: articles with their marks, or the subscriptions as OPML."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from reader.cli.console import DONE, complain, parse, parser, speak_utf8, status_of
from reader.cli.stored import add_format, add_library, digests_of, make_digests, open_library
from reader.problems import Problem

if TYPE_CHECKING:
    from reader.library import Library

EPILOG = """\
An ID is one that `pullquote list` prints, or its beginning; - reads them from standard input, as
lines of `pullquote list` in either form. What is printed is kept by > FILE.
"""


def run(arguments: Sequence[str]) -> int:
    """Print articles by their ids or by a query, or the list of feeds."""
    options = _parsed(arguments)
    with open_library(options) as library:
        if options.format == "opml":
            return _print_opml(library)
        problems: list[Problem] = []
        keys = list(_keys(library, options, problems))
        complain(problems)
        failed = len(problems) + make_digests(library, keys)
        return status_of(_print_articles(library, keys, options.format), failed)


def _parsed(arguments: Sequence[str]) -> argparse.Namespace:
    expected = parser(
        "pullquote export", "Print articles with their marks, or the subscriptions.", EPILOG
    )
    expected.add_argument("ids", nargs="*", metavar="ID", help="an article; - for many")
    expected.add_argument("--query", metavar="QUERY", help="the articles that a query finds")
    add_format(expected, "text", "markdown", "html", "json", "csl", "bibtex", "opml")
    add_library(expected)
    options = parse(expected, arguments)
    named = bool(options.ids) + (options.query is not None)
    if named > 1 or bool(named) == (options.format == "opml"):
        expected.error("name articles by their ids or by --query, or --format opml without any")
    return options


def _print_opml(library: "Library") -> int:
    from reader.sources.opml import write_opml
    from reader.sources.subscriptions import Subscription

    feeds = (feed for feed in library.feeds.all() if feed.kind == "feed")
    speak_utf8()
    print(write_opml(Subscription(one.address, one.title, one.folder) for one in feeds))  # noqa: T201
    return DONE


def _print_articles(library: "Library", keys: Sequence[int], form: str) -> int:
    """Print articles in a form and return how many there were."""
    if form == "text":
        from reader.cli.digests import print_digests

        print_digests(digests_of(library, keys))
    else:
        from reader.cli.printing import print_form
        from reader.exporting import ARTICLE_FORMS, Exported

        def exported() -> Iterator[Exported]:
            for key in keys:
                for article, digest in digests_of(library, [key]):
                    yield Exported(article, digest, library.articles.edition(key))

        print_form(ARTICLE_FORMS[form](), exported())
    return len(keys)


def _keys(
    library: "Library", options: argparse.Namespace, problems: list[Problem]
) -> Iterator[int]:
    """Give the articles that are asked for; put what is none into `problems`."""
    if options.query is not None:
        yield from library.listing.all(options.query)
    for id_ in _ids(options.ids):
        key = library.articles.key(id_)
        if key is None:
            problems.append(Problem(id_, "the library has no article with this id, or several"))
        else:
            yield key


def _ids(named: Iterable[str]) -> Iterator[str]:
    from reader.sources.files import STANDARD_INPUT

    for id_ in named:
        if id_ == STANDARD_INPUT:
            yield from (_id_of(line) for line in sys.stdin if line.strip())
        else:
            yield id_


def _id_of(line: str) -> str:
    """Return the id in a line that `pullquote list` has printed."""
    if line.startswith("{"):
        try:
            return str(json.loads(line)["id"])
        except (ValueError, LookupError):
            return line.strip()
    return line.split(maxsplit=1)[0]
