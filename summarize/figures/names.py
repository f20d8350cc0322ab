"""Figures that name instead of counting: years, "page 5", scores, the pronoun "one"."""

from summarize.figures.dates import looks_year
from summarize.figures.lexicon import Lexicon
from summarize.figures.nouns import counted_end
from summarize.figures.numerals import starts_numeral
from summarize.figures.plurals import is_plural
from summarize.figures.quantities import Quantity
from summarize.figures.ranges import DASHES
from summarize.figures.tokens import Tokens

_BEGINS = frozenset(("", ".", "!", "?", "“", '"'))
_SPELLED_YEARS = range(1990, 2100)
_APOSTROPHES = frozenset("'’")
_GLUE = frozenset("#@_/\\.:&=")


def is_name(tokens: Tokens, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Tell whether a figure counts and measures nothing but is a name, a year or a pronoun."""
    if (
        _has_tail(tokens, quantity, lexicon)
        or _has_head(tokens, quantity, lexicon)
        or _is_score(tokens, quantity, lexicon)
    ):
        return True
    one = quantity.spelled and quantity.value == 1 and quantity.last <= quantity.first + 2
    if one and _is_once(tokens, quantity, lexicon):
        return True
    word = tokens.words[quantity.first]
    if len(word) > 1 and word[0] == "0" and word.isdecimal():
        return True  # nobody counts with a nought in front
    if quantity.unit is not None:
        year = quantity.high is None and looks_year(tokens.words[quantity.first])
        return year and (
            _is_title(tokens.words[quantity.last - 1])
            or tokens.lows[quantity.last - 1] in lexicon.words["nonclaims.of_year"]
        )
    if one and quantity.last == quantity.first + 1:
        return _is_pronoun(tokens, quantity.first, lexicon)
    return (
        _is_year(tokens, quantity, lexicon)
        or _is_numbered(tokens, quantity, lexicon)
        or _is_titled(tokens, quantity, lexicon)
        or _is_address(tokens, quantity.last, lexicon)
    )


def _is_title(word: str) -> bool:
    """Tell whether a word is written like a name: "Pro", "iPhone", not "feet" or "FEET"."""
    return not word.isupper() and word != word.lower()


def _has_tail(tokens: Tokens, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Tell whether what is glued after the figure makes it a name: "747s", "7-Eleven", "4K"."""
    last, words = quantity.last, tokens.words
    if quantity.unit is not None:
        return False
    if words[last - 1] == "K" and tokens.glued(last - 1):
        return not is_plural(tokens, last, lexicon)
    if not tokens.glued(last):
        return False
    capital = words[last] == "-" and words[last + 1][:1].isupper() and tokens.glued(last + 1)
    return words[last][:1].isalpha() or (capital and not lexicon.nouns.capitals)


def _has_head(tokens: Tokens, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Tell whether what is glued before the figure makes it a name: "G70", "COVID-19", "'08"."""
    first, words = quantity.first, tokens.words
    if quantity.signed or not tokens.glued(first):
        return False
    before = words[first - 1]
    if before in _APOSTROPHES:
        return words[first].isdecimal() and len(words[first]) == 2
    if before in _GLUE or before[-1:].isalpha():
        return True
    if before not in DASHES or not tokens.glued(first - 1):
        return False
    word = tokens.lows[first - 2]
    return word[-1:].isalnum() and word not in lexicon.words["nonclaims.prefixes"]


def _is_score(tokens: Tokens, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Tell whether two bare figures are a score or odds: "9-2", "3–1", "4 to 1"."""
    if quantity.unit is not None:
        return False
    if quantity.high is not None and quantity.high < quantity.value and quantity.scale == 1:
        return tokens.lows[quantity.first - 1] not in lexicon.words["ranges.from"]
    words, first, last = tokens.words, quantity.first, quantity.last
    if words[last] in DASHES and tokens.glued(last) and tokens.glued(last + 1):
        return starts_numeral(tokens, last + 1, lexicon)
    joined = words[first - 1] in DASHES and tokens.glued(first) and tokens.glued(first - 1)
    return joined and words[first - 2][:1].isdecimal()


def _is_pronoun(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Tell whether "one" stands for somebody or something instead of counting it."""
    words, after = lexicon.words, tokens.lows[index + 1]
    if tokens.lows[index - 1] in words["nonclaims.before_one"]:
        return True
    if tokens.lows[index - 2] in words["nonclaims.before_such"]:
        return True
    return (
        after in words["nonclaims.after_one"]
        or after in words["nouns.stops"]
        or not after[:1].isalpha()
        or _is_somebodys(tokens, index + 1, lexicon)
    )


def _is_somebodys(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a word is what "one" does: none is a plural, as in "one hears that".

    A noun would follow in "one sports club".
    """
    if lexicon.nouns.capitals or tokens.lows[index] in lexicon.words["nouns.plurals"]:
        return False
    behind = tokens.lows[index + 1]
    ends = behind in lexicon.words["nouns.stops"] or not behind[:1].isalpha()
    return ends and is_plural(tokens, index, lexicon)


def _is_once(tokens: Tokens, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Tell whether "one day" or "at one point" says when, not how long or how much."""
    words, before = lexicon.words, tokens.lows[quantity.first - 1]
    noun = tokens.lows[quantity.first + 1]
    if noun in words["nonclaims.once"]:
        return before not in words["nonclaims.before_span"]
    return noun in words["nonclaims.at_one"] and before in words["nonclaims.at"]


def _is_year(tokens: Tokens, quantity: Quantity, lexicon: Lexicon) -> bool:
    first, last, words = quantity.first, quantity.last, lexicon.words
    if quantity.spelled and quantity.value in _SPELLED_YEARS:
        told = tokens.lows[first - 1] in words["nonclaims.before_year"]
        return told and counted_end(tokens, last, lexicon) is None
    if not looks_year(tokens.words[first]) or quantity.scale != 1:
        return False
    if quantity.high is not None and not looks_year(tokens.words[last - 1]):
        return False
    counted = counted_end(tokens, last, lexicon) is not None
    level = tokens.lows[first - 1] in words["nonclaims.level"]
    modified = not level and lexicon.phrases["modifiers"].before(tokens.lows, first)
    recent = tokens.words[first][:2] in ("19", "20")
    if counted and (modified or not recent):
        return False
    before, after = tokens.lows[first - 1], tokens.lows[last]
    if before in words["nonclaims.before_year"] or after in words["nonclaims.after_year"]:
        return True
    joined = before in words["nonclaims.until"] and looks_year(tokens.words[first - 2])
    return recent or joined


def _is_numbered(tokens: Tokens, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Tell whether the word before makes the figure a number in a row: "page 5", "No. 3", "(2)"."""
    first, last = quantity.first, quantity.last
    mark = tokens.words[first - 1]
    if mark in ("[", "("):
        last += tokens.words[last] == "."
        return tokens.words[last] in ("]", ")") and not quantity.spelled
    if mark in ("", ".") and tokens.words[last] in (".", ")"):
        return quantity.value < 100 and not quantity.spelled
    low = tokens.lows[first - 1 - (mark == ".")]
    return low in lexicon.words["nonclaims.numbered"] and not is_plural(tokens, last, lexicon)


def _is_titled(tokens: Tokens, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Tell whether the figure stands in a name: "iPhone 11", "Game 2", "11 Pro"."""
    first, last, words = quantity.first, quantity.last, tokens.words
    grouped = "," in words[first]
    if quantity.scale != 1 or grouped:
        return False
    if lexicon.phrases["modifiers"].before(tokens.lows, first):
        return False
    before, begins = words[first - 1], words[first - 2] in _BEGINS
    if quantity.spelled:
        named = before[:1].isupper() and not begins and words[first][0].isupper()
        return named and counted_end(tokens, last, lexicon) is None
    if before[:1].isalpha() and before != before.lower():
        if not begins:
            return not _is_count(tokens, quantity, lexicon)
        opens = _is_function_word(before.lower(), lexicon)
        return not opens and counted_end(tokens, last, lexicon) is None
    whole = quantity.value.is_integer() and words[last][:1].isupper()
    return whole and counted_end(tokens, last, lexicon) is None


def _is_function_word(low: str, lexicon: Lexicon) -> bool:
    """Tell whether a word at the start of a sentence has its capital from there alone."""
    roles = ("nouns.stops", "nouns.skips", "fillers.any", "fillers.change", "fillers.starts")
    return any(low in lexicon.words[role] for role in roles)


def _is_count(tokens: Tokens, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Tell whether a figure after a name counts what follows: "in Syria 21 civilians were"."""
    if not is_plural(tokens, quantity.last, lexicon):
        return False
    placed = tokens.lows[quantity.first - 2] in lexicon.words["nonclaims.in_month"]
    return quantity.value > 20 or placed


def _is_address(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a street's name follows: "12 Harbour Street"."""
    for here in range(index, index + 4):
        if not tokens.words[here][:1].isupper():
            return False
        if here > index and tokens.lows[here] in lexicon.words["nonclaims.streets"]:
            return True
    return False
