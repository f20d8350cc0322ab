"""Which articles a paragraph of a draft draws on, and how much speaks for each."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from reader.checking.evidence import Evidence
from reader.checking.sources import Source, Sources
from summarize import Span
from summarize.words import stop_words, words

MOST_ALIKE = 20  # articles that share words with a sentence, of which the nearest are read
MOST_READ = 9
KEY_WORDS = 5
MOST_NAMES, MOST_WORDS = 12, 24
"""How many names and other words of a paragraph are looked for in each article."""

_NOTHING = Evidence()


class Ground(NamedTuple):
    """An article that a paragraph may draw on, with what speaks for it."""

    source: Source
    evidence: Evidence


class Topic(NamedTuple):
    """The names of a piece of text, and all of its words that tell what it is of, these too."""

    names: Sequence[str]
    words: Sequence[str]


class Quoting(NamedTuple):
    """Where a draft quotes an article."""

    span: Span
    key: int


def grounds(
    text: str,
    paragraphs: Sequence[Span],
    place: int,
    sentences: Iterable[Span],
    quoting: Iterable[Quoting],
    sources: Sources,
) -> list[Ground]:
    """Return the articles that a paragraph of a draft draws on most likely, the likeliest first.

    `sentences` are those of its figures.
    """
    language = sources.language
    keys = dict.fromkeys(one.key for one in quoting)
    for sentence in sentences:
        telling = telling_words(text, sentence, language)[:KEY_WORDS]
        keys.update(dict.fromkeys(sources.library.passages.with_two_of(telling, MOST_ALIKE)))
    here, around = _quoted(paragraphs, place, quoting)
    words = topic_of(text, paragraphs[place], language)
    found = [
        ground_of(
            words,
            source,
            Evidence(quoted=float(source.key in here), beside=float(source.key in around)),
        )
        for source in sources.of(keys)
    ]
    return sorted(found, key=lambda one: -one.evidence.surety("same"))[:MOST_READ]


def _quoted(
    paragraphs: Sequence[Span], place: int, quoting: Iterable[Quoting]
) -> tuple[set[int], set[int]]:
    """Return the articles that are quoted in a paragraph, and in those beside it."""
    beside = (*paragraphs[max(0, place - 1) : place], *paragraphs[place + 1 : place + 2])
    here = {one.key for one in quoting if one.span.overlaps(paragraphs[place])}
    return here, {one.key for one in quoting for span in beside if one.span.overlaps(span)}


def topic_of(text: str, piece: Span, language: str) -> Topic:
    """Return the names and words that tell what a piece of text is of."""
    telling = telling_words(text, piece, language)
    told = piece.cut(text)
    names = [word for word in telling if word.capitalize() in told][:MOST_NAMES]
    return Topic(names, telling[: len(names) + MOST_WORDS])


def ground_of(topic: Topic, source: Source, quoted: Evidence = _NOTHING) -> Ground:
    """Return an article with how much of a topic it has, besides what is quoted."""
    there = frozenset(word for word in topic.words if word in source.folded)
    names, words = _share(topic.names, there), _share(topic.words, there)
    return Ground(source, quoted._replace(names=names, topic=words))


def _share(words: Sequence[str], there: Collection[str]) -> float:
    return sum(word in there for word in words) / len(words) if words else 0.0


def telling_words(text: str, span: Span, language: str) -> Sequence[str]:
    """Return the words of a piece of text that tell its topic, names first, then the longest."""
    piece = span.cut(text)
    told = {
        word
        for word in words(text, span, language)
        if len(word) > 2 and word not in stop_words(language) and not word[0].isdigit()
    }
    return sorted(told, key=lambda word: (word.capitalize() not in piece, -len(word), word))
