"""Every article of a library that carries a quote or a figure, the oldest first."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from reader.article import Article
from reader.checking.claims import best, counted
from reader.checking.figures import Figures
from reader.checking.grounds import KEY_WORDS, ground_of, telling_words, topic_of
from reader.checking.quotes import LONGEST_PHRASE, standing_in
from reader.checking.sources import Source, Sources
from reader.checking.verdicts import Passage
from summarize import Claim, Quote, split_sentences
from summarize.languages.detection import detect
from summarize.sentences import sentence_of
from summarize.wording import pieces

if TYPE_CHECKING:
    from reader.library import Library

MOST_TRACED = 500  # articles that are read for one trace


class Trace(NamedTuple):
    """Who carries a quote or a figure: its wording there is the passage's span."""

    passages: tuple[Passage, ...]


def trace_quote(article: Article, quote: Quote, library: "Library") -> Trace:
    """Return every article that has the words of a quote in marks, or a piece that it left out."""
    wanted = pieces(quote.span.cut(article.text))
    if not wanted:
        return Trace(())
    longest = max(wanted, key=lambda piece: len(piece.words)).words[:LONGEST_PHRASE]
    keys = library.passages.with_phrase(longest, MOST_TRACED)
    sources = _oldest_first(keys, library, detect(article.text))
    return Trace(tuple(found.passage for one in sources if (found := standing_in(wanted, one))))


def trace_claim(article: Article, claim: Claim, library: "Library") -> Trace:
    """Return every article that counts what a claim counts, with the value it gives."""
    text, language = article.text, detect(article.text)
    sentences = split_sentences(text, language)
    told = Figures(text, sentences, language).of(claim)
    if told is None:
        return Trace(())
    sentence = sentence_of(sentences, claim.span)
    words = telling_words(text, sentence, language)[:KEY_WORDS]
    topic, found = topic_of(text, sentence, language), []
    for one in _oldest_first(library.passages.with_two_of(words, MOST_TRACED), library, language):
        ground = ground_of(topic, one)
        carried = best(counted(told, [ground])) or best(counted(told, [ground], differing=True))
        if carried:
            found.append(carried.passage)
    return Trace(tuple(found))


def _oldest_first(keys: Iterable[int], library: "Library", language: str) -> Iterable[Source]:
    return Sources(library, language).of(library.passages.by_arrival(keys))
