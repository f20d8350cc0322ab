"""Sketches: an account as the few names and words that tell which event it is of.

Names and words are weighed by how often they stand in the account, more so in its title and top,
and by how few other accounts have them (tf-idf; Salton and Buckley 1988).
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from heapq import nsmallest
from itertools import islice
from typing import NamedTuple

from summarize.events.accounts import Account
from summarize.events.lexicon import lexicon, root
from summarize.languages.detection import detect

READ = 2000
"""Code points of a text that are read: news says at the top what it is about."""

TOP = 100
"""Words of a text that count twice."""

_TELLING = 600
"""Code points from which the language of a text is told, where it has no digest."""

NAMES, WORDS = 12, 24
"""How many names and words are kept of an account."""

POSTED = 8
"""How many of each an account can be found by."""

_PRIOR = 400
"""Accounts that are taken as seen before the first: a fifth of them has each common word."""

_ENOUGH = 2
"""Names that two accounts must share: one alone may be that of a country."""

_UNNAMED = 0.1
"""Likeness in names below which there is none."""

_NAMELESS = 0.6
"""What likeness in words is worth where there are no names."""

_WORD = re.compile(r"[^\W\d_](?:['’-]?[^\W_])*")
# What is surely small is passed at once; the rest of the alphabets is looked at more closely.
_CAPITAL = r"(?![a-zß-öø-ÿ])[^\W\d_](?:['’-]?[^\W_])*"
_POSSESSIVE = ("'s", "’s")

Weights = Mapping[str, int]


class Features(NamedTuple):
    """How much of each name (with its capital) and word (by its root) there is in an account."""

    names: Mapping[str, float]
    words: Mapping[str, float]
    common: frozenset[str]

    @property
    def terms(self) -> Iterator[str]:
        """All names and words."""
        yield from self.names
        yield from self.words


class Sketch(NamedTuple):
    """What is kept of an account; the weights are whole numbers, which cost no memory."""

    key: str
    time: float
    names: Weights
    words: Weights

    @property
    def posted(self) -> Iterator[str]:
        """The names and words that the account can be found by."""
        for weights in (self.names, self.words):
            yield from islice(weights, POSTED)

    @property
    def sought(self) -> Iterator[tuple[str, int]]:
        """The names and words, with their weights, by which others like it are looked for."""
        yield from self.names.items()
        yield from islice(self.words.items(), POSTED)


def features(account: Account) -> Features:
    """Return what there is in an account, whatever else there is in others."""
    text = account.text[:READ]
    language = account.language or detect(text[:_TELLING])
    words = lexicon(language)
    lows = _WORD.findall(text.lower())
    amounts = Counter(lows)
    amounts.update(lows[:TOP])
    for low in _WORD.findall(account.title.lower()):
        amounts[low] += 3
    named = {_bare(word.lower()) for word in _names(language).findall(text) if word[0].isupper()}
    names, others = Counter[str](), Counter[str]()
    for word, count in amounts.items():
        low = _bare(word)
        if low in words.skipped or len(low) < 2:
            continue
        stem = root(low)
        if low in named and stem not in words.common:
            names[low[0].upper() + low[1:]] += count
        else:
            others[stem] += count
    return Features(_weighed(names), _weighed(others), words.common)


def _bare(word: str) -> str:
    """Return a word without the ending of a possessive."""
    return word[:-2] if word[-2:] in _POSSESSIVE else word


def _weighed(counts: Mapping[str, int]) -> dict[str, float]:
    return {term: 1 + math.log(count) for term, count in counts.items()}


@cache
def _names(language: str) -> re.Pattern[str]:
    """Return what finds words that stand where a name may, not opening a sentence."""
    behind = "|".join(map(re.escape, sorted(lexicon(language).before_names)))
    return re.compile(
        rf"\b(?i:{behind})\s(?=({_CAPITAL}))" if behind else rf"(?<=[\w,;)’']\s){_CAPITAL}"
    )


def sketch(
    account: Account, found: Features, counts: Callable[[Iterable[str]], Mapping[str, float]]
) -> Sketch:
    """Return the sketch of an account; `counts` says how many accounts have each of some terms.

    The count of all is under the empty term.
    """
    known = counts(("", *found.terms))
    log, total = math.log, known.get("", 0) + _PRIOR

    common = dict.fromkeys(found.common, 1 + _PRIOR / 5)

    def weighed(terms: Mapping[str, float], most: int) -> Weights:
        kept = nsmallest(
            most,
            [
                (-amount * log(total / (known.get(term, 0) + common.get(term, 1))), term)
                for term, amount in terms.items()
            ],
        )
        length = -math.sqrt(sum(weight * weight for weight, _ in kept)) or 1
        return {term: round(255 * weight / length) for weight, term in kept}

    return Sketch(
        account.key, account.time, weighed(found.names, NAMES), weighed(found.words, WORDS)
    )


def likeness(one: Sketch, other: Sketch) -> float:
    """Return how like two accounts are, 0 to 1: alike in names and alike in words.

    A geometric mean of the two cosines in which names count twice: two ferry accidents share words
    and few names, two stories from one town share names and few words.
    """
    if not one.names or not other.names:
        return _cosine(one.words, other.words) * _NAMELESS
    names = _cosine(one.names, other.names)
    if names < _UNNAMED:
        return 0.0
    if len(one.names.keys() & other.names.keys()) < _ENOUGH:
        names /= _ENOUGH
    words = _cosine(one.words, other.words)
    return math.cbrt(names * names * words)


def _cosine(one: Weights, other: Weights) -> float:
    return sum(weight * other[term] for term, weight in one.items() if term in other) / 65025
