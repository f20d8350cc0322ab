"""The words of a language that matter around quoted speech, as word classes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from summarize.languages import known, table

# The word classes, one letter each, so that a sentence is a string and a phrase a pattern over it.
# d determiner, h possessive, p pronoun, w relative, a auxiliary, i preposition, c conjunction,
# s subordinator, r adverb, t time, v other verb, V cue verb, G cue participle ("saying"),
# o "to", W "with", B base form of a cue verb, C cue noun, X, Y and F
# forms of V, J and B that are nouns too; in German D oblique determiner, x reflexive, E "es",
# k Konjunktiv I, Z participle or verb that closes a clause, U "zufolge", L "so"
_CLASSES = {
    "determiners": "d",
    "oblique": "D",
    "expletives": "E",
    "reflexives": "x",
    "reported": "k",
    "postposed": "U",
    "quotative": "L",
    "pronominals": "e",
    "possessives": "h",
    "auxiliaries": "a",
    "copulas": "b",
    "prepositions": "i",
    "infinitive": "o",
    "absolute": "W",
    "subordinators": "s",
    "subordinating": "I",
    "conjunctions": "c",
    "adverbs": "r",
    "times": "t",
    "numbers": "#",
    "verbs": "v",
    "pronouns": "p",
    "relatives": "w",
}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the words of one language are; `classes` maps a small-letter word to its class."""

    language: str
    classes: Mapping[str, str]
    verb_second: bool
    capital_nouns: bool
    subjects_drop: bool
    dialogue_verbs: frozenset[str]
    according: tuple[str, ...]
    naming: frozenset[str]
    authored: frozenset[str]
    of: frozenset[str]
    phrases: frozenset[str]
    endings: tuple[tuple[str, str], ...]
    elisions: Mapping[str, str]
    clitics: tuple[str, ...]
    abbreviations: frozenset[str]
    titles: frozenset[str]
    long_titles: tuple[str, ...]
    male: frozenset[str]
    female: frozenset[str]
    given_male: frozenset[str]
    given_female: frozenset[str]
    given_either: frozenset[str]
    humans: frozenset[str]
    men: frozenset[str]
    women: frozenset[str]
    short_titles: Mapping[str, str]
    services: frozenset[str]
    not_in_office: frozenset[str]
    nobody: frozenset[str]
    bodies: frozenset[str]
    pronouns: frozenset[str]
    pronoun_sex: Mapping[str, str]
    also_several: frozenset[str]
    several_endings: tuple[str, ...]

    def is_title(self, word: str) -> bool:
        """Tell whether a small-letter word is a title; German makes compounds of them."""
        return word in self.titles or (self.capital_nouns and word.endswith(self.long_titles))

    def is_given(self, name: str) -> bool:
        """Tell whether a word is a well-known given name."""
        small = name.lower()
        return small in self.given_male or small in self.given_female or small in self.given_either

    def is_human(self, noun: str) -> bool:
        """Tell whether a small-letter noun is one for a person."""
        return noun in self.humans or noun in self.titles

    def sex_of_given(self, name: str) -> str:
        """Return the sex that a given name tells: "m", "f" or ""."""
        small = name.lower()
        return "m" if small in self.given_male else "f" if small in self.given_female else ""

    def sex_of_noun(self, noun: str) -> str:
        """Return the sex that a small-letter noun or title tells: "m", "f" or ""."""
        if noun in self.men or noun in self.male:
            return "m"
        return "f" if noun in self.women or noun in self.female else ""


@cache
def lexicon(language: str) -> Lexicon:
    """Return the lexicon of `language`, the English one where there is none."""
    base = known(language) or "en"
    data = table(base, "quotes") or table("en", "quotes")
    names = data.get("names", {})
    classes = _classes(data)
    abbreviations = _words(data["words"], "abbreviations")
    phrases = frozenset(phrase.split()[0] for phrase in data["cues"].get("according", ()))
    given, nouns = table("en", "names"), table(base, "names")
    return Lexicon(
        language=base,
        classes=classes,
        capital_nouns=bool(data.get("capital_nouns")),
        subjects_drop=bool(data.get("subjects_drop")),
        dialogue_verbs=_words(data["cues"], "forms") if data.get("dialogue_dash") else frozenset(),
        verb_second=data.get("order") == "verb second",
        according=tuple(data["cues"].get("according", ())),
        naming=_words(data["words"], "naming"),
        authored=_words(data["words"], "authored"),
        of=_words(data["words"], "of"),
        phrases=phrases,
        elisions=dict(data["words"].get("elisions", {})),
        clitics=tuple(data["words"].get("clitics", ())),
        endings=tuple(data["words"].get("endings", {}).items()),
        abbreviations=abbreviations,
        titles=_words(names, "titles") | _words(names, "male") | _words(names, "female"),
        long_titles=tuple(title for title in names.get("titles", "").split() if len(title) > 3),
        male=_words(names, "male"),
        female=_words(names, "female"),
        given_male=_words(given, "male"),
        given_female=_words(given, "female"),
        given_either=_words(given, "either"),
        humans=_words(nouns, "humans"),
        men=_words(nouns, "men"),
        women=_words(nouns, "women"),
        services=_words(nouns, "services"),
        not_in_office=_words(nouns, "not_in_office"),
        nobody=_words(nouns, "nobody"),
        short_titles=dict(nouns.get("short", {})),
        bodies=_words(names, "bodies"),
        pronouns=frozenset().union(
            *(_words(data["words"], key) for key in ("pronouns", "relatives", "possessives"))
        ),
        pronoun_sex={
            pronoun: sex
            for sex, key in (("m", "he"), ("f", "she"))
            for pronoun in names.get(key, "").split()
        },
        also_several=_words(names, "also_several"),
        several_endings=tuple(names.get("several_endings", "").split()),
    )


def _words(data: Mapping[str, Any], key: str) -> frozenset[str]:
    return frozenset(data.get(key, "").split())


def _classes(data: Mapping[str, Any]) -> dict[str, str]:
    classes: dict[str, str] = {}
    cues = data["cues"]
    for phrase in cues.get("according", ()):
        classes[phrase.split()[0]] = "i"
    for noun in cues.get("nouns", "").split():
        classes[noun] = "C"
    both = {noun + ending for noun in cues.get("both", "").split() for ending in ("", "s", "es")}
    for form, verb in _cue_forms(cues):
        letter = {"V": "X", "J": "Y", "B": "F"}.get(verb, verb) if form in both else verb
        if classes.get(form, "B") in "BF":
            classes[form] = letter
    for key, letter in _CLASSES.items():
        for word in data["words"].get(key, "").split():
            if letter != "v" or word not in classes:
                classes[word] = letter
    return classes


def _cue_forms(cues: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the forms of the cue verbs; V and G for those of saying, J and K for judging."""
    for key, letter in (
        ("forms", "V"),
        ("judging_forms", "J"),
        ("participles", "G"),
        ("closing", "Z"),
    ):
        for form in cues.get(key, "").split():
            yield form, letter
    irregular = cues.get("irregular", {})
    for key, finite, participle in (("verbs", "V", "G"), ("judging", "J", "K")):
        for verb in cues.get(key, "").split():
            yield verb, "B"
            forms = irregular[verb].split() if verb in irregular else _regular_forms(verb)
            for form in forms:
                yield form, participle if form.endswith("ing") else finite


def _regular_forms(verb: str) -> Iterator[str]:
    stem = verb.removesuffix("e")
    yield verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")
    yield stem + "ed"
    yield stem + "ing"
