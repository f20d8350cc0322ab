"""Words and stems of a piece of text, numbers among them, and the words that carry no topic."""

import re
from collections.abc import Callable
from functools import cache
from itertools import chain

from summarize.languages import known, table
from summarize.memo import Memo
from summarize.spans import Span

# Scripts that put no spaces between words: each character stands for a word of its own.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_NUMBER = r"\d+(?:[.,]\d+)*[^\W\d_]*"
_LETTERS = rf"[^\W\d_{_UNSPACED}][^\W_{_UNSPACED}]*"
# A run of letters longer than this is no word of any language; it is its own stem.
_LONGEST_STEMMED = 40

_SNOWBALL = {
    "en": "EnglishStemmer",
    "de": "GermanStemmer",
    "fr": "FrenchStemmer",
    "es": "SpanishStemmer",
    "it": "ItalianStemmer",
    "pt": "PortugueseStemmer",
}


def words(text: str, span: Span, language: str = "en") -> tuple[str, ...]:
    """Return the words of a piece of `text` in lower case and in order; numbers are words."""
    # No word goes beyond white space, so it is enough to look into each piece between it once.
    pieces = _pieces(known(language) or "")
    return tuple(chain.from_iterable(map(pieces.__getitem__, span.cut(text).split())))


def stems(text: str, span: Span, language: str = "en") -> tuple[str, ...]:
    """Return the stems of the words of a piece of `text` that carry a topic, in order."""
    stem, skipped = stemmer(language), stop_words(language)
    return tuple(stem(word) for word in words(text, span, language) if word not in skipped)


@cache
def stop_words(language: str = "en") -> frozenset[str]:
    """Return the function words of a language, in lower case; none where there is no data."""
    return frozenset(table(language, "words").get("stop_words", "").split())


def is_negation(word: str, language: str = "en") -> bool:
    """Tell whether a lower-case word turns a statement round, as "not" and "nobody" do."""
    whole, endings = _negations(language)
    return word in whole or word.endswith(endings)


@cache
def _negations(language: str) -> tuple[frozenset[str], tuple[str, ...]]:
    told = table(language, "words").get("negations", "").split()
    endings = tuple(word[1:] for word in told if word[0] == "-")
    return frozenset(told), endings


@cache
def stemmer(language: str = "en") -> Callable[[str], str]:
    """Return what reduces a lower-case word to its stem, memoised: Snowball, as nltk has it.

    Czech has sumy's stemmer (Dolamic and Savoy's light one); where there is none a word is its
    own stem, and so are numbers.
    """
    base = known(language)
    if base in _SNOWBALL:
        from nltk.stem import snowball

        strip = getattr(snowball, _SNOWBALL[base])().stem
    elif base == "cs":
        from sumy.nlp.stemmers import czech

        strip = czech.stem_word
    else:
        return str

    def stem(word: str) -> str:
        letters = word.replace("-", "").replace("'", "")
        is_word = letters.isalpha() and word.islower() and len(word) <= _LONGEST_STEMMED
        return str(strip(word)) if is_word else word

    return Memo(stem).__getitem__


@cache
def _pieces(base: str) -> Memo[tuple[str, ...]]:
    """Return the words of every piece of text that has no white space in it."""
    return Memo(lambda piece: tuple(words_anew(piece, base)))


def words_anew(text: str, language: str) -> list[str]:
    """Return the words of a text as `words` does, with nothing kept of it."""
    return _finder(language)(text.lower().replace("’", "'"))


@cache
def _finder(language: str) -> Callable[[str], list[str]]:
    inside = "-" if table(language, "words").get("elision") else "-'"
    joined = rf"{_LETTERS}(?:[{inside}]{_LETTERS})*"
    return re.compile(rf"{_NUMBER}|[{_UNSPACED}]|{joined}").findall
