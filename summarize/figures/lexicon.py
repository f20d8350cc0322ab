"""Lexicon: a language's words of figures, ready for lookup; read once from its data."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import compress, count
from typing import Any, Generic, TypeVar

from summarize.figures.compounds import Compounds
from summarize.figures.phrases import Phrases
from summarize.figures.signs import VULGAR
from summarize.figures.units import Units, units
from summarize.languages import table
from summarize.memo import Memo

Value = TypeVar("Value")

_DIGITS = frozenset("0123456789")
_SIGN = re.compile(f"[{''.join(_DIGITS.union(VULGAR))}]")
_LETTERS = re.compile(r"[^\W\d_]+")
_PHRASE_LISTS = (("numbers", "out_of"), ("ranges", "to"), ("ages", "before"))
_PHRASE_SECTIONS = ("modifiers", "modifiers_after", "modifiers_inside")


class Roles(dict[str, Value], Generic[Value]):
    """What a language gives for each role; a role it says nothing about is empty."""

    def __init__(self, entries: Mapping[str, Value], empty: Value) -> None:
        super().__init__(entries)
        self._empty = empty

    def __missing__(self, role: str) -> Value:
        return self.setdefault(role, self._empty)


@dataclass(frozen=True, slots=True)
class DigitMarks:
    """How digits are written: `groups` parts thousands and `decimal` parts decimals.

    `spaced`: a space may part thousands as well. `pointed`: where decimals have a comma, a point
    is taken for one too, as wires often write.
    """

    decimal: str
    groups: str
    spaced: bool
    pointed: bool


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The number words of a language, by what they do.

    `small` add up to a figure below a hundred; after `additive_tens` come ten to nineteen, as in
    French soixante-douze. `scales` multiply what stands before them, `suffixes` are short ones as
    written ("bn"). `plurals` stand for themselves and up to ten times that ("thousands"), `scalar`
    is both. `fractions` divide. `compounds` are figures in one word. `starters` may begin one.
    `starts` tells whether a token may start a figure, and `holding` whether one may start anywhere
    in a piece of text that has no white space.
    """

    small: Mapping[str, float]
    additive_tens: frozenset[float]
    scales: Mapping[str, float]
    suffixes: Mapping[str, float]
    plurals: Mapping[str, float]
    scalar: Mapping[str, float]
    fractions: Mapping[str, float]
    compounds: Compounds
    starters: frozenset[str]
    starts: Memo[bool]
    holding: Memo[bool]

    def may_stand(self, text: str, start: int, end: int) -> bool:
        """Tell whether a figure may start anywhere in a stretch of text."""
        if _SIGN.search(text, start, end):
            return True
        return any(map(self.holding.__getitem__, text[start:end].split()))

    def places(self, words: Sequence[str]) -> Iterator[int]:
        """Yield the indices of the tokens that a figure may start with."""
        return compress(count(), map(self.starts.__getitem__, words))

    def worth(self, low: str) -> float | None:
        """Return the number below a scale that one word stands for ("seven"), or None."""
        value = self.small.get(low)
        return self.compounds.value(low) if value is None else value


@dataclass(frozen=True, slots=True)
class NounShape:
    """What the nouns that a figure counts look like: by their `endings`, or by their `capitals`."""

    capitals: bool
    endings: tuple[str, ...]
    exceptions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words a language makes figures with.

    `words` is a set of words by its role in the data ("ranges.between"), `phrases` a phrase table
    by its role ("modifiers", which gives the modifier that a phrase makes).
    """

    digits: DigitMarks
    numbers: NumberWords
    nouns: NounShape
    units: Units
    words: Roles[frozenset[str]]
    phrases: Roles[Phrases[str]]


@cache
def lexicon(language: str) -> Lexicon:
    """Return the lexicon of `language`; digits and symbols alone where it has no data."""
    data = table(language, "claims")
    words = _words(data)
    digits, nouns = data.get("digits", {}), data.get("nouns", {})
    return Lexicon(
        digits=DigitMarks(
            decimal=digits.get("decimal", "."),
            groups=digits.get("groups", ","),
            spaced=digits.get("spaced", False),
            pointed=digits.get("pointed", False),
        ),
        numbers=_numbers(data.get("numbers", {}), words.get("numbers.half", frozenset())),
        nouns=NounShape(
            capitals=nouns.get("capitals", False),
            endings=tuple(nouns.get("plural_endings", ())),
            exceptions=tuple(nouns.get("singular_endings", ())),
        ),
        units=units(language),
        words=Roles(words | _starters(language), frozenset()),
        phrases=Roles(_phrases(data), Phrases(())),
    )


def _numbers(data: Mapping[str, Any], halves: frozenset[str]) -> NumberWords:
    """Return the number words of a language's data; `halves` begin a figure too."""
    small, scales, suffixes, plurals, fractions = (
        {word: float(value) for word, value in data.get(name, {}).items()}
        for name in ("small", "scales", "suffixes", "plurals", "fractions")
    )
    compounds = Compounds(data.get("parts", {}))
    starters = halves.union(small, scales, plurals, fractions)

    def starts(word: str) -> bool:
        if word[:1] in _DIGITS or word in VULGAR or (word[:1] == "." and len(word) > 1):
            return True
        low = word.lower()
        return low in starters or compounds.value(low) is not None

    def holds(piece: str) -> bool:
        return _SIGN.search(piece) is not None or any(map(starts, _LETTERS.findall(piece)))

    return NumberWords(
        small=small,
        additive_tens=frozenset(data.get("additive_tens", ())),
        scales=scales,
        suffixes=suffixes,
        plurals=plurals,
        scalar=scales | plurals,
        fractions=fractions,
        compounds=compounds,
        starters=starters,
        starts=Memo(starts),
        holding=Memo(holds),
    )


def _words(data: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """Return every list of single words by "section.name"."""
    return {
        f"{section}.{name}": frozenset(entry)
        for section, content in data.items()
        for name, entry in content.items()
        if isinstance(entry, list)
    }


def _starters(language: str) -> dict[str, frozenset[str]]:
    """Return what begins sentences in a language, by its role here."""
    return {
        "sentences.starters": frozenset(table(language, "sentences").get("starters", "").split())
    }


def _phrases(data: Mapping[str, Any]) -> dict[str, Phrases[str]]:
    """Return the phrase tables: of a section, phrases to their list; of one list, to its name."""
    tables = {
        section: Phrases(
            (phrase, name) for name, entry in data.get(section, {}).items() for phrase in entry
        )
        for section in _PHRASE_SECTIONS
    }
    for section, name in _PHRASE_LISTS:
        entry = data.get(section, {}).get(name, ())
        tables[f"{section}.{name}"] = Phrases((phrase, name) for phrase in entry)
    return tables
