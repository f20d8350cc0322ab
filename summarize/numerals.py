"""Numerals: a figure in digits or words, read as a number."""

from typing import NamedTuple

from summarize.lexicon import Lexicon
from summarize.tokens import Tokens

LONGEST_DIGITS = 24
"""More digits than this are no figure that anybody counts."""

LONGEST_WORDS = 16
"""No numeral in words is longer than this; what follows is read as another one."""

_DENOMINATORS = frozenset({"2", "3", "4", "5", "8", "10", "16", "32", "40", "100"})
_GROUP_MARKS = str.maketrans("", "", "\u00a0\u2009\u202f'’ ")
_VULGAR = {
    "½": 0.5,
    "¼": 0.25,
    "¾": 0.75,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "⅛": 0.125,
    "⅜": 0.375,
    "⅝": 0.625,
    "⅞": 0.875,
}


class Numeral(NamedTuple):
    """The tokens from `first` up to `last` and the number they make.

    `high` is the upper end of a numeral that names a range by itself ("thousands"). `spelled`:
    it is made of words alone. `scale` is the last factor that multiplied it ("million"), or 1.
    `suffixed`: that factor was a short form, which might be a unit as well ("35m").
    """

    first: int
    last: int
    value: float
    high: float | None = None
    spelled: bool = False
    scale: float = 1.0
    suffixed: bool = False


def read_digits(word: str, lexicon: Lexicon) -> float | None:
    """Return the number that a token of digits and separators stands for, or None if none."""
    word = word.translate(_GROUP_MARKS)
    if len(word) > LONGEST_DIGITS:
        return None
    if word.isdecimal():
        return float(word)
    whole, mark, fraction = word.partition(lexicon.decimal)
    if mark and not fraction.isdecimal():
        return None
    head, *groups = whole.split(lexicon.groups)
    if groups and not (0 < len(head) <= 3 and len(groups[-1]) == 3 and _even(groups)):
        return None
    joined = head + "".join(groups)
    if joined and not joined.isdecimal():
        return None
    return float(f"{joined or '0'}.{fraction or '0'}")


def _even(groups: list[str]) -> bool:
    """Tell whether the groups have three digits, or two as in India's 12,34,567."""
    return all(len(group) in (2, 3) for group in groups)


