"""What figures count: whether two claims are of one thing, by the words around them."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from math import sqrt
from typing import NamedTuple

from summarize.claims import Claim
from summarize.languages import table
from summarize.spans import Span
from summarize.words import stop_words

NEAR = 6
"""How many words away from the figure say most of what is counted."""
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 3  # letters of a word that carries a topic
_STEM = 6  # letters; cutting words there stems them well enough to compare (Frakes 1992)
_HEADS_AGREE, _HEADS_DIFFER = 0.2, 0.3


@dataclass(frozen=True, slots=True)
class Thing:
    """What a claim counts: its head noun's root, and the roots around it with what each weighs."""

    head: str
    around: Mapping[str, float]


def thing(text: str, sentence: Span, claim: Claim, language: str = "en") -> Thing:
    """Return what a claim that stands in a sentence counts."""
    head = topic_root(claim.noun.cut(text), language) if claim.noun else ""
    around: dict[str, float] = {}
    for start, end, step in (
        (sentence.start, claim.span.start, -1),
        (claim.span.end, sentence.end, 1),
    ):
        words = [match.group() for match in _WORD.finditer(text, start, end)][::step]
        for away, word in enumerate(words):
            for root in _roots(word, language):
                weight = (2.0 if away < NEAR else 1.0) * (1.5 if word[0].isupper() else 1.0)
                around[root] = max(around.get(root, 0.0), weight)
    return Thing(head, around)


def likeness(one: Thing, other: Thing) -> float:
    """Return how surely two claims count one thing, from below 0 to 1.3.

    It is the share of the words around the first that stand around the second, too, those near the
    figures weighing more, and whether the nouns that are counted agree.
    """
    shared = sum(
        (weight + other.around[root]) / 2
        for root, weight in one.around.items()
        if root in other.around
    )
    whole = sqrt(sum(one.around.values()) * sum(other.around.values()))
    share = shared / (whole or 1.0)
    if not one.head or not other.head:
        return share
    agree = one.head == other.head or one.head in other.around or other.head in one.around
    return share + (_HEADS_AGREE if agree else -_HEADS_DIFFER)


class Rooted(NamedTuple):
    """A word of a text that carries a topic: where it starts, its root, whether it is a name."""

    start: int
    root: str
    named: bool


def rooted(text: str, language: str = "en") -> list[Rooted]:
    """Return the words of a text that carry a topic, in order."""
    root_of = _root_of(language)
    return [
        Rooted(match.start(), root, match.group()[0].isupper())
        for match in _WORD.finditer(text)
        if (root := root_of(match.group()))
    ]


@cache
def _root_of(language: str) -> Callable[[str], str]:
    """Return what gives the root of a word, empty where it carries no topic; memoised."""
    skipped, alike = stop_words(language), _synonyms(language)

    @lru_cache(maxsize=1 << 15)
    def root_of(word: str) -> str:
        low = word.lower()
        return "" if len(low) < _SHORTEST or low in skipped else alike.get(low) or _root(low)

    return root_of


def topic_root(words: str, language: str = "en") -> str:
    """Return the root of the last word of a phrase that carries a topic, its head; or empty."""
    return next(reversed(_roots(words, language)), "")


def topic_roots(text: str, span: Span, language: str = "en") -> frozenset[str]:
    """Return the roots of the words of a piece of text that carry a topic."""
    return frozenset(_roots(span.cut(text), language))


def _roots(words: str, language: str) -> list[str]:
    root_of = _root_of(language)
    return [root for word in _WORD.findall(words) if (root := root_of(word))]


def _root(word: str) -> str:
    """Return a word without its plural and without what stands behind its first letters."""
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    return word[:_STEM]


@cache
def _synonyms(language: str) -> Mapping[str, str]:
    """Return the words that mean what another does by the one that stands for all of them."""
    groups: Iterable[str] = table(language, "synonyms").get("groups", ())
    return {word: group.split()[0] for group in groups for word in group.split()}


@cache
def anybody(language: str = "en") -> frozenset[str]:
    """Return the roots of nouns for people that say nothing of which, as "people" does."""
    return frozenset(_roots(table(language, "synonyms").get("anybody", ""), language))
