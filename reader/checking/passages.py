"""The words of a source that stand beside a verdict, and what is said where there are none."""

from reader.checking.verdicts import Checked, Passage
from reader.compared import Piece
from reader.differing import one_line, word_diff
from reader.problems import Problem
from summarize import Claim, Quote, Span, split_sentences

EMPTY = Problem("check", "the library is empty: pullquote add what your draft quotes from")


def passage_of(draft: str, checked: Checked, found: Passage) -> tuple[Piece, ...]:
    """Return what the source says: what differs for altered words, else the whole sentence.

    So it can be seen what a quote leaves out of it, or what a figure is of.
    """
    if checked.verdict == "altered":
        parts = found.parts or (found.span,)
        return word_diff(checked.value.span.cut(draft), found.article.text, *parts)
    return (Piece("both", _in_sentence(found)),)


def words_of(value: Quote | Claim, found: Passage) -> str:
    """Return the words of a passage on one line; a figure is told with its sentence."""
    return (
        one_line(found.span.cut(found.article.text))
        if isinstance(value, Quote)
        else _in_sentence(found)
    )


def _in_sentence(found: Passage) -> str:
    """Return the sentences that a passage stands in, on one line."""
    text, (start, end) = found.article.text, found.span
    around = [one for one in split_sentences(text) if one.overlaps(found.span)]
    whole = Span(min(start, around[0].start), max(end, around[-1].end)) if around else found.span
    return one_line(whole.cut(text))
