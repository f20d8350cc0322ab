"""Who the person reading says spoke, laid over what the engine found."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from summarize import Digest, Quote, Span, Speaker

Corrections = Mapping[Span, str]  # a quote's span to its speaker's name; "" where none is known


@dataclass(frozen=True, slots=True)
class NamedByReader(Speaker):
    """A speaker that the person named; `span` is empty where the engine found no mention."""


def corrected(digest: Digest, corrections: Corrections) -> Digest:
    """Return a digest with the names that the person gave; quotes that are no more are passed."""
    if not corrections:
        return digest
    return replace(digest, quotes=corrected_quotes(digest.quotes, corrections))


def corrected_quotes(quotes: Iterable[Quote], corrections: Corrections) -> tuple[Quote, ...]:
    """Return quotes with the names that the person gave."""
    return tuple(_corrected(quote, corrections.get(quote.span)) for quote in quotes)


def _corrected(quote: Quote, name: str | None) -> Quote:
    if name is None:
        return quote
    mention = quote.speaker.span if quote.speaker else Span(quote.span.start, quote.span.start)
    return replace(quote, speaker=NamedByReader(mention, name))
