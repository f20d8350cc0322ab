"""Parts: whether a figure is of all of a thing, of a part of it, or comes on top of another."""

from summarize.events.lexicon import Terms
from summarize.events.places import Place

_KINDS = frozenset({"count", "number", "money"})


def is_part(place: Place, outcome: str | None, words: Terms) -> bool:
    """Tell whether a figure is of a part of a whole, or comes on top of another."""
    if place.claim.kind not in _KINDS:
        return False
    behind = place.sentence.tokens[place.last : place.end + 1]
    if not words.more.isdisjoint((*place.before(2), *place.noun, *behind)):
        return True
    return outcome is None and _is_of_whole(place, words)


def _is_of_whole(place: Place, words: Terms) -> bool:
    """Tell whether a figure is of a known whole: "180 of the 214", not "hundreds of men"."""
    behind = place.sentence.tokens[place.last : place.last + 2]
    if place.claim.unit or not behind or behind[0] not in words.of:
        return False
    known = place.last + 1 in place.sentence.figures
    return known or len(behind) == 1 or behind[1] in words.skipped


def are_parts(
    before: Place, place: Place, outcomes: tuple[str | None, str | None], words: Terms
) -> bool:
    """Tell whether two figures are parts of one whole: "234 passengers and six crew on board"."""
    if before.sentence is not place.sentence or not (before.noun and place.noun):
        return False
    between = place.sentence.tokens[before.end : place.first]
    if words.joints.isdisjoint(between) or not words.joints.issuperset({*between} - {","}):
        return False
    one, other = outcomes
    if one and other:
        return one == other and before.noun[-1] != place.noun[-1]
    return one != other
