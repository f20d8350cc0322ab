"""A paragraph to tokens: words, numbers, marks, and each quote as one token, with their classes."""

import re
from collections.abc import Sequence

from summarize.spans import Span
from summarize.speech.lexicon import Lexicon
from summarize.speech.marks import Pair

FARTHEST = 3000
"""Code points from a quote in which its sentence must begin or end."""

_TOKEN = re.compile(
    r"([^\W\d_]+(?:[-.'’&][^\W_]+)*)"
    r"|([$€£#]?\d+(?:[.,:]\d+)*(?:[-–]?\w+)*)"
    r"|(--+|[^\w\s]|_)"
)
_WORD, _NUMBER = 1, 2
_REMEMBERED = 1 << 16
_LAST_MARKS = {",": ",", ".": ".", "…": ".", "!": "!", "?": "!", "-": "!", "–": "!", "—": "!"}
_PUNCTUATION = {"–": "-", "—": "-", "―": "-", "…": ".", "?": "!", "[": "(", "]": ")"}
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]$")
_COMPOUND = re.compile(r"['’-]")


class Tokens:
    """The tokens of a paragraph as columns: a class letter, where it starts, where it ends."""

    __slots__ = ("_lexicon", "_text", "ends", "letters", "starts")

    def __init__(self, text: str, paragraph: Span, pairs: Sequence[Pair], lexicon: Lexicon) -> None:
        self._text = text
        self._lexicon = lexicon
        self.letters: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        at = paragraph.start
        for pair in pairs:
            self._add_near(at, pair.span.start)
            self._add("Q", *pair.span)
            self._add_last_mark(pair)
            at = pair.span.end
        self._add_near(at, paragraph.end)

    def _add(self, letter: str, start: int, end: int) -> None:
        self.letters.append(letter)
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
        text, plain, skip = self._text, self._lexicon.plain, start
        simple = self._lexicon.simple
        letters, starts, ends = self.letters, self.starts, self.ends
        for match in _TOKEN.finditer(text, start, end):
            first, last = match.span()
            if first < skip:
                continue
            word, kind = match.group(), match.lastindex
            if letter := plain.get(word):  # as half of all words are
                letters.append(letter)
                starts.append(first)
                ends.append(last)
            elif kind == _WORD:
                if (letter := simple.get(word)) and not text.startswith(".", last):
                    letters.append(letter)
                    starts.append(first)
                    ends.append(last)
                else:
                    skip = self._add_word(word, first, last)
            elif kind == _NUMBER:
                self._add("#", first, last)
            else:
                self._add(_PUNCTUATION.get(word[0], word[0]), first, last)

    def _add_word(self, word: str, start: int, end: int) -> int:
        """Add a word, with the stop of an abbreviation; return where it ends."""
        lexicon, lower = self._lexicon, word.lower()
        if lower in lexicon.phrases or not (word.isalpha() or _COMPOUND.search(word) is None):
            return self._add_compound(start, end, lower)
        if self._text.startswith(".", end) and _abbreviates(word, lower, lexicon):
            end += 1
        letter = _class(word, lower, lexicon)
        if len(lexicon.simple) < _REMEMBERED:
            lexicon.simple[word] = letter
        self._add(letter, start, end)
        return end

    def _add_compound(self, start: int, end: int, lower: str) -> int:
        """Add a word that is part of a phrase or two words in one; return where it ends."""
        text, lexicon = self._text, self._lexicon
        if lower in lexicon.phrases and (stop := _phrase_end(text, start, lexicon)):
            self._add("A", start, stop)
            return stop
        if lower.endswith(("'s", "’s")) and not lexicon.elisions:
            letter = word_class(text[start : end - 2], lexicon)
            self._add(letter, start, end - 2)
            self._add("b" if letter == "p" else "S", end - 2, end)
            return end
        stem = lower.replace("’", "'").partition("'")[0]
        if stem in lexicon.elisions and len(stem) + 1 < len(lower):
            self._add(lexicon.elisions[stem], start, start + len(stem) + 1)
            start += len(stem) + 1
        for clitic in lexicon.clitics:
            if lower.endswith(clitic) and end - start > len(clitic):
                cut = end - len(clitic)
                self._add(word_class(text[start:cut], lexicon), start, cut)
                self._add("p", cut + clitic.rindex("-") + 1, end)
                return end
        self._add(word_class(text[start:end], lexicon), start, end)
        return end


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
    first = text[start : start + 40].lower()
    for phrase in lexicon.according:
        end = start + len(phrase)
        if first.startswith(phrase) and not text[end : end + 1].isalnum():
            return end
    return None
