"""A paragraph as sentences of word classes, one letter a token: phrases are patterns over them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from summarize.spans import Span
from summarize.speech.lexicon import Lexicon
from summarize.speech.marks import Pair

LONGEST_SENTENCE = 250
"""Tokens; what is longer is cut, so that no pattern ever runs over a page."""
FARTHEST = 3000
"""Code points from a quote in which its sentence must begin or end."""

_TOKEN = re.compile(
    r"(?P<word>[^\W\d_]+(?:[-.'’&][^\W_]+)*)"
    r"|(?P<number>[$€£#]?\d+(?:[.,:]\d+)*(?:[-–]?\w+)*)"
    r"|(?P<mark>--+|[^\w\s]|_)"
)
_LAST_MARKS = {",": ",", ".": ".", "…": ".", "!": "!", "?": "!", "-": "!", "–": "!", "—": "!"}
_PUNCTUATION = {
    "–": "-",
    "—": "-",
    "―": "-",
    "…": ".",
    "!": "!",
    "?": "!",
    "[": "(",
    "]": ")",
    "--": "-",
}
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]$")


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
    lexicon: Lexicon

    def span(self, first: int, end: int) -> Span:
        """Return the span from the token `first` to the one before `end`."""
        return Span(self.spans[first].start, self.spans[end - 1].end)

    def word(self, at: int) -> str:
        """Return the token in small letters."""
        return self.spans[at].cut(self.text).lower()

    def after(self, at: int) -> str:
        """Return the first word behind the token `at`, or nothing."""
        for index in range(at + 1, min(at + 3, len(self.spans))):
            if self.classes[index] not in ",.!":
                return self.spans[index].cut(self.text)
        return ""


class _Token(NamedTuple):
    letter: str
    span: Span


def parse(text: str, paragraph: Span, pairs: Sequence[Pair], words: Lexicon) -> list[Sentence]:
    """Return the sentences of a paragraph; each of `pairs` is one token of them."""
    tokens: list[_Token] = []
    at = paragraph.start
    for pair in pairs:
        tokens += _near(text, Span(at, pair.span.start), words)
        tokens.append(_Token("Q", pair.span))
        tokens += _last_mark(text, pair)
        at = pair.span.end
    tokens += _near(text, Span(at, paragraph.end), words)
    return list(_sentences(text, tokens, words))


def _near(text: str, span: Span, words: Lexicon) -> Iterator[_Token]:
    """Yield the tokens between two quotes; of an endless stretch only its two ends."""
    if span.end - span.start <= 2 * FARTHEST:
        yield from _tokens(text, span, words)
    else:
        yield from _tokens(text, Span(span.start, span.start + FARTHEST), words)
        yield from _tokens(text, Span(span.end - FARTHEST, span.end), words)


def _last_mark(text: str, pair: Pair) -> Iterator[_Token]:
    """Yield the comma or stop before a closing mark, as if it stood behind it."""
    inner = pair.inner(text)
    last = text[inner.end - 1 : inner.end]
    if letter := _LAST_MARKS.get(last):
        yield _Token(letter, Span(inner.end - 1, inner.end))


def _tokens(text: str, span: Span, words: Lexicon) -> Iterator[_Token]:
    skip = span.start
    for match in _TOKEN.finditer(text, *span):
        start, end = match.span()
        kind = match.lastgroup
        if start < skip:
            continue
        if kind == "number":
            yield _Token("#", Span(start, end))
        elif kind == "mark":
            mark = match.group()[0]
            yield _Token(_PUNCTUATION.get(mark, mark), Span(start, end))
        else:
            for token in _word(text, Span(start, end), words):
                yield token
                skip = token.span.end


def _word(text: str, span: Span, words: Lexicon) -> Iterator[_Token]:
    """Yield a word as one token, or as its parts where two words are written as one."""
    word = span.cut(text)
    lower = word.lower()
    if lower in words.phrases and (phrase := _phrase(text, span.start, words)):
        yield phrase
        return
    if "'" in word or "’" in word:
        stem, _, rest = lower.replace("’", "'").partition("'")
        if rest == "s" and not words.elisions:
            cut = span.end - 2
            letter = _letter(text[span.start : cut], words)
            yield _Token(letter, Span(span.start, cut))
            yield _Token("b" if letter == "p" else "S", Span(cut, span.end))
            return
        if stem in words.elisions:
            cut = span.start + len(stem) + 1
            yield _Token(words.elisions[stem], Span(span.start, cut))
            span = Span(cut, span.end)
            word = span.cut(text)
    for clitic in words.clitics:
        if lower.endswith(clitic) and len(word) > len(clitic):
            cut = span.end - len(clitic)
            yield _Token(_letter(text[span.start : cut], words), Span(span.start, cut))
            yield _Token("p", Span(cut + clitic.rindex("-") + 1, span.end))
            return
    if text.startswith(".", span.end) and _abbreviates(word, lower, words):
        span = Span(span.start, span.end + 1)
    if word:
        yield _Token(_letter(word, words), span)


def _abbreviates(word: str, lower: str, words: Lexicon) -> bool:
    return lower in words.abbreviations or (word[0].isupper() and bool(_INITIALS.match(word)))


def _phrase(text: str, start: int, words: Lexicon) -> _Token | None:
    first = text[start : start + 40].lower()
    for phrase in words.according:
        end = start + len(phrase)
        if first.startswith(phrase) and not text[end : end + 1].isalnum():
            return _Token("A", Span(start, end))
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
    if token.letter not in ".!":
        return False
    if tokens[at - 1].letter == "Q":
        return not _goes_on(text, tokens, at)
    start = text[after.span.start]
    return after.letter == "Q" or start.isupper() or start.isdigit() or start in "([–—-•*"


_SUBJECT = r"[dhe]?[nNCp#]{1,6}(?:i[dh]?[nNC]{1,5})?(?:,[^Q.]{1,30}?,|\([^Q)]{1,14}\))?"
_ATTRIBUTES = re.compile(rf"{_SUBJECT}[rat]*V(?:[.irtW]|,(?!Q)|$)|V{_SUBJECT}(?:[.,i]|$)")
_ASKS = re.compile(rf"{_SUBJECT}[rat]*[Vv](?!s)|V{_SUBJECT}")


def _goes_on(text: str, tokens: list[_Token], stop: int) -> bool:
    """Tell whether the sentence goes on behind a quote that ends with a stop: "Why?" he said."""
    following = "".join(token.letter for token in tokens[stop + 1 : stop + 40])
    start = text[tokens[stop + 1].span.start]
    if start.islower() or following[0] in ",;:-)":
        return True
    pattern = _ASKS if tokens[stop].letter == "!" else _ATTRIBUTES
    return following[0] in "dhNnpVeC" and pattern.match(following) is not None


def _sentence(text: str, tokens: list[_Token], words: Lexicon) -> Sentence:
    letters = [token.letter for token in tokens]
    spans = tuple(token.span for token in tokens)
    if letters[0] == "N":
        letters[0] = _first_letter(spans[0].cut(text), "".join(letters[1:2]), words)
    return Sentence(text, _refine("".join(letters)), spans, words)


def _first_letter(word: str, after: str, words: Lexicon) -> str:
    """Return the class of a word whose capital letter says nothing, before one of class `after`."""
    in_name = after != "" and after in "NVvab"
    letter = words.classes.get(word.lower(), "")
    if letter and not (in_name and letter in "VJBCv"):
        return letter
    if len(word) < 7 or in_name:
        return "N"
    return next((guess for ending, guess in words.endings if word.endswith(ending)), "N")


def _refine(classes: str) -> str:
    """Settle what its neighbours decide: "the report" is a noun, "to report" a verb."""
    classes = _SUBORDINATES.sub("s", classes).replace("I", "i")
    classes = _VERB_OR_NOUN.sub(_verb_or_noun, classes)
    classes = re.sub(r"(?<=[dhieCS#W])B(?!Q)", "n", classes)
    return re.sub(r"(?<=[dheS])[GVJK](?=[nNC])", "n", classes)


_SUBORDINATES = re.compile(r"I(?=(?:p|[dhe]?[nNC#]{1,5})[ra]{0,3}[VJvab])")
_VERB_OR_NOUN = re.compile(r"(?<![dhieS#W])[XY](?=[sdhpNQo:])|[XY]")


def _verb_or_noun(match: "re.Match[str]") -> str:
    alone = match.re.pattern and match.string[match.start() - 1 : match.start()] in [*"dhieS#W"]
    verb = match.string[match.end() : match.end() + 1] in [*"sdhpNQo:"] and not alone
    return {"X": "V", "Y": "J"}[match.group()] if verb else "n"
