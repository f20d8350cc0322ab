"""Outcomes: what became of the people and things that a figure counts."""

from collections.abc import Iterable

from summarize.events.lexicon import Terms
from summarize.events.places import Place

_NEAR = 8
_FAR = 14
"""Words before a bare figure that may: "The toll of the sinking off the island rose to 38"."""

_OF_PEOPLE = frozenset({"aboard", "marching", "capacity", "infected", "in-hospital"})
"""Outcomes that a word for people names ("212 passengers") where no other word does."""

_OF_PLACES = frozenset({"in-hospital", "evacuated"})
"""Outcomes that a word for a place names, which is not counted with people: "five hospitals"."""


def outcome_of(place: Place, words: Terms) -> str | None:
    """Return what became of what is counted: in its noun, else behind it, else before it."""
    noun, bare = place.noun, not place.noun
    own = next((words.outcomes[word] for word in reversed(noun) if word in words.outcomes), None)
    if own in _OF_PLACES and noun[-1] not in words.persons:
        return None
    if own is not None and own not in _OF_PEOPLE:
        return own
    before = place.before(_FAR if bare else _NEAR, place.floor)
    behind = place.sentence.tokens[place.end : min(place.ceiling, place.end + _NEAR)]
    return (
        _first(behind, words, stops=True) or _first(reversed(before), words, stops=not bare) or own
    )


def _first(tokens: Iterable[str], words: Terms, *, stops: bool) -> str | None:
    """Return the outcome that is named first, before a clause ends."""
    for token in tokens:
        if token in words.outcomes:
            return words.outcomes[token]
        if not token[0].isalnum() or (stops and token in words.joints):
            return None
    return None
