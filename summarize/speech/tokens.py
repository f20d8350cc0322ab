"""A paragraph to tokens: words, numbers, marks, and each quote as one token, with their classes."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, chain, pairwise
from typing import cast

from summarize.memo import Memo
from summarize.spans import Span
from summarize.speech.lexicon import Lexicon, lexicon
from summarize.speech.marks import Pair

FARTHEST = 3000
"""Code points from a quote in which its sentence must begin or end."""

_TOKEN = re.compile(
    r"([^\W\d_]+(?:[-.'’&][^\W_]+)*)"
    r"|([$€£#]?\d+(?:[.,:]\d+)*(?:[-–]?\w+)*)"
    r"|(--+|[^\w\s]|_)"
)
_WORD, _NUMBER = 1, 2
_LONGEST_PHRASE = 40
_LAST_MARKS = {",": ",", ".": ".", "…": ".", "!": "!", "?": "!", "-": "!", "–": "!", "—": "!"}
_PUNCTUATION = {"–": "-", "—": "-", "―": "-", "…": ".", "?": "!", "[": "(", "]": ")", "&": "N"}
"""What marks stand for; "&" joins names to one."""
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]$")
_COMPOUND = re.compile(r"['’-]")

Token = tuple[str, int, int]
"""A class letter, where the token starts, where it ends."""

Columns = tuple[str, tuple[int, ...]]
"""Class letters, and the code points to each start and end from the one before."""


class Tokens:
    """The tokens of a paragraph as columns: a class letter, where it starts, where it ends.

    `letters` is a string with the letter of each.
    """

    __slots__ = ("_letters", "_lexicon", "_text", "ends", "letters", "starts")

    def __init__(self, text: str, paragraph: Span, pairs: Sequence[Pair], lexicon: Lexicon) -> None:
        self._text = text
        self._lexicon = lexicon
        self._letters: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        at = paragraph.start
        for pair in pairs:
            self._add_near(at, pair.span.start)
            self._add("Q", *pair.span)
            self._add_last_mark(pair)
            at = pair.span.end
        self._add_near(at, paragraph.end)
        self.letters = "".join(self._letters)

    def _add(self, letter: str, start: int, end: int) -> None:
        self._letters.append(letter)
        self.starts.append(start)
        self.ends.append(end)

    def _add_near(self, start: int, end: int) -> None:
        """Add the tokens between two quotes; of an endless stretch only its two ends."""
        if end - start <= 2 * FARTHEST:
            self._add_all(start, end)
        else:
            self._add_all(start, start + FARTHEST)
            self._add_all(end - FARTHEST, end)

    def _add_last_mark(self, pair: Pair) -> None:
        """Add the comma or stop before a closing mark, as if it stood behind it."""
        end = pair.inner(self._text).end
        if letter := _LAST_MARKS.get(self._text[end - 1 : end]):
            self._add(letter, end - 1, end)

    def _add_all(self, start: int, end: int) -> None:
        stretch = self._text[start:end]
        words = stretch.strip(" ")
        if not words or self._add_columns(words, start + stretch.index(words), end):
            return
        text, known = self._text, _tokens_of_pieces(self._lexicon.language)
        at = skip = start
        for piece in stretch.split(" "):
            after = at + len(piece)
            tokens = known[piece] if at >= skip else None
            if tokens is None or (after == end and text.startswith(".", end)):
                skip = self._add_anew(at, after, skip)
            else:
                for letter, first, last in tokens:
                    self._add(letter, at + first, at + last)
            at = after + 1

    def _add_columns(self, words: str, start: int, end: int) -> bool:
        """Add the tokens of words at `start` all at once, and tell whether that may be.

        It may not where a phrase goes beyond the pieces between spaces, or a stop beyond `end`.
        """
        low = self._text[start : end + _LONGEST_PHRASE].lower()
        for phrase in self._lexicon.according:
            if phrase in low:
                return False
        columns = _columns_of_pieces(self._lexicon.language)
        found = list(map(columns.__getitem__, words.split(" ")))
        if None in found or self._text.startswith(".", end):
            return False
        letters, steps = zip(*cast("list[Columns]", found), strict=True)
        marks = list(accumulate(chain.from_iterable(steps), initial=start - 1))
        self._letters += letters
        self.starts += marks[1::2]
        self.ends += marks[2::2]
        return True

    def _add_anew(self, start: int, end: int, skip: int) -> int:
        """Add those tokens from `skip` on that what follows may change; return where they end."""
        for token in _tokens(self._text, start, end, self._lexicon, skip):
            self._add(*token)
            skip = token[2]
        return skip


@cache
def _tokens_of_pieces(language: str) -> Memo[tuple[Token, ...] | None]:
    """Return the tokens of every piece of text without a space; None where a phrase may begin."""
    words = lexicon(language)

    def tokens(piece: str) -> tuple[Token, ...] | None:
        if any(match.group().lower() in words.phrases for match in _TOKEN.finditer(piece)):
            return None
        return tuple(_tokens(piece, 0, len(piece), words))

    return Memo(tokens)


@cache
def _columns_of_pieces(language: str) -> Memo[Columns | None]:
    """Return the tokens of every piece of text behind a space; None where it ends with none."""
    words = lexicon(language)

    def columns(piece: str) -> Columns | None:
        tokens = list(_tokens(piece, 0, len(piece), words))
        if not tokens or tokens[-1][2] != len(piece):
            return None
        marks = [-1, *chain.from_iterable((first, last) for _, first, last in tokens)]
        steps = tuple(mark - before for before, mark in pairwise(marks))
        return "".join(letter for letter, _, _ in tokens), steps

    return Memo(columns)


def _tokens(text: str, start: int, end: int, lexicon: Lexicon, at: int = 0) -> Iterator[Token]:
    """Yield the tokens of a stretch of text that begin at `at` or later.

    An abbreviation or a phrase may go beyond the end of the stretch.
    """
    for match in _TOKEN.finditer(text, start, end):
        first, last = match.span()
        if first < at:
            continue
        if match.lastindex == _WORD:
            for token in _of_word(text, first, last, lexicon):
                yield token
                at = token[2]
        elif match.lastindex == _NUMBER:
            yield "#", first, last
        else:
            yield _PUNCTUATION.get(text[first], text[first]), first, last


def _of_word(text: str, start: int, end: int, lexicon: Lexicon) -> list[Token]:
    """Return the tokens of a word: with the stop of an abbreviation, with the rest of a phrase."""
    word = text[start:end]
    lower = word.lower()
    if lower in lexicon.phrases:
        stop = _phrase_end(text, start, lexicon)
        return [("A", start, stop)] if stop else _of_compound(word, lower, start, lexicon)
    if not word.isalpha() and _COMPOUND.search(word):
        return _of_compound(word, lower, start, lexicon)
    if text.startswith(".", end) and _abbreviates(word, lower, lexicon):
        end += 1
    return [(_class(word, lower, lexicon), start, end)]


def _of_compound(word: str, lower: str, start: int, lexicon: Lexicon) -> list[Token]:
    """Return the tokens of a word that may be two in one."""
    end = start + len(word)
    if lower.endswith(("'s", "’s")) and not lexicon.elisions:
        letter = word_class(word[:-2], lexicon)
        return [(letter, start, end - 2), ("b" if letter == "p" else "S", end - 2, end)]
    tokens: list[Token] = []
    stem = lower.replace("’", "'").partition("'")[0]
    if stem in lexicon.elisions and len(stem) + 1 < len(lower):
        tokens.append((lexicon.elisions[stem], start, start + len(stem) + 1))
        word, start = word[len(stem) + 1 :], start + len(stem) + 1
    for clitic in lexicon.clitics:
        if lower.endswith(clitic) and len(word) > len(clitic):
            cut = end - len(clitic)
            first = (word_class(word[: -len(clitic)], lexicon), start, cut)
            return [*tokens, first, ("p", cut + clitic.rindex("-") + 1, end)]
    return [*tokens, (word_class(word, lexicon), start, end)]


def word_class(word: str, lexicon: Lexicon) -> str:
    """Return the class of a word that stands inside a sentence."""
    return _class(word, word.lower(), lexicon)


def _class(word: str, lower: str, lexicon: Lexicon) -> str:
    letter = lexicon.classes.get(lower)
    if word[0].isupper():
        return letter if letter and (letter in "dtph" or len(word) == 1) else "N"
    if letter:
        return letter
    for ending, guess in lexicon.endings:
        if lower.endswith(ending) and len(lower) > len(ending) + 1:
            return guess
    return "n"


def _abbreviates(word: str, lower: str, lexicon: Lexicon) -> bool:
    return lower in lexicon.abbreviations or (
        word[0].isupper() and _INITIALS.match(word) is not None
    )


def _phrase_end(text: str, start: int, lexicon: Lexicon) -> int | None:
    first = text[start : start + _LONGEST_PHRASE].lower()
    for phrase in lexicon.according:
        end = start + len(phrase)
        if first.startswith(phrase) and not text[end : end + 1].isalnum():
            return end
    return None
