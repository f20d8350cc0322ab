"""Digest: all that the engine finds in one text, at once."""

from dataclasses import dataclass

from summarize.claims import Claim, find_claims
from summarize.quotes import Quote, find_quotes
from summarize.sentences import split_sentences
from summarize.spans import Span
from summarize.summaries import Summary, summarize


@dataclass(frozen=True, slots=True)
class Digest:
    """What the engine finds in one text; every span is in code points of that text."""

    language: str
    sentences: tuple[Span, ...]
    summary: Summary
    quotes: tuple[Quote, ...]
    claims: tuple[Claim, ...]


def digest(
    text: str,
    *,
    title: str = "",
    language: str | None = None,
    method: str = "news",
    sentences: int = 3,
) -> Digest:
    """Return everything that the engine finds in `text`; a `language` of None is detected."""
    language = language or "en"
    return Digest(
        language=language,
        sentences=split_sentences(text, language),
        summary=summarize(text, title=title, method=method, sentences=sentences, language=language),
        quotes=find_quotes(text, language),
        claims=find_claims(text, language),
    )
