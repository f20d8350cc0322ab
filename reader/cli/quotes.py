"""`pullquote quotes`: the quotes in the library, and what was clipped of it."""

import argparse
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.article import Article, clean
from reader.cli.console import complain, speak_utf8, status_of
from reader.cli.findings import findings_parser, place_of, print_findings
from reader.cli.stored import open_library, parse_query
from reader.config import read_config
from reader.places import clippings_paths
from reader.problems import Problem
from reader.records import Record, quote_record

if TYPE_CHECKING:
    from reader.clippings import Clipping
    from reader.library import FoundQuote


def run(arguments: Sequence[str]) -> int:
    """Print the quotes of the articles that a query finds, the newest articles first."""
    expected = findings_parser("quotes", "Print the quotes in the library.")
    expected.add_argument("--speaker", default="", metavar="NAME", help="any part of a name")
    expected.add_argument(
        "--clipped", action="store_true", help="what was clipped, as text or JSON, the oldest first"
    )
    options = parse_query(expected, arguments)
    if options.clipped:
        if options.format not in ("text", "json"):
            expected.error("--clipped is printed as text or json; the Markdown is in its file")
        return _print_clipped(options)
    return print_findings(
        options,
        lambda library, query: library.findings.quotes(query, options.speaker),
        _as_text,
        _as_record,
    )


def _as_record(found: "FoundQuote") -> tuple[Record, Article]:
    return quote_record(found.article.text, found.quote), found.article


def _as_text(found: "FoundQuote") -> str:
    """Return the words, then who said them, where and when."""
    from reader.citations import said_by

    words = " ".join(found.quote.span.cut(found.article.text).split())
    return f"{words}\n{place_of(found.article, said_by(found.quote))}"


def _print_clipped(options: argparse.Namespace) -> int:
    """Print what was clipped; with a query, what is of its articles."""
    from reader.clippings import clippings

    config = read_config()
    _markdown, path = clippings_paths(config.clippings.markdown, config.clippings.json)
    wanted = _ids(options) if options.query.strip() else None
    if options.format == "json":
        speak_utf8()
    printed = _clipped_as_json if options.format == "json" else _clipped_as_text
    done = failed = 0
    for one in clippings(path):
        if isinstance(one, Problem):
            failed += 1
            complain([one])
        elif (wanted is None or one.article.id in wanted) and _is_by(one.who, options.speaker):
            print(printed(one))  # noqa: T201 - what the command is for
            done += 1
    return status_of(done, failed)


def _ids(options: argparse.Namespace) -> frozenset[str]:
    with open_library(options) as library:
        keys = library.listing.all(options.query)
        return frozenset(row.id for row in library.listing.rows(keys))


def _is_by(who: str, name: str) -> bool:
    from reader.library.folding import fold

    return fold(name) in fold(who) if name else True


def _clipped_as_json(one: "Clipping") -> str:
    return clean(json.dumps(one.record, ensure_ascii=False))


def _clipped_as_text(one: "Clipping") -> str:
    return f"{one.words}\n{place_of(one.article, one.who)}"
