"""A digest as text, for pipes, for printing and for those who listen to their screen."""

from collections.abc import Iterator
from types import MappingProxyType

from rich.text import Text

from reader.article import Article
from reader.tui.marks import Table
from reader.tui.outline import (
    Part,
    about_speaker,
    by_speaker,
    count,
    coverage,
    left_out,
    limit_of,
    one_line,
    summary_parts,
    unruled,
)
from summarize import Claim, Digest

MODIFIERS = MappingProxyType(
    {"approx": "about", "min": "at least", "max": "at most", "up": "up", "down": "down"}
)


def printed_digest(article: Article, digest: Digest, table: Table) -> Text:
    """Return title, source, summary with its gaps, quotes by speaker and claims, as lines."""
    printed = Text()
    for line in _lines(article, digest, table):
        printed.append_text(line)
        printed.append("\n")
    return printed


def _lines(article: Article, digest: Digest, table: Table) -> Iterator[Text]:
    yield Text(article.title, table["title"])
    about = (article.source, article.published.partition("T")[0], article.url)
    if any(about):
        yield Text(", ".join(part for part in about if part), table["aside"])
    yield from _summary_lines(article.text, digest, table)
    yield from _quote_lines(article.text, digest, table)
    yield from _claim_lines(article.text, digest, table)


def _summary_lines(text: str, digest: Digest, table: Table) -> Iterator[Text]:
    picks, method = digest.summary.picks, digest.summary.method
    yield Text()
    about = f"Summary ({method}, {len(picks)} of {count(len(digest.sentences), 'sentence')})"
    yield Text(about, table["heading"])
    for part in summary_parts(digest):
        yield Text("  ") + _part(text, part, table)
    for note in (coverage(digest), limit_of(digest.summary)):
        yield from _note(note, table)


def _note(note: str, table: Table) -> Iterator[Text]:
    if note:
        yield Text(f"  {note}", table["aside"])


def _part(text: str, part: Part, table: Table) -> Text:
    if part.kind == "gap":
        return Text(f"[{count(part.sentences, 'sentence')} left out]", table["aside"])
    words = one_line(part.span.cut(text))
    return Text(f"[before: {words}]", table["aside"]) if part.kind == "before" else Text(words)


def _quote_lines(text: str, digest: Digest, table: Table) -> Iterator[Text]:
    yield Text()
    yield Text(count(len(digest.quotes), "quote"), table["heading"])
    if not digest.quotes:
        yield from _note(unruled(text, digest, "quotes"), table)
    for heard in by_speaker(digest.quotes):
        yield Text(f"  {heard.name}:")
        for quote in heard.quotes:
            words = Text(one_line(quote.span.cut(text)), table["quote"])
            about = about_speaker(text, quote)
            yield Text("    ") + words + Text(f"  ({about})" if about else "", table["aside"])


def _claim_lines(text: str, digest: Digest, table: Table) -> Iterator[Text]:
    yield Text()
    yield Text(count(len(digest.claims), "claim"), table["heading"])
    if not digest.claims:
        yield from _note(unruled(text, digest, "figures"), table)
    for claim in digest.claims:
        aside = "  (not in the summary)" if left_out(digest.summary, claim) else ""
        yield Text("  ") + _claim_words(text, claim, table) + Text(aside, table["aside"])


def _claim_words(text: str, claim: Claim, table: Table) -> Text:
    """Return a claim as words: "at most 250 strikes", "about 8 percent: the province"."""
    modifier = f"{MODIFIERS[claim.modifier]} " if claim.modifier else ""
    value = Text(modifier + one_line(claim.span.cut(text)), table["claim"])
    if claim.noun is None:
        return value
    return value + Text(f"{'' if claim.kind == 'count' else ':'} {one_line(claim.noun.cut(text))}")
