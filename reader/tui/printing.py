"""A digest as text, for pipes, for printing and for those who listen to their screen."""

from collections.abc import Iterator

from rich.text import Text

from reader.article import Article
from reader.citations import said_by
from reader.tui.digest_rows import by_speaker, gaps_before, in_summary, one_line
from reader.tui.marks import Table
from summarize import Claim, Digest

MODIFIERS = {"approx": "about", "min": "at least", "max": "at most", "up": "up", "down": "down"}


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
    yield Text(
        f"Summary ({method}, {len(picks)} of {_count(len(digest.sentences), 'sentence')})",
        table["heading"],
    )
    for skipped, pick in gaps_before(picks):
        if skipped:
            yield Text("  […]", table["aside"])
        yield Text("  ") + Text(one_line(pick.span.cut(text)))


def _quote_lines(text: str, digest: Digest, table: Table) -> Iterator[Text]:
    yield Text()
    yield Text(_count(len(digest.quotes), "quote"), table["heading"])
    for name, quotes in by_speaker(digest.quotes).items():
        yield Text(f"  {name}:")
        for quote in quotes:
            aside = "  (speaker inferred)" if said_by(quote).endswith("(inferred)") else ""
            words = Text(one_line(quote.span.cut(text)), table["quote"])
            yield Text("    ") + words + Text(aside, table["aside"])


def _claim_lines(text: str, digest: Digest, table: Table) -> Iterator[Text]:
    yield Text()
    yield Text(_count(len(digest.claims), "claim"), table["heading"])
    for claim in digest.claims:
        aside = "" if in_summary(digest, claim) else "  (not in the summary)"
        yield Text("  ") + _claim_words(text, claim, table) + Text(aside, table["aside"])


def _claim_words(text: str, claim: Claim, table: Table) -> Text:
    """Return a claim as words: "at most 250 strikes", "about 8 percent: of the province"."""
    modifier = f"{MODIFIERS[claim.modifier]} " if claim.modifier else ""
    value = Text(modifier + one_line(claim.span.cut(text)), table["claim"])
    if claim.noun is None:
        return value
    return value + Text(f"{'' if claim.kind == 'count' else ':'} {one_line(claim.noun.cut(text))}")


def _count(number: int, name: str) -> str:
    return f"{number} {name}{'' if number == 1 else 's'}"
