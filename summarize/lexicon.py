"""The words of a language that matter around quoted speech, as word classes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from summarize.languages import known, table

# The word classes, one letter each, so that a sentence is a string and a phrase a pattern over it.
# d determiner, h possessive, p pronoun, w relative, a auxiliary, i preposition, c conjunction,
# s subordinator, r adverb, t time, v other verb, V cue verb, G cue participle ("saying"),
# B base form of a cue verb, C cue noun
_CLASSES = {
    "determiners": "d",
    "possessives": "h",
    "auxiliaries": "a",
    "copulas": "b",
    "prepositions": "i",
    "infinitive": "o",
    "subordinators": "s",
    "conjunctions": "c",
    "adverbs": "r",
    "times": "t",
    "verbs": "v",
    "pronouns": "p",
    "relatives": "w",
}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the words of one language are; `classes` maps a small-letter word to its class."""

    language: str
    classes: Mapping[str, str]
    particles: Mapping[str, str]
    according: tuple[str, ...]
    phrases: frozenset[str]
    endings: tuple[tuple[str, str], ...]
    titles: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]


@cache
def lexicon(language: str) -> Lexicon:
    """Return the lexicon of `language`, the English one where there is none."""
    base = known(language) or "en"
    data = table(base, "quotes") or table("en", "quotes")
    names = data.get("names", {})
    return Lexicon(
        language=base,
        classes=_classes(data),
        particles=dict(_particles(data["cues"])),
        according=tuple(data["cues"].get("according", ())),
        phrases=frozenset(phrase.split()[0] for phrase in data["cues"].get("according", ())),
        endings=tuple(data["words"].get("endings", {}).items()),
        titles=_words(names, "titles"),
        male=_words(names, "male"),
        female=_words(names, "female"),
    )


def _words(data: Mapping[str, Any], key: str) -> frozenset[str]:
    return frozenset(data.get(key, "").split())


def _classes(data: Mapping[str, Any]) -> dict[str, str]:
    classes: dict[str, str] = {}
    cues = data["cues"]
    for noun in cues.get("nouns", "").split():
        classes[noun] = "C"
    for form, letter in _cue_forms(cues):
        classes.setdefault(form, letter)
    for key, letter in _CLASSES.items():
        for word in data["words"].get(key, "").split():
            classes[word] = letter
    for form, letter in _cue_forms(cues):
        if letter != "B" and classes[form] == "v":
            classes[form] = letter
    return classes


def _cue_forms(cues: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    irregular = cues.get("irregular", {})
    for verb, forms in irregular.items():
        yield verb, "B"
        for form in forms.split():
            yield form, "G" if form.endswith("ing") else "V"
    for verb in cues["verbs"].split():
        if verb not in irregular:
            yield verb, "B"
            yield from _regular_forms(verb)


def _regular_forms(verb: str) -> Iterator[tuple[str, str]]:
    stem = verb.removesuffix("e")
    yield verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s"), "V"
    yield stem + "ed", "V"
    yield stem + "ing", "G"


def _particles(cues: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for verb, particle in cues.get("particles", {}).items():
        for form in [verb, *cues["irregular"][verb].split()]:
            yield form, particle
