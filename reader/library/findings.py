"""Quotes and claims of the whole library: by speaker, by unit, in the articles of a query."""

import json
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from reader.article import Article
from reader.library.articles import Articles
from reader.library.database import Database
from reader.library.folding import fold
from reader.library.listing import Listing
from reader.library.marks import CLAIM_COLUMNS, QUOTE_COLUMNS, claim_of, quote_of
from summarize import Claim, Quote

PAGE = 100  # articles that are read at once

_SAID_BY = "said_by IN (SELECT speaker FROM speakers WHERE instr(folded, ?))"
_QUOTES = f"""SELECT key, one.name, other.name, {QUOTE_COLUMNS} FROM quotes
    LEFT JOIN speakers AS one ON one.speaker = quotes.speaker
    LEFT JOIN speakers AS other ON other.speaker = said_by AND said_by IS NOT quotes.speaker"""
_CLAIMS = f"SELECT key, {CLAIM_COLUMNS} FROM claims"
_AMONG = "key IN (SELECT value FROM json_each(?)) ORDER BY key DESC, place"


class FoundQuote(NamedTuple):
    """A quote and where it stands; its speaker is the one that the reader says, if any."""

    key: int
    article: Article
    quote: Quote


class FoundClaim(NamedTuple):
    """A claim and where it stands."""

    key: int
    article: Article
    claim: Claim


class Findings:
    """The quotes and claims of every article that has a digest, newest articles first.

    They are read as they are asked for, a page of articles at a time, and hold up nobody.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._articles = Articles(database)
        self._listing = Listing(database)

    def quotes(self, query: str = "", speaker: str = "") -> Iterator[FoundQuote]:
        """Give the quotes in the articles of a query, of a speaker by any part of the name."""
        test, name = (f"{_SAID_BY} AND ", fold(speaker)) if speaker else ("", None)
        for key, article, row in self._read("quotes", _QUOTES, test, name, query):
            name_found, corrected, *fields = row
            yield FoundQuote(key, article, quote_of(tuple(fields), name_found, corrected))

    def claims(self, query: str = "", unit: str = "") -> Iterator[FoundClaim]:
        """Give the claims in the articles of a query, in a unit by its canonical name."""
        test, name = ("unit = ? AND ", unit.lower()) if unit else ("", None)
        for key, article, row in self._read("claims", _CLAIMS, test, name, query):
            yield FoundClaim(key, article, claim_of(row))

    def _read(
        self, table: str, select: str, test: str, name: str | None, query: str
    ) -> Iterator[tuple[int, Article, tuple[Any, ...]]]:
        """Give the rows that pass a test with the articles that they are of."""
        named = () if name is None else (name,)
        keys = iter(self._candidates(table, test, named, query))
        while page := list(islice(keys, PAGE)):
            rows = self._database.all(
                f"{select} WHERE {test}{_AMONG}",
                (*named, json.dumps(page)),
            )
            known: dict[int, Article | None] = {}
            for key, *row in rows:
                if key not in known:
                    known[key] = self._articles.get(key)
                if article := known[key]:
                    yield key, article, tuple(row)

    def _candidates(self, table: str, test: str, named: Sequence[str], query: str) -> Sequence[int]:
        """Return the articles that may hold what is looked for, newest first."""
        if not test:
            return self._listing.all(query)
        holding = self._database.column(
            f"SELECT DISTINCT key FROM {table} WHERE {test}1 ORDER BY key DESC",
            named,
        )
        if not query.strip():
            return list(holding)
        found = frozenset(self._listing.all(query))
        return [key for key in holding if key in found]
