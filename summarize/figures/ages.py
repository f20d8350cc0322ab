"""Ages: bare figures that say how old someone is."""

from summarize.figures.lexicon import Lexicon
from summarize.figures.plurals import is_plural
from summarize.figures.quantities import Quantity
from summarize.figures.tokens import Tokens
from summarize.figures.units import Unit

OLDEST = 120

_ENDS = frozenset(",.;)!?") | {"", "and", "or", "when", "by", "this", "next", "on", "in"}


def aged(tokens: Tokens, quantity: Quantity, lexicon: Lexicon) -> Quantity:
    """Return the quantity with years of age as its unit where a bare figure is an age."""
    before = lexicon.phrases["ages.before"].before(tokens.lows, quantity.first)
    if before and quantity.unit is not None and quantity.unit.kind == "duration":
        return quantity._replace(unit=Unit(f"{quantity.unit.name} of age", "age"))
    whole = quantity.unit is None and 0 < quantity.value <= OLDEST and quantity.value.is_integer()
    if whole and _is_age(tokens, quantity, lexicon):
        return quantity._replace(unit=Unit("year of age", "age"))
    return quantity


def _is_age(tokens: Tokens, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Tell whether this is "Lena Harsk, 41, said", "aged 18 to 34" or "she was 35."."""
    before, words = quantity.first, lexicon.words
    found = lexicon.phrases["modifiers"].before(tokens.lows, before)
    before = found[0] if found else before
    if lexicon.phrases["ages.before"].before(tokens.lows, before):
        return True
    if _is_of_people(tokens, before, quantity, lexicon):
        return True
    if tokens.lows[quantity.last] not in _ENDS or quantity.spelled:
        return False
    before -= tokens.lows[before - 1] in words["ages.will"]
    if tokens.words[before - 1] == ",":
        named = tokens.words[before - 2][:1].isupper() and tokens.words[quantity.last] == ","
        return named and tokens.lows[before - 2] not in words["nonclaims.months"]
    be = tokens.lows[before - 1]
    who = before - 2 - (tokens.lows[before - 2] in words["ages.will"])
    return be in words["ages.be"] and tokens.lows[who] in words["ages.who"]


def _is_of_people(tokens: Tokens, before: int, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Tell whether this is "a boy of about | nine" or "those | over 65", and counts nothing.

    `before` is where the modifier of the figure starts, or the figure itself.
    """
    lows, words = tokens.lows, lexicon.words
    if quantity.value <= 1 or is_plural(tokens, quantity.last, lexicon):
        return False
    if lows[before - 1] in words["ages.of"] and lows[before - 2] in words["ages.persons"]:
        return True
    bounds = " ".join(lows[before : quantity.first]) in words["ages.bounds"]
    return bounds and lows[before - 1] in words["ages.groups"]
