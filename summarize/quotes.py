"""Quotation marks to quoted speech."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from summarize.clauses import (
    Attribution,
    attribute_aside,
    attribute_before,
    attribute_behind,
)
from summarize.lexicon import lexicon
from summarize.marks import Pair, pair_marks, paragraphs
from summarize.people import People, people
from summarize.spans import Span
from summarize.speakers import Speaker
from summarize.syntax import Sentence, parse

QuoteKind = Literal["direct", "mixed"]


@dataclass(frozen=True, slots=True)
class Quote:
    """One piece of quoted speech.

    `span` holds the words with their marks. `kind` is "direct" where the sentence is the quote and
    "mixed" where only part of a sentence is in marks. `cue` is the word that says that somebody
    spoke ("said"); `speaker` is None where the text does not tell.
    """

    span: Span
    kind: QuoteKind
    speaker: Speaker | None = None
    cue: Span | None = None


def find_quotes(text: str, language: str = "en") -> tuple[Quote, ...]:
    """Return the quoted speech of `text`, in order."""
    words = lexicon(language)
    lines = list(paragraphs(text))
    found: list[tuple[Span, list[Pair]]] = []
    for index, line in enumerate(lines):
        after = lines[index + 1] if index + 1 < len(lines) else None
        continues = after is not None and text[after.start] in "\"“„«»‘'"
        if pairs := pair_marks(text, line, continues=continues):
            found.append((line, pairs))
    doubles = any(not pair.single for _, pairs in found for pair in pairs)
    quotes: list[Quote] = []
    known = people(text, words) if found else None
    for line, pairs in found:
        kept = [pair for pair in pairs if not (doubles and pair.single)]
        if kept and known:
            quotes += _paragraph(text, line, kept, known, quotes[-1] if quotes else None)
    return tuple(quotes)


def _paragraph(
    text: str, line: Span, pairs: list[Pair], known: People, running: Quote | None
) -> list[Quote]:
    quotes: list[Quote] = []
    for sentence in parse(text, line, pairs, known.words):
        for match in re.finditer("Q", sentence.classes):
            at = match.start()
            quote = _quote(sentence, at, running, known)
            if quote:
                quotes.append(quote)
                running = quote
    return quotes


_CLAUSE_END = re.compile(r"[,.!?…]")


def _quote(sentence: Sentence, at: int, running: Quote | None, known: People) -> Quote | None:
    text, span = sentence.text, sentence.spans[at]
    if text[span.start - 1 : span.start] == "=":
        return None
    kind = _kind(sentence, at)
    chosen = _attribution(sentence, at)
    if chosen is None:
        if running and len(sentence.classes) <= 3:
            speaker = running.speaker and replace(running.speaker, inferred=True)
            return Quote(span, kind, speaker, running.cue)
        return Quote(span, kind)
    return Quote(span, kind, _speaker(sentence, chosen, known), _cue(sentence, chosen))


def _kind(sentence: Sentence, at: int) -> QuoteKind:
    """Tell whether the words between the marks are a sentence of their own."""
    text, span = sentence.text, sentence.spans[at]
    starts = at == 0 or sentence.classes[at - 1] in ",:-"
    first = next((char for char in text[span.start : span.end] if char.isalnum()), "")
    ends = _CLAUSE_END.search(text, span.end - 3, span.end + 1) is not None
    return "direct" if starts and ends and not first.islower() else "mixed"


def _attribution(sentence: Sentence, at: int) -> Attribution | None:
    behind = attribute_behind(sentence, at)
    before = attribute_before(sentence, at) if at else None
    if before and before.strong:
        return before
    return behind or attribute_aside(sentence, at) or before


def _speaker(sentence: Sentence, attribution: Attribution, known: People) -> Speaker | None:
    if not attribution.subject:
        return None
    span = sentence.span(*attribution.subject)
    return Speaker(span, known.named(span.cut(sentence.text)))


def _cue(sentence: Sentence, attribution: Attribution) -> Span | None:
    return sentence.span(*attribution.cue) if attribution.cue else None
