"""What `pullquote quotes` and `pullquote claims` share: digests first, then a line a finding."""

import argparse
import json
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

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
from reader.records import Record, reference

if TYPE_CHECKING:
    from reader.citations import Citation
    from reader.library import FoundClaim, FoundQuote, Library

Finding = TypeVar("Finding", "FoundQuote", "FoundClaim")


def findings_parser(name: str, description: str) -> argparse.ArgumentParser:
    """Return the parser of a command that prints findings in the articles of a query."""
    expected = parser(f"pullquote {name}", description)
    add_query(expected)
    add_format(expected, "text", "markdown", "html", "json", "csl", "bibtex")
    add_library(expected)
    return expected


def print_findings(
    options: argparse.Namespace,
    find: Callable[["Library", str], Iterable[Finding]],
    as_text: Callable[[Finding], str],
    as_record: Callable[[Finding], tuple[Record, Article]],
) -> int:
    """Make the digests that the query's articles lack, print what is found, return the status."""

    def as_json(finding: Finding) -> str:
        record, article = as_record(finding)
        return json.dumps({**record, "article": reference(article)}, ensure_ascii=False)

    if options.format == "json":
        speak_utf8()
    with open_library(options) as library:
        failed = make_digests(library, keys_to_digest(library, options.query))
        findings = find(library, options.query)
        if options.format not in ("text", "json"):
            return status_of(_print_citations(library, findings, options.format), failed)
        printed = as_json if options.format == "json" else as_text
        found = 0
        for finding in findings:
            print(printed(finding))  # noqa: T201 - what the command is for
            found += 1
    return status_of(found, failed)


def _print_citations(library: "Library", findings: Iterable[Finding], form: str) -> int:
    from reader.cli.printing import print_form
    from reader.exporting import CITATION_FORMS

    found = 0

    def citations() -> Iterator["Citation"]:
        nonlocal found
        for key, some in groupby(findings, lambda one: one.key):
            for citation in _cited(library, key, list(some)):
                yield citation
                found += 1

    print_form(CITATION_FORMS[form](), citations())
    return found


def _cited(library: "Library", key: int, findings: list[Finding]) -> Iterable["Citation"]:
    """Return what is found in an article with its source; a quote in several parts comes once."""
    from reader.citations import cite
    from reader.corrections import corrected
    from reader.library import FoundQuote

    article = findings[0].article
    digest = library.digests.get(key)
    digest = digest and corrected(digest, library.corrections.of(article.text))
    edition = library.articles.edition(key)
    cited: dict[object, Citation] = {}
    for one in findings:
        value = one.quote if isinstance(one, FoundQuote) else one.claim
        citation = cite(article, value, digest, edition)
        cited.setdefault(citation.span, citation)
    return cited.values()


def place_of(article: Article, *before: str) -> str:
    """Return the line below a finding: what there is to say of it, and where it stands."""
    date = article.published.partition("T")[0]
    about = (*before, article.title, article.source, date)
    return f"    {', '.join(part for part in about if part)}  [{article.id}]"
