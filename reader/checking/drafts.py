"""A whole draft against the library: its quotes and figures in text order, each with a verdict."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.article import Article
from reader.checking.claims import check_claim
from reader.checking.quotes import check_quote
from reader.checking.sources import Sources
from reader.checking.verdicts import Checked
from summarize import Claim, Quote, find_claims, find_quotes, split_sentences
from summarize.languages.detection import detect
from summarize.sentences import sentence_of

if TYPE_CHECKING:
    from reader.library import Library


def check(draft: Article, library: "Library") -> tuple[Checked, ...]:
    """Return every quote and every figure of a draft with what the library says of it, in order.

    A figure inside a quote goes with its quote. No digest is needed or made: what the index finds
    is read, with the digest where there is one. Quotes come first, since the articles that they
    are from are the likeliest to count what the draft counts.
    """
    text = draft.text
    language = detect(text)
    sources = Sources(library, language)
    quotes = find_quotes(text, language)
    sentences = split_sentences(text, language)
    checked = []
    for quote in quotes:
        checked.append(check_quote(text, quote, sources))
        _note(checked[-1], sources)
    for claim in find_claims(text, language):
        if not _quoted(claim, quotes):
            sentence = sentence_of(sentences, claim.span)
            checked.append(check_claim(text, sentence, claim, sources))
            _note(checked[-1], sources)
    return tuple(sorted(checked, key=lambda one: one.value.span))


def _note(checked: Checked, sources: Sources) -> None:
    if checked.found:
        sources.note(checked.found.key)


def _quoted(claim: Claim, quotes: Sequence[Quote]) -> bool:
    place = bisect_right(quotes, claim.span.start, key=lambda quote: quote.span.start)
    return bool(place) and quotes[place - 1].span.covers(claim.span)
