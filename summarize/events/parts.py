"""Parts: whether a figure is of all of a thing, of a part of it, or comes on top of another."""

from summarize.events.lexicon import Terms
from summarize.events.places import Place

_KINDS = frozenset({"count", "number", "money"})


def is_part(place: Place, outcome: str | None, before: str | None, words: Terms) -> bool:
    """Tell whether a figure is of a part of a whole, or comes on top of another.

    Others are no part where something else became of those `before`: "Two died, nine others were
    hurt".
    """
    if place.claim.kind not in _KINDS:
        return False
    behind = place.sentence.tokens[place.last : place.end + 1]
    said = (*place.before(2), *place.noun, *behind)
    if not words.more.isdisjoint(said):
        return True
    if not words.others.isdisjoint(said):
        return outcome is None or before in (None, outcome)
    return outcome is None and _is_of_whole(place, words)


def is_of_one(before: Place, place: Place, words: Terms) -> bool:
    """Tell whether a figure is of the one before it, which leads: "Of 2,300 houses 1,400 fell"."""
    if before.sentence is not place.sentence or before.floor or before.claim.unit:
        return False
    return before.first == 1 and before.sentence.tokens[0] in words.of


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
