"""A whole draft against the library: its quotes and figures in text order, each with a verdict."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

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

Tell = Callable[[int, int], object]
"""What hears how much of how much is done."""


def nobody(_done: int, _total: int) -> None:
    """Hear how far it is, and do nothing."""


def check(draft: Article, library: "Library", tell: Tell = nobody) -> tuple[Checked, ...]:
    """Return every quote and every figure of a draft with what the library says of it, in order.

    A figure inside a quote goes with its quote. No digest is needed or made: what the index finds
    is read, with the digest where there is one. Quotes come first, since the articles that they
    are from are the likeliest to count what the draft counts. `tell` hears how far it is.
    """
    text = draft.text
    language = detect(text)
    sources = Sources(library, language)
    sentences = split_sentences(text, language)
    told = Figures(text, sentences, language)
    figures = (*told.told, *told.implied)
    quotes = _quotes(draft, language)
    way = _Way(len(quotes) + len(figures), tell)
    checked = [one for quote in quotes if (one := _checked(text, quote, sources, way))]
    spans = [one.value.span for one in checked]
    figures = tuple(one for one in figures if not _quoted(one.claim, spans))
    drawn = _grounds(text, sentences, figures, checked, sources, way)
    implied = {one.claim.span for one in told.implied}
    checked += [
        one
        for one in check_figures(figures, drawn)
        if one.value.span not in implied or one.verdict in {"same", "modifier"}
    ]
    return tuple(sorted(checked, key=lambda one: one.value.span))


class _Way:
    """How much of the way is done, of which the last step is to bring it all together."""

    def __init__(self, steps: int, tell: Tell) -> None:
        self._total, self._done, self._tell = steps + 1, 0, tell

    def go(self, steps: int = 1) -> None:
        self._done += steps
        self._tell(self._done, self._total)


class _Marked(NamedTuple):
    """Words in marks; nobody is said to say those that are `bare`."""

    quote: Quote
    bare: bool


def _quotes(draft: Article, language: str) -> list[_Marked]:
    """Return the quotes of a draft and what else is in marks, in order."""
    text = draft.text
    quotes = list(find_quotes(text, language))
    # A draft is written by hand: a passage set off as a quotation, or in the other marks, counts.
    set_off = (one.span for one in draft.markup if one.kind == "quotation")
    quotes += _besides(text, quotes, (*set_off, *inside_single_marks(text)))
    bare = _besides(text, quotes, inside_marks(text, language))
    told = [_Marked(one, bare=False) for one in quotes] + [_Marked(one, bare=True) for one in bare]
    return sorted(told, key=lambda one: one.quote.span)


def _checked(text: str, marked: _Marked, sources: Sources, way: _Way) -> Checked | None:
    """Return a quote with its verdict; what is bare only where an article has it."""
    checked = check_quote(text, marked.quote, sources)
    way.go()
    if checked.found:
        sources.note(checked.found.key)
    return checked if checked.found or not marked.bare else None


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
    way: _Way,
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
        way.go(len(spans))
    return found


def place_of(spans: Sequence[Span], span: Span) -> int:
    """Return in which of some spans, in order, another one starts."""
    return max(0, bisect_right(spans, span.start, key=lambda one: one.start) - 1)


def _quoted(claim: Claim, quotes: Sequence[Span]) -> bool:
    place = bisect_right(quotes, claim.span.start, key=lambda span: span.start)
    return bool(place) and quotes[place - 1].covers(claim.span)
