"""A whole draft against the library: its quotes and figures in text order, each with a verdict."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from reader.article import Article
from reader.checking.claims import check_figures
from reader.checking.figures import Figure, Figures
from reader.checking.grounds import Ground, Quoting, grounds
from reader.checking.quotes import check_quote
from reader.checking.sources import Sources
from reader.checking.verdicts import Checked
from summarize import Claim, Quote, Span, find_quotes, split_sentences
from summarize.languages.detection import detect
from summarize.marking import inside_marks, inside_single_marks
from summarize.paragraphs import find_blocks
from summarize.sentences import sentence_of
from summarize.wording import wording

if TYPE_CHECKING:
    from reader.library import Library

FEWEST_WORDS = 3
"""How many words in marks nobody is said to say are checked all the same."""


def check(draft: Article, library: "Library") -> tuple[Checked, ...]:
    """Return every quote and every figure of a draft with what the library says of it, in order.

    A figure inside a quote goes with its quote. No digest is needed or made: what the index finds
    is read, with the digest where there is one. Quotes come first, since the articles that they
    are from are the likeliest to count what the draft counts.
    """
    text = draft.text
    language = detect(text)
    sources = Sources(library, language)
    checked = list(_quotes(draft, sources))
    quotes = [one.value.span for one in checked]
    sentences = split_sentences(text, language)
    told = Figures(text, sentences, language)
    figures = [one for one in (*told.told, *told.implied) if not _quoted(one.claim, quotes)]
    drawn = _grounds(text, sentences, figures, checked, sources)
    implied = {one.claim.span for one in told.implied}
    checked += [
        one
        for one in check_figures(figures, drawn)
        if one.value.span not in implied or one.verdict in {"same", "modifier"}
    ]
    return tuple(sorted(checked, key=lambda one: one.value.span))


def _quotes(draft: Article, sources: Sources) -> Iterator[Checked]:
    """Give the quotes with their verdicts, and what else is in marks where an article has it."""
    text = draft.text
    quotes = list(find_quotes(text, sources.language))
    # A draft is written by hand: a passage set off as a quotation, or in the other marks, counts.
    set_off = (one.span for one in draft.markup if one.kind == "quotation")
    quotes += _besides(text, quotes, (*set_off, *inside_single_marks(text)))
    marked = _besides(text, quotes, inside_marks(text, sources.language))
    for quote in sorted((*quotes, *marked), key=lambda one: one.span):
        checked = check_quote(text, quote, sources)
        if checked.found:
            sources.note(checked.found.key)
        if checked.found or quote in quotes:
            yield checked


def _besides(text: str, quotes: Sequence[Quote], spans: Iterable[Span]) -> list[Quote]:
    """Return as quotes those passages of some words that are no part of another one."""
    return [
        Quote(span, "mixed")
        for span in spans
        if len(wording(text, span).words) >= FEWEST_WORDS
        and not any(span.overlaps(quote.span) for quote in quotes)
    ]


def _grounds(
    text: str,
    sentences: Sequence[Span],
    figures: Iterable[Figure],
    quotes: Iterable[Checked],
    sources: Sources,
) -> Mapping[Span, Sequence[Ground]]:
    """Return the articles that the paragraph of each figure draws on, by the figure's span."""
    quoting = [Quoting(one.value.span, one.found.key) for one in quotes if one.found]
    paragraphs = tuple(find_blocks(text))
    found: dict[Span, Sequence[Ground]] = {}
    in_order = sorted(figures, key=lambda one: one.claim.span)
    by_place = groupby(in_order, key=lambda one: place_of(paragraphs, one.claim.span))
    for place, together in by_place:
        spans = [one.claim.span for one in together]
        told = dict.fromkeys(sentence_of(sentences, span) for span in spans)
        found.update(dict.fromkeys(spans, grounds(text, paragraphs, place, told, quoting, sources)))
    return found


def place_of(spans: Sequence[Span], span: Span) -> int:
    """Return in which of some spans, in order, another one starts."""
    return max(0, bisect_right(spans, span.start, key=lambda one: one.start) - 1)


def _quoted(claim: Claim, quotes: Sequence[Span]) -> bool:
    place = bisect_right(quotes, claim.span.start, key=lambda span: span.start)
    return bool(place) and quotes[place - 1].covers(claim.span)
