"""Digest: all that the engine finds in one text, at once."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from summarize.claims import Claim, find_claims
from summarize.lengths import Length
from summarize.quotes import Quote, find_quotes
from summarize.sentences import split_sentences
from summarize.spans import Span
from summarize.summaries import Summary, summarize_sentences

# Raised whenever the engine finds anything else in any text or story: what is stored is made again.
ENGINE = "4"


class Marked(Protocol):
    """What stands in a text: a quote, a claim."""

    @property
    def span(self) -> Span:
        """Where it stands."""


Mark = TypeVar("Mark", bound=Marked)


@dataclass(frozen=True, slots=True)
class Digest:
    """What the engine finds in one text; every span is in code points of that text.

    `furniture` are the sentences that are page text and not story: bylines, dates, captions.
    """

    language: str
    sentences: tuple[Span, ...]
    summary: Summary
    quotes: tuple[Quote, ...]
    claims: tuple[Claim, ...]
    furniture: tuple[Span, ...] = ()


def digest(
    text: str,
    *,
    title: str = "",
    language: str | None = None,
    method: str = "news",
    sentences: int | Length = 3,
) -> Digest:
    """Return everything that the engine finds in `text`; a `language` of None is detected."""
    from summarize.furniture import find_furniture  # only who digests a text pays for it
    from summarize.languages.detection import detect

    language = language or detect(text)
    spans = split_sentences(text, language)
    furniture = find_furniture(text, spans, language)
    return Digest(
        language=language,
        sentences=spans,
        summary=summarize_sentences(
            text,
            spans,
            title=title,
            method=method,
            sentences=sentences,
            language=language,
            furniture=furniture,
        ),
        quotes=find_quotes(text, language),
        claims=find_claims(text, language),
        furniture=tuple(spans[index] for index in sorted(furniture)),
    )


def covered(summary: Summary, marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Return those of a text's quotes or claims that stand, in part at least, in its summary."""
    picks = [pick.span for pick in summary.picks]
    starts = [span.start for span in picks]
    return tuple(
        mark
        for mark in marks
        if (place := bisect_left(starts, mark.span.end)) and picks[place - 1].overlaps(mark.span)
    )
