"""Dates, times and phone numbers: numerals that are passed over before they are read."""

from summarize.figures.clocks import time_of_day
from summarize.figures.dates import date
from summarize.figures.lexicon import Lexicon
from summarize.figures.phones import phone
from summarize.figures.tokens import Tokens

_RULES = (phone, time_of_day, date)


def skip(tokens: Tokens, index: int, lexicon: Lexicon) -> int:
    """Return the end of the date, time or phone number that starts at `index`, or `index`."""
    for rule in _RULES:
        end = rule(tokens, index, lexicon)
        if end > index:
            return end
    return index
