"""Text to sentence spans."""

from bisect import bisect_right
from collections.abc import Sequence

from summarize.spans import Span


def split_sentences(text: str, language: str = "en") -> tuple[Span, ...]:
    """Return the sentences of `text` in order; white space between them belongs to none.

    A sentence does not go beyond its paragraph. Languages without data of their own are split by
    the same rules with no abbreviations known but initials and letters with periods ("U.N.").
    """
    from summarize.splitting import sentences_in  # only who splits a text pays for it

    return sentences_in(text, language)


def sentence_of(sentences: Sequence[Span], span: Span) -> Span:
    """Return the sentence in which a span begins; the span itself where there is none."""
    place = bisect_right(sentences, span.start, key=lambda sentence: sentence.start) - 1
    return sentences[place] if place >= 0 and sentences[place].end > span.start else span
