"""Nouns: what a figure counts or measures."""

from summarize.figures.lexicon import Lexicon
from summarize.figures.numerals import starts_numeral
from summarize.figures.plurals import is_plural
from summarize.figures.tokens import Tokens
from summarize.figures.units import unit_after

LONGEST = 10
"""How many tokens a counted noun phrase may have."""

SERIES = 25
"""How many tokens after a counted noun a figure may still count the same thing."""

_SENTENCE_ENDS = frozenset((".", "!", "?", ";"))


def noun_after(
    tokens: Tokens, index: int, lexicon: Lexicon, *, single: bool
) -> tuple[int, int] | None:
    """Return the tokens of the noun that a bare figure before `index` counts, or None.

    The noun ends at its head: the first plural, or for a `single` thing the last word before the
    phrase ends. In "four-cylinder engine" cylinders are counted.
    """
    if tokens.words[index] == "-" and tokens.glued(index):
        degree = tokens.lows[index + 1] in lexicon.words["nouns.degrees"]
        plain = tokens.words[index + 1][:1].isalpha() and goes_on(tokens, index + 1, lexicon)
        plain = plain and not degree
        return (index + 1, index + 2) if plain else None
    start = _past_measure(tokens, _past_determiners(tokens, index, lexicon), lexicon)
    if starts_numeral(tokens, start, lexicon):
        return None
    if single:
        end = past_singular(tokens, start, lexicon)
        return (start, end) if end > start else None
    counted = counted_end(tokens, start, lexicon)
    if counted is not None:
        return start, counted
    attributive = tokens.lows[index - 2] in lexicon.words["numbers.articles"]
    if attributive and phrase_end(tokens, start, lexicon) > start + 1:
        return start, start + 1
    return None


def part_after(tokens: Tokens, index: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Return the tokens of the noun after "percent" or "half": of what the share is taken."""
    if tokens.lows[index] not in lexicon.words["numbers.of"]:
        return None
    start = _past_determiners(tokens, index + 1, lexicon)
    if starts_numeral(tokens, start, lexicon):
        if unit_after(tokens, start + 1, lexicon.units):
            return None
        start += 1
    end = counted_end(tokens, start, lexicon) or phrase_end(tokens, start, lexicon)
    return (start, end) if end > start else None


def counted_end(tokens: Tokens, index: int, lexicon: Lexicon) -> int | None:
    """Return the end of the plural noun phrase that starts at `index`, or None if none does."""
    start = _past_determiners(tokens, index, lexicon)
    end = phrase_end(tokens, start, lexicon)
    for here in range(start, end):
        if _is_attribute(tokens, here, lexicon):
            continue
        if is_plural(tokens, here, lexicon) and not _is_compound(tokens, here + 1):
            double = tokens.lows[here] in lexicon.words["nouns.plural_modifiers"]
            double = double or (tokens.words[here][0].isupper() and not lexicon.nouns.capitals)
            more = double and here + 1 < end and is_plural(tokens, here + 1, lexicon)
            return here + 1 + more
    if tokens.lows[end] in lexicon.words["ranges.and"] and end > start:
        return _coordinated(tokens, end + 1, lexicon)
    return None


def _coordinated(tokens: Tokens, index: int, lexicon: Lexicon) -> int | None:
    """Return the end of "physical sales" in "digital and physical sales"."""
    if starts_numeral(tokens, index, lexicon):
        return None  # "12 hectares of forest and 40 houses"
    for here in range(index, phrase_end(tokens, index, lexicon)):
        if is_plural(tokens, here, lexicon):
            return here + 1
    return None


def _past_determiners(tokens: Tokens, index: int, lexicon: Lexicon) -> int:
    """Return where the noun phrase starts, past "more", "of the", "other"."""
    for here in range(index, index + 4):
        if tokens.lows[here] not in lexicon.words["nouns.skips"]:
            return here
    return index + 4


def _past_measure(tokens: Tokens, index: int, lexicon: Lexicon) -> int:
    """Return the end of a measure that is an adjective at `index`: "500 | one-dollar bills"."""
    joined = tokens.words[index + 1] == "-" and tokens.glued(index + 1)
    if not joined or not starts_numeral(tokens, index, lexicon):
        return index
    found = unit_after(tokens, index + 1, lexicon.units)
    return found[0] if found else index


def phrase_end(tokens: Tokens, start: int, lexicon: Lexicon) -> int:
    """Return the end of the run of words from `start` that may be one noun phrase."""
    end = start
    while end < start + LONGEST and not (end > start and _is_measure(tokens, end, lexicon)):
        hanging = tokens.words[end] == "-" and tokens.lows[end + 1] in lexicon.words["ranges.and"]
        if hanging and tokens.glued(end):
            end += 2  # "coal- and gas-fired"
        elif goes_on(tokens, end, lexicon) or (end > start and _is_compound(tokens, end)):
            end += 1
        else:
            break
    return end


def _is_measure(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Tell whether the next figure begins at `index`: "level three of six reached | 94 degrees"."""
    digit = tokens.words[index][:1].isdecimal()
    return digit and unit_after(tokens, index + 1, lexicon.units) is not None


def _is_compound(tokens: Tokens, index: int) -> bool:
    """Tell whether a hyphen joins the token at `index` to the word before it."""
    if tokens.words[index] == "-":
        return tokens.glued(index) and tokens.glued(index + 1)
    return tokens.words[index - 1] == "-" and tokens.glued(index)


def goes_on(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Tell whether the word at `index` may be part of a noun phrase."""
    low, words = tokens.lows[index], lexicon.words
    if low == ".":
        return tokens.glued(index) and tokens.lows[index - 1] in words["nouns.titles"]
    if _is_attribute(tokens, index, lexicon):
        return True
    return low[:1].isalnum() and low not in words["nouns.stops"] and low not in words["ranges.and"]


def _is_attribute(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a word is of the plural behind it: "143 dead birds", not "143 dead"."""
    attribute = tokens.lows[index] in lexicon.words["nouns.attributes"]
    return attribute and is_plural(tokens, index + 1, lexicon)


def past_singular(tokens: Tokens, start: int, lexicon: Lexicon) -> int:
    """Return the end of a singular noun phrase: before a participle, "one firm | called Orvane"."""
    end = phrase_end(tokens, start, lexicon)
    for here in range(start + 1, end):
        participle = tokens.lows[here].endswith("ed") and not _is_compound(tokens, here)
        if participle and not tokens.lows[here - 1].endswith("ly"):
            return here
    return end


def same_sentence(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether no sentence ends between two tokens that are not far apart."""
    near = last - first <= SERIES
    return near and not any(word in _SENTENCE_ENDS for word in tokens.words[first:last])
