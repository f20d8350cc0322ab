"""Figures in digits: separators, powers of ten, fractions."""

from summarize.figures.lexicon import Lexicon
from summarize.figures.signs import VULGAR
from summarize.figures.tokens import Tokens

LONGEST = 24
"""More digits than this are no figure that anybody counts."""

_DENOMINATORS = frozenset({"2", "3", "4", "5", "8", "10", "16", "32", "100", "1000"})
_GROUP_MARKS = str.maketrans("", "", "\u00a0\u2009\u202f'’ ")
_SIGNS = {"-": -1, "−": -1, "–": -1, "+": 1, "^": 1}


def is_digits(word: str) -> bool:
    """Tell whether a token is a numeral in digits ("1,204", ".5")."""
    return word[:1].isdecimal() or (word[:1] == "." and len(word) > 1)


def read_digits(word: str, lexicon: Lexicon) -> float | None:
    """Return the number that a token of digits and separators stands for, or None if none."""
    word = word.translate(_GROUP_MARKS)
    if len(word) > LONGEST:
        return None
    if word.isdecimal():
        return float(word)
    marks = lexicon.digits
    plain = marks.pointed and word.count(".") == 1 and marks.decimal not in word
    if plain and len(word.partition(".")[2]) != 3:
        word = word.replace(".", marks.decimal)
    whole, mark, fraction = word.partition(lexicon.digits.decimal)
    if mark and not fraction.isdecimal():
        return None
    head, *groups = whole.split(lexicon.digits.groups)
    if groups and not (0 < len(head) <= 3 and len(groups[-1]) == 3 and _even(groups)):
        return None
    joined = head + "".join(groups)
    if joined and not joined.isdecimal():
        return None
    return float(f"{joined or '0'}.{fraction or '0'}")


def _even(groups: list[str]) -> bool:
    """Tell whether the groups have three digits, or two as in India's 12,34,567."""
    return all(len(group) in (2, 3) for group in groups)


def power_after(tokens: Tokens, index: int) -> tuple[int, float] | None:
    """Return the end and value of the power of ten after a figure: "×10−5", "x10^6", "e9"."""
    words, here = tokens.words, index
    if tokens.lows[here] in ("×", "x", "·") and words[here + 1] == "10":
        here += 2
    elif tokens.lows[here] == "e" and tokens.glued(here) and tokens.glued(here + 1):
        here += 1
    else:
        return None
    sign = 1
    while words[here] in _SIGNS and here < index + 5:
        sign *= _SIGNS[words[here]]
        here += 1
    digits = words[here]
    if not digits.isdecimal() or len(digits) > 2 or not tokens.glued(here):
        return None
    return here + 1, float(f"1e{sign * int(digits)}")


def fraction_at(tokens: Tokens, index: int) -> tuple[int, float] | None:
    """Return the end and value of the fraction at `index`: "½", "3/4"; dates look much alike."""
    words = tokens.words
    if words[index] in VULGAR:
        return index + 1, VULGAR[words[index]]
    upper, slash, lower = words[index : index + 3]
    plain = upper.isdecimal() and lower.isdecimal() and len(upper) < 4 > len(lower) - 2
    if slash != "/" or not plain or words[index + 3] == "/":
        return None
    told = lower in _DENOMINATORS or (len(lower) < 6 and int(lower) > 31)
    return (index + 3, int(upper) / int(lower)) if told and int(upper) < int(lower) else None
