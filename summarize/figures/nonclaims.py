"""Dates, times, phone numbers, keys: numerals that are passed over before they are read."""

from summarize.figures.clocks import time_of_day
from summarize.figures.dates import date
from summarize.figures.lexicon import Lexicon
from summarize.figures.phones import phone
from summarize.figures.tokens import Tokens

_STYLE, _KEY = "\ufe0f", "\u20e3"  # emoji's style and the key around a digit: 1️⃣


def _keycap(tokens: Tokens, index: int, _lexicon: Lexicon) -> int:
    end = index + 1 + (tokens.words[index + 1] == _STYLE)
    return end + 1 if tokens.words[end] == _KEY else index


_RULES = (_keycap, phone, time_of_day, date)


def skip(tokens: Tokens, index: int, lexicon: Lexicon) -> int:
    """Return the end of the date, time, phone number or key that starts at `index`, or `index`."""
    for rule in _RULES:
        end = rule(tokens, index, lexicon)
        if end > index:
            return end
    return index
