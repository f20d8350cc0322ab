"""Readings: a claim with what its sentence says of it, so that it can be lined up with others."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from summarize.claims import Claim
from summarize.events.accounts import Account
from summarize.events.lexicon import Lexicon, lexicon, root
from summarize.spans import Span

_NEAR = 8
"""Words on each side of a figure that say what it is of."""

_FAR = 14
"""Words before a bare figure that may: "The toll of the sinking off the island rose to 38"."""

_TOKEN = re.compile(r"[^\W_](?:['’.,-]?[^\W_])*|[,.;:!?()–—\n]")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_OF_PEOPLE = frozenset({"aboard", "marching", "capacity", "infected"})
"""Outcomes that a word for people names ("212 passengers") where no other word does."""


class Reading(NamedTuple):
    """One claim of an account.

    `outcome` is what became of what is counted ("killed"); `subject` are the words for it by
    their roots or synonyms, none where it is simply people. `context` are the roots beside it.
    `aside` says that the figure is of another time, or a part of a total or on top of it, so that
    it contradicts nothing. `revised` says that it takes the place of one before it.
    """

    account: Account
    claim: Claim
    sentence: Span
    outcome: str | None
    subject: tuple[str, ...]
    context: frozenset[str]
    aside: bool
    revised: bool


class _Place(NamedTuple):
    """A claim among the tokens of its sentence: `first` to `last` are its own, `end` its noun's."""

    tokens: list[str]
    first: int
    last: int
    end: int
    floor: int
    ceiling: int


def readings(account: Account) -> Iterator[Reading]:
    """Yield the claims of an account in their order, without those that stand in furniture."""
    if account.digest is None:
        return
    words = lexicon(account.language)
    furniture = frozenset(account.digest.furniture)
    for sentence, claims in _by_sentence(account):
        if sentence in furniture:
            continue
        found = list(_TOKEN.finditer(account.text, *sentence))
        starts = [match.start() for match in found]
        tokens = [match[0].lower() for match in found]
        ends = [0, *(bisect_left(starts, claim.span.end) for claim in claims)]
        nexts = [*(bisect_left(starts, claim.span.start) for claim in claims[1:]), len(tokens)]
        for claim, floor, ceiling in zip(claims, ends, nexts, strict=False):
            last = bisect_left(starts, claim.span.end)
            first = bisect_left(starts, _start(claim))
            end = bisect_left(starts, claim.noun.end) if claim.noun else last
            place = _Place(tokens, first, max(last, first + 1), max(end, last), floor, ceiling)
            yield _reading(account, claim, sentence, place, words)


def _start(claim: Claim) -> int:
    """Return where a figure begins, with the word that says how sure it is."""
    if claim.modifier_span and claim.modifier not in ("up", "down"):
        return min(claim.span.start, claim.modifier_span.start)
    return claim.span.start


def _by_sentence(account: Account) -> Iterator[tuple[Span, list[Claim]]]:
    """Yield the sentences that have claims with these."""
    sentences = account.digest.sentences if account.digest else ()
    ends = [sentence.end for sentence in sentences]
    claims: dict[int, list[Claim]] = {}
    for claim in account.digest.claims if account.digest else ():
        place = bisect_left(ends, claim.span.end)
        if place < len(ends):
            claims.setdefault(place, []).append(claim)
    for place, found in claims.items():
        start = min(sentences[place].start, found[0].span.start)
        yield Span(start, sentences[place].end), found


def _reading(
    account: Account, claim: Claim, sentence: Span, place: _Place, words: Lexicon
) -> Reading:
    noun = [match[0].lower() for match in _TOKEN.finditer(account.text, *(claim.noun or (0, 0)))]
    outcome = _outcome(place, noun, words, bare=not noun) if claim.unit is None else None
    people = outcome != "aboard" and outcome is not None
    counted = [word for word in noun if word[0].isalnum() and word not in words.more]
    subject = tuple(
        words.synonyms.get(word, root(word))
        for word in counted
        if not (people and (word in words.persons or words.outcomes.get(word) == outcome))
    )
    if not noun and outcome is None:
        subject = _subject_near(place, words)
    return Reading(
        account,
        claim,
        sentence,
        outcome,
        subject,
        frozenset(_context(place, noun, words)),
        _is_aside(account, place, noun, subject, words),
        _is_revised(account, claim, place, words),
    )


