"""The words of a source that stand beside a verdict, and what is said where there are none."""

from reader.checking.verdicts import Checked, Passage
from reader.compared import Piece
from reader.differing import one_line, word_diff
from reader.problems import Problem
from summarize import Claim, Quote, Span, split_sentences

EMPTY = Problem("check", "the library is empty: pullquote add what your draft quotes from")


def passage_of(draft: str, checked: Checked, found: Passage) -> tuple[Piece, ...]:
    """Return what the source says: what differs for altered words, the sentence for a figure."""
    if checked.verdict == "altered":
        parts = found.parts or (found.span,)
        return word_diff(checked.value.span.cut(draft), found.article.text, *parts)
    return (Piece("both", words_of(checked.value, found)),)


def words_of(value: Quote | Claim, found: Passage) -> str:
    """Return the words of a passage on one line; a figure is told with its sentence."""
    text = found.article.text
    span = found.span if isinstance(value, Quote) else _sentence(text, found.span)
    return one_line(span.cut(text))


def _sentence(text: str, span: Span) -> Span:
    return next((one for one in split_sentences(text) if one.covers(span)), span)
