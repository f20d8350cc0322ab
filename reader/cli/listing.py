"""`pullquote list`: the articles of the library, those that came last first."""

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.cli.console import DONE, parser, positive, speak_utf8
from reader.cli.stored import (
    add_format,
    add_library,
    add_query,
    note_missing_digests,
    open_library,
    parse_query,
)
from reader.records import row_record
from reader.rows import Row

if TYPE_CHECKING:
    from reader.library import Library

PAGE = 500  # rows that are read at once
_MARKS = re.compile('["“”„]+')


def run(arguments: Sequence[str]) -> int:
    """List articles as text or as JSON, one object a line."""
    expected = parser(
        "pullquote list", "List the articles of the library, those that came last first."
    )
    add_query(expected)
    expected.add_argument("--unread", action="store_true", help="only those that are unread")
    expected.add_argument("--starred", action="store_true", help="only those with a star")
    expected.add_argument("--feed", metavar="NAME", help="only those of a feed")
    expected.add_argument("--limit", type=positive, metavar="N", help="no more than N")
    expected.add_argument("--text", action="store_true", help="with their text, as JSON")
    add_format(expected, "text", "json")
    add_library(expected)
    options = parse_query(expected, arguments)
    if options.text and options.format != "json":
        expected.error("--text goes with --format json")
    if options.format == "json":
        speak_utf8()
    with open_library(options) as library:
        query = " ".join(_terms(options))
        note_missing_digests(library, query)
        for row in _rows(library, query, options.limit):
            if options.format == "json":
                print(_as_json(library, row, with_text=options.text))  # noqa: T201
            else:
                print(_as_text(row))  # noqa: T201
    return DONE


def _terms(options: argparse.Namespace) -> Iterator[str]:
    """Give the query, and the options as what they are short for."""
    yield options.query
    if options.unread:
        yield "is:unread"
    if options.starred:
        yield "is:starred"
    if options.feed is not None:  # a quotation mark would end the name
        yield from (f'feed:"{part}"' for part in _MARKS.split(options.feed.strip('"“”„')))


def _rows(library: "Library", query: str, limit: int | None) -> Iterator[Row]:
    """Give the rows of a query a page at a time: a list of any length takes no memory."""
    library.read_once()
    keys = library.listing.newest(query, limit) if limit else library.listing.all(query)
    for start in range(0, len(keys), PAGE):
        yield from library.listing.rows(keys[start : start + PAGE])


def _as_json(library: "Library", row: Row, *, with_text: bool) -> str:
    record = row_record(row)
    if with_text:
        article = library.articles.get(row.key)
        record["text"] = article.text if article else ""
    return json.dumps(record, ensure_ascii=False)


def _as_text(row: Row) -> str:
    """Return the id, what is to be known at a glance, the date, the title and the outlet."""
    signs = ("*" if row.starred else " ") + (" " if row.read else "N")
    day = row.published.partition("T")[0] or " " * 10
    about = f" ({row.source})" if row.source else ""
    tags = "".join(f" #{tag}" for tag in row.tags)
    return f"{row.id}  {signs}  {day}  {row.title}{about}{tags}"
