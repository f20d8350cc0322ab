"""`pullquote quotes`: the quotes in the library."""

from collections.abc import Sequence

from reader.article import Article
from reader.citations import said_by
from reader.cli.findings import findings_parser, place_of, print_findings
from reader.cli.stored import parse_query
from reader.library import FoundQuote
from reader.records import Record, quote_record


def run(arguments: Sequence[str]) -> int:
    """Print the quotes of the articles that a query finds, the newest articles first."""
    expected = findings_parser("quotes", "Print the quotes in the library.")
    expected.add_argument("--speaker", default="", metavar="NAME", help="any part of a name")
    options = parse_query(expected, arguments)
    return print_findings(
        options,
        lambda library, query: library.findings.quotes(query, options.speaker),
        _as_text,
        _as_record,
    )


def _as_record(found: FoundQuote) -> tuple[Record, Article]:
    return quote_record(found.article.text, found.quote), found.article


def _as_text(found: FoundQuote) -> str:
    """Return the words, then who said them, where and when."""
    words = " ".join(found.quote.span.cut(found.article.text).split())
    return f"{words}\n{place_of(found.article, said_by(found.quote))}"
