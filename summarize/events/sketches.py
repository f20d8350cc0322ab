"""Sketches: an account as the few names and words that tell which event it is of.

Names and words are weighed by how often they stand in the account, more so in its title and top,
and by how few other accounts have them (tf-idf; Salton and Buckley 1988).
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from summarize.events.accounts import Account
from summarize.events.lexicon import Lexicon, lexicon, root
from summarize.languages.detection import detect

READ = 3000
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

_NAMELESS = 0.6
"""What likeness in words is worth where there are no names."""

_TOKEN = re.compile(r"[.!?:\"“”„»«\n]|[^\W\d_](?:['’-]?[^\W_])*")
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
    words = lexicon(account.language or detect(text[:_TELLING]))
    lows, capitals = _tokens(text, words)
    amounts = Counter(lows)
    amounts.update(lows[:TOP])
    for low in _tokens(account.title, words)[0]:
        amounts[low] += 3
    names: dict[str, float] = {}
    others = Counter[str]()
    for low, count in amounts.items():
        if low in words.skipped or len(low) < 2:
            continue
        stem = root(low)
        if low in capitals and stem not in words.common:
            names[low[0].upper() + low[1:]] = 1 + math.log(count)
        else:
            others[stem] += count
    weighed = {stem: 1 + math.log(count) for stem, count in others.items()}
    return Features(names, weighed, words.common)


def _tokens(text: str, words: Lexicon) -> tuple[list[str], set[str]]:
    """Return the words in lower case, and those that stand as names do somewhere."""
    lows: list[str] = []
    capitals: set[str] = set()
    named, opens, before = words.before_names, True, ""
    for token in _TOKEN.findall(text):
        if not token[0].isalpha():
            opens, before = True, ""
            continue
        low = token.lower()
        if low[-2:] in _POSSESSIVE:
            low = low[:-2]
        if not (opens or token[0].islower()) and (not named or before in named):
            capitals.add(low)
        lows.append(low)
        opens, before = False, low
    return lows, capitals


def sketch(
    account: Account, found: Features, counts: Callable[[Iterable[str]], Mapping[str, float]]
) -> Sketch:
    """Return the sketch of an account; `counts` says how many accounts have each of some terms.

    The count of all is under the empty term.
    """
    known = counts(("", *found.terms))
    total = known.get("", 0) + _PRIOR

    def weighed(terms: Mapping[str, float], most: int) -> Weights:
        weights = {
            term: amount
            * math.log(total / (1 + known.get(term, 0) + (_PRIOR / 5) * (term in found.common)))
            for term, amount in terms.items()
        }
        kept = sorted(weights, key=lambda term: (-weights[term], term))[:most]
        length = math.sqrt(sum(weights[term] ** 2 for term in kept)) or 1
        return {term: round(255 * weights[term] / length) for term in kept}

    return Sketch(
        account.key, account.time, weighed(found.names, NAMES), weighed(found.words, WORDS)
    )


def likeness(one: Sketch, other: Sketch) -> float:
    """Return how like two accounts are, 0 to 1: alike in names and alike in words.

    A geometric mean of the two cosines in which names count twice: two ferry accidents share words
    and few names, two stories from one town share names and few words.
    """
    words = _cosine(one.words, other.words)
    if not one.names or not other.names:
        return words * _NAMELESS
    shared = len(one.names.keys() & other.names.keys())
    names = _cosine(one.names, other.names) * min(1.0, shared / _ENOUGH)
    return math.cbrt(names * names * words)


def _cosine(one: Weights, other: Weights) -> float:
    return sum(weight * other[term] for term, weight in one.items() if term in other) / 65025
