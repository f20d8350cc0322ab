"""Lexicon: a language's words of figures, ready for lookup; read once from its data."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, TypeVar

from summarize.compounds import Compounds
from summarize.languages import table
from summarize.phrases import Phrases
from summarize.units import Units, units

Value = TypeVar("Value")


class Roles(dict[str, Value], Generic[Value]):
    """What a language gives for each role; a role it says nothing about is empty."""

    def __init__(self, entries: Mapping[str, Value], empty: Value) -> None:
        super().__init__(entries)
        self._empty = empty

    def __missing__(self, role: str) -> Value:
        return self._empty


@dataclass(frozen=True, slots=True)
class NounShape:
    """What the nouns that a figure counts look like: by their `endings`, or by their `capitals`."""

    capitals: bool
    endings: tuple[str, ...]
    exceptions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words a language makes figures with.

    Digits have `groups` between thousands, or spaces where they are `spaced`, and `decimal` before
    decimals; where that is a comma, `pointed` takes a point for one too, as wires often write.
    `small` add up to a figure below a hundred, `scales` multiply what stands before them,
    `suffixes` are short scales as written ("bn"), `plurals` stand for themselves and up to ten
    times that ("thousands"), `scalar` are both, `fractions` divide. After `additive_tens` come ten to nineteen, as
    in French soixante-douze. `starters` may begin a figure; `compounds` are figures in one word.
    `words` is a set of words by its role
    ("and", "articles", "between", ...), `phrases` a phrase table by its role.
    """

    decimal: str
    groups: str
    spaced: bool
    pointed: bool
    additive_tens: frozenset[float]
    small: Mapping[str, float]
    scales: Mapping[str, float]
    suffixes: Mapping[str, float]
    plurals: Mapping[str, float]
    fractions: Mapping[str, float]
    nouns: NounShape
    scalar: Mapping[str, float]
    units: Units
    words: Mapping[str, frozenset[str]]
    phrases: Mapping[str, Phrases[str]]
    starters: frozenset[str]
    compounds: Compounds

    def starts(self, low: str) -> bool:
        """Tell whether a word in lower case may start a figure in words."""
        return low in self.starters or self.compounds.value(low) is not None

    def worth(self, low: str) -> float | None:
        """Return the number below a scale that one word stands for ("seven"), or None."""
        value = self.small.get(low)
        return self.compounds.value(low) if value is None else value


@cache
def lexicon(language: str) -> Lexicon:
    """Return the lexicon of `language`; English digits alone where it has no data."""
    data = table(language, "claims")
    numbers = data.get("numbers", {})
    maps = {
        name: {word: float(value) for word, value in numbers.get(name, {}).items()}
        for name in ("small", "scales", "suffixes", "plurals", "fractions")
    }
    digits, nouns = data.get("digits", {}), data.get("nouns", {})
    words = _words(data)
    starting = (maps[name] for name in maps if name != "suffixes")
    starters = frozenset().union(words.get("numbers.half", ()), *starting)
    return Lexicon(
        decimal=digits.get("decimal", "."),
        groups=digits.get("groups", ","),
        spaced=digits.get("spaced", False),
        pointed=digits.get("pointed", False),
        additive_tens=frozenset(numbers.get("additive_tens", ())),
        **maps,
        scalar=maps["scales"] | maps["plurals"],
        nouns=NounShape(
            capitals=nouns.get("capitals", False),
            endings=tuple(nouns.get("plural_endings", ())),
            exceptions=tuple(nouns.get("singular_endings", ())),
        ),
        units=units(language),
        words=Roles(words, frozenset()),
        phrases=Roles(_phrases(data), Phrases(())),
        starters=starters,
        compounds=Compounds(numbers.get("parts", {})),
    )


def _words(data: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """Return every list of single words by "section.name"."""
    return {
        f"{section}.{name}": frozenset(entry)
        for section, content in data.items()
        for name, entry in content.items()
        if isinstance(entry, list)
    }


def _phrases(data: Mapping[str, Any]) -> dict[str, Phrases[str]]:
    """Return the phrase tables: of a section, phrases to their list; of one list, to its name."""
    tables = {
        section: Phrases(
            (phrase, name) for name, entry in data.get(section, {}).items() for phrase in entry
        )
        for section in ("modifiers", "modifiers_after", "modifiers_inside")
    }
    for section, name in (("numbers", "out_of"), ("ranges", "to"), ("ages", "before")):
        entry = data.get(section, {}).get(name, ())
        tables[f"{section}.{name}"] = Phrases((phrase, name) for phrase in entry)
    return tables
