"""A paragraph as sentences of word classes, one letter a token: phrases are patterns over them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from summarize.spans import Span
from summarize.speech.lexicon import Lexicon
from summarize.speech.marks import Pair
from summarize.speech.tokens import Tokens

LONGEST_SENTENCE = 250
"""Tokens; what is longer is cut, so that no pattern ever runs over a page."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens of one sentence: `classes` has a letter for each.

    Letters are those of `lexicon`, and N capitalised word, n other word, # number, S possessive
    ending, g other -ing form, A "according to", Q a pair of quotation marks with what it holds;
    punctuation stands for itself, with - for dashes and ! for what ends a cry or a question.
    """

    text: str
    classes: str
    starts: list[int]
    ends: list[int]
    lexicon: Lexicon

    def span(self, first: int, end: int) -> Span:
        """Return the span from the token `first` to the one before `end`."""
        return Span(self.starts[first], self.ends[end - 1])

    def token(self, at: int) -> Span:
        """Return the span of one token."""
        return Span(self.starts[at], self.ends[at])

    def word(self, at: int) -> str:
        """Return the token in small letters."""
        return self.token(at).cut(self.text).lower()

    def stops_inside(self, at: int) -> bool:
        """Tell whether the words in the marks at `at` end with a stop, as a sentence does."""
        behind = at + 1
        return self.classes[behind : behind + 1] in (".", "!") and (
            self.starts[behind] < self.ends[at]
        )

    def after(self, at: int) -> str:
        """Return the first word behind the token `at`, in small letters, or nothing."""
        for index in range(at + 1, min(at + 3, len(self.starts))):
            if self.classes[index] not in ",.!":
                return self.word(index)
        return ""


def parse(text: str, paragraph: Span, pairs: Sequence[Pair], lexicon: Lexicon) -> list[Sentence]:
    """Return the sentences of a paragraph; each of `pairs` is one token of them."""
    tokens = Tokens(text, paragraph, pairs, lexicon)
    cuts = [0, *_stops(text, tokens), len(tokens.letters)]
    return [
        _sentence(text, tokens, slice(first, end), lexicon)
        for first, end in pairwise(cuts)
        if first < end
    ]


def _stops(text: str, tokens: Tokens) -> Iterator[int]:
    """Yield where a sentence ends and another begins."""
    classes = tokens.letters
    first = 0
    for match in _STOP.finditer(classes):
        stop = match.end()
        while stop - first > LONGEST_SENTENCE:
            first += LONGEST_SENTENCE
            yield first
        if stop < len(classes) and _ends(text, tokens, classes, stop - 1):
            first = stop
            yield stop
    yield from range(first + LONGEST_SENTENCE, len(classes), LONGEST_SENTENCE)


_STOP = re.compile(r"[.!]")


def _ends(text: str, tokens: Tokens, classes: str, stop: int) -> bool:
    """Tell whether the stop at the token `stop` ends its sentence."""
    start = text[tokens.starts[stop + 1]]
    following = classes[stop + 1 : stop + 40]
    if classes[stop - 1 : stop] != "Q":
        return following[0] == "Q" or not (start.islower() or start in _GOES_ON)
    if start.islower() or following[0] in ",;:-)":
        return False
    pattern = _ASKS if classes[stop] == "!" else _ATTRIBUTES
    return following[0] not in "dhNnpVeC" or pattern.match(following) is None


_GOES_ON = frozenset(",.;:!?)]}%&/'’\"”»“*+=")
_SUBJECT = r"[dhe]?[nNCp#]{1,6}(?:i[dh]?[nNC]{1,5})?(?:,[^Q.]{1,30}?,|\([^Q)]{1,14}\))?"
_ATTRIBUTES = re.compile(
    rf"{_SUBJECT}[rat]*V(?![rtindhN#]+s)(?:[.irtW]|,(?!Q)|$)|V{_SUBJECT}(?:[.,i]|$)"
)
_ASKS = re.compile(
    rf"{_SUBJECT}[rat]*V(?!s|[dhe]?[nNC#]{{1,5}}[ra]{{0,2}}[bvVa])|pr?v(?!s)|V{_SUBJECT}"
)


def _sentence(text: str, tokens: Tokens, part: slice, lexicon: Lexicon) -> Sentence:
    letters, starts, ends = tokens.letters[part], tokens.starts[part], tokens.ends[part]
    if letters[0] == "N":
        first = text[starts[0] : ends[0]]
        letters = _first_letter(first, letters[1:2], lexicon) + letters[1:]
    return Sentence(text, _refine(letters), starts, ends, lexicon)


def _first_letter(word: str, after: str, lexicon: Lexicon) -> str:
    """Return the class of a word whose capital letter says nothing, before one of class `after`."""
    in_name = after != "" and after in "NVvab"
    letter = lexicon.classes.get(word.lower(), "")
    if letter and not (in_name and letter in "VJBCv"):
        return letter
    if len(word) < 7 or in_name:
        return "N"
    return next((guess for ending, guess in lexicon.endings if word.endswith(ending)), "N")


def _refine(classes: str) -> str:
    """Settle what its neighbours decide: "the report" is a noun, "to report" a verb."""
    if "I" in classes:
        classes = _SUBORDINATES.sub("s", classes).replace("I", "i")
    if "X" in classes or "Y" in classes:
        classes = _VERB_OR_NOUN.sub(_verb_or_noun, classes)
    if "F" in classes:
        classes = _BASE_OR_NOUN.sub("B", classes).replace("F", "n")
    if "B" in classes:
        classes = _NOUN_BASE.sub("n", classes)
    return _ADJECTIVE.sub("n", classes)


_BASE_OR_NOUN = re.compile(r"(?<=[pao])F|(?<=[pao]r)F")
_NOUN_BASE = re.compile(r"(?<=[dhieCS#W])B(?!Q)")
_ADJECTIVE = re.compile(r"(?<=[dheS])[GVJK](?=[nNC])")
_SUBORDINATES = re.compile(r"I(?=(?:p|[dhe]?[nNC#]{1,5})[ra]{0,3}[VJvab])")
_VERB_OR_NOUN = re.compile(r"(?<![dhieS#W])(?P<verb>[XY])(?=[sdhpNQo:])|[XY]")


def _verb_or_noun(match: re.Match[str]) -> str:
    if match["verb"] is None:
        return "n"
    return "V" if match["verb"] == "X" else "J"
