"""Times of day: "10:30", "8 p.m.", "5 to 6pm", "by two in the afternoon"."""

from summarize.figures.digits import is_digits
from summarize.figures.lexicon import Lexicon
from summarize.figures.numberwords import read_words, words_end
from summarize.figures.plurals import is_plural
from summarize.figures.tokens import Tokens

LINKS = frozenset("-‐‑–—~/.")


def is_link(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Tell whether the token at `index` joins two times or dates: a dash, "to", "until"."""
    return tokens.words[index] in LINKS or tokens.lows[index] in lexicon.words["nonclaims.until"]


def time_of_day(tokens: Tokens, index: int, lexicon: Lexicon) -> int:
    """Return the end of the time of day that starts at `index`, or `index`."""
    end = words_end(tokens, index, lexicon)
    if end == index:
        return index
    if tokens.words[end] == ":" and tokens.glued(end + 1) and is_digits(tokens.words[end + 1]):
        return _past_clock(tokens, end, lexicon)
    marked = _past_mark(tokens, end, lexicon)
    if marked > end:
        return marked
    if tokens.lows[end] in lexicon.words["nonclaims.past"]:
        hour = words_end(tokens, end + 1, lexicon)
        told = hour > end + 1 and not is_plural(tokens, hour, lexicon)
        return _past_mark(tokens, hour, lexicon) if told else index
    if _minutes(tokens, index, end, lexicon):
        return end
    return max(_span(tokens, index, end, lexicon), _hour(tokens, index, end, lexicon))


def _span(tokens: Tokens, index: int, end: int, lexicon: Lexicon) -> int:
    """Return the end of the first time or both of "5 to 6pm", "Monday 3-8"; else `index`."""
    later = words_end(tokens, end + 1, lexicon) if is_link(tokens, end, lexicon) else index
    if later <= end + 1:
        return index
    if _is_time(tokens, later, lexicon):
        return end  # the second time is passed on its own
    return later if _hour(tokens, index, later, lexicon) > index else index


def _is_time(tokens: Tokens, end: int, lexicon: Lexicon) -> bool:
    """Tell whether what stands at `end` makes the numeral before it a time."""
    colon = tokens.words[end] == ":" and tokens.glued(end + 1)
    return colon or _past_mark(tokens, end, lexicon) > end or _in_day(tokens, end, lexicon) > end


def _minutes(tokens: Tokens, index: int, end: int, lexicon: Lexicon) -> bool:
    """Tell whether the number words from `index` to `end` are an hour and minutes: "two thirty"."""
    if end < index + 2:
        return False
    middle, hour = read_words(tokens, index, lexicon)
    if not index < middle < end or tokens.words[middle] == "-":
        return False
    last, minutes = read_words(tokens, middle, lexicon)
    if not middle < last == end:
        return False
    free = tokens.words[end] != "-" and not is_plural(tokens, end, lexicon)
    return free and hour.value <= 12 and 10 <= minutes.value < 60


def _past_clock(tokens: Tokens, index: int, lexicon: Lexicon) -> int:
    """Return the end of ":30" or ":36.6 pm", however many parts it has up to four."""
    end = index
    while end < index + 8 and tokens.words[end] == ":" and is_digits(tokens.words[end + 1]):
        end += 2
    return _past_mark(tokens, end, lexicon)


def _past_mark(tokens: Tokens, index: int, lexicon: Lexicon) -> int:
    """Return the end of "p.m.", "o'clock", "h 30", "Uhr" at `index`, or `index`."""
    lows, words = tokens.lows, lexicon.words
    hours = lows[index] in words["nonclaims.hours"]
    if hours and len(lows[index + 1]) == 2 and lows[index + 1].isdecimal():
        return index + 2
    dot = index + (lows[index] == "." and tokens.glued(index + 1))
    if lows[dot] in words["nonclaims.clock"]:
        return dot + 1
    spaced = lows[index + 2] if lows[index + 1] == "." else lows[index + 1]
    if lows[index] in words["nonclaims.meridiem"] and spaced == "m":
        return index + 2 + 2 * (lows[index + 1] == ".")
    return index


def _in_day(tokens: Tokens, index: int, lexicon: Lexicon) -> int:
    """Return the end of "in the afternoon" at `index`, or `index`."""
    lows, words = tokens.lows, lexicon.words
    phrase = lows[index] in words["nonclaims.in"] and lows[index + 1] in words["nonclaims.the"]
    return index + 3 if phrase and lows[index + 2] in words["nonclaims.day_parts"] else index


def _hour(tokens: Tokens, index: int, end: int, lexicon: Lexicon) -> int:
    """Return the end of an hour that a part of the day is said with: "Monday at 8"."""
    words, lows = lexicon.words, tokens.lows
    day = _in_day(tokens, end, lexicon)
    if day > end:
        return day
    if lows[index - 1] in words["nonclaims.at_hour"]:
        if lows[end] in words["nonclaims.hours"]:
            return end + 1
        return index if is_plural(tokens, end, lexicon) else end
    if lows[index - 1] not in words["nonclaims.at"] or is_plural(tokens, end, lexicon):
        return index
    ordinal = lows[index - 2] in words["nonclaims.ordinals"] and tokens.glued(index - 2)
    near = (lows[index - 2], lows[index - 3], lows[end])
    told = ordinal or any(_names_day(low, lexicon) for low in near)
    return end if told or _on_day(tokens, index, end, lexicon) else index


def _on_day(tokens: Tokens, index: int, end: int, lexicon: Lexicon) -> bool:
    """Tell whether a day is told right behind: "left at seven on Monday", not "stood at seven"."""
    words, lows = lexicon.words, tokens.lows
    hour = lows[index - 1] in words["nonclaims.at_an_hour"]
    if not hour or lows[index - 2] in words["nonclaims.levels"]:
        return False
    return lows[end] in words["nonclaims.on_day"] and _names_day(lows[end + 1], lexicon)


def _names_day(low: str, lexicon: Lexicon) -> bool:
    return low in lexicon.words["nonclaims.weekdays"] or low in lexicon.words["nonclaims.day_parts"]
