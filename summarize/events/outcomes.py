"""Outcomes: what became of the people and things that a figure counts."""

from collections.abc import Mapping, Sequence

from summarize.events.lexicon import Terms
from summarize.events.measures import MILLION
from summarize.events.parts import is_among
from summarize.events.places import Place

_NEAR = 8
_FAR = 14
"""Words before a bare figure that may: "The toll of the sinking off the island rose to 38"."""

_OF_PEOPLE = frozenset({"aboard", "attending", "marching", "capacity", "infected", "in-hospital"})
"""Outcomes that a word for people names ("212 passengers") where no other word does."""

_MOST_ABOARD = 6000
"""People that one ship may carry; more passengers are those of many."""

_PEOPLE = "people"
"""What stands for any people."""

_POWER = "without-power"
"""An outcome of homes; power is itself not counted so: "a fifth of their purchasing power"."""

_OF_PLACES = frozenset({"in-hospital", "evacuated"})
"""Outcomes that a word for a place names, which is not counted with people: "five hospitals"."""


def outcome_of(place: Place, words: Terms) -> str | None:
    """Return what became of what is counted: in its noun, else behind it, else before it."""
    noun, bare = place.noun, not place.noun
    if place.joined or (bare and place.claim.value >= MILLION):
        return None
    known = words.outcomes
    own = next((known[word] for word in reversed(noun) if word in known), None)
    if bare and place.label in known:
        return known[place.label]
    if own == "aboard" and place.claim.value > _MOST_ABOARD:
        own = None
    if own in _OF_PLACES and noun[-1] not in words.persons:
        return None
    if own == _POWER and known.get(noun[-1]) == own:
        return None
    if own and own not in _OF_PEOPLE and place.own_noun and not is_among(place, words):
        return own
    if noun and (more := _of_noun(words.known(noun[-1]), words)):
        known = {**known, **more}
    tokens = place.sentence.tokens
    behind = tokens[place.end : min(place.ceiling, place.end + _NEAR)]
    before = place.before(_FAR if bare else _NEAR, place.floor)
    return (
        _first(behind, range(len(behind)), known, words)
        or _beyond(place, known, words)
        or _first(before, range(len(before) - 1, -1, -1), known, words, stops=not bare)
        or _of_both(place, known, words)
        or _past_aside(place, known, words)
        or own
    )


def _of_noun(noun: str, words: Terms) -> Mapping[str, str] | None:
    """Return what became of some things in words that say nothing of others."""
    return words.outcomes_of.get(noun) or (
        words.outcomes_of.get(_PEOPLE) if noun in words.people else None
    )


def _is_source(at: int, tokens: Sequence[str], words: Terms) -> bool:
    """Tell whether a word for a place stands for who says something there: "the hospital"."""
    return tokens[at] in words.sources and words.within.isdisjoint(tokens[max(0, at - 2) : at])


def _beyond(place: Place, known: Mapping[str, str], words: Terms) -> str | None:
    """Return the outcome behind a figure that says where: "86 people in three counties died"."""
    tokens, at = place.sentence.tokens, place.ceiling
    between = tokens[place.end : at]
    if not place.noun or len(between) not in (1, 2) or between[0] not in words.within:
        return None
    while at in place.sentence.figures:
        at += 1
    behind = tokens[at : at + _NEAR]
    return _first(behind, range(len(behind)), known, words)


def _of_both(place: Place, known: Mapping[str, str], words: Terms) -> str | None:
    """Return the outcome that two counts share: "three women and two men were killed"."""
    tokens, at = place.sentence.tokens, place.ceiling
    if not place.own_noun or not words.joints.issuperset(tokens[place.end : at] or [""]):
        return None
    while at in place.sentence.figures:
        at += 1
    noun, verb = (*tokens[at : at + 2], "", "")[:2]
    if words.known(noun) not in words.people or verb not in words.skipped:
        return None
    behind = tokens[at + 1 : at + _NEAR]
    return _first(behind, range(len(behind)), known, words)


def _past_aside(place: Place, known: Mapping[str, str], words: Terms) -> str | None:
    """Return the outcome behind what is put in: "12 people, including three boys, were killed"."""
    tokens, end = place.sentence.tokens, place.end
    comma, among = (*tokens[end : end + 2], "", "")[:2]
    if not place.own_noun or comma != "," or among not in words.among:
        return None
    aside = tokens[end + 1 : end + _FAR]
    if "," not in aside:
        return None
    behind = aside[aside.index(",") + 1 :]
    return _first(behind, range(len(behind)), known, words)


def _pair_before(at: int, tokens: Sequence[str], words: Terms) -> str:
    """Return a word with the one before it, past articles: "owe-lives" for "owe their lives"."""
    before = [one for one in tokens[max(0, at - 2) : at] if one not in words.articles]
    return f"{before[-1]}-{tokens[at]}" if before else ""


def _first(
    tokens: Sequence[str],
    order: range,
    known: Mapping[str, str],
    words: Terms,
    *,
    stops: bool = True,
) -> str | None:
    """Return the outcome that is named first, by one word or two, before a clause ends."""
    for at in order:
        token = tokens[at]
        behind = next((one for one in tokens[at + 1 : at + 3] if one not in words.articles), "")
        if order.step > 0 and at + 2 == len(tokens):  # "built for" is said of the next figure
            behind = ""
        pair = _pair_before(at, tokens, words) if order.step < 0 else ""
        found = known.get(pair) or known.get(f"{token}-{behind}") or known.get(token)
        if found and not (order.step < 0 and _is_source(at, tokens, words)):
            return found
        if not token[0].isalnum() or (stops and token in words.joints):
            return None
    return None
