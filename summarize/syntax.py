"""A paragraph as sentences of word classes, one letter a token: phrases are patterns over them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from summarize.lexicon import Lexicon
from summarize.marks import Pair
from summarize.spans import Span

LONGEST_SENTENCE = 250
"""Tokens; what is longer is cut, so that no pattern ever runs over a page."""

_TOKEN = re.compile(
    r"(?P<word>[^\W\d_]+(?:[-.'’&][^\W_]+)*)"
    r"|(?P<number>[$€£#]?\d[\d.,:]*(?:[-–]?\w+)*)"
    r"|(?P<mark>[^\w\s]|_)"
)
_CLITIC = re.compile(r"['’][sS]$")
_PUNCTUATION = {"–": "-", "—": "-", "…": ".", "!": "!", "?": "!", "[": "(", "]": ")"}
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]$")
_ENDS = re.compile(r"[.!?…][\"“”„«»'‘’)\s]*$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens of one sentence: `classes` has a letter for each of the `spans`.

    Letters are those of `lexicon`, and N capitalised word, n other word, # number, S possessive
    ending, g other -ing form, A "according to", Q a pair of quotation marks with what it holds;
    punctuation stands for itself, with - for dashes and ! for what ends a cry or a question.
    """

    text: str
    classes: str
    spans: tuple[Span, ...]

    def span(self, first: int, end: int) -> Span:
        """Return the span from the token `first` to the one before `end`."""
        return Span(self.spans[first].start, self.spans[end - 1].end)

    def word(self, at: int) -> str:
        """Return the token in small letters."""
        return self.spans[at].cut(self.text).lower()


class _Token(NamedTuple):
    letter: str
    span: Span


def parse(text: str, paragraph: Span, pairs: Sequence[Pair], words: Lexicon) -> list[Sentence]:
    """Return the sentences of a paragraph; each of `pairs` is one token of them."""
    tokens: list[_Token] = []
    at = paragraph.start
    for pair in pairs:
        tokens += _tokens(text, Span(at, pair.span.start), words)
        tokens.append(_Token("Q", pair.span))
        at = pair.span.end
    tokens += _tokens(text, Span(at, paragraph.end), words)
    return list(_sentences(text, tokens, words))


def _tokens(text: str, span: Span, words: Lexicon) -> Iterator[_Token]:
    skip = span.start
    for match in _TOKEN.finditer(text, *span):
        start, end = match.span()
        if start < skip:
            continue
        kind = match.lastgroup
        if kind == "number":
            yield _Token("#", Span(start, end))
        elif kind == "mark":
            yield _Token(_PUNCTUATION.get(match.group(), match.group()), Span(start, end))
        else:
            word = match.group()
            lower = word.lower()
            if lower in words.phrases and (phrase := _phrase(text, start, span.end, words)):
                skip = phrase.span.end
                yield phrase
                continue
            clitic = _CLITIC.search(word)
            if clitic and clitic.start():
                stem = Span(start, start + clitic.start())
                letter = _letter(stem.cut(text), words)
                yield _Token(letter, stem)
                yield _Token("b" if letter == "p" else "S", Span(stem.end, end))
                continue
            if text.startswith(".", end) and _abbreviates(word, lower, words):
                skip = end = end + 1
            yield _Token(_letter(word, words), Span(start, end))


def _abbreviates(word: str, lower: str, words: Lexicon) -> bool:
    return lower in words.titles or (word[0].isupper() and bool(_INITIALS.match(word)))


def _phrase(text: str, start: int, limit: int, words: Lexicon) -> _Token | None:
    first = text[start : start + 40].lower()
    for phrase in words.according:
        if first.startswith(phrase) and start + len(phrase) <= limit:
            return _Token("A", Span(start, start + len(phrase)))
    return None


def _letter(word: str, words: Lexicon) -> str:
    """Return the class of a word that stands inside a sentence."""
    lower = word.lower()
    letter = words.classes.get(lower)
    if word[0].isupper():
        return letter if letter and (letter in "dtph" or len(word) == 1) else "N"
    if letter:
        return letter
    for ending, guess in words.endings:
        if lower.endswith(ending) and len(lower) > len(ending) + 1:
            return guess
    return "n"


def _sentences(text: str, tokens: list[_Token], words: Lexicon) -> Iterator[Sentence]:
    first = 0
    for at in range(len(tokens)):
        last = at + 1 == len(tokens)
        if last or at - first >= LONGEST_SENTENCE or _ends(text, tokens, at):
            yield _sentence(text, tokens[first : at + 1], words)
            first = at + 1


def _ends(text: str, tokens: list[_Token], at: int) -> bool:
    token, after = tokens[at], tokens[at + 1]
    if token.letter == "Q":
        return _ENDS.search(text, token.span.end - 4, token.span.end) is not None and not (
            _goes_on(tokens, at + 1)
        )
    if token.letter not in ".!":
        return False
    start = text[after.span.start]
    return after.letter == "Q" or start.isupper() or start.isdigit() or not start.isalnum()


def _goes_on(tokens: list[_Token], at: int) -> bool:
    """Tell whether the sentence goes on behind a quote that ends with a stop: "Why?" he said."""
    following = "".join(token.letter for token in tokens[at : at + 9])
    return following[:1] in [*",;:-)abcrivoVsSw"] or bool(_SAYS.match(following))


_SAYS = re.compile(r"[dh]?[nNCp#]{1,6}[ra]*[VB]|[.](?!$)")


def _sentence(text: str, tokens: list[_Token], words: Lexicon) -> Sentence:
    letters = [token.letter for token in tokens]
    spans = tuple(token.span for token in tokens)
    if letters[0] == "N" or (letters[0] == "Q" and len(letters) > 1 and letters[1] == "N"):
        at = 0 if letters[0] == "N" else 1
        word = spans[at].cut(text)
        letter = words.classes.get(word.lower())
        follows_name = letters[at + 1 : at + 2] == ["N"]
        if letter and not (letter in "VBCvn" and follows_name) and (at == 0 or letter != "N"):
            letters[at] = letter
        elif at == 0 and word.lower().endswith("ing") and not letter:
            letters[at] = "g"
    return Sentence(text, _refine("".join(letters)), spans)


def _refine(classes: str) -> str:
    """Settle what its neighbours decide: "the report" is a noun, "to report" a verb."""
    classes = re.sub(r"(?<=[dhiCS#])B(?!Q)", "n", classes)
    return re.sub(r"(?<=[dhS])[GV](?=[nNC])", "n", classes)
