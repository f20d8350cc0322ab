"""The words of a language by which events and their figures are told apart."""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any, NamedTuple

from summarize.languages import table
from summarize.words import stop_words

_CLAIM_SETS = (
    *("rising", "changing", "persons", "joints", "of", "earlier", "more", "past", "revised"),
)

PREFIX = 6
"""Letters by which words count as the same."""


class Lexicon(NamedTuple):
    """`outcomes` and `synonyms` lead from a word to what it stands for; the rest are word sets."""

    skipped: frozenset[str]
    common: frozenset[str]
    topical: frozenset[str]
    outcomes: Mapping[str, str]
    rising: frozenset[str]
    changing: frozenset[str]
    synonyms: Mapping[str, str]
    persons: frozenset[str]
    joints: frozenset[str]
    of: frozenset[str]
    earlier: frozenset[str]
    more: frozenset[str]
    past: frozenset[str]
    revised: frozenset[str]


_ENDING = re.compile(r"(?<=\w{4})(?:ing|e?s|e[dnr]?)$")


@lru_cache(maxsize=1 << 16)
def root(word: str) -> str:
    """Return what stands for a lower-case word and its forms: its first letters, no short ending.

    A fixed prefix finds nearly what stemming does, in any language that inflects at the end (Can
    et al. 2008, "Information Retrieval on Turkish Texts"), and needs nothing to be loaded.
    """
    return _ENDING.sub("", word)[:PREFIX]


@cache
def lexicon(language: str) -> Lexicon:
    """Return the words of a language; all sets are empty where there is no data."""
    data = table(language, "stories")
    grouping, outcomes, claims = (data.get(name, {}) for name in ("grouping", "outcomes", "claims"))
    return Lexicon(
        skipped=stop_words(language),
        common=frozenset(map(root, _words(grouping, "common"))),
        topical=frozenset(map(root, _words(grouping, "topical"))),
        outcomes={word: name for name, words in outcomes.items() for word in words.split()},
        synonyms=_synonyms(claims.get("synonyms", ())),
        **{name: _words(claims, name) for name in _CLAIM_SETS},
    )


def _words(data: Mapping[str, Any], name: str) -> frozenset[str]:
    return frozenset(data.get(name, "").split())


def _synonyms(lines: Iterable[str]) -> dict[str, str]:
    return {word: line.split()[0] for line in lines for word in line.split()}
