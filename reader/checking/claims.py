"""A figure of a draft against the library: whether the same thing is counted, and alike."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.checking.sources import Source, Sources
from reader.checking.verdicts import Checked, Passage
from summarize import Claim, Span
from summarize.amounts import Agreement, compare_amounts
from summarize.things import Thing, likeness, thing
from summarize.words import stop_words, words

MOST_ALIKE = 30  # articles that share words with a sentence, of which the nearest are read
MOST_READ = 5
KEY_WORDS = 5
AGREEING, DIFFERING = 0.3, 0.42
"""The least likeness at which a figure of the same value, and of another, is about one thing."""
_VALUE_TELLS: dict[Agreement, float] = {"same": 0.3, "modifier": 0.25, "value": 0.0}


class Counted(NamedTuple):
    """A claim of a source that may be of the same thing: how alike, and how the values agree."""

    likeness: float
    agreement: Agreement
    passage: Passage


def check_claim(text: str, sentence: Span, claim: Claim, sources: Sources) -> Checked:
    """Return what the library says of a figure that stands in a sentence of a draft."""
    told = thing(text, sentence, claim, sources.language)
    best: Counted | None = None
    for source in _alike(text, sentence, sources):
        for counted in counted_in(source, claim, told):
            if best is None or counted.likeness > best.likeness:
                best = counted
    return Checked(claim, best.agreement, best.passage) if best else Checked(claim, "missing")


def counted_in(source: Source, claim: Claim, told: Thing) -> Iterator[Counted]:
    """Give the figures of a text that count the same thing, as likely as that is."""
    for other, counted in source.counts:
        agreement = compare_amounts(claim, other)
        if agreement is None:
            continue
        alike = likeness(told, counted)
        if alike >= (DIFFERING if agreement == "value" else AGREEING):
            passage = Passage(source.key, source.article, _with_modifier(other))
            yield Counted(alike + _VALUE_TELLS[agreement], agreement, passage)


def _with_modifier(claim: Claim) -> Span:
    if claim.modifier_span is None:
        return claim.span
    ends = (*claim.span, *claim.modifier_span)
    return Span(min(ends), max(ends))


def _alike(text: str, sentence: Span, sources: Sources) -> Iterable[Source]:
    """Return the articles that share the most words with a sentence, the likest first."""
    telling = telling_words(text, sentence, sources.language)
    keys = sources.library.passages.with_two_of(telling[:KEY_WORDS], MOST_ALIKE)
    found = {source.key: source for source in (*sources.quoted, *sources.of(keys))}
    shared = {key: sum(word in source.folded for word in telling) for key, source in found.items()}
    least = min(2, len(telling))
    ranked = sorted(found, key=lambda key: -shared[key])
    return [found[key] for key in ranked[:MOST_READ] if shared[key] >= least]


def telling_words(text: str, span: Span, language: str) -> Sequence[str]:
    """Return the words of a sentence that tell its topic, names first, then the longest."""
    piece = span.cut(text)
    told = {
        word
        for word in words(text, span, language)
        if len(word) > 2 and word not in stop_words(language) and not word[0].isdigit()
    }
    return sorted(told, key=lambda word: (word.capitalize() not in piece, -len(word), word))
