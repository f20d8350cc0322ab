"""Sketches: an account as the few names and words that tell which event it is of.

Names and words are weighed by how often they stand in the account, more so in its title and top,
and by how few other accounts have them (tf-idf; Salton and Buckley 1988).
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from heapq import nsmallest
from itertools import islice, pairwise
from typing import NamedTuple

from summarize.events.accounts import Account
from summarize.events.lexicon import Lexicon, lexicon, root
from summarize.languages.detection import detect

READ = 2000
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
"""How many of these have each word for a kind of event."""

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

_WORD = re.compile(r"[^\W\d_](?:['’-]?[^\W_])*")
# What is surely small is passed at once; the rest of the alphabets is looked at more closely.
_NAME_LIKE = re.compile(r"(?<=[\w,;)’']\s)(?![a-zß-öø-ÿ])[^\W\d_](?:['’-]?[^\W_])*")
_CAPITAL = r"((?![a-zß-öø-ÿ])[^\W\d_](?:['’-]?[^\W_])*)"
_BEHIND = re.compile(r"\b(\w{2,4}) " + _CAPITAL)
_TOGETHER = re.compile(rf"(?=\b{_CAPITAL} {_CAPITAL})")
_NUMBER = re.compile(r"\d{3,}|\d+(?:[.,]\d+)+")
_YEAR_DIGITS = 4
_POSSESSIVE = ("'s", "’s")

_DATELINE = re.compile(r"(?<=\w )\([^()\n]{2,30}\)(?= [—–-])")
"""Whose text it is, behind the place: "VELNIK (Union Wire) —"."""

_DATED = 100
"""Code points in which there may be a dateline."""

_SENTENCE = re.compile(r"[^.!?\n]+")

Weights = Mapping[str, int]


class Features(NamedTuple):
    """How much of each name and word, by their roots, there is in an account."""

    names: Mapping[str, float]
    words: Mapping[str, float]
    topical: frozenset[str]

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
    if dateline := _DATELINE.search(text, 0, _DATED):
        text = text[: dateline.start()] + text[dateline.end() :]
    language = account.language or detect(text[:_TELLING])
    words = lexicon(language)
    low_text = text.lower()
    lows = _WORD.findall(low_text)
    title = _WORD.findall(account.title.lower())
    top = [*lows[:TOP], *title]
    amounts = Counter(lows)
    amounts.update((*top, *title, *title))
    named, leading = _named(text, words), frozenset(top)
    topical = words.topical
    if not words.bodies.isdisjoint(lows):
        bodies = {root(one) for one, two in pairwise(lows) if two in words.bodies}
        topical |= bodies.difference(words.common)
    names, others, early = Counter[str](), Counter[str](), set[str]()
    for word, count in amounts.items():
        low = _bare(word)
        if low in words.skipped or len(low) < 2:
            continue
        stem = root(low)
        if stem not in words.common:
            (names if low in named and stem not in topical else others)[stem] += count
            if word in leading:
                early.add(stem)
    for stem in names.keys() & others.keys():
        names[stem] += others.pop(stem)
    names.update(_numbers(text))
    for stem in _aside(low_text, title, words):
        names.pop(stem, None)
    return Features(_weighed(names, early), _weighed(others, early), topical)


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
    return frozenset(root(_bare(word)) for word in set(beside).difference(told))


def _named(text: str, words: Lexicon) -> set[str]:
    """Return the words that are names: with a capital that no sentence and no noun gives them.

    Where nouns have capitals, names are told by standing together, or right behind a preposition.
    """
    if not words.before_names:
        return {_bare(word.lower()) for word in _NAME_LIKE.findall(text) if word[0].isupper()}
    found = {
        _bare(match[2].lower())
        for match in _BEHIND.finditer(text)
        if match[1] in words.before_names
    }
    for match in _TOGETHER.finditer(text):
        pair = {_bare(word.lower()) for word in match.groups()}
        if pair.isdisjoint(words.skipped):
            found |= pair
    return found


def _numbers(text: str) -> Iterator[str]:
    """Yield the numbers that two accounts hardly share by chance: 1,200, 8.1 and 318, no years."""
    for number in _NUMBER.findall(text):
        if len(number) != _YEAR_DIGITS or not number.startswith(("19", "20")):
            yield number.replace(",", ".")


def _bare(word: str) -> str:
    """Return a word without the ending of a possessive."""
    return word[:-2] if word[-2:] in _POSSESSIVE else word


def _weighed(counts: Mapping[str, int], early: AbstractSet[str]) -> dict[str, float]:
    return {
        term: (1 + math.log(count)) * (1 if term in early else _LATE)
        for term, count in counts.items()
    }


def sketch(
    account: Account, found: Features, counts: Callable[[Iterable[str]], Mapping[str, float]]
) -> Sketch:
    """Return the sketch of an account; `counts` says how many accounts have each of some terms.

    The count of all is under the empty term.
    """
    known = counts(("", *found.terms))
    log, total = math.log, known.get("", 0) + _PRIOR

    def weighed(terms: Mapping[str, float], most: int, worth: float) -> list[tuple[float, str]]:
        return nsmallest(
            most,
            [
                (
                    -worth
                    * amount
                    * log(
                        total / (known.get(term, 0) + (_TOPICAL if term in found.topical else 1))
                    ),
                    term,
                )
                for term, amount in terms.items()
            ],
        )

    names, words = weighed(found.names, NAMES, _NAME), weighed(found.words, WORDS, 1)
    length = -math.sqrt(sum(weight * weight for weight, _ in (*names, *words))) or 1
    told = (
        {term: round(255 * weight / length) for weight, term in some} for some in (names, words)
    )
    return Sketch(account.key, account.time, *told)


def likeness(one: Sketch, other: Sketch) -> float:
    """Return how like two accounts are, from 0: the cosine of what is kept of them, in parts.

    A name is known again where the other account has it as a word, at the head of a sentence.
    """
    found, named, worded = 0.0, 0, 0
    for mine, theirs, is_name in (
        (one.names, other.names, True),
        (one.names, other.words, True),
        (one.words, other.names, True),
        (one.words, other.words, False),
    ):
        shared = [weight * theirs[term] for term, weight in mine.items() if term in theirs]
        found += sum(min(_MOST, both) for both in shared) * (_NAMED if is_name else _WORDED)
        named += is_name and len(shared)
        worded += 0 if is_name else len(shared)
    if not found:
        return 0.0
    terms = min(named, 2) + worded
    worth = (1 if named else _UNNAMED) * (_SCANT[terms] if terms < len(_SCANT) else 1)
    return found / _WHOLE * worth
