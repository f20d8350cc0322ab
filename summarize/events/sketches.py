"""Sketches: an account as the few names and words that tell which event it is of.

Names and words are weighed by how often they stand in the account, more so in its title and top,
and by how few other accounts have them (tf-idf; Salton and Buckley 1988).
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from summarize.events.accounts import Account
from summarize.events.lexicon import Lexicon, bare, lexicon, root
from summarize.languages.detection import detect

READ = 1500
"""Code points of a text that are read: news says at the top what it is about."""

TOP = 100
"""Words of a text that count twice."""

_LATE = 0.8
"""What a name or word is worth that is neither among them nor in the title."""

_TELLING = 600
"""Code points from which the language of a text is told, where it has no digest."""

NAMES, WORDS = 14, 36
"""How many names and words are kept of an account."""

POSTED = 10
"""How many of each an account can be found by."""

_PRIOR = 400
"""Accounts that are taken as seen before the first, since a young library knows no word's worth."""

_TOPICAL = _PRIOR / 16
"""How many of these have each word for a kind of event, at least."""

_RANKED = 10 * _PRIOR
"""How many of these have a word, times its rank among the commonest (Zipf's law)."""

_NAME = 2.0
"""How much more a name tells than a word as rare."""

_UNNAMED = 0.5
"""What likeness is worth where no name is shared."""

_WHOLE = 255 * 255
_MOST = _WHOLE // 5
"""What a single name or word adds to likeness at most."""

_NAMED, _WORDED = 0.5, 2.0
"""What the names and the words that two accounts share count for.

A town and its people are in many stories: the words tell which.
"""

_SCANT = (0.0, 0.2, 0.5, 0.8)
"""What it is worth where so few names (of which two count) and words are shared."""

_RUN = r"[^\W\d_][^\W_]*(?:['’-][^\W_]+)*"
_WORD = re.compile(_RUN)
# What is surely small is passed at once; the rest of the alphabets is looked at more closely.
_CAPITAL = rf"((?![a-zß-öø-ÿ]){_RUN})"
_NAME_LIKE = re.compile(rf"\s(?<=[\w,;)’']\s){_CAPITAL}")
_BEHIND = re.compile(r"\b(\w{2,4}) " + _CAPITAL)
_TOGETHER = re.compile(rf"(?=\b{_CAPITAL} {_CAPITAL})")
_NUMBER = re.compile(r"\d(?:\d\d+|\d*(?:[.,]\d+)+)")
_YEAR_DIGITS = 4

_DATELINE = re.compile(r"(?<=\w )\([^()\n]{2,30}\)(?= [—–-])")
"""Whose text it is, behind the place: "VELNIK (Union Wire) —"."""

_DATED = 100
"""Code points in which there may be a dateline."""

_SENTENCE = re.compile(r"[^.!?\n]+")

Weights = Mapping[str, int]


class Features(NamedTuple):
    """How much of each name and word, by their roots, there is in an account.

    `usual` says how many of the first accounts are taken to have each, `bodies` are names of many.
    """

    names: Mapping[str, float]
    words: Mapping[str, float]
    usual: "Usual"
    bodies: AbstractSet[str]

    @property
    def terms(self) -> Iterator[str]:
        """All names and words."""
        yield from self.names
        yield from self.words


class Usual(NamedTuple):
    """How many accounts are taken to have each root, and how many one that is not among these."""

    counts: Mapping[str, float]
    least: float


@cache
def usual(language: str) -> Usual:
    """Return how many of the first accounts are taken to have the roots of a language.

    Where the commonest words are not known, each is taken to be in one.
    """
    words = lexicon(language)
    counts = {term: min(_PRIOR, _RANKED / rank) for rank, term in enumerate(words.ranked, start=1)}
    least = _RANKED / len(counts) if counts else 1.0
    return Usual(
        counts | {term: max(_TOPICAL, counts.get(term, 0)) for term in words.expected}, least
    )


class Sketch(NamedTuple):
    """What is told of an account: names and words by their roots, with weights of 0 to 255.

    `terms` are these, the names first, of which there are `named`; many sketches are kept.
    """

    key: str
    time: float
    named: int
    terms: tuple[str, ...]
    weights: bytes

    @classmethod
    def of(cls, key: str, time: float, names: Weights, words: Weights) -> "Sketch":
        """Return the sketch of an account that has such names and words."""
        weights = bytes((*names.values(), *words.values()))
        return cls(key, time, len(names), (*names, *words), weights)

    @property
    def names(self) -> Weights:
        """The names with their weights."""
        return dict(zip(self.terms[: self.named], self.weights, strict=False))

    @property
    def words(self) -> Weights:
        """The words with their weights."""
        return dict(zip(self.terms[self.named :], self.weights[self.named :], strict=True))

    @property
    def posted(self) -> Iterator[str]:
        """The names and words that the account can be found by."""
        yield from self.terms[: min(POSTED, self.named)]
        yield from self.terms[self.named : self.named + POSTED]

    @property
    def sought(self) -> Iterator[tuple[str, int]]:
        """The names and words, with their weights, by which others like it are looked for."""
        return zip(self.terms, self.weights[: self.named + POSTED], strict=False)


