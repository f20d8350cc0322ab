"""Reporting: whether it is said who gives a figure, and what else is told of it."""

from collections.abc import Sequence

from summarize.events.lexicon import Terms
from summarize.events.places import Place

_NAMED = 5
"""Words behind a figure among which it may be said who gives it."""

_GAPPED = 6
"""Words that lead to a figure of which the verb is left out."""


def reported(place: Place, words: Terms) -> frozenset[str] | None:
    """Return what is told of a figure where it is said who gives it, None where that is not.

    Nothing is told of 300 in "the union spoke of 300"; "she" and "spent" are where "she says that
    she spent 300".
    """
    tokens, names = place.sentence.tokens, place.sentence.names
    leading = [
        token
        for at, token in enumerate(tokens[place.start : place.first], start=place.start)
        if at not in names or (at and tokens[at - 1] not in words.sources)
    ]
    said = words.reporting if place.own_noun else words.reporting | words.finding
    cues = [at for at, token in enumerate(leading) if token in said]
    if cues:
        active = words.being.isdisjoint(leading[: cues[-1]][-1:])  # "growth is put at 2 percent"
        return telling(leading[cues[-1] if active else 0 :], words)
    if _is_named(place, words):
        return frozenset()
    return None if place.own_noun else _reported_bare(place, leading, words)


def _reported_bare(place: Place, leading: Sequence[str], words: Terms) -> frozenset[str] | None:
    """Return what is told of a figure without a noun whose source is named before or behind it."""
    tokens = place.sentence.tokens
    if not words.sources.isdisjoint(leading):
        return telling(leading, words)
    if place.start == place.first and place.first and tokens[place.first - 1][0].isalnum():
        return None
    plain = words.denying | words.joints
    told = not words.reporting.isdisjoint(tokens[place.last : place.stop])
    helping = [at for at, token in enumerate(leading) if token in words.helping]
    leading = leading[helping[-1] + 1 :] if helping else leading
    ends = "nouns" in words.capitals and tokens[place.last : place.last + 1]
    if told and all(token in plain or not token[0].isalpha() for token in leading):
        return frozenset()
    return telling(leading, words) if ends and ends[0] in words.reporting else None


def _is_named(place: Place, words: Terms) -> bool:
    """Tell whether it is said behind a figure who gives it.

    "The 12 million that they named"; "81,500 by the union's reckoning".
    """
    behind = place.sentence.tokens[place.end : place.end + _NAMED]
    if words.by.issuperset(behind[:1]) and not (words.sources | words.tallies).isdisjoint(behind):
        return True
    return behind[:1] != [] and behind[0] in words.relative and not words.saying.isdisjoint(behind)


def is_gapped(before: Place, place: Place, words: Terms) -> bool:
    """Tell whether a figure has the verb of the one before it: "police counted 40, the union 300".

    What leads to it is short, and names who says it, or has the word that leads to the other.
    """
    if before.sentence is not place.sentence or place.own_noun:
        return False
    tokens = place.sentence.tokens
    leading = [token for token in tokens[place.start : place.first] if token not in words.joints]
    told = [token for token in leading if token[0].isalnum()]
    if told[-1:] == list(before.before(1)):
        return 0 < len(told) <= _GAPPED
    return 1 < len(told) <= _GAPPED and told[-1] not in words.skipped


def telling(tokens: Sequence[str], words: Terms) -> frozenset[str]:
    """Return what stands for the words that say more than who says something."""
    return frozenset(
        words.known(token)
        for token in tokens
        if token[0].isalpha()
        and not (token in words.skipped and token not in words.agents)
        and not (token in words.outcomes or token in words.generic)
        and token not in words.reporting | words.finding | words.sources
    )


def is_bare(place: Place, words: Terms) -> bool:
    """Tell whether a figure leaves what it is of to the one before: "It was 14"."""
    if place.own_noun:
        return False
    leading = place.sentence.tokens[place.start : place.first]
    told = [token for token in leading if token[0].isalnum()]
    plain = words.joints.isdisjoint(told) and words.skipped.issuperset(told)
    return plain and not words.being.isdisjoint(told)
