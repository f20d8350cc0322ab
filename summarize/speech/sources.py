"""Quoted speech to its speaker, across the sentences of a paragraph and from the one before."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarize.spans import Span
from summarize.speech.attribution import Attribution
from summarize.speech.grammar import governing_cue
from summarize.speech.syntax import Sentence


@dataclass(frozen=True, slots=True)
class Source:
    """A mention and a cue in the text; `strong` and `inferred` say how well the text bears it."""

    mention: Span
    cue: Span | None
    strong: bool = True
    inferred: bool = False
    names_somebody: bool = True


@dataclass(frozen=True, slots=True)
class Piece:
    """A quote where it stands: token `at` of sentence number `sentence` of its paragraph."""

    sentence: int
    at: int
    span: Span
    source: Source | None

    @property
    def opens(self) -> bool:
        """Tell whether its sentence begins with it."""
        return self.at == 0


def source_of(sentence: Sentence, attribution: Attribution | None) -> Source | None:
    """Return what the text says where the tokens of `attribution` stand."""
    if attribution is None:
        return None
    return Source(
        sentence.span(*attribution.subject),
        sentence.span(*attribution.cue) if attribution.cue else None,
        attribution.strong,
        names_somebody=sentence.classes[attribution.subject[1] - 1] in "pN",
    )


def settle(
    sentences: Sequence[Sentence], pieces: Sequence[Piece], lead: Source | None
) -> list[Source | None]:
    """Return the source of each piece of a paragraph, inferred where its sentence has none.

    `lead` is who was speaking, or was announced with a colon, when the paragraph began.
    """
    settled: list[Source | None] = []
    running: Source | None = None
    for number, piece in enumerate(pieces):
        source = piece.source
        if not (source and source.strong):
            source = _inferred(sentences, pieces, number, running, lead) or source
        settled.append(source)
        running = source or running
    return settled


def _inferred(
    sentences: Sequence[Sentence],
    pieces: Sequence[Piece],
    number: int,
    running: Source | None,
    lead: Source | None,
) -> Source | None:
    piece = pieces[number]
    sentence = sentences[piece.sentence]
    reported = "k" in sentence.classes
    somebody_else = piece.source is not None and piece.source.names_somebody
    if sentence.lexicon.verb_second:
        somebody_else = not reported  # German marks indirect speech that goes on
    if running and (piece.opens or not somebody_else):
        return replace(running, inferred=True)
    if reported:
        return _reported(sentences, piece.sentence)
    if not piece.opens:
        return None
    if running is None and number + 1 < len(pieces):
        following = pieces[number + 1].source
        if following and following.strong and len(sentences[piece.sentence].classes) <= 2:
            return replace(following, inferred=True)
    if piece.sentence:
        return announced(sentences[piece.sentence - 1])
    return lead and replace(lead, inferred=True)


def _reported(sentences: Sequence[Sentence], number: int) -> Source | None:
    """Return who speaks on in a sentence of reported speech, marked as such by its verb."""
    for earlier in range(number - 1, max(-1, number - 4), -1):
        source = announced(sentences[earlier])
        if source and source.strong:
            return source
    return None


def announced(sentence: Sentence) -> Source | None:
    """Return whom a sentence without marks lets speak in the next one."""
    attribution = governing_cue(sentence)
    source = source_of(sentence, attribution)
    return source and replace(source, inferred=True)
