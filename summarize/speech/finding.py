"""The quotes of a text, found paragraph by paragraph."""

import re
from collections.abc import Iterator
from dataclasses import replace

from summarize.quotes import Quote, QuoteKind
from summarize.spans import Span
from summarize.speakers import Speaker
from summarize.speech.grammar import attribute
from summarize.speech.kinds import is_speech
from summarize.speech.lexicon import lexicon
from summarize.speech.marks import Paragraph, line_before, marked_paragraphs
from summarize.speech.people import People, people
from summarize.speech.reference import Turn, may_speak, who
from summarize.speech.sources import Piece, Source, announced, settle, source_of
from summarize.speech.syntax import Sentence, parse


def quotes_in(text: str, language: str) -> tuple[Quote, ...]:
    """Return the quoted speech of `text`, in order; see `summarize.find_quotes`."""
    words = lexicon(language)
    paragraphs = marked_paragraphs(text, words.dialogue_verbs)
    if not paragraphs:
        return ()
    known = people(text, words, [pair.span for found in paragraphs for pair in found.pairs])
    quotes: list[Quote] = []
    lead: Source | None = None
    turn, end = Turn(), 0
    for paragraph in paragraphs:
        goes_on = not text[end : paragraph.span.start].strip()
        sentences = parse(text, paragraph.span, paragraph.pairs, words)
        pieces = list(_pieces(sentences))
        lead = _lead(sentences, paragraph, lead if goes_on else None)
        sources = settle(sentences, pieces, lead)
        strays = {pair.span for pair in paragraph.pairs if pair.may_be_stray(text)}
        for piece, source in zip(pieces, sources, strict=True):
            if source is None and piece.span in strays:
                continue
            quote = _quote(sentences, known, piece, source, turn)
            quotes.append(quote)
            if quote.speaker:
                turn = Turn(quote.speaker.span, quote.speaker.name, quote.span.end)
            else:
                turn = Turn()
        closes = pieces and pieces[-1].sentence + 1 == len(sentences)
        lead, end = sources[-1] if closes else None, paragraph.span.end
    return tuple(quotes)


def _pieces(sentences: list[Sentence]) -> Iterator[Piece]:
    for number, sentence in enumerate(sentences):
        at = sentence.classes.find("Q")
        while at >= 0:
            attribution = attribute(sentence, at)
            if is_speech(sentence, at, attribution):
                source = source_of(sentence, attribution)
                yield Piece(number, at, sentence.token(at), source)
            at = sentence.classes.find("Q", at + 1)


def _lead(
    sentences: list[Sentence], paragraph: Paragraph, speaking: Source | None
) -> Source | None:
    """Return who is speaking when a paragraph begins: announced with a colon, or going on."""
    first = sentences[0]
    if not first.classes.startswith("Q"):
        return None
    before = line_before(first.text, paragraph.span.start)
    if before.start < before.end and first.text[before.end - 1] == ":":
        source = announced(parse(first.text, before, [], first.lexicon)[-1])
        return source and replace(source, strong=True)
    return speaking


_CLAUSE_END = re.compile(r"[,.!?…]")


def _kind(sentence: Sentence, at: int) -> QuoteKind:
    """Tell whether the words between the marks are a sentence of their own."""
    text, span = sentence.text, sentence.token(at)
    starts = at == 0 or sentence.classes[at - 1] in ",:-"
    first = next((char for char in text[span.start : span.end] if char.isalnum()), "")
    ends = _CLAUSE_END.search(text, span.end - 3, span.end + 1) is not None
    return "direct" if starts and ends and not first.islower() else "mixed"


def _quote(
    sentences: list[Sentence], known: People, piece: Piece, source: Source | None, turn: Turn
) -> Quote:
    sentence = sentences[piece.sentence]
    kind = _kind(sentence, piece.at)
    if source is None or (
        source.inferred and not source.strong and not may_speak(known, source.mention)
    ):
        return Quote(piece.span, kind)
    return Quote(piece.span, kind, _speaker(source, known, piece.span, turn), source.cue)


def _speaker(source: Source, known: People, said: Span, turn: Turn) -> Speaker:
    name, inferred = who(known, source.mention, said, turn)
    return Speaker(source.mention, name, inferred=source.inferred or inferred)
