"""Furniture: the sentences of a text that are page text, not story."""

from collections.abc import Sequence

from summarize.spans import Span


def find_furniture(text: str, sentences: Sequence[Span], language: str = "en") -> frozenset[int]:
    """Return the indexes of the sentences that are bylines, dates, captions, calls to click."""
    del text, sentences, language
    return frozenset()