def _outcome(place: _Place, noun: Sequence[str], words: Lexicon, *, bare: bool) -> str | None:
    """Return what became of what is counted: in its noun, else behind it, else before it."""
    own = next((words.outcomes[word] for word in reversed(noun) if word in words.outcomes), None)
    if own is not None and own not in _OF_PEOPLE:
        return own
    behind = place.tokens[place.end : min(place.ceiling, place.end + _NEAR)]
    before = place.tokens[max(place.floor, place.first - (_FAR if bare else _NEAR)) : place.first]
    return (
        _first(behind, words, stops=True) or _first(reversed(before), words, stops=not bare) or own
    )


def _first(tokens: Iterable[str], words: Lexicon, *, stops: bool = False) -> str | None:
    """Return the outcome that is named first, before a clause ends."""
    for token in tokens:
        if token in words.outcomes:
            return words.outcomes[token]
        if not token[0].isalnum() or (stops and token in words.joints):
            return None
    return None


def _subject_near(place: _Place, words: Lexicon) -> tuple[str, ...]:
    """Return what a figure measures where its noun is not told: the nearest word for such."""
    before = reversed(place.tokens[max(place.floor, place.first - _NEAR) : place.first])
    behind = place.tokens[place.last : min(place.ceiling, place.last + _NEAR)]
    for side in (before, behind):
        for token in side:
            if token in words.synonyms:
                return (words.synonyms[token],)
            if not token[0].isalnum():
                break
    return ()


def _context(place: _Place, noun: Iterable[str], words: Lexicon) -> Iterator[str]:
    start = max(place.floor, place.first - _NEAR)
    around = (*place.tokens[start : place.first], *place.tokens[place.last : place.last + _NEAR])
    for token in (*around, *noun):
        if token[0].isalpha() and token not in words.skipped:
            known = words.synonyms.get(token)
            if known or root(token) not in words.common:
                yield known or root(token)


def _is_aside(
    account: Account,
    place: _Place,
    noun: Sequence[str],
    subject: Sequence[str],
    words: Lexicon,
) -> bool:
    tokens = place.tokens
    beside = (
        *tokens[max(0, place.first - 2) : place.first],
        *noun,
        *tokens[place.last : place.end + 1],
    )
    if words.more.intersection(beside) or tokens[place.first - 1 : place.first] == ["from"]:
        return True
    if words.earlier.intersection(tokens[max(0, place.first - 1) : place.first]):
        return True
    if not subject and words.of.intersection(tokens[place.last : place.last + 1]):
        return True
    year = str(datetime.fromtimestamp(account.time, UTC).year)
    years = (token for token in tokens if _YEAR.fullmatch(token))
    return any(other < year for other in years) or bool(words.past.intersection(_clause(place)))


def _clause(place: _Place) -> list[str]:
    """Return the tokens around a figure up to the nearest punctuation."""
    tokens, start, end = place.tokens, place.first, place.last
    while start > 0 and tokens[start - 1][0].isalnum():
        start -= 1
    while end < len(tokens) and tokens[end][0].isalnum():
        end += 1
    return tokens[start:end]


def _is_revised(account: Account, claim: Claim, place: _Place, words: Lexicon) -> bool:
    start = max(0, place.first - _FAR)
    if words.revised.intersection(place.tokens[start : place.end + 4]):
        return True
    title = [match[0].lower() for match in _TOKEN.finditer(account.title)]
    return f"{claim.value:g}" in title and not words.revised.isdisjoint(title)
