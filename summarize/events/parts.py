"""Parts: whether a figure is of all of a thing, of a part of it, or comes on top of another."""

from collections.abc import Sequence
from typing import Literal

from summarize.events.lexicon import Terms
from summarize.events.places import Place

Part = Literal["", "more", "some", "all"]
"""That a figure comes on top of another or is among it, is of some of a whole, is this whole."""

_OF = 3
"""Words in which it is said of which others a figure is a part: "six of the dead"."""

_LEADING = 3
"""Words before a whole that leads: "Of the some 2,300 houses"."""

_WHOLE = 5
"""Words in which it is said of which whole some are: "of all those killed"."""

_KINDS = frozenset({"count", "number", "money"})


def part_of(place: Place, outcome: str | None, before: str | None, words: Terms) -> Part:
    """Return what part of a thing a figure is of.

    Those who still are somewhere are a part of all who were hurt. Others are no part where
    something else became of those `before`: "Two died, nine others were hurt".
    """
    if place.claim.kind not in _KINDS or (outcome and is_group(place, words)):
        return ""
    behind = place.sentence.tokens[place.last : place.end + 1]
    before_it = () if not words.likening.isdisjoint(place.before(1)) else place.before(2)
    said = {*before_it, *place.noun, *behind}
    if _is_of(place.before(2), words):
        return "all"
    same = outcome is None or before in (None, outcome)
    on_top = same and not said.isdisjoint(words.more | words.others)
    on_top |= place.claim.unit is None and not words.above.isdisjoint(behind[:1])
    still = outcome in words.rising and not words.remaining.isdisjoint(place.clause)
    if on_top or still or _is_of_outcome(place, outcome, words):
        return "more"
    some = outcome is None and _is_of_whole(place, words)
    led = {*before_it, *(() if place.noun else behind[:1])}
    return "some" if some or not words.among.isdisjoint(led) else ""


def _is_of_outcome(place: Place, outcome: str | None, words: Terms) -> bool:
    """Tell whether a figure is of some of those of whom the same became: "six of the dead"."""
    whom = place.sentence.tokens[place.last : place.last + _OF]
    return (
        outcome is not None and is_among(place, words) and outcome in map(words.outcomes.get, whom)
    )


def is_among(place: Place, words: Terms) -> bool:
    """Tell whether a figure is of some of those that an article tells of: "six of the dead"."""
    return _is_of(place.sentence.tokens[place.last : place.last + 2], words)


def kind_of_some(place: Place, words: Terms) -> str | None:
    """Return what some of those that something became of are: "three of the dead were children"."""
    behind = place.behind
    told = not place.own_noun and len(behind) > 1 and behind[0] in words.being
    if told and behind[1] in words.groups:
        return behind[1]
    if len(behind) <= _OF or behind[0] not in words.of or behind[1] not in words.wholes:
        return None
    verb = next((at for at, token in enumerate(behind) if token in words.being), len(behind))
    kinds = [token for token in behind[verb + 1 : verb + 3] if token not in words.articles]
    return kinds[0] if kinds and verb <= _WHOLE and kinds[0] in words.groups else None


def is_group(place: Place, words: Terms) -> bool:
    """Tell whether a figure says what some of those before it are: "four were children".

    So it is behind "among them" too.
    """
    if place.own_noun:
        return place.noun[-1] in words.groups and not words.among.isdisjoint(place.before(_LEADING))
    return kind_of_some(place, words) is not None


def _is_of(tokens: Sequence[str], words: Terms) -> bool:
    """Tell whether words begin with "of" and an article: "six of the dead"."""
    return len(tokens) > 1 and tokens[0] in words.of and tokens[1] in words.articles


def is_of_one(before: Place, place: Place, words: Terms) -> bool:
    """Tell whether a figure is of the one before it, which leads: "Of 2,300 houses 1,400 fell"."""
    if before.sentence is not place.sentence or before.claim.unit or place.claim.unit:
        return False
    leading = [token for token in before.before(_LEADING, before.start) if token[0].isalnum()]
    return bool(leading) and leading[0] in words.of and words.skipped.issuperset(leading)


def is_whole(before: Place, place: Place, words: Terms) -> bool:
    """Tell whether a figure is the whole of the one before it: "180 of the 214"."""
    between = place.sentence.tokens[before.last : place.first]
    if before.sentence is not place.sentence or not between or before.claim.unit:
        return False
    return between[0] in words.of and words.skipped.issuperset(between)


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
