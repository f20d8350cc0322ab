"""Persons: whose an age is."""

from collections.abc import Iterator

from summarize.events.lexicon import Terms
from summarize.events.places import Place

_NEAR = 12
_BEHIND = 3
"""Words before and behind an age among which it may be said whose it is."""

_ASIDE = frozenset(",()")
_APPOSITIONS = 2
"""Parts between commas that may say whose: "the driver of the lorry, a man of 54"."""


def whose(place: Place, words: Terms) -> tuple[str, ...]:
    """Return what stands for the words that say whose an age is, names and roles, nearest last.

    They are in the phrase before it, and in the ones that this is put beside: "Joan Senn, the
    owner, 58"; else right behind it: "a 52-year-old farmer".
    """
    phrases = list(_phrases(place, words))
    found = [one for phrase in phrases for one in phrase]
    behind = list(_behind(place, words))
    if phrases[0] and behind and _is_adjective(place):  # before it is what happened: "it killed a"
        found = behind
    found = found or behind or list(_before(place, words))
    return tuple(words.known(one) for one in reversed(found))


def _is_adjective(place: Place) -> bool:
    """Tell whether an age is one word, which stands right before whose it is: "a 52-year-old"."""
    return "-" in place.sentence.tokens[place.last - 1]


def _phrases(place: Place, words: Terms) -> Iterator[list[str]]:
    """Yield the names and roles at the end of each part before an age, the nearest first."""
    sentence, told, phrases = place.sentence, list[str](), 0
    for at in range(place.first - 1, max(place.floor, place.first - _NEAR) - 1, -1):
        token = sentence.tokens[at]
        if token in _ASIDE:
            phrases += bool(told)
            yield told
            told = []
            if phrases == _APPOSITIONS:
                return
        elif not token[0].isalnum() or _says(at, place, words):
            break
        elif token in words.within:
            told = []
        elif _tells(at, place, words):
            told.append(token)
        elif not (_is_plain(token, words) or _is_within(at, place, words)):
            break
    yield told


def _before(place: Place, words: Terms) -> Iterator[str]:
    """Yield the last word before an age that tells something, where the age is said of that."""
    tokens = place.sentence.tokens
    for at in range(place.first - 1, max(place.floor, place.first - _NEAR) - 1, -1):
        if tokens[at] in words.agents:
            return
        if tokens[at][0].isalpha() and not _is_plain(tokens[at], words):
            behind, said = tokens[at + 1], tokens[at + 1 : place.first]
            joins = behind in _ASIDE or behind in words.being or behind in words.governing
            if joins and words.saying.isdisjoint(said):
                yield tokens[at]
            return


def _says(at: int, place: Place, words: Terms) -> bool:
    """Tell whether who is so old says something: "sagte der 61-Jährige"."""
    between = place.sentence.tokens[at + 1 : place.first]
    return place.sentence.tokens[at] in words.saying and words.articles.issuperset(between)


def _is_plain(token: str, words: Terms) -> bool:
    """Tell whether a word may be said of any person."""
    return token in words.persons or token in words.skipped or token in words.aged


def _is_within(at: int, place: Place, words: Terms) -> bool:
    """Tell whether a word says of what: "the driver of the van"."""
    before = place.sentence.tokens[max(place.floor, at - 2) : at]
    return not words.within.isdisjoint(before)


def _tells(at: int, place: Place, words: Terms) -> bool:
    """Tell whether a word is a name, or what a person is called by."""
    token = place.sentence.tokens[at]
    if _is_plain(token, words):
        return False
    heads = at == 0 and place.sentence.tokens[1] in _ASIDE  # "Chebet, 24, broke away"
    return at in place.sentence.names or heads or words.known(token) in words.people


def _behind(place: Place, words: Terms) -> Iterator[str]:
    tokens = place.sentence.tokens
    for at in range(place.last, min(place.last + _BEHIND, place.ceiling)):
        if tokens[at] in words.within or tokens[at] in words.reporting:
            return
        if _tells(at, place, words):
            yield tokens[at]
