"""`pullquote claims`: the numeric claims in the library."""

from collections.abc import Sequence

from reader.article import Article
from reader.citations import copied_span
from reader.cli.findings import findings_parser, place_of, print_findings
from reader.cli.stored import parse_query
from reader.library import FoundClaim
from reader.records import Record, claim_record


def run(arguments: Sequence[str]) -> int:
    """Print the claims of the articles that a query finds, the newest articles first."""
    expected = findings_parser("claims", "Print the numeric claims in the library.")
    expected.add_argument(
        "--unit", default="", metavar="UNIT", help="in the singular: percent, dollar, kilometre"
    )
    options = parse_query(expected, arguments)
    return print_findings(
        options,
        lambda library, query: library.findings.claims(query, options.unit),
        _as_text,
        _as_record,
    )


def _as_record(found: FoundClaim) -> tuple[Record, Article]:
    return claim_record(found.article.text, found.claim), found.article


def _as_text(found: FoundClaim) -> str:
    """Return the figure as it stands with what it counts, then its article."""
    text, claim = found.article.text, found.claim
    words = " ".join(copied_span(claim).cut(text).split())
    noun = " ".join(claim.noun.cut(text).split()) if claim.noun else ""
    counted = f": {noun}" if noun and noun not in words else ""
    return f"{words}{counted}\n{place_of(found.article)}"
