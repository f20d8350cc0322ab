"""Furniture: the sentences of a text that are page text, not story."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from summarize.languages import table
from summarize.spans import Span

# The longest label ("By Ann Lee and Bo Ek for The Daily Mill") in words.
_LABEL = 12
_WORD = re.compile(r"[^\W_]+(?:['’.:-][^\W_]+)*")
_ENDED = re.compile(r"[^\s.!?…|][.!?…]+[\"'”’»)\]*_]*$")
_LABELLED = re.compile(r"[^\W\d_][\w'’ -]{1,40}: ([^\W\d_])")


def find_furniture(text: str, sentences: Sequence[Span], language: str = "en") -> frozenset[int]:
    """Return the indexes of the sentences that are bylines, dates, captions or calls to click."""
    cues = _cues(language)
    return frozenset(
        index for index, span in enumerate(sentences) if _is_furniture(text, span, cues)
    )


def is_whole(text: str, sentence: Span) -> bool:
    """Tell whether a sentence ends as sentences do, and headings and captions often do not."""
    start, end = sentence
    if text[end - 1] == "." and end - start > 1 and text[end - 2].isalnum():
        return True  # as most sentences do; the rest is slower to tell
    return bool(_ENDED.search(text, max(start, end - 12), end))


def is_caption(text: str, sentence: Span, language: str = "en") -> bool:
    """Tell whether a sentence speaks of a picture: "Under fire: Ann Lee (left) at the mill"."""
    piece, cues = sentence.cut(text), _cues(language)
    label = _LABELLED.match(piece) if ": " in piece else None
    if label and label[1].isupper():
        return True
    for sign in cues.signs:
        if sign in piece:
            return bool(cues.places.search(text, *sentence))
    return False


class _Cues(NamedTuple):
    """What tells furniture; one of `signs` is in everything that `places` finds."""

    starts: re.Pattern[str]
    places: re.Pattern[str]
    signs: tuple[str, ...]
    small: frozenset[str]


@cache
def _cues(language: str) -> _Cues:
    data = table(language, "furniture") or table("en", "furniture")
    starts = "|".join(map(re.escape, data["starts"]))
    places = "|".join(data["places"].split())
    shown = data.get("shown", "").split()
    return _Cues(
        starts=re.compile(rf"\W{{0,8}}(?:{starts})(?!\w)", re.IGNORECASE),
        places=re.compile(rf"\((?:{places})\b|\b(?:{'|'.join(shown) or '(?!)'})\b"),
        signs=("(", *shown),
        small=frozenset(data["small"].split()),
    )


def _is_furniture(text: str, span: Span, cues: _Cues) -> bool:
    if cues.starts.match(text, *span):
        return True
    return not is_whole(text, span) and _is_label(text, span, cues)


def _is_label(text: str, span: Span, cues: _Cues) -> bool:
    """Tell whether all words are names, numbers or small words: a byline, a date, a heading."""
    if span.end - span.start > 20 * _LABEL:
        return False
    found = _WORD.findall(text, *span)
    return len(found) <= _LABEL and all(
        not word[0].islower() or word in cues.small for word in found
    )
