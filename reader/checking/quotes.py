"""A quote of a draft against the library: whether it stands, where, and who says it there."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.checking.people import agree, contradict, stands_named
from reader.checking.sources import Source, Sources
from reader.checking.verdicts import Checked, Passage
from summarize import Quote, Span
from summarize.naming import only_person, person_name
from summarize.sentences import sentence_of
from summarize.wording import Nearness, Piece, Wording, nearness, pieces, stands_in, wording
from summarize.words import is_negation, stop_words

MOST_EXACT = 30  # articles that have the words, of which the newest are read
MOST_ALIKE = 30  # articles that share words with a quote, of which the nearest are read
MOST_NEAR = 5
LONGEST_PHRASE = 6  # words that the index is asked for in a row
KEY_WORDS = 5
FEWEST_OF_SENTENCE = 4  # words
MOST_BEFORE = 2
"""How many words more than a quote has there may begin the sentence that it is from."""
_ALTERED = ((0.65, 1), (0.5, 3), (0.4, 4))
"""The shares of a quote's words that an altered one has in common with its source at least, each
with how many of them must stand in a row."""
_SPEAKER_TELLS = 0.1


class Stood(NamedTuple):
    """A passage that has the words, and the person who says them there, if known by name.

    `turned` says that a negation of the passage was left out or replaced: "not" in "not one
    school will close".
    """

    passage: Passage
    person: str
    turned: bool


class Near(NamedTuple):
    """A passage that resembles a quote, and how much."""

    likeness: float
    passage: Passage


def check_quote(text: str, quote: Quote, sources: Sources) -> Checked:
    """Return what the library says of a quote in a draft."""
    quoted = quote.span.cut(text)
    wanted = pieces(quoted)
    if not wanted:
        return Checked(quote, "missing")
    name = _who(text, quote, sources.language)
    having = list(_with_words(wanted, sources))
    whole = _is_whole(text, quote, wanted)
    exact = list(_standing(wanted, having, whole=whole))
    alike = [] if exact else [*having, *_alike(wanted, name, sources)]
    exact = exact or list(_standing(wanted, alike[len(having) :], whole=whole))
    if exact and all(one.turned for one in exact):
        return Checked(quote, "altered", exact[0].passage)
    exact = [one for one in exact if not one.turned]
    if exact:
        return _by_speaker(quote, name, exact, _also_meant(text, quote, sources.language))
    if past := next(_standing(wanted, _past(wanted, sources), past=True), None):
        return Checked(quote, "changed", past.passage)
    return _altered(quote, wanted, name, alike)


def _who(text: str, quote: Quote, language: str) -> str:
    """Return the person who speaks, or without one the only person whom the paragraph names."""
    if quote.speaker and quote.speaker.name:
        return person_name(text, quote.speaker, language)
    return only_person(text, quote.span.start, language)


def standing_in(
    wanted: Sequence[Piece], source: Source, *, past: bool = False, whole: bool = False
) -> Stood | None:
    """Return where words stand in one speech of a text, word for word; None where they do not.

    `whole` says that they are told as a sentence of their own.
    """
    for speech in source.speeches:
        if place := stands_in(wanted, speech.wording.words):
            words, (start, end) = speech.wording.words, place
            denied = whole and start > 0 and is_negation(words[start - 1], source.language)
            span = speech.wording.span(start - denied, end)
            turned = denied or _drops_negation(wanted, words[start:end], source.language)
            passage = Passage(source.key, source.article, span, speech.speaker, past)
            return Stood(passage, speech.person, turned)
    return None


def _drops_negation(wanted: Sequence[Piece], words: Sequence[str], language: str) -> bool:
    """Tell whether what an ellipsis or a bracket stands for has a negation in it."""
    told = Counter(word for piece in wanted for word in piece.words)
    return any(is_negation(word, language) for word in Counter(words) - told)


def _standing(
    wanted: Sequence[Piece], sources: Iterable[Source], *, past: bool = False, whole: bool = False
) -> Iterator[Stood]:
    for source in sources:
        if stood := standing_in(wanted, source, past=past, whole=whole):
            yield stood


def _is_whole(text: str, quote: Quote, wanted: Sequence[Piece]) -> bool:
    """Tell whether a quote is told as a sentence: some words, the first with a capital."""
    first = wording(text, quote.span).places[0].start
    return text[first].isupper() and len(wanted[0].words) >= FEWEST_OF_SENTENCE


def _with_words(wanted: Sequence[Piece], sources: Sources) -> Iterator[Source]:
    """Give the articles that have the longest piece in a row."""
    longest = max(wanted, key=lambda piece: len(piece.words)).words
    find = sources.library.passages.with_phrase
    return sources.of(find(longest[:LONGEST_PHRASE], MOST_EXACT))


def _past(wanted: Sequence[Piece], sources: Sources) -> Iterator[Source]:
    word = max((word for piece in wanted for word in piece.words), key=len)
    return (one for one in sources.past if word in one.folded)


def _by_speaker(quote: Quote, name: str, exact: Sequence[Stood], also_meant: str) -> Checked:
    """Return the verdict on words that stand: where the same person says them, if anywhere."""
    theirs = next((one for one in exact if agree(name, one.person)), None)
    others = next((one for one in exact if contradict(name, one.person)), None)
    if theirs is None and others is not None and not stands_named(others.person, also_meant):
        return Checked(quote, "speaker", others.passage)
    return Checked(quote, "verbatim", (theirs or exact[0]).passage)


def _also_meant(text: str, quote: Quote, language: str) -> str:
    """Return where those stand whom a pronoun of the draft, or no word, may mean; else nothing."""
    if quote.speaker and quote.speaker.name:
        pronoun = quote.speaker.span.cut(text).casefold() in stop_words(language)
        if not (quote.speaker.inferred and pronoun):
            return ""
    end = quote.span.start
    return text[text.rfind("\n", 0, max(0, text.rfind("\n", 0, end) - 1)) + 1 : end]


def _alike(wanted: Sequence[Piece], name: str, sources: Sources) -> Iterator[Source]:
    """Give the articles that share the most of a quote's telling words, the likest first."""
    words = {word for piece in wanted for word in piece.words}
    telling = sorted(words - stop_words(sources.language), key=lambda word: (-len(word), word))
    telling = telling[:KEY_WORDS] or sorted(words)
    surname = name.split()[-1:] if name[:1].isupper() else []
    keys = sources.library.passages.with_two_of([*telling, *surname], MOST_ALIKE)
    found = {source.key: source for source in (*sources.quoted, *sources.of(keys))}
    ranked = sorted(
        found.values(),
        key=lambda source: (
            -sum(word in source.folded for word in (*telling, *map(str.lower, surname)))
        ),
    )
    return iter(ranked[:MOST_NEAR])


