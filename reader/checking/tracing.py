"""Every article of a library that carries a quote or a figure, the oldest first."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from reader.article import Article
from reader.checking.claims import KEY_WORDS, counted_in, telling_words
from reader.checking.quotes import LONGEST_PHRASE, standing_in
from reader.checking.sources import Source, Sources
from reader.checking.verdicts import Passage
from summarize import Claim, Quote, split_sentences
from summarize.languages.detection import detect
from summarize.sentences import sentence_of
from summarize.things import thing
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
    return Trace(tuple(found for one in sources if (found := standing_in(wanted, one))))


def trace_claim(article: Article, claim: Claim, library: "Library") -> Trace:
    """Return every article that counts what a claim counts, with the value it gives."""
    language = detect(article.text)
    sentence = sentence_of(split_sentences(article.text, language), claim.span)
    told = thing(article.text, sentence, claim, language)
    words = telling_words(article.text, sentence, language)[:KEY_WORDS]
    found = []
    for one in _oldest_first(library.passages.with_two_of(words, MOST_TRACED), library, language):
        counted = max(counted_in(one, claim, told), key=lambda it: it.likeness, default=None)
        if counted:
            found.append(counted.passage)
    return Trace(tuple(found))


def _oldest_first(keys: Iterable[int], library: "Library", language: str) -> Iterable[Source]:
    return Sources(library, language).of(library.passages.by_arrival(keys))