def starts_numeral(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a numeral may start with the token at `index`."""
    word = tokens.words[index]
    if word[:1].isdecimal() or word in _VULGAR:
        return True
    return tokens.lows[index] in lexicon.starters or (word[:1] == "." and len(word) > 1)


def read_numeral(tokens: Tokens, index: int, lexicon: Lexicon) -> Numeral | None:
    """Return the numeral that starts with the token at `index`, or None if there is none.

    An article that belongs to it ("a hundred", "a third of") is left of `index`, in its `first`.
    """
    word, low = tokens.words[index], tokens.lows[index]
    if word[0].isdecimal() or (word[0] == "." and len(word) > 1):
        return _odds(tokens, _from_digits(tokens, index, lexicon), lexicon)
    if word in _VULGAR:
        return _scaled(tokens, Numeral(index, index + 1, _VULGAR[word]), lexicon)
    if low in lexicon.small or low in lexicon.scales:
        return _odds(tokens, _from_words(tokens, index, lexicon), lexicon)
    if low in lexicon.words["numbers.half"]:
        return _from_half(tokens, index, lexicon)
    if low in lexicon.plurals:
        return _from_plural(tokens, index, lexicon)
    return _from_article(tokens, index, lexicon) if low in lexicon.fractions else None


def _from_digits(tokens: Tokens, index: int, lexicon: Lexicon) -> Numeral | None:
    value = read_digits(tokens.words[index], lexicon)
    if value is None:
        return None
    end = index + 1
    if tokens.words[end] == "/" and tokens.glued(end):
        return _ratio(tokens, index, value)
    part = _fraction(tokens, end, lexicon) if value.is_integer() else None
    if part:
        return _scaled(tokens, Numeral(index, part[0], value + part[1]), lexicon)
    return _scaled(tokens, Numeral(index, end, value), lexicon)


def _fraction(tokens: Tokens, index: int, lexicon: Lexicon) -> tuple[int, float] | None:
    """Return the end and value of a fraction that may follow a whole number ("½", "and a half")."""
    words, lows = tokens.words, tokens.lows
    if words[index] in _VULGAR:
        return index + 1, _VULGAR[words[index]]
    if lows[index] in lexicon.words["numbers.and"]:
        article, part = lows[index + 1], lows[index + 2]
        if article in lexicon.words["numbers.articles"] and part in lexicon.fractions:
            return index + 3, lexicon.fractions[part]
    if words[index].isdecimal() and not tokens.glued(index):
        ratio = _ratio(tokens, index, float(words[index][:LONGEST_DIGITS]))
        return (ratio.last, ratio.value) if ratio else None
    return None


def _ratio(tokens: Tokens, index: int, upper: float) -> Numeral | None:
    """Return the fraction "3/4" that starts at `index`; a day and month look much alike."""
    lower = tokens.words[index + 2]
    if tokens.words[index + 1] != "/" or lower not in _DENOMINATORS:
        return None
    plain = tokens.words[index + 3] != "/" and upper < float(lower)
    return Numeral(index, index + 3, upper / float(lower)) if plain else None


def _scaled(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> Numeral:
    """Return `numeral` with the scales that follow it ("million", "bn", "hundred thousand")."""
    end, value, scale = numeral.last, numeral.value, 1.0
    word = tokens.words[end]
    if word in lexicon.suffixes and (tokens.glued(end) or len(word) > 1 or word in "BM"):
        scale = lexicon.suffixes[word]
        value = rounded(value * scale)
        return numeral._replace(last=end + 1, value=value, scale=scale, suffixed=True)
    end += word == "-" and tokens.lows[end + 1] in lexicon.scales
    while tokens.lows[end] in lexicon.scales and end < numeral.last + 3:
        scale = lexicon.scales[tokens.lows[end]]
        value = rounded(value * scale)
        end += 1
    return numeral._replace(last=end, value=value, scale=scale) if scale > 1 else numeral


def rounded(value: float) -> float:
    """Return a product without the noise of binary fractions (1.1 million is 1100000)."""
    return float(f"{value:.12g}")


class _Sum(NamedTuple):
    """A figure in words so far: what is done, the open group, the scale that must not recur."""

    total: float = 0.0
    group: float = 0.0
    limit: float = float("inf")
    scale: float = 1.0

    def value(self) -> float:
        return self.total + self.group


def _from_words(tokens: Tokens, index: int, lexicon: Lexicon) -> Numeral | None:
    lows = tokens.lows
    first, state = index, _Sum()
    if lows[index] in lexicon.scales:
        if lows[index - 1] not in lexicon.words["numbers.articles"]:
            return None
        first, state = index - 1, _Sum(group=1.0)
    end = here = index
    while here < index + LONGEST_WORDS:
        step = _step(state, lows[here], lexicon)
        if step is None:
            break
        state = step
        end = here + 1
        here = end + _joins(tokens, end, state, lexicon)
    numeral = Numeral(first, end, state.value(), spelled=True, scale=state.scale)
    return _parted(tokens, numeral, lexicon)


def _step(state: _Sum, word: str, lexicon: Lexicon) -> _Sum | None:
    """Return the sum with one more word, or None where the word does not go on with it."""
    total, group, limit, _ = state
    small = lexicon.small.get(word)
    if small is not None:
        tens = 20 <= group % 100 < 100 and group % 10 == 0 and 0 < small < 10
        hundreds = group % 100 == 0 and 0 < small < 100
        begins = state == _Sum()
        return state._replace(group=group + small) if begins or tens or hundreds else None
    scale = lexicon.scales.get(word, 0.0)
    if not group or not scale:
        return None
    if scale < 1000:
        return state._replace(group=group * scale, scale=scale) if group < 100 else None
    return _Sum(total + group * scale, 0.0, scale, scale) if scale < limit else None


def _joins(tokens: Tokens, index: int, state: _Sum, lexicon: Lexicon) -> int:
    """Return 1 where the token at `index` only joins two number words, else 0."""
    lows = tokens.lows
    if lows[index] == "-":
        return int(tokens.glued(index) and tokens.glued(index + 1))
    if lows[index] in lexicon.words["numbers.and"] and lows[index + 1] in lexicon.small:
        return int(state.group % 100 == 0)
    return int(lows[index] in lexicon.words.get("numbers.tens_and", ()))


def _parted(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> Numeral:
    """Return the numeral with its fraction: "two-thirds", "one and a half million"."""
    end = numeral.last
    part = _fraction(tokens, end, lexicon)
    if part:
        return _scaled(
            tokens, numeral._replace(last=part[0], value=numeral.value + part[1]), lexicon
        )
    hyphen = tokens.words[end] == "-" and tokens.glued(end)
    word = tokens.lows[end + hyphen]
    if word not in lexicon.fractions:
        return numeral
    many = word.endswith("s") if numeral.value > 1 else not word.endswith("s")
    of = tokens.lows[end + hyphen + 1] in lexicon.words["numbers.of"]
    if not many or not (hyphen or of or lexicon.fractions[word] != 0.25):
        return numeral
    return numeral._replace(last=end + hyphen + 1, value=numeral.value * lexicon.fractions[word])


def _odds(tokens: Tokens, numeral: Numeral | None, lexicon: Lexicon) -> Numeral | None:
    """Return the share that "one in four" or "nine out of 10" makes, else the numeral itself."""
    if numeral is None or not 1 <= numeral.value < 100:
        return numeral
    found = lexicon.phrases["numbers.out_of"].after(tokens.lows, numeral.last)
    if not found:
        return numeral
    low = tokens.lows[found[0]]
    whole = lexicon.small.get(low) or (float(low) if low.isdecimal() and len(low) < 5 else 0.0)
    if not numeral.value < whole <= 1000:
        return numeral
    return numeral._replace(last=found[0] + 1, value=numeral.value / whole)


def _from_half(tokens: Tokens, index: int, lexicon: Lexicon) -> Numeral | None:
    """Return "half a million", "half of", "half an" (hour); "the second half of" is no figure."""
    lows = tokens.lows
    if lows[index - 1] in lexicon.words["numbers.no_half"]:
        return None
    following, half = lows[index + 1], Numeral(index, index + 1, 0.5, spelled=True)
    if following in lexicon.words["numbers.articles"]:
        return _scaled(tokens, half._replace(last=index + 2), lexicon)
    if following == "-" and lows[index + 2] in lexicon.scales:
        return _scaled(tokens, half, lexicon)
    return half if following in lexicon.words["numbers.half_of"] else None


def _from_plural(tokens: Tokens, index: int, lexicon: Lexicon) -> Numeral | None:
    """Return "thousands", "tens of thousands": from once to ten times the product."""
    lows = tokens.lows
    if lows[index - 1] in lexicon.words["numbers.vague"]:
        return None
    value, end = lexicon.plurals[lows[index]], index + 1
    while lows[end] in lexicon.words["numbers.of"] and lows[end + 1] in lexicon.plurals:
        value *= lexicon.plurals[lows[end + 1]]
        end += 2
        if end > index + 4:
            break
    of = lows[end] in lexicon.words["numbers.of"]
    if end == index + 1 and not of and value < 100:
        return None
    return Numeral(index, end, value, high=10 * value, spelled=True, scale=value)


def _from_article(tokens: Tokens, index: int, lexicon: Lexicon) -> Numeral | None:
    """Return "a third of", "a quarter of": the article is part of the numeral."""
    lows = tokens.lows
    article = lows[index - 1] in lexicon.words["numbers.articles"]
    if not article or lows[index + 1] not in lexicon.words["numbers.of"]:
        return None
    return Numeral(index - 1, index + 1, lexicon.fractions[lows[index]], spelled=True)
