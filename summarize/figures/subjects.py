"""Subjects: what a figure with a unit measures, before it or after it."""

from summarize.figures.lexicon import Lexicon
from summarize.figures.modifiers import CHANGES, Modified
from summarize.figures.nouns import goes_on, part_after, past_singular, phrase_end
from summarize.figures.numerals import starts_numeral
from summarize.figures.quantities import Quantity
from summarize.figures.tokens import Tokens
from summarize.figures.units import unit_after

_NEAR = 4
"""How many words may stand between a verb and its figure."""

_LONGEST = 6
"""How many words of a noun phrase before a figure are shown."""

Noun = tuple[int, int]


def subject(
    tokens: Tokens, quantity: Quantity, modified: Modified | None, lexicon: Lexicon
) -> Noun | None:
    """Return the tokens of what a figure with a unit measures, or None."""
    first = min(quantity.first, modified.first) if modified else quantity.first
    changes = modified is not None and modified.modifier in CHANGES
    unit, words = quantity.unit, lexicon.words
    shared = unit is None or unit.kind == "percent"
    if shared or tokens.lows[quantity.last] in words["nouns.of_measure"]:
        part = part_after(tokens, quantity.last, lexicon)
        if part:
            return part
    return (
        _attributive(tokens, quantity, lexicon)
        or _in_kind(tokens, quantity, lexicon)
        or _whole(tokens, first, lexicon)
        or _object(tokens, quantity, modified, lexicon)
        or _of_verb(tokens, first, lexicon, verb=changes)
    )


def _attributive(tokens: Tokens, quantity: Quantity, lexicon: Lexicon) -> Noun | None:
    """Return the noun that the figure stands before: "a 20 percent stake"."""
    if quantity.unit is None or starts_numeral(tokens, quantity.last, lexicon):
        return None
    lows, words, last = tokens.lows, lexicon.words, quantity.last
    if quantity.unit.kind == "age" and starts_numeral(tokens, last - 1, lexicon):
        return None  # "a girl of 12 opened it"
    hyphen = "-" in tokens.words[quantity.first : last]
    before = lows[quantity.first - 3 : quantity.first]
    if not hyphen and not any(low in words["nouns.determiners"] for low in before):
        return None
    plural = not hyphen and lows[last - 1].endswith("s")
    if plural or lows[last] in words["nouns.degrees"] or lows[last] in words["nouns.skips"]:
        return None
    if tokens.words[last][:1].isupper() and not hyphen:
        return None
    end = past_singular(tokens, last, lexicon)
    return (last, end) if end > last else None


def _in_kind(tokens: Tokens, quantity: Quantity, lexicon: Lexicon) -> Noun | None:
    """Return the noun of "in": "$3 million in fines", not "in 2018" or "in March"."""
    index = quantity.last
    if quantity.unit is None or quantity.unit.kind != "money":
        return None
    low = tokens.lows[index + 1]
    if tokens.lows[index] not in lexicon.words["nouns.in_kind"] or not low.isalpha():
        return None
    if tokens.words[index + 1] != low or low in lexicon.words["nonclaims.months"]:
        return None
    end = past_singular(tokens, index + 1, lexicon)
    return (index + 1, end) if end > index + 1 else None


def _whole(tokens: Tokens, first: int, lexicon: Lexicon) -> Noun | None:
    """Return the noun before "of": "a fee of 5 percent", "a population of 3 million"."""
    if tokens.lows[first - 1] not in lexicon.words["nouns.of_measure"]:
        return None
    start = _phrase_start(tokens, first - 1, lexicon)
    return (start, first - 1) if start < first - 1 else None


def _object(
    tokens: Tokens, quantity: Quantity, modified: Modified | None, lexicon: Lexicon
) -> Noun | None:
    """Return what stands between a verb of change and "by": "cut | water use | by 38 percent".

    It is the verb's object, or in German its subject: "stieg | der Umsatz | um 3 Prozent".
    """
    words, by = lexicon.words, quantity.first - 1
    if modified is None or modified.modifier not in CHANGES:
        return None
    if tokens.lows[by] not in words["fillers.by"]:
        return None
    start = modified.last
    while start < by and tokens.lows[start] in words["nouns.determiners"]:
        start += 1
    if start == by or tokens.lows[start] in words["fillers.change"]:
        return None
    end = min(phrase_end(tokens, start, lexicon), by)
    named = end > start and not tokens.lows[end - 1].endswith("ly")
    if not named or unit_after(tokens, start, lexicon.units):
        return None
    capital = tokens.words[end - 1][:1].isupper() or not lexicon.nouns.capitals
    return (start, end) if capital else None


def _of_verb(tokens: Tokens, first: int, lexicon: Lexicon, *, verb: bool) -> Noun | None:
    """Return the subject of the verb that gives the figure: "sales rose", "the rate was"."""
    words, here = lexicon.words, first
    while here > first - _NEAR:
        low = tokens.lows[here - 1]
        if low in words["nouns.verbs"] or _is_change(tokens, here, lexicon):
            verb = True
        elif low not in words["nouns.between"] and not low.endswith("ly"):
            break
        here -= 1
    return _topic(tokens, here, lexicon) if verb else None


def _is_change(tokens: Tokens, end: int, lexicon: Lexicon) -> bool:
    found = lexicon.phrases["modifiers"].before(tokens.lows, end)
    return bool(found and found[1] in ("up", "down"))


def _topic(tokens: Tokens, end: int, lexicon: Lexicon) -> Noun | None:
    """Return the noun phrase that ends before `end`: of "the rate for young people" the rate."""
    start = _phrase_start(tokens, end, lexicon)
    inner = start - (tokens.lows[start - 1] in lexicon.words["nouns.determiners"])
    if tokens.lows[inner - 1] in lexicon.words["nouns.prepositions"]:
        outer = _phrase_start(tokens, inner - 1, lexicon)
        if outer < inner - 1:
            return outer, inner - 1
    return (start, end) if start < end else None


def _phrase_start(tokens: Tokens, end: int, lexicon: Lexicon) -> int:
    """Return where the run of words before `end` starts that may be one noun phrase."""
    start = end
    while start > end - _LONGEST:
        hyphen = tokens.words[start - 1] == "-" and tokens.glued(start)
        verb = tokens.lows[start - 1] in lexicon.words["nouns.reports"]
        if verb or not (hyphen or goes_on(tokens, start - 1, lexicon)):
            break
        start -= 1
    return start if tokens.words[end - 1][:1].isalpha() else end
