"""What `pullquote quotes` and `pullquote claims` share: digests first, then a line a finding."""

import argparse
import json
from collections.abc import Callable, Iterable
from typing import TypeVar

from reader.article import Article
from reader.cli.console import parser, speak_utf8, status_of
from reader.cli.stored import (
    add_format,
    add_library,
    add_query,
    keys_to_digest,
    make_digests,
    open_library,
)
from reader.library import Library
from reader.records import Record, reference

Finding = TypeVar("Finding")


def findings_parser(name: str, description: str) -> argparse.ArgumentParser:
    """Return the parser of a command that prints findings in the articles of a query."""
    expected = parser(f"pullquote {name}", description)
    add_query(expected)
    add_format(expected, "text", "json")
    add_library(expected)
    return expected


def print_findings(
    options: argparse.Namespace,
    find: Callable[[Library, str], Iterable[Finding]],
    as_text: Callable[[Finding], str],
    as_record: Callable[[Finding], tuple[Record, Article]],
) -> int:
    """Make the digests that the query's articles lack, print what is found, return the status."""

    def as_json(finding: Finding) -> str:
        record, article = as_record(finding)
        return json.dumps({**record, "article": reference(article)}, ensure_ascii=False)

    if options.format == "json":
        speak_utf8()
    printed = as_json if options.format == "json" else as_text
    found = 0
    with open_library(options) as library:
        failed = make_digests(library, keys_to_digest(library, options.query))
        for finding in find(library, options.query):
            print(printed(finding))  # noqa: T201 - what the command is for
            found += 1
    return status_of(found, failed)


def place_of(article: Article, *before: str) -> str:
    """Return the line below a finding: what there is to say of it, and where it stands."""
    date = article.published.partition("T")[0]
    about = (*before, article.title, article.source, date)
    return f"    {', '.join(part for part in about if part)}  [{article.id}]"
