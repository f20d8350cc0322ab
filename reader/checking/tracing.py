"""Every article of a library that carries a quote or a figure, the oldest first."""

from collections.abc import Iterable
from typing import NamedTuple

from reader.article import Article
from reader.checking.claims import counted_in, telling_words
from reader.checking.quotes import LONGEST_PHRASE, standing_in
from reader.checking.sources import Source, Sources
from reader.checking.verdicts import Passage
from reader.library import Library
from summarize import Claim, Quote
from summarize.sentences import sentence_of
from summarize.things import thing
from summarize.wording import pieces

MOST_TRACED = 500  # articles that are read for one trace


class Trace(NamedTuple):
    """Who carries a quote or a figure: its wording there is the passage's span."""

    passages: tuple[Passage, ...]


def trace_quote(article: Article, quote: Quote, library: Library) -> Trace:
    """Return every article that has the words of a quote in marks, or a piece that it left out."""
    wanted = pieces(quote.span.cut(article.text))
    if not wanted:
        return Trace(())
    longest = max(wanted, key=lambda piece: len(piece.words)).words[:LONGEST_PHRASE]
    sources = _oldest_first(library.passages.with_phrase(longest, MOST_TRACED), library)
    return Trace(tuple(found for one in sources if (found := standing_in(wanted, one))))


def trace_claim(article: Article, claim: Claim, library: Library) -> Trace:
    """Return every article that counts what a claim counts, with the value it gives."""
    source = Source(0, article)
    sentence = sentence_of(source.sentences, claim.span)
    told = thing(article.text, sentence, claim, source.language)
    words = telling_words(article.text, sentence, source.language)[:6]
    found = []
    for one in _oldest_first(library.passages.with_two_of(words, MOST_TRACED), library):
        counted = max(counted_in(one, claim, told), key=lambda it: it.likeness, default=None)
        if counted:
            found.append(counted.passage)
    return Trace(tuple(found))


def _oldest_first(keys: Iterable[int], library: Library) -> Iterable[Source]:
    return Sources(library).of(library.passages.by_arrival(keys))
