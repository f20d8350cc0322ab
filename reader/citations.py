"""A quote, a claim or other words with their source: what a copy holds."""

from typing import NamedTuple

from reader.article import Article
from summarize import Claim, Pick, Quote, Span


class Excerpt(NamedTuple):
    """Any words of an article: what was selected, found or linked."""

    span: Span


Citable = Quote | Claim | Pick | Excerpt


def copied_span(value: Citable) -> Span:
    """Return the span whose text is copied for a quote, a claim or a pick, as it stands.

    A claim is copied with its modifier and with what it counts where they stand beside it: "up to
    250 strikes" must not leave as "250".
    """
    if not isinstance(value, Claim):
        return value.span
    start, end = value.span
    if value.modifier_span and value.modifier_span.start < start:
        start = value.modifier_span.start
    if value.noun and 0 <= value.noun.start - end <= 1:
        end = value.noun.end
    return Span(start, max(end, value.modifier_span.end if value.modifier_span else end))


def with_source(article: Article, value: Citable) -> str:
    """Return the words, then the speaker, title, outlet, date and address, as far as known."""
    words = copied_span(value).cut(article.text)
    date = article.published.partition("T")[0]
    about = (said_by(value), article.title, article.source, date, article.url)
    return f"{words}\n— {', '.join(part for part in about if part)}"


def said_by(value: Citable) -> str:
    """Return the speaker's name, marked where it was inferred; that none is told for a quote."""
    if not isinstance(value, Quote):
        return ""
    if value.speaker is None or not value.speaker.name:
        return "speaker not named"
    return value.speaker.name + (" (inferred)" if value.speaker.inferred else "")
