"""The words of a language by which events and their figures are told apart."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from sys import intern
from typing import Any, NamedTuple

from summarize.languages import table
from summarize.memo import Memo
from summarize.words import stop_words

_MOST_STEMS = 1 << 16
"""Words whose roots are remembered: a day of news has more than most texts, some 7 MB."""

PREFIX = 6
"""Letters by which words count as the same."""


class Lexicon(NamedTuple):
    """The words by which accounts of one event are told from others.

    `bodies` say that the name before them is of many events, `kind` finds of which kind an event is
    that is brought in. `topical` tell the kind of an event; `expected` are these and the names of
    the world, which tell little of one event; `ranked` are the commonest roots, the commonest
    first. `stems` leads from a word to its root, or to "" where
    it tells nothing.
    """

    stems: Memo[str]
    common: frozenset[str]
    skipped: frozenset[str]
    topical: frozenset[str]
    expected: frozenset[str]
    ranked: Sequence[str]
    bodies: frozenset[str]
    kind: re.Pattern[str] | None
    before_names: frozenset[str]

    def brought_in(self, text: str) -> Sequence[str]:
        """Return of which kinds a text in small letters brings things in: "fire" for "a fire"."""
        return self.kind.findall(" " + text.replace("\n", " ")) if self.kind else ()


class Terms(NamedTuple):
    """The words by which figures are lined up and compared.

    `outcomes`, `aspects` and `synonyms` lead from a word to what it stands for, `named` from an
    outcome or aspect to what it is called in the language, `outcomes_of` from
    a noun to outcomes that other words are of it alone, `contractions` from an ending, `akin` from
    an outcome to those like it, `opposites` from a word to the line of those that exclude each
    other. `known` gives what stands for a word and all that mean the same: its synonym, outcome or
    root. `saying` are the words of reporting that are no nouns, `counting` the phrases of an
    account that is told while votes are counted; the rest are word sets.
    """

    skipped: frozenset[str]
    common: frozenset[str]
    outcomes: Mapping[str, str]
    outcomes_of: Mapping[str, Mapping[str, str]]
    aspects: Mapping[str, str]
    rates: Mapping[str, str]
    named: Mapping[str, str]
    synonyms: Mapping[str, str]
    known: Callable[[str], str]
    akin: Mapping[str, frozenset[str]]
    contractions: Mapping[str, str]
    opposites: Mapping[str, str]
    saying: frozenset[str]
    counting: Sequence[str]
    balloted: frozenset[str]
    growing: frozenset[str]
    moving: frozenset[str]
    groups: frozenset[str]
    plain: frozenset[str]
    people: frozenset[str]
    rising: frozenset[str]
    capitals: frozenset[str]
    changing: frozenset[str]
    lasting: frozenset[str]
    persons: frozenset[str]
    joints: frozenset[str]
    of: frozenset[str]
    wholes: frozenset[str]
    everything: frozenset[str]
    but: frozenset[str]
    within: frozenset[str]
    leading: frozenset[str]
    governing: frozenset[str]
    ruling: frozenset[str]
    being: frozenset[str]
    is_one: frozenset[str]
    earlier: frozenset[str]
    more: frozenset[str]
    above: frozenset[str]
    likening: frozenset[str]
    others: frozenset[str]
    among: frozenset[str]
    remaining: frozenset[str]
    past: frozenset[str]
    record: frozenset[str]
    had: frozenset[str]
    expecting: frozenset[str]
    last: frozenset[str]
    year: frozenset[str]
    year_before: frozenset[str]
    long: frozenset[str]
    periods: frozenset[str]
    revised: frozenset[str]
    moved: frozenset[str]
    ago: frozenset[str]
    before: frozenset[str]
    than: frozenset[str]
    since: frozenset[str]
    starting: frozenset[str]
    up_to: frozenset[str]
    each: frozenset[str]
    reporting: frozenset[str]
    finding: frozenset[str]
    sources: frozenset[str]
    by: frozenset[str]
    tallies: frozenset[str]
    generic: frozenset[str]
    agents: frozenset[str]
    denying: frozenset[str]
    replacing: frozenset[str]
    undenied: frozenset[str]
    denied_at: frozenset[str]
    given: frozenset[str]
    recalling: frozenset[str]
    anaphors: frozenset[str]
    nearly: frozenset[str]
    aged: frozenset[str]
    built: frozenset[str]
    old: frozenset[str]
    scales: frozenset[str]
    helping: frozenset[str]
    articles: frozenset[str]
    indefinite: frozenset[str]
    relative: frozenset[str]
    asof: frozenset[str]
    until: frozenset[str]
    anew: frozenset[str]
    moments: frozenset[str]
    months: frozenset[str]


_ENDING = re.compile(r"(?<=\w{4})(?:ing|e?s|e[dnr]?)$")
_SETS = Terms._fields[Terms._fields.index("rising") :]


@lru_cache(maxsize=1 << 14)
def root(word: str) -> str:
    """Return what stands for a lower-case word and its forms: its first letters, no short ending.

    A fixed prefix finds nearly what stemming does, in any language that inflects at the end (Can
    et al. 2008, "Information Retrieval on Turkish Texts"), and needs nothing to be loaded.
    """
    return _ENDING.sub("", word)[:PREFIX]


def bare(word: str) -> str:
    """Return a word without the ending of a possessive."""
    return word.removesuffix("'s").removesuffix("’s")


@cache
def lexicon(language: str) -> Lexicon:
    """Return the words of a language for grouping; all sets are empty where there is no data."""
    data = table(language, "stories").get("grouping", {})
    common, topical, worldly = (
        frozenset(map(root, _words(data, name))) for name in ("common", "topical", "worldly")
    )
    skipped = stop_words(language)
    indefinite = "|".join(sorted(_words(data, "indefinite")))

    def stem(word: str) -> str:
        low = bare(word)
        passed = len(low) < 2 or low in skipped or root(low) in common
        return "" if passed else intern(root(low))  # many accounts keep it: one string for all

    return Lexicon(
        stems=Memo(stem, _MOST_STEMS),
        skipped=skipped,
        common=common,
        topical=topical,
        expected=topical | worldly,
        ranked=table(language, "frequency").get("roots", "").split(),
        bodies=_words(data, "bodies"),
        before_names=_words(data, "before_names"),
        kind=re.compile(rf" (?:{indefinite}) (\w+)") if indefinite else None,
    )


@cache
def terms(language: str) -> Terms:
    """Return the words of a language for comparing; all sets are empty where there is no data."""
    data = table(language, "comparing")
    claims = data.get("claims", {})
    alike = claims.get("synonyms", ())
    synonyms = {word: line.split()[0] for line in alike for word in line.split()}
    outcomes = _leading(data.get("outcomes", {}))
    return Terms(
        skipped=stop_words(language),
        common=lexicon(language).common,
        outcomes=outcomes,
        known=_knowing(synonyms, outcomes, _words(claims, "persons")),
        outcomes_of={name: _leading(one) for name, one in data.get("outcomes_of", {}).items()},
        aspects=_leading(data.get("aspects", {})),
        rates=_leading(data.get("rates", {})),
        named=data.get("named", {}),
        synonyms=synonyms,
        opposites={word: line for line in claims.get("opposites", ()) for word in line.split()},
        contractions=data.get("contractions", {}),
        akin=_pairs(claims.get("akin", ())),
        saying=_words(claims, "reporting") - _words(claims, "also_nouns"),
        counting=tuple(claims.get("counting", ())),
        balloted=_forms(_words(claims, "balloted"), synonyms),
        growing=_forms(_words(claims, "growing"), synonyms),
        moving=_forms(_words(claims, "moving"), synonyms),
        plain=_forms(_words(claims, "persons"), synonyms),
        groups=_forms(_words(claims, "groups"), synonyms),
        people=_forms(_singular(_words(claims, "people")), synonyms),
        **{name: _words(claims, name) for name in _SETS},
    )


def _knowing(
    synonyms: Mapping[str, str], outcomes: Mapping[str, str], persons: Iterable[str]
) -> Callable[[str], str]:
    """Return what gives for a word what stands for it and all that mean the same.

    What is said of any `persons` has their root alone: "menschenleben" and "menschen".
    """
    others = {root(word) for word in persons if word not in outcomes}
    rooted = {
        root(word): name
        for word, name in outcomes.items()
        if "-" not in word and root(word) not in others
    }

    def known(word: str) -> str:
        stem = root(word)
        return synonyms.get(word) or outcomes.get(word) or rooted.get(stem, stem)

    return Memo(known).__getitem__


def _words(data: Mapping[str, Any], name: str) -> frozenset[str]:
    return frozenset(data.get(name, "").split())


def _singular(words: Iterable[str]) -> frozenset[str]:
    """Return words, and those that end in an s without this."""
    return frozenset(form for word in words for form in (word, word.removesuffix("s")))


def _forms(words: Iterable[str], synonyms: Mapping[str, str]) -> frozenset[str]:
    """Return words as they are and as readings have them."""
    return frozenset(form for word in words for form in (word, synonyms.get(word, root(word))))


def _leading(data: Mapping[str, str]) -> dict[str, str]:
    """Return the name that each word stands for."""
    return {word: name for name, words in data.items() for word in words.split()}


def _pairs(lines: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return for each name those that it is paired with."""
    pairs = [line.split() for line in lines]
    names = {name for pair in pairs for name in pair}
    return {
        name: frozenset(other for pair in pairs if name in pair for other in pair if other != name)
        for name in names
    }
