"""Subjects: the word for what a figure counts or measures, as its sentence has it."""

from summarize.events.lexicon import Terms
from summarize.events.measures import Measure
from summarize.events.places import Place
from summarize.events.reporting import telling

_NEAR = 8
_ASPECT = 3
"""Words on each side of a measure that say which one of a thing it is."""

_SPEED = "speed"
"""What is measured, and its aspect."""


def subject_of(place: Place, outcome: str | None, words: Terms) -> tuple[str, ...]:
    """Return the words for what is counted by what stands for them, its head last.

    There are none where it is simply people of whom something became.
    """
    if place.claim.kind == "age":
        return _person(place, words)
    governor = None if place.own_noun else _governor(place, words)
    if governor and words.outcomes.get(governor) != outcome:
        return (governor,)
    counted = [word for word in place.noun if word[0].isalpha() and word not in words.more]
    if not counted and outcome is None:
        return _near(place, words)
    return tuple(
        words.known(word)
        for word in counted
        if not (outcome and (word in words.persons or words.outcomes.get(word) == outcome))
    )


def head_of(place: Place, words: Terms) -> str:
    """Return the word that is counted as it stands; none for two that are counted together."""
    joint, noun = (*place.sentence.tokens[place.end : place.end + 2], "", "")[:2]
    together = joint in words.joints and (noun in words.persons or noun in words.synonyms)
    return "" if not place.own_noun or together else place.noun[-1]


def aspect_of(place: Place, measured: Measure, words: Terms) -> str | None:
    """Return the aspect that is named next to a measure: behind it, else before it.

    A speed is that of what the news is about where it is not said to be the wind's or a limit.
    """
    if not measured.what:
        return None
    tokens = place.sentence.tokens
    behind = tokens[place.last : min(place.ceiling, place.last + _ASPECT)]
    for token in (*behind, *reversed(place.before(_ASPECT, place.floor))):
        if token in words.aspects:
            return words.aspects[token]
    return _SPEED if measured.what == _SPEED else None


def _person(place: Place, words: Terms) -> tuple[str, ...]:
    """Return the word for whose age it is: right before it, else right behind."""
    behind = place.sentence.tokens[place.last : place.stop]
    for side in (reversed(place.before(_NEAR, place.floor)), behind):
        for token in side:
            if token[0].isalpha() and token not in words.skipped and token not in words.aged:
                return () if token in words.persons else (words.known(token),)
    return ()


def _governor(place: Place, words: Terms) -> str | None:
    """Return what a figure is the measure of: "majority" in "a majority of 4,312"."""
    before = place.before(2, place.floor)
    if len(before) < 2 or before[1] not in words.governing:
        return None
    return next(iter(telling(before[:1], words)), None)


def _near(place: Place, words: Terms) -> tuple[str, ...]:
    """Return what a figure measures where its noun is not told: the nearest word for such."""
    behind = place.sentence.tokens[place.last : min(place.ceiling, place.last + _NEAR)]
    for side in (reversed(place.before(_NEAR, place.floor)), behind):
        for token in side:
            if token in words.synonyms:
                return (words.synonyms[token],)
            if not token[0].isalnum():
                break
    return ()
