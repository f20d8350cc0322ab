"""Unmarked: figures that a digest has not, or takes for bare numbers: levels of scales and ages."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from summarize.claims import Claim
from summarize.events.accounts import Account
from summarize.events.lexicon import Terms, terms
from summarize.languages import table
from summarize.spans import Span

_HIGHEST = 12
"""The highest level: a scale has few."""

_OF_AGE = "year of age"
_PLAIN = frozenset({"number", "count"})
_YOUNGEST, _OLDEST = 10, 110
"""What a bare number must be between to be an age; below it may be anything."""

_NAME = r"(?![a-zß-öø-ÿ])[^\W\d_][\w'’.-]{0,30}"
_NAMED = re.compile(rf"\b{_NAME} {_NAME}, (?:[a-zß-öø-ÿ]+(?: [a-zß-öø-ÿ]+)?, )?$")
"""A full name before a number: "said Ada Kovac, 34.", "Ada Kovac, a nurse, 34,"."""

_IN_BRACKETS = re.compile(rf"\b{_NAME} {_NAME} \((\d\d)\)")
_OF_SOMEBODY = re.compile(r"((?:\b\w+ ){1,4})(\w+) (\w+) $")
"""An article, a word for a person and "of": "a student of 20", "a retired bank clerk of 59"."""

_CALLED = re.compile(r"\b(\w+) (\w+), $")
"""An article and a word for a person before a number: "the driver, 56,"."""

_TOLD = re.compile(
    rf"\b(?:(?P<name>{_NAME} {_NAME}),? |(?:(?P<article>\w+) )?(?P<who>\w+) )(?P<verb>\w+) $"
)
"""A full name, a pronoun or a word for a person, and what it is: "he is 24", "the lad is 22"."""

_ENDS = re.compile(r"[.,;:!?)\n\"”“»]|$")
_FAR = 40
"""Code points before a number among which there may be a name."""


def with_unmarked(account: Account, claims: Sequence[Claim]) -> list[Claim]:
    """Return claims with the levels and ages that an account tells, in the order of the text."""
    text, words = account.text, terms(account.language)
    found = {
        one.span: replace(one, kind="age", unit=_OF_AGE) if _is_age(one, text, words) else one
        for one in claims
    }
    for one in _in_brackets(text):
        found.setdefault(one.span, one)
    found.update((one.span, one) for one in _levels(text, account.language))
    return [found[span] for span in sorted(found)]


def _is_age(claim: Claim, text: str, words: Terms) -> bool:
    """Tell whether a bare number stands behind a full name, or is somebody "of 20"."""
    noun = claim.noun.cut(text).lower() if claim.noun else ""
    own = bool(claim.noun and claim.noun.start > claim.span.start) and noun not in words.remaining
    plain = claim.kind in _PLAIN and not own  # a noun before it may be another figure's
    bare = plain and claim.modifier is None and claim.high is None
    if not bare or not _YOUNGEST <= claim.value <= _OLDEST or claim.value % 1:
        return False
    start, end = claim.span
    before = text[max(0, start - _FAR) : start]
    if (told := _TOLD.search(before)) and told["verb"].lower() in words.is_one:
        return _is_somebody(told, words) and (
            bool(_ENDS.match(text, end)) or _is_joined(text[end : end + _FAR], words)
        )
    if _NAMED.search(before):
        return bool(_ENDS.match(text, end))
    if called := _CALLED.search(before):
        article = called[1].lower() in words.articles
        return article and _is_person(called[2], words) and bool(_ENDS.match(text, end))
    somebody = _OF_SOMEBODY.search(before)
    if somebody is None or somebody[3].lower() not in words.of:
        return False
    article = not words.indefinite.isdisjoint(somebody[1].lower().split())
    return article and _is_person(somebody[2], words)


def _is_somebody(told: re.Match[str], words: Terms) -> bool:
    """Tell whether who is so old is named, or is called by what he or she is."""
    if told["name"] or told["who"].lower() in words.agents:
        return True
    article = (told["article"] or "").lower() in words.articles
    return article and _is_person(told["who"], words)


def _is_joined(behind: str, words: Terms) -> bool:
    """Tell whether a joint is right behind: "he was 14 and had rowed"."""
    return behind.lower().lstrip().partition(" ")[0] in words.joints


def _is_person(word: str, words: Terms) -> bool:
    return words.known(word.lower()) in words.people


def _in_brackets(text: str) -> Iterator[Claim]:
    """Yield the ages behind full names, as most papers in German tell them: "Ada Kovac (34)"."""
    for match in _IN_BRACKETS.finditer(text) if "(" in text else ():
        if int(match[1]) >= _YOUNGEST:
            yield Claim(Span(*match.span(1)), float(match[1]), "age", unit=_OF_AGE)


def _levels(text: str, language: str) -> Iterator[Claim]:
    """Yield the numbers of scales, which count nothing but can be compared: "category 3"."""
    low = text.lower()
    if not any(scale in low for scale in terms(language).scales):
        return
    pattern, numbers = _pattern(language)
    for match in pattern.finditer(text) if pattern else ():
        scale, number = (1, 2) if match[1] else (4, 3)
        told = match[number].lower().replace(",", ".")
        value = float(numbers.get(told, told))
        if 0 < value <= _HIGHEST:
            unit = terms(language).known(match[scale].lower())
            noun = Span(*match.span(scale))
            yield Claim(Span(*match.span(number)), value, "number", unit=unit, noun=noun)


@cache
def _pattern(language: str) -> tuple[re.Pattern[str] | None, dict[str, float]]:
    """Return what finds a level, and the numbers that are words in a language."""
    scales = "|".join(terms(language).scales)
    numbers = dict(table(language, "claims").get("numbers", {}).get("small", {}))
    if not scales:
        return None, numbers
    words = "|".join(numbers)
    number = rf"(\d{{1,2}}(?:[.,]\d)?|{words})"
    behind = rf"({scales}) (?:\w{{2,3}} )?{number}\b(?![.,]?\d)"
    return re.compile(rf"\b(?:{behind}|{number}-({scales})\b)", re.IGNORECASE), numbers