def _altered(quote: Quote, wanted: Sequence[Piece], name: str, alike: Iterable[Source]) -> Checked:
    """Return the passage that resembles a quote most, if one does enough."""
    words = tuple(word for piece in wanted for word in piece.words)
    near = [one for source in alike for one in _near(words, name, source)]
    best = max(near, key=lambda one: one.likeness, default=None)
    if best is None:
        return Checked(quote, "missing")
    return Checked(quote, "altered", best.passage)


def _place(near: Nearness, told: Wording, sentences: Sequence[Span]) -> Span:
    """Return where words resemble others: the words that differ at either end are of it, too.

    They are of the sentences of those that stand; one is told from its first word where that is
    near, since what was left out there may turn it round.
    """
    start = sentence_of(sentences, told.places[near.first]).start
    end = sentence_of(sentences, told.places[near.end - 1]).end
    of_start = sum(place.start >= start for place in told.places[: near.first])
    of_end = sum(place.end <= end for place in told.places[near.end :])
    lead = of_start if of_start <= near.lead + MOST_BEFORE else near.lead
    return told.span(near.first - lead, near.end + min(near.tail, of_end))


def _near(words: Sequence[str], name: str, source: Source) -> Iterator[Near]:
    """Give the speeches and sentences of a text that a quote may have been made of."""
    telling = frozenset(words) - stop_words(source.language) or frozenset(words)
    if 2 * sum(word in source.folded for word in telling) < len(telling):
        return
    for speech in source.sayings:
        shared = len(telling.intersection(speech.wording.words))
        if 2 * shared < len(telling):
            continue
        near = nearness(words, speech.wording.words)
        if not any(near.share >= share and near.run >= run for share, run in _ALTERED):
            continue
        told = agree(name, speech.person) - contradict(name, speech.person)
        span = _place(near, speech.wording, source.sentences)
        parts = speech.wording.within(span)
        passage = Passage(source.key, source.article, span, speech.speaker, parts=parts)
        yield Near(near.share + _SPEAKER_TELLS * told, passage)