def features(account: Account) -> Features:
    """Return what there is in an account, whatever else there is in others."""
    text = account.text[:READ]
    if dateline := _DATELINE.search(text, 0, _DATED):
        text = text[: dateline.start()] + text[dateline.end() :]
    language = account.language or detect(text[:_TELLING])
    words = lexicon(language)
    low, stems = text.lower(), words.stems
    lows, titled = _WORD.findall(low), _WORD.findall(account.title.lower())
    bodies = {root(one) for one, two in pairwise(lows) if two in words.bodies}
    bodies -= words.common
    told, title = ([stems[word] for word in some] for some in (lows, titled))
    early = {*told[:TOP], *title}
    others = Counter(chain(told, told[:TOP], title, title, title))
    del others[""]  # what tells nothing
    named = {stems[word] for word in _named(text, words)} - words.expected - bodies
    names = Counter({stem: others.pop(stem) for stem in tuple(others) if stem in named})
    names.update(_numbers(text))
    for stem in _aside(low, titled, words):
        names.pop(stem, None)
    return Features(_weighed(names, early), _weighed(others, early), usual(language), bodies)


def _aside(low: str, title: Sequence[str], words: Lexicon) -> frozenset[str]:
    """Return the roots of words that stand only where another event of the kind is brought in.

    "On Monday a ferry, the Maren, sank 300 miles to the south." The lead is of the own event.
    """
    kinds = {root(kind) for kind in words.brought_in(low)} & words.topical
    if not kinds:
        return frozenset()
    lead, *others = _SENTENCE.findall(low) or ("",)
    told, beside = [*title, *_WORD.findall(lead)], list[str]()
    kinds.intersection_update(map(root, told))
    for sentence in others if kinds else ():
        brings = any(root(kind) in kinds for kind in words.brought_in(sentence))
        (beside if brings else told).extend(_WORD.findall(sentence))
    return frozenset(root(bare(word)) for word in set(beside).difference(told))


def _named(text: str, words: Lexicon) -> set[str]:
    """Return the words that are names: with a capital that no sentence and no noun gives them.

    Where nouns have capitals, names are told by standing together, or right behind a preposition.
    """
    if not words.before_names:
        return {word.lower() for word in _NAME_LIKE.findall(text) if word[0].isupper()}
    found = {match[2].lower() for match in _BEHIND.finditer(text) if match[1] in words.before_names}
    for match in _TOGETHER.finditer(text):
        pair = {word.lower() for word in match.groups()}
        if words.skipped.isdisjoint(map(bare, pair)):
            found |= pair
    return found


def _numbers(text: str) -> Iterator[str]:
    """Yield the numbers that two accounts hardly share by chance: 1,200, 8.1 and 318, no years."""
    for number in _NUMBER.findall(text):
        if len(number) != _YEAR_DIGITS or not number.startswith(("19", "20")):
            yield number.replace(",", ".")


def _weighed(counts: Mapping[str, int], early: AbstractSet[str]) -> dict[str, float]:
    return {
        term: _amount(count) if term in early else _LATE * _amount(count)
        for term, count in counts.items()
    }


@cache
def _amount(count: int) -> float:
    """Return what it is worth that a term stands so often in an account."""
    return 1 + math.log(count)


def sketch(account: Account, found: Features, known: Mapping[str, float]) -> Sketch:
    """Return the sketch of an account; `known` says how many accounts have each term.

    The count of all is under the empty term.
    """
    log, total = math.log, known.get("", 0) + _PRIOR
    counts, least = found.usual

    def heaviest(terms: Mapping[str, float], most: int, worth: float) -> dict[str, float]:
        weights = {
            term: amount * log(total / (known.get(term, 0) + counts.get(term, least)))
            for term, amount in terms.items()
        }
        for term in found.bodies & weights.keys():
            weights[term] = terms[term] * log(total / (known.get(term, 0) + _TOPICAL))
        chosen = sorted(sorted(weights), key=weights.__getitem__, reverse=True)[:most]
        return {term: worth * weights[term] for term in chosen}

    names, words = heaviest(found.names, NAMES, _NAME), heaviest(found.words, WORDS, 1)
    length = math.hypot(*names.values(), *words.values()) or 1
    told = (
        {term: round(255 * weight / length) for term, weight in some.items()}
        for some in (names, words)
    )
    return Sketch.of(account.key, account.time, *told)


def likeness(one: Sketch, other: Sketch) -> float:
    """Return how like two accounts are, from 0: the cosine of what is kept of them, in parts.

    A name is known again where the other account has it as a word, at the head of a sentence.
    """
    names, words, everything = _weights(one)
    count = other.named
    told, weights = other.terms, other.weights
    named = [
        min(_MOST, everything[term] * weight)
        for term, weight in zip(told[:count], weights, strict=False)
        if term in everything
    ]
    worded = []
    for term, weight in zip(told[count:], weights[count:], strict=True):
        if term in words:
            worded.append(min(_MOST, words[term] * weight))
        elif term in names:
            named.append(min(_MOST, names[term] * weight))
    found = _NAMED * sum(named) + _WORDED * sum(worded)
    if not found:
        return 0.0
    terms = min(len(named), 2) + len(worded)
    worth = (1 if named else _UNNAMED) * (_SCANT[terms] if terms < len(_SCANT) else 1)
    return found / _WHOLE * worth


@lru_cache(maxsize=1)
def _weights(one: Sketch) -> tuple[Weights, Weights, Weights]:
    """Return the names, the words, and both: an account that comes is held against several."""
    names, words = one.names, one.words
    return names, words, {**names, **words}
