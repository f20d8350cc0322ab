"""Units: what a figure is measured in, found beside it and named by its canonical singular."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from summarize.figures.phrases import Phrases
from summarize.figures.tokens import Tokens
from summarize.languages import HOME, table

KINDS = ("money", "percent", "duration", "age", "measure")

_HYPHENS = frozenset("-‐‑–")
_DEGREES = frozenset({"thick", "long", "wide", "tall", "high", "deep"})
_JOINTS = frozenset({"and", "or", "but", "with", "at", "on", "in", "when", "is", "was"})
_FOOT = frozenset("'’′")
_INCH = frozenset('"”″')


class Unit(NamedTuple):
    """A unit by its canonical singular ("kilometre") and the kind of claim that it makes."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Units:
    """The units of a language: signs before a figure, symbols and names after it.

    `large` gives what a unit means from a million on, where it is paid, and where the text has that
    besides: "five million pounds", "fined 500 pounds".
    """

    signs: Phrases[Unit]
    symbols: Phrases[Unit]
    names: Phrases[Unit]
    large: Mapping[str, Unit]


@cache
def units(language: str) -> Units:
    """Return the units of `language`: the symbols all languages share, and its own names."""
    shared = tomllib.loads((HOME / "units.toml").read_text(encoding="utf-8"))
    data = table(language, "units")
    symbols = [entry for kind in KINDS for entry in _entries(shared.get(kind, {}), kind)]
    names = [
        (written + ending, unit)
        for kind in KINDS
        for phrase, unit in _entries(data.get(kind, {}), kind)
        for written in {phrase.lower(), phrase.lower().replace(" ", "-")}
        for ending in data.get("endings", [""])
    ]
    taken = {name for name, _ in names}
    loose = [(s.lower(), unit) for s, unit in symbols if len(s) > 2 and s.lower() not in taken]
    return Units(
        signs=Phrases(_signs(shared)),
        symbols=Phrases(symbols),
        names=Phrases(names + loose),
        large={name: Unit(*told) for name, told in data.get("large", {}).items()},
    )


def _entries(section: Mapping[str, Any], kind: str) -> Iterator[tuple[str, Unit]]:
    for name, phrases in section.items():
        for phrase in phrases:
            yield phrase, Unit(name, kind)


def _signs(shared: Mapping[str, Any]) -> Iterator[tuple[str, Unit]]:
    """Yield the signs before a figure; codes and "C$" also as some wires write them, in small."""
    for sign, unit in _entries(shared["money_before"], "money"):
        yield sign, unit
        if sign != sign.lower() and len(sign) > 2:
            yield sign.lower(), unit


def sign_before(tokens: Tokens, index: int, language_units: Units) -> tuple[int, Unit] | None:
    """Return where the currency sign before `index` starts, and its unit."""
    return language_units.signs.before(tokens.words, index)


def unit_after(tokens: Tokens, index: int, language_units: Units) -> tuple[int, Unit] | None:
    """Return the end of the unit that starts at `index` and the unit; a hyphen may join it."""
    words = tokens.words
    start = index + (words[index] in _HYPHENS and tokens.glued(index + 1))
    found = language_units.symbols.after(words, start)
    if found and words[found[0]][:1].isdecimal() and found[1].kind == "money":
        found = None  # the sign of the next figure
    if found and not _is_symbol(tokens, start, found[0], hyphen=start > index):
        found = None
    named = language_units.names.after(tokens.lows, start)
    if named and (found is None or named[0] > found[0]):
        found = named
    glued = found and tokens.glued(found[0]) and words[found[0]][:1].isalnum()
    if glued and words[start] not in _FOOT:
        return None
    return found


def _is_symbol(tokens: Tokens, start: int, end: int, *, hyphen: bool) -> bool:
    """Tell whether a short symbol is one here: "5 m", "5A" and "2.5 A" are, "5 A" is not."""
    word = tokens.words[start]
    if word == "in":
        return _is_inch(tokens, end)
    if word in _FOOT:
        return tokens.glued(start) and tokens.glued(end) and tokens.words[end].isdecimal()
    if word in _INCH:
        return tokens.glued(start) and tokens.words[start - 2] in _FOOT
    if end > start + 1 or len(word) > 1 or not word.isalpha() or hyphen:
        return True
    if word == "K":
        return not tokens.glued(start)  # 4K is a screen, 4 K is cold
    rate = tokens.words[end] == "/" and tokens.glued(end)
    return rate or tokens.glued(start) or "." in tokens.words[start - 1] or word in "mghlt"


def _is_inch(tokens: Tokens, end: int) -> bool:
    """Tell whether the "in" before `end` is inches: a preposition would go on with its noun."""
    word = tokens.lows[end]
    behind = tokens.lows[end + 1] if word in _DEGREES else ""
    if behind[:1].isalpha() and behind not in _JOINTS:
        return False  # "29 in high school classes"
    return word in _DEGREES | {"by", "x", "×", ",", ")", "."}
