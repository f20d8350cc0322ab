"""Quotes and claims as rows: one place that takes them apart and puts them together again."""

from collections.abc import Iterator
from typing import Any

from summarize import Claim, Quote, Span, Speaker

Stored = tuple[Any, ...]

QUOTE_COLUMNS = """start, end, kind, speaker_start, speaker_end, inferred, cue_start, cue_end"""
CLAIM_COLUMNS = """start, end, value, high, unit, kind, modifier, modifier_start, modifier_end,
    noun_start, noun_end"""


def quote_fields(quote: Quote) -> Stored:
    """Return a quote as `QUOTE_COLUMNS`; its speaker's name is kept in a table of its own."""
    speaker = quote.speaker
    return (
        *quote.span,
        quote.kind,
        *_ends(speaker.span if speaker else None),
        speaker.inferred if speaker else None,
        *_ends(quote.cue),
    )


def quote_of(fields: Stored, name: str | None, corrected: str | None = None) -> Quote:
    """Return the quote of `QUOTE_COLUMNS`, said by `corrected` where the reader knows better."""
    start, end, kind, speaker_start, speaker_end, inferred, *cue = fields
    span = _span(speaker_start, speaker_end)
    speaker = Speaker(span, name or "", bool(inferred)) if span else None
    if corrected is not None:
        speaker = Speaker(span or Span(start, start), corrected)
    return Quote(Span(start, end), kind, speaker, _span(*cue))


def claim_fields(claim: Claim) -> Stored:
    """Return a claim as `CLAIM_COLUMNS`."""
    return (
        *claim.span,
        claim.value,
        claim.high,
        claim.unit,
        claim.kind,
        claim.modifier,
        *_ends(claim.modifier_span),
        *_ends(claim.noun),
    )


def claim_of(fields: Stored) -> Claim:
    """Return the claim of `CLAIM_COLUMNS`."""
    start, end, value, high, unit, kind, modifier, *spans = fields
    return Claim(
        Span(start, end), value, kind, high, unit, modifier, _span(*spans[:2]), _span(*spans[2:])
    )


def _ends(span: Span | None) -> Iterator[int | None]:
    yield from span or (None, None)


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start, end)
