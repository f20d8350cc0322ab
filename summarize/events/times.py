"""Times: whether a figure is of the event or of a time before it, and whether it is a new one."""

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import pairwise

from summarize.events.accounts import Account
from summarize.events.lexicon import Terms
from summarize.events.places import Place

_LASTING = frozenset({"measure", "duration", "age"})

_LEADING = 3
"""Words before a figure that something comes from in which it is said that it moves."""

_BEHIND = 4
"""Words behind a figure in which it is said how long ago it was."""

_HEAD = 1
"""The last place of what stands at the head of a clause: "In 2009, 52 people died"."""


def year_of(account: Account) -> str:
    """Return the year in which an account was published."""
    return str(datetime.fromtimestamp(account.time, UTC).year)


def earlier_years(year: str, place: Place) -> frozenset[str]:
    """Return the years before that of the account which a sentence names, or reckons back to."""
    sentence = place.sentence
    named = {one for one in sentence.years if one < year}
    return frozenset(named | {str(int(year) - ago) for ago in sentence.ago})


def is_past(year: str, place: Place, words: Terms) -> bool:
    """Tell whether a figure is said to be of a time before the year or the event.

    It is where that is said in its own clause, or at the head of its part of the sentence: "In
    2009, 52 people died".
    """
    if not words.earlier.isdisjoint(place.before(1)) and _is_start(place, words):
        return True
    clause = _own(place, words)
    told = clause
    if place.claim.kind == "duration":  # "it is 21 years ago" is of now
        told = [one for at, one in enumerate(clause, place.start) if at != place.last]
    leading = clause[: place.first - place.start]
    if not words.past.isdisjoint(told) or not words.record.isdisjoint(leading):
        return True
    if _is_long_ago(place, words) or _is_expected(place, words):
        return True
    if not words.last.isdisjoint(clause):
        pairs = pairwise(clause)
        if any(one in words.last and other in words.long for one, other in pairs):
            return True
    return bool(place.sentence.years) and any(
        _is_of_year(at, year, place, words) for at in range(len(clause))
    )


def _is_long_ago(place: Place, words: Terms) -> bool:
    """Tell whether it is said behind a figure how long ago it was: "120 million a year earlier"."""
    behind = place.sentence.tokens[place.last : min(place.stop, place.last + _BEHIND)]
    return place.claim.kind != "duration" and any(
        one in words.long and other in words.ago for one, other in pairwise(behind)
    )


def _is_expected(place: Place, words: Terms) -> bool:
    """Tell whether a figure is what was expected before: "analysts had hoped for 88 million"."""
    told = not (words.had.isdisjoint(place.clause) or words.expecting.isdisjoint(place.clause))
    return told and place.claim.kind not in _LASTING


def _own(place: Place, words: Terms) -> Sequence[str]:
    """Return its clause without what a figure is compared with: "36% better than a year ago"."""
    clause, own = place.clause, place.last - place.start
    than = next((at for at in range(own, len(clause)) if clause[at] in words.than), len(clause))
    return clause[:than]


def _is_start(place: Place, words: Terms) -> bool:
    """Tell whether something comes from a figure, and not out of things: "up from 12 boats".

    "Boxes were stolen from two stations" is of no other time.
    """
    tokens = place.sentence.tokens
    leading = tokens[max(place.start, place.first - _LEADING) : place.first - 1]
    moves = words.revised | words.up_to | words.moved
    return not place.own_noun or not moves.isdisjoint(
        (*leading, *tokens[place.end : place.end + 1])
    )


def _is_of_year(at: int, year: str, place: Place, words: Terms) -> bool:
    """Tell whether a token of a clause is an earlier year that a figure is of.

    It is at the head, or in the same phrase: "painted in 1911, it is insured for 12 million".
    """
    token, own = place.clause[at], place.first - place.start
    if token not in place.sentence.years or token >= year:
        return False
    if not words.since.isdisjoint(place.clause[:at]):
        return False  # what is so since then is so now
    between = place.clause[min(at, own) : max(at, own)]
    return at <= _HEAD or all(one[0].isalnum() for one in between)


def is_revised(place: Place, words: Terms) -> bool:
    """Tell whether what leads to a figure says that it takes another's place: "rose to 38".

    A length or an age does not rise so.
    """
    return place.claim.kind not in _LASTING and is_changed(place, words)


def is_asof(place: Place, words: Terms) -> bool:
    """Tell whether a figure is said to be of one time, and may be another later: "so far 23"."""
    clause = place.clause
    if words.asof.isdisjoint(clause) and words.until.isdisjoint(clause):
        return False
    return any(
        (one in words.asof and other not in words.saying)
        or (one in words.until and other in words.moments)
        for one, other in pairwise((*clause, ""))
    )


def is_anew(place: Place, words: Terms) -> bool:
    """Tell whether its sentence says that time has passed: "the fund now stands at 60,000"."""
    tokens = place.sentence.tokens
    return not words.anew.isdisjoint(tokens) and any(
        one in words.anew and other not in words.saying for one, other in pairwise((*tokens, ""))
    )


def is_changed(place: Place, words: Terms) -> bool:
    """Tell whether what leads to a figure speaks of a change."""
    return not words.revised.isdisjoint(place.sentence.tokens[place.start : place.first])


def is_after(before: Place, place: Place, words: Terms) -> bool:
    """Tell whether a figure is what the one before it became: "from 31 to 38"."""
    if before.sentence is not place.sentence or words.starting.isdisjoint(before.before(1)):
        return False
    between = place.sentence.tokens[before.last : place.first]
    return bool(between) and words.up_to.issuperset(between)


def is_raised(place: Place, words: Terms) -> bool:
    """Tell whether it is what something came to: "was raised to 5.2 per cent", not "rose by"."""
    return not words.up_to.isdisjoint(place.before(2))
