"""`pullquote claims`: the numeric claims in the library."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.article import Article
from reader.cli.findings import findings_parser, place_of, print_findings
from reader.cli.stored import parse_query
from reader.records import Record, claim_record
from summarize import find_claims

if TYPE_CHECKING:
    from reader.library import FoundClaim


def run(arguments: Sequence[str]) -> int:
    """Print the claims of the articles that a query finds, the newest articles first."""
    expected = findings_parser("claims", "Print the numeric claims in the library.")
    expected.add_argument(
        "--unit", default="", metavar="UNIT", help="percent, dollars, km, £, year of age"
    )
    options = parse_query(expected, arguments)
    unit = _named(options.unit)
    return print_findings(
        options,
        lambda library, query: library.findings.claims(query, unit),
        _as_text,
        _as_record,
    )


def _named(unit: str) -> str:
    """Return a unit by its canonical name: as the engine reads it beside a number, if it does."""
    for text in (f"5 {unit}", f"{unit}5"):
        for claim in find_claims(text):
            if claim.unit and claim.span == (0, len(text)):
                return claim.unit
    return unit


def _as_record(found: "FoundClaim") -> tuple[Record, Article]:
    return claim_record(found.article.text, found.claim), found.article


def _as_text(found: "FoundClaim") -> str:
    """Return the figure as it stands with what it counts, then its article."""
    from reader.citations import copied_span

    text, claim = found.article.text, found.claim
    words = " ".join(copied_span(claim, text, ()).cut(text).split())
    noun = " ".join(claim.noun.cut(text).split()) if claim.noun else ""
    counted = f": {noun}" if noun and noun not in words else ""
    return f"{words}{counted}\n{place_of(found.article)}"
