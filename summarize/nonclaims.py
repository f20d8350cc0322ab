"""Dates, times and phone numbers: numerals that are passed over before they are read."""

from collections.abc import Mapping

from summarize.digits import is_digits
from summarize.lexicon import Lexicon
from summarize.plurals import is_plural
from summarize.tokens import Tokens

_LINKS = frozenset("-‐‑–—~/.")
_DIAL = frozenset("0123456789(-)")
_REACH = 16
"""How many tokens one phone number may have."""


def skip(tokens: Tokens, index: int, lexicon: Lexicon) -> int:
    """Return the end of the date, time or phone number that starts at `index`, or `index`."""
    if not tokens.words[index][:1].isdecimal():
        return _day(tokens, index, lexicon)
    for rule in (_phone, _clock, _hour, _chain, _day, _ordinal):
        end = rule(tokens, index, lexicon)
        if end > index:
            return end
    return index


def looks_year(word: str) -> bool:
    """Tell whether a token could be a year from 1000 to 2199."""
    return len(word) == 4 and word.isdecimal() and (word[0] == "1" or word[:2] in ("20", "21"))


def _phone(tokens: Tokens, index: int, _lexicon: Lexicon) -> int:
    """Pass groups of digits that make a phone or account number: "541-754-3010", "0800 000 000"."""
    words = tokens.words
    end, groups = index, [""]
    while end < index + _REACH:
        if words[end].isdecimal():
            groups.append(words[end])
        elif words[end] not in {"-", ")", "(", "."} or words[end + 1][:1] not in _DIAL:
            break
        end += 1
    while end > index and not words[end - 1].isdecimal():
        end -= 1
    digits = len("".join(groups))
    lead = words[index - 1] if tokens.glued(index) else ""
    marked = lead in ("+", "(") or words[index][0] == "0"
    if len(groups) == 2:
        return end if digits >= 9 or (digits >= 6 and marked) else index
    years = len(groups) == 3 and all(looks_year(group) for group in groups[1:])
    long = digits >= 9 or (digits >= 7 and (marked or len(groups) > 3))
    return end if long and not years else index


def _clock(tokens: Tokens, index: int, lexicon: Lexicon) -> int:
    """Pass a time of day: "10:30", "8 p.m.", "5 to 6pm"."""
    end, clock = index + 1, lexicon.words["nonclaims.clock"]
    while (
        tokens.words[end] == ":" and tokens.glued(end + 1) and tokens.words[end + 1][:1].isdecimal()
    ):
        end += 2
        if end > index + 6:
            break
    if tokens.lows[end] in clock:
        minutes = tokens.words[end + 1].isdecimal() and len(tokens.words[end + 1]) == 2
        return end + 1 + (minutes and tokens.lows[end] in lexicon.words["nonclaims.hours"])
    if end > index + 1:
        return end
    if not is_digits(tokens.words[end + 1]):
        return index
    if tokens.lows[end] in lexicon.words["nonclaims.hours"]:
        return end + 2  # 15 h 30
    linked = _is_link(tokens, end, lexicon) and tokens.lows[end + 2] in clock
    return end + 3 if linked else index


def _chain(tokens: Tokens, index: int, lexicon: Lexicon) -> int:
    """Pass ordinals, decades and dates in digits: "4th", "1990s", "2019/08/01", "24/7"."""
    words, end = tokens.words, index + 1
    if tokens.glued(end) and tokens.lows[end] in lexicon.words["nonclaims.ordinals"]:
        return end + 1
    while end < index + _REACH and words[end] in _LINKS and words[end + 1][:1].isdecimal():
        if not (tokens.glued(end) and tokens.glued(end + 1)):
            break
        end += 2
    if end > index + 3:
        return end
    fraction = words[index + 2] in lexicon.words["nonclaims.denominators"]
    return end if end > index + 1 and words[index + 1] == "/" and not fraction else index


def _ordinal(tokens: Tokens, index: int, lexicon: Lexicon) -> int:
    """Pass an ordinal in digits where a full stop makes it one: "der 21. Bezirk"."""
    stop = tokens.words[index + 1] == "." and tokens.glued(index + 1)
    short = tokens.words[index].isdecimal() and len(tokens.words[index]) < 4
    told = tokens.lows[index - 1] in lexicon.words["nonclaims.ordinal_dot"]
    if lexicon.words["nonclaims.ordinal_dot"] and tokens.words[index + 2][:1].islower():
        told = True
    return index + 2 if stop and short and told and tokens.words[index + 2] else index


