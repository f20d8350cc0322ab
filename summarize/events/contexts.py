"""Contexts: the words beside a figure, with what each tells of what it is of."""

from summarize.events.lexicon import Terms
from summarize.events.places import Place

_NEAR = 8
"""Words on each side of a figure that say what it is of, without those that say nothing."""

_NEXT = 3
"""Words on each side that say most."""

_AWAY = 0.6
"""What a word is worth beside these."""

_OUTSIDE = 0.4
"""What it is worth in another figure's part of the sentence."""

_COMMON = 0.4
"""What a word is worth that any news has."""

_NAME = 1.5
"""What a name is worth."""


def context_of(place: Place, words: Terms) -> dict[str, float]:
    """Return the roots beside a figure with what each tells: the most that its places give it.

    Those that tell 1 or more stand next to it, in its own part of the sentence.
    """
    found: dict[str, float] = {}
    sentence = place.sentence
    tokens = sentence.tokens
    for side in (range(place.first - 1, -1, -1), range(place.last, len(tokens))):
        away = 0
        for at in side:
            if at in sentence.figures or not tokens[at][0].isalpha() or tokens[at] in words.skipped:
                continue
            away += 1
            if away > _NEAR:
                break
            known = words.known(tokens[at])
            worth = _worth(at, known, place, words) * (1.0 if away <= _NEXT else _AWAY)
            found[known] = max(worth, found.get(known, 0))
    return found


def _worth(at: int, known: str, place: Place, words: Terms) -> float:
    """Return what a word tells wherever it stands; the noun of a figure is never common."""
    worth = 1.0 if place.start <= at < place.stop else _OUTSIDE
    if at in place.sentence.names:
        return worth * _NAME
    noun = at < place.end and place.sentence.tokens[at] not in words.persons
    return worth * (_COMMON if known in words.common and not noun else 1)
