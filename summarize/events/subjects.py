"""Subjects: the word for what a figure counts or measures, as its sentence has it."""

from itertools import pairwise

from summarize.events.lexicon import Terms
from summarize.events.measures import Measure
from summarize.events.parts import kind_of_some
from summarize.events.persons import whose
from summarize.events.places import Place
from summarize.events.reporting import telling

_NEAR = 8
_OF_THINGS = frozenset({"money", "percent"})
"""Kinds of claims that stand apart from the noun for what they measure."""

_ASPECT = 3
"""Words on each side of a measure that say which one of a thing it is."""

_WITHOUT = frozenset({"", "points"})
"""What has no aspects: "two points below the demand" are not deep."""

_AGE = "calendar", "age"
"""What is measured of time by calendars, and its aspect."""

LIMIT = "limit"
"""The aspect that no measure of a thing itself has: how fast a train may go."""

_SPEED = "speed"
"""What is measured, and its aspect."""


def subject_of(place: Place, outcome: str | None, words: Terms) -> tuple[str, ...]:
    """Return the words for what is counted by what stands for them, its head last.

    There are none where it is simply people of whom something became.
    """
    if place.claim.kind == "age":
        return whose(place, words)
    if outcome and (kind := kind_of_some(place, words)):
        return (words.known(kind),)
    told = None if place.own_noun else _told(place, outcome, words)
    if told is not None:
        return told
    passed = words.more | words.others
    names = frozenset() if place.own_noun or "nouns" in words.capitals else place.sentence.named
    return tuple(
        words.known(word)
        for word in place.noun
        if word[0].isalpha()
        and word not in passed
        and words.known(word) not in names
        and not (outcome and (word in words.persons or words.outcomes.get(word) == outcome))
    )


def _told(place: Place, outcome: str | None, words: Terms) -> tuple[str, ...] | None:
    """Return what leads to a figure instead of its noun: "Dead: 12", "a majority of 4,312"."""
    if place.label and not place.noun:
        labelled = words.known(place.label)
        return () if labelled == outcome else (labelled,)
    governor = _governor(place, words)
    if governor in words.aspects:
        return ()
    if governor and (words.outcomes.get(governor) != outcome or governor in words.synonyms):
        return (governor,)
    measured = _measured(place, words) if outcome is None else ()
    return measured or None


def _measured(place: Place, words: Terms) -> tuple[str, ...]:
    """Return what money, a share or a level is of, by the words before it or near it."""
    of_things = place.claim.kind in _OF_THINGS
    if place.noun and not (of_things and place.noun[-1] in words.periods):
        return _ruling(place, words) if of_things else ()
    near = _near(place, words)
    return near if of_things or words.scales.issuperset(near) else ()


def _ruling(place: Place, words: Terms) -> tuple[str, ...]:
    """Return the noun that the one before a figure belongs to: "profit before tax was 3 m"."""
    tokens, last = place.sentence.tokens, place.noun[-1]
    span = range(place.first - 1, place.floor - 1, -1)
    at = next((at for at in span if tokens[at] == last), 0) - len(place.noun) + 1
    for joint in range(at - 1, max(at - 1 - _ASPECT, place.floor), -1):
        if tokens[joint] in words.ruling:
            ruler = words.synonyms.get(tokens[joint - 1])
            return (ruler,) if ruler and tokens[joint - 1] not in words.sources else ()
        if not tokens[joint][0].isalnum():
            break
    return ()


def head_of(place: Place, words: Terms) -> str:
    """Return the word that is counted as it stands; none for two that are counted together."""
    joint, noun = (*place.sentence.tokens[place.end : place.end + 2], "", "")[:2]
    together = joint in words.joints and (noun in words.persons or noun in words.synonyms)
    return "" if not place.own_noun or together else place.noun[-1]


def aspect_of(place: Place, measured: Measure, words: Terms) -> str | None:
    """Return the aspect that is named next to a measure: behind it, else before it.

    A speed is that of what the news is about where it is not said to be the wind's or a limit.
    """
    if measured.what in _WITHOUT:
        return None
    tokens = place.sentence.tokens
    if measured.what == _AGE[0]:
        own = tokens[place.first : place.last + 1]
        made = not words.built.isdisjoint(place.before(_ASPECT, place.floor))
        return _AGE[1] if made or not words.old.isdisjoint(own) else None
    behind = tokens[place.last : min(place.ceiling, place.last + _ASPECT)]
    before = [token for token in place.before(_ASPECT, place.floor) if token not in words.leading]
    for token in (*behind, *reversed(before)):
        aspect = words.aspects.get(token)
        if aspect and (place.claim.kind == "measure" or aspect == LIMIT):
            return aspect
    leading = tokens[max(place.start, place.floor) : place.first]
    if LIMIT in map(words.aspects.get, leading):
        return LIMIT
    named = (
        words.aspects[one]
        for one, other in pairwise(leading)
        if one in words.aspects and other in words.of
    )
    if place.claim.kind == "measure" and (aspect := next(named, None)):
        return aspect
    return _SPEED if measured.what == _SPEED else None


def rate_of(place: Place, words: Terms) -> str:
    """Return the time for which a figure counts, "" where for all: "day" in "2 tons a day"."""
    behind = place.sentence.tokens[place.last : place.end + _ASPECT]
    gone = (*behind[2:], *place.sentence.tokens[place.end + _ASPECT : place.end + _ASPECT + 1], "")
    beside = zip(("", *behind), behind, behind[1:], gone, strict=False)
    for within, each, period, ago in beside:
        told = each in words.each and period in words.periods and ago not in words.ago
        if told and within not in words.within and within not in words.skipped:
            return words.known(period)
        if not each[0].isalnum():
            break
    around = (*behind, *place.before(_ASPECT + 1, max(place.start, place.floor)))
    return next((words.rates[token] for token in around if token in words.rates), "")


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
            if token in words.synonyms and token not in words.sources:
                return (words.synonyms[token],)
            if not token[0].isalnum() or token in words.saying:
                break
    return ()
