"""Numerals: a figure in digits or words with its scale, read as a number."""

from typing import NamedTuple

from summarize.figures.digits import fraction_at, is_digits, power_after, read_digits
from summarize.figures.lexicon import Lexicon
from summarize.figures.numberwords import read_words
from summarize.figures.plurals import is_plural
from summarize.figures.signs import VULGAR
from summarize.figures.tokens import Tokens


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


def starts_numeral(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a numeral may start with the token at `index`."""
    word = tokens.words[index]
    return lexicon.numbers.starts[word] or is_digits(word)


def read_numeral(tokens: Tokens, index: int, lexicon: Lexicon) -> Numeral | None:
    """Return the numeral that starts with the token at `index`, or None if there is none.

    An article that belongs to it ("a hundred", "a third of") is left of `index`, in its `first`.
    """
    word, low = tokens.words[index], tokens.lows[index]
    if is_digits(word):
        return _odds(tokens, _from_digits(tokens, index, lexicon), lexicon)
    if word in VULGAR:
        return _scaled(tokens, Numeral(index, index + 1, VULGAR[word]), lexicon)
    if low in lexicon.numbers.plurals:
        return _from_plural(tokens, index, lexicon)
    if low in lexicon.numbers.scales or lexicon.numbers.worth(low) is not None:
        return _odds(tokens, _from_words(tokens, index, lexicon), lexicon)
    if low in lexicon.words["numbers.half"]:
        return _from_half(tokens, index, lexicon)
    return _from_article(tokens, index, lexicon) if low in lexicon.numbers.fractions else None


def rounded(value: float) -> float:
    """Return a product without the noise of binary fractions (1.1 million is 1100000)."""
    return float(f"{value:.12g}")


def _from_digits(tokens: Tokens, index: int, lexicon: Lexicon) -> Numeral | None:
    value = read_digits(tokens.words[index], lexicon)
    if value is None:
        return None
    end = index + 1
    if tokens.words[end] == "/" and tokens.glued(end) and tokens.words[end + 1].isdecimal():
        ratio = fraction_at(tokens, index)
        return Numeral(index, *ratio) if ratio else None
    power = power_after(tokens, end)
    if power:
        return Numeral(index, power[0], rounded(value * power[1]))
    part = _part_after(tokens, end, lexicon) if value.is_integer() else None
    if part:
        return _scaled(tokens, Numeral(index, part[0], value + part[1]), lexicon)
    return _scaled(tokens, Numeral(index, end, value), lexicon)


def _part_after(tokens: Tokens, index: int, lexicon: Lexicon) -> tuple[int, float] | None:
    """Return the end and value of the fraction after a whole number: "½", " 3/4", "and a half"."""
    step = 1
    if tokens.words[index] == "-" and tokens.words[index + 2] == "-":
        index, step = index + 1, 2  # four-and-a-half
    and_, article, part = tokens.lows[index : index + 2 * step + 1 : step]
    if and_ in lexicon.words["numbers.and"]:
        told = article in lexicon.words["numbers.articles"] and part in lexicon.numbers.fractions
        return (index + 2 * step + 1, lexicon.numbers.fractions[part]) if told else None
    apart = tokens.words[index] in VULGAR or not tokens.glued(index)
    return fraction_at(tokens, index) if apart else None


def _scaled(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> Numeral:
    """Return `numeral` with the scales that follow it ("million", "bn", "hundred thousand")."""
    end, value, scale = numeral.last, numeral.value, 1.0
    word = tokens.words[end]
    if word in lexicon.numbers.suffixes and (tokens.glued(end) or len(word) > 1 or word in "BM"):
        scale = lexicon.numbers.suffixes[word]
        value = rounded(value * scale)
        end += tokens.words[end + 1] == "." and word in lexicon.words["numbers.dotted"]
        return numeral._replace(last=end + 1, value=value, scale=scale, suffixed=True)
    end += word == "-" and tokens.lows[end + 1] in lexicon.numbers.scales
    while tokens.lows[end] in lexicon.numbers.scales and end < numeral.last + 3:
        scale = lexicon.numbers.scales[tokens.lows[end]]
        value = rounded(value * scale)
        end += 1
    return numeral._replace(last=end, value=value, scale=scale) if scale > 1 else numeral


def _from_words(tokens: Tokens, index: int, lexicon: Lexicon) -> Numeral | None:
    first = index
    if tokens.lows[index] in lexicon.numbers.scales:
        if tokens.lows[index - 1] in lexicon.words["numbers.vague"]:
            return None
        first -= tokens.lows[index - 1] in lexicon.words["numbers.articles"]
        if first == index and tokens.lows[index] not in lexicon.words["numbers.bare_scales"]:
            return None
    end, state = read_words(tokens, index, lexicon)
    numeral = Numeral(first, end, state.value, spelled=True, scale=state.scale)
    return _pointed(tokens, numeral, lexicon) or _parted(tokens, numeral, lexicon)


def _pointed(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> Numeral | None:
    """Return the numeral with the decimals that follow in words: "two point five million"."""
    end, decimals = numeral.last + 1, ""
    if tokens.lows[numeral.last] not in lexicon.words["numbers.point"]:
        return None
    while len(decimals) < 6 and 0 <= lexicon.numbers.small.get(tokens.lows[end], -1) < 100:
        decimals += f"{lexicon.numbers.small[tokens.lows[end]]:.0f}"
        end += 1
    if not decimals:
        return None
    value = float(f"{numeral.value:.0f}.{decimals}")
    return _scaled(tokens, numeral._replace(last=end, value=value), lexicon)


def _parted(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> Numeral:
    """Return the numeral with its fraction: "two-thirds", "one and a half million"."""
    end = numeral.last
    part = _part_after(tokens, end, lexicon)
    if part:
        value = numeral.value + part[1] * numeral.scale
        return _scaled(tokens, numeral._replace(last=part[0], value=value), lexicon)
    hyphen = tokens.words[end] == "-" and tokens.glued(end)
    word, after = tokens.lows[end + hyphen], tokens.lows[end + hyphen + 1]
    if word not in lexicon.numbers.fractions:
        return numeral
    agrees = (numeral.value > 1) == (word not in lexicon.words["numbers.one_part"])
    of = after in lexicon.words["numbers.of"]
    if not agrees or not (hyphen or of or word not in lexicon.words["numbers.part_of"]):
        return numeral
    return numeral._replace(
        last=end + hyphen + 1, value=numeral.value * lexicon.numbers.fractions[word]
    )


def _odds(tokens: Tokens, numeral: Numeral | None, lexicon: Lexicon) -> Numeral | None:
    """Return the share that "one in four" or "nine out of 10" makes, else the numeral itself."""
    if numeral is None or not 1 <= numeral.value < 100:
        return numeral
    found = lexicon.phrases["numbers.out_of"].after(tokens.lows, numeral.last)
    if not found:
        return numeral
    low = tokens.lows[found[0]]
    short = low.isdecimal() and len(low) < 5
    whole = float(low) if short else read_words(tokens, found[0], lexicon)[1].value
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
    scaled = _scaled(tokens, half, lexicon)
    if scaled.scale > 1:
        return scaled
    return half if following in lexicon.words["numbers.half_of"] else None


def _from_plural(tokens: Tokens, index: int, lexicon: Lexicon) -> Numeral | None:
    """Return "thousands", "tens of thousands": from once to ten times the product."""
    lows = tokens.lows
    if lows[index - 1] in lexicon.words["numbers.vague"]:
        return None
    value, end = lexicon.numbers.plurals[lows[index]], index + 1
    while lows[end] in lexicon.words["numbers.of"] and lows[end + 1] in lexicon.numbers.scalar:
        value *= lexicon.numbers.scalar[lows[end + 1]]
        end += 2
        if end > index + 4:
            break
    counts = lows[end] in lexicon.words["numbers.of"] or is_plural(tokens, end, lexicon)
    if end == index + 1 and not counts and value < 100:
        return None
    return Numeral(index, end, value, high=10 * value, spelled=True, scale=value)


def _from_article(tokens: Tokens, index: int, lexicon: Lexicon) -> Numeral | None:
    """Return "a third of", "a quarter million": the article is part of the numeral."""
    lows = tokens.lows
    if lows[index - 1] not in lexicon.words["numbers.articles"]:
        return None
    part = Numeral(index - 1, index + 1, lexicon.numbers.fractions[lows[index]], spelled=True)
    of = lows[index + 1] in lexicon.words["numbers.of"]
    article = of and lows[index + 2] in lexicon.words["numbers.articles"]
    scaled = _scaled(tokens, part._replace(last=index + 3) if article else part, lexicon)
    if scaled.scale > 1:
        return scaled
    return part if of else None
