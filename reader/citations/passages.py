"""What of a text is copied for a quote, a claim or other words of it."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from summarize import Claim, Pick, Quote, Span


class Excerpt(NamedTuple):
    """Any words of an article: what was selected, found or linked."""

    span: Span


Citable = Quote | Claim | Pick | Excerpt

# What stands before a gap that splits a quote, and at the gap's ends: "A," he said, "B".
_BREAKS_OFF = frozenset(",;?!…—–-")
_GOES_ON = frozenset(",;:—–-")
_MARKS = "\"'“”„‟«»‹›‘’‚‛ \u00a0\u202f"


def copied_span(value: Citable, text: str, quotes: Sequence[Quote]) -> Span:
    """Return the span whose words are copied for a value, as they stand in `text`.

    A claim is copied with its modifier and with what it counts where they stand beside it: "up to
    250 strikes" must not leave as "250". A quote that its attribution splits is copied from the
    first mark to the last; its other parts are looked for in `quotes`, those of the text in order.
    """
    if isinstance(value, Quote):
        return _whole(value, text, quotes)
    if not isinstance(value, Claim):
        return value.span
    start, end = value.span
    if value.modifier_span and value.modifier_span.start < start:
        start = value.modifier_span.start
    if value.noun and 0 <= value.noun.start - end <= 1:
        end = value.noun.end
    return Span(start, max(end, value.modifier_span.end if value.modifier_span else end))


def _whole(quote: Quote, text: str, quotes: Sequence[Quote]) -> Span:
    """Return the span from the first mark of a quote and its other parts to the last."""
    first = last = bisect_left(quotes, quote.span, key=lambda other: other.span)
    if first == len(quotes) or quotes[first].span != quote.span:
        return quote.span
    while first > 0 and _split(quotes[first - 1], quotes[first], text):
        first -= 1
    while last + 1 < len(quotes) and _split(quotes[last], quotes[last + 1], text):
        last += 1
    return Span(quotes[first].span.start, quotes[last].span.end)


def _split(one: Quote, other: Quote, text: str) -> bool:
    """Tell whether two quotes are one that its attribution splits, as in "A," he said, "B"."""
    gap = Span(one.span.end, other.span.start)
    cue = one.cue or other.cue
    if cue is None or not gap.covers(cue) or _mention(one) != _mention(other):
        return False
    between = gap.cut(text)
    if "\n" in between or between.rstrip()[-1] not in _GOES_ON:
        return False
    return between.lstrip()[0] in _GOES_ON or _last_said(one, text) in _BREAKS_OFF


def _mention(quote: Quote) -> tuple[int, int] | None:
    return quote.speaker.span if quote.speaker else None


def _last_said(quote: Quote, text: str) -> str:
    """Return the last character of a quote inside its marks."""
    return quote.span.cut(text).rstrip(_MARKS)[-1:]


def sentence_around(span: Span, sentences: Sequence[Span]) -> Span:
    """Return the span that is widened to the whole sentences, of some in order, that it is in."""
    around = [one for one in sentences if one.overlaps(span)]
    if not around:
        return span
    return Span(min(span.start, around[0].start), max(span.end, around[-1].end))
