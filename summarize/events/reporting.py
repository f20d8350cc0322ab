"""Reporting: whether it is said who gives a figure, and what else is told of it."""

from collections.abc import Sequence

from summarize.events.lexicon import Terms
from summarize.events.places import Place


def reported(place: Place, words: Terms) -> frozenset[str] | None:
    """Return what is told of a figure where it is said who gives it, None where that is not.

    Nothing is told of 300 in "the union spoke of 300"; "spent" is in "she says that she spent 300".
    """
    tokens = place.sentence.tokens
    leading = tokens[place.start : place.first]
    cues = [at for at, token in enumerate(leading) if token in words.reporting]
    if cues:
        return telling(leading[cues[-1] :], words)
    if place.own_noun:
        return None
    if not words.sources.isdisjoint(tokens[place.floor : place.first]):
        return telling(leading, words)
    plain = all(token in words.denying or not token[0].isalpha() for token in leading)
    behind = tokens[place.last : place.stop]
    return frozenset() if plain and not words.reporting.isdisjoint(behind) else None


def telling(tokens: Sequence[str], words: Terms) -> frozenset[str]:
    """Return what stands for the words that say more than who says something."""
    return frozenset(
        words.known(token)
        for token in tokens
        if token[0].isalpha()
        and not (token in words.skipped or token in words.reporting or token in words.sources)
    )


def is_bare(place: Place, words: Terms) -> bool:
    """Tell whether a figure leaves what it is of to the one before: "It was 14"."""
    if place.own_noun:
        return False
    leading = place.sentence.tokens[place.start : place.first]
    told = [token for token in leading if token[0].isalnum()]
    plain = words.joints.isdisjoint(told) and words.skipped.issuperset(told)
    return plain and not words.being.isdisjoint(told)
