"""Dates: "Nov. 2, 2017", "5 May", "2019/08/01", "4th", "1990s", "der 21."."""

from summarize.figures.clocks import LINKS, is_link
from summarize.figures.lexicon import Lexicon
from summarize.figures.numberwords import words_end
from summarize.figures.plurals import is_plural
from summarize.figures.tokens import Tokens

_REACH = 16
"""How many tokens one date in digits may have."""


def looks_year(word: str) -> bool:
    """Tell whether a token could be a year from 1000 to 2199."""
    return len(word) == 4 and word.isdecimal() and (word[0] == "1" or word[:2] in ("20", "21"))


def date(tokens: Tokens, index: int, lexicon: Lexicon) -> int:
    """Return the end of the date that starts at `index`, or `index`."""
    if tokens.words[index][:1].isdecimal():
        for rule in (_chain, _ordinal):
            end = rule(tokens, index, lexicon)
            if end > index:
                return end
    return _day(tokens, index, lexicon)


def _chain(tokens: Tokens, index: int, lexicon: Lexicon) -> int:
    """Pass ordinals, decades and dates in digits: "4th", "1990s", "2019/08/01", "24/7"."""
    words, end = tokens.words, index + 1
    if tokens.glued(end) and tokens.lows[end] in lexicon.words["nonclaims.ordinals"]:
        return end + 1
    while end < index + _REACH and words[end] in LINKS and words[end + 1][:1].isdecimal():
        if not (tokens.glued(end) and tokens.glued(end + 1)):
            break
        end += 2
    if end > index + 3:
        return end
    fraction = words[index + 2] in lexicon.words["nonclaims.denominators"]
    return end if end > index + 1 and words[index + 1] == "/" and not fraction else index


def _ordinal(tokens: Tokens, index: int, lexicon: Lexicon) -> int:
    """Pass an ordinal in digits where a full stop makes it one: "der 21. Bezirk".

    Behind "auf 27. Sechs" a sentence begins.
    """
    stop = tokens.words[index + 1] == "." and tokens.glued(index + 1)
    short = tokens.words[index].isdecimal() and len(tokens.words[index]) < 4
    before = lexicon.words["nonclaims.ordinal_dot"]
    if not (stop and short and before and tokens.words[index + 2]):
        return index
    after, leading = index + 2, tokens.lows[index - 1]
    begins = tokens.lows[after] in lexicon.words["sentences.starters"]
    comes_to = begins and leading in lexicon.words["ranges.to"]
    told = tokens.words[after][0].islower() or (leading in before and not comes_to)
    return after if told else index


def _day(tokens: Tokens, index: int, lexicon: Lexicon) -> int:
    """Pass a day or year beside a month or weekday: "Nov. 2, 2017", "9 to 12 May", "Friday 7"."""
    if not _is_day_or_year(tokens.words[index]):
        return index
    end = words_end(tokens, index, lexicon)
    if end == index:
        return index
    before = index - 1 - (tokens.words[index - 1] in (".", ","))
    if tokens.lows[before] in lexicon.words["nonclaims.weekdays"]:
        of = tokens.lows[end] in lexicon.words["numbers.of"]
        some = of and not _is_month(tokens, end + 1, lexicon)  # "on Monday, three of them"
        return index if some or is_plural(tokens, end, lexicon) else end
    if _is_month(tokens, before, lexicon):
        in_month = tokens.lows[before - 1] in lexicon.words["nonclaims.in_month"]
        counts = in_month and is_plural(tokens, end, lexicon)
        return index if counts else _past_year(tokens, end, lexicon)
    if is_link(tokens, end, lexicon) and tokens.words[end + 1].isdecimal():
        end += 2
    end += tokens.lows[end] in lexicon.words["nonclaims.of_month"]
    return _past_year(tokens, end + 1, lexicon) if _is_month(tokens, end, lexicon) else index


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


def _past_year(tokens: Tokens, index: int, lexicon: Lexicon) -> int:
    """Return the end of a date: past "-19" of a span of days, and past its year."""
    if tokens.words[index] in LINKS and tokens.words[index + 1].isdecimal():
        index += 2
    of = tokens.lows[index] in lexicon.words["numbers.of"]
    after = index + (of or tokens.words[index] in (",", "."))
    year = tokens.words[after]
    if looks_year(year) or (of and year.isdecimal() and len(year) == 2):
        return after + 1
    return index if year[:1].isdecimal() else words_end(tokens, index, lexicon)