def _day(tokens: Tokens, index: int, lexicon: Lexicon) -> int:
    """Pass a day or year beside a month or weekday: "Nov. 2, 2017", "9 to 12 May", "Friday 7"."""
    end = _past_words(tokens, index, lexicon)
    if not _is_day_or_year(tokens.words[index]) or end == index:
        return index
    before = index - 1 - (tokens.words[index - 1] in (".", ","))
    counted = is_plural(tokens, end, lexicon)
    if tokens.lows[before] in lexicon.words["nonclaims.weekdays"]:
        return index if counted else end
    if _is_month(tokens, before, lexicon):
        in_month = tokens.lows[before - 1] in lexicon.words["nonclaims.in_month"]
        return index if counted and in_month else _past_days(tokens, end, lexicon)
    if _is_link(tokens, end, lexicon) and tokens.words[end + 1].isdecimal():
        end += 2
    end += tokens.lows[end] in lexicon.words["nonclaims.of_month"]
    return _past_days(tokens, end + 1, lexicon) if _is_month(tokens, end, lexicon) else index


def _past_words(tokens: Tokens, index: int, lexicon: Lexicon) -> int:
    """Return the end of a numeral, be it one token of digits or some number words."""
    if tokens.words[index][:1].isdecimal():
        return index + 1
    end = index
    while end < index + _REACH and (
        tokens.lows[end] in lexicon.numbers.starters or tokens.words[end] == "-"
    ):
        end += 1
    return end


def _is_link(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    return tokens.words[index] in _LINKS or tokens.lows[index] in lexicon.words["nonclaims.until"]


def _is_month(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a month is named; "may" and "march" are verbs unless they are capitalised."""
    low, words = tokens.lows[index], lexicon.words
    if low not in words["nonclaims.months"]:
        return False
    return tokens.words[index] != low or low not in words["nonclaims.month_verbs"]


def _is_day_or_year(word: str) -> bool:
    if not word[0].isdecimal():
        return True
    return word.isdecimal() and ((len(word) < 3 and int(word) <= 31) or looks_year(word))


def _past_days(tokens: Tokens, index: int, lexicon: Lexicon) -> int:
    """Return the end of a date: past "-19" of a span of days, and past its year."""
    if tokens.words[index] in _LINKS and tokens.words[index + 1].isdecimal():
        index += 2
    after = index + (tokens.words[index] in (",", "."))
    after += tokens.lows[after] in lexicon.words["numbers.of"]
    if looks_year(tokens.words[after]):
        return after + 1
    return index if tokens.words[index][:1].isdecimal() else _past_words(tokens, index, lexicon)


def _hour(tokens: Tokens, index: int, lexicon: Lexicon) -> int:
    """Pass an hour that a part of the day is said with: "by 2 in the afternoon", "Monday at 8"."""
    words, lows, end = lexicon.words, tokens.lows, index + 1
    if _is_link(tokens, end, lexicon) and tokens.words[end + 1][:1].isdecimal():
        end += 2
        if tokens.words[end] == ":" and tokens.glued(end):
            return end + 2
    phrase = lows[end] in words["nonclaims.in"] and lows[end + 1] in words["nonclaims.the"]
    if phrase and lows[end + 2] in words["nonclaims.day_parts"]:
        return end + 3
    if lows[index - 1] in words["nonclaims.at_hour"] and not is_plural(tokens, end, lexicon):
        return end
    if lows[index - 1] in words["nonclaims.at_hour"] and lows[end] in words["nonclaims.hours"]:
        return end + 1
    if lows[index - 1] not in words["nonclaims.at"] or is_plural(tokens, end, lexicon):
        return index
    near = (lows[index - 2], lows[index - 3], lows[end])
    return end if any(_names_day(low, words) for low in near) else index


def _names_day(low: str, words: Mapping[str, frozenset[str]]) -> bool:
    return low in words["nonclaims.weekdays"] or low in words["nonclaims.day_parts"]
