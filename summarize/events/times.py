"""Times: whether a figure is of the event, or of another time before it."""

import re
from datetime import UTC, datetime
from itertools import pairwise

from summarize.events.accounts import Account
from summarize.events.lexicon import Terms
from summarize.events.places import Place

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def is_past(account: Account, place: Place, words: Terms) -> bool:
    """Tell whether a figure is said to be of an earlier time.

    It is where that is said in its own clause, or at the head of its part of the sentence: "In
    2009, 52 people died".
    """
    if not words.earlier.isdisjoint(place.before(1)):
        return True
    clause = place.clause
    if not words.past.isdisjoint(clause):
        return True
    if any(one in words.last and other in words.periods for one, other in pairwise(clause)):
        return True
    year = str(datetime.fromtimestamp(account.time, UTC).year)
    return any(token < year and _YEAR.fullmatch(token) for token in clause)

