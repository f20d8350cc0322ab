"""`pullquote export`: articles with their marks, or the subscriptions as OPML."""

import argparse
from collections.abc import Iterator, Sequence

from reader.article import Article
from reader.cli.console import DONE, parse, parser, speak_utf8
from reader.cli.stored import add_library, digests_of, open_library
from reader.library import Library
from reader.problems import Problem
from summarize import Digest

FORMATS = ("text", "json", "opml")


def run(arguments: Sequence[str]) -> int:
    """Print articles by their ids, or the list of feeds."""
    expected = parser("pullquote export", "Print articles with their marks, or the subscriptions.")
    expected.add_argument("ids", nargs="*", metavar="ID", help="as `pullquote list` prints them")
    expected.add_argument("--format", choices=FORMATS, default=FORMATS[0])
    add_library(expected)
    options = parse(expected, arguments)
    if bool(options.ids) == (options.format == "opml"):
        expected.error("name articles by their ids, or --format opml without any")
    with open_library(options) as library:
        if options.format == "opml":
            return _print_opml(library)
        return _print_articles(library, options)


def _print_opml(library: Library) -> int:
    from reader.sources.opml import write_opml
    from reader.sources.subscriptions import Subscription

    feeds = (feed for feed in library.feeds.all() if feed.kind == "feed")
    speak_utf8()
    print(write_opml(Subscription(one.address, one.title, one.folder) for one in feeds))  # noqa: T201
    return DONE


def _print_articles(library: Library, options: argparse.Namespace) -> int:
    from reader.cli.digests import print_digests

    return print_digests(_articles(library, options.ids), options.format)


def _articles(library: Library, ids: Sequence[str]) -> Iterator[tuple[Article, Digest] | Problem]:
    for id_ in ids:
        key = library.articles.key(id_)
        if key is None:
            yield Problem(id_, "the library has no article with this id, or several")
        else:
            yield from digests_of(library, [key])
