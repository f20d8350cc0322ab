"""Times: whether a figure is of the event, or of another time before it."""

import re
from datetime import UTC, datetime

from summarize.events.accounts import Account
from summarize.events.lexicon import Terms
from summarize.events.places import Place

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def is_past(account: Account, place: Place, words: Terms) -> bool:
    """Tell whether its own part of the sentence says that a figure is of an earlier time."""
    if not words.earlier.isdisjoint(place.before(1)) or not words.past.isdisjoint(place.own):
        return True
    year = str(datetime.fromtimestamp(account.time, UTC).year)
    return any(_YEAR.fullmatch(token) and token < year for token in place.own)
