"""Places: a claim among the words of its sentence, and which of them are said of it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarize.claims import Claim
from summarize.events.accounts import Account
from summarize.events.changes import apart
from summarize.events.lexicon import Terms
from summarize.events.unmarked import with_unmarked
from summarize.spans import Span

TOKEN = re.compile(r"[^\W_](?:['’.,-]?[^\W_])*|[,.;:!?()–—\n]")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_IN_YEARS = "year"
_LONG = 100
"""Years ago that are no news any more."""

_POSSESSIVE = ("'s", "’s")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")


class Sentence(NamedTuple):
    """A sentence that has figures, as its lower-case tokens.

    `names` are the places of names and `named` what stands for these, `figures` are the places of
    figures, `years` the tokens that are years, `ago` how many years ago something was; `order` is
    its own place among all.
    """

    span: Span
    order: int
    tokens: Sequence[str]
    names: frozenset[int]
    named: frozenset[str]
    figures: frozenset[int]
    years: frozenset[str]
    ago: frozenset[int]


class Place(NamedTuple):
    """A claim among the tokens of its sentence.

    `first` to `last` are its own, `end` its noun's. `floor` and `ceiling` are the next figures',
    the one before it with its noun, `start` and `stop` those of its own part of the sentence;
    `clause` are the tokens of this up to the punctuation behind it.
    """

    claim: Claim
    sentence: Sentence
    noun: Sequence[str]
    first: int
    last: int
    end: int
    floor: int
    ceiling: int
    start: int
    stop: int
    clause: Sequence[str]

    @property
    def own_noun(self) -> bool:
        """Whether its noun stands behind it; one before it may be another figure's."""
        noun = self.claim.noun
        return bool(self.noun) and noun is not None and noun.start > self.claim.span.start

    @property
    def joined(self) -> bool:
        """Whether it is one word with its noun, and says what else is like: "seven-storey"."""
        noun = self.claim.noun
        return (
            self.first + 1 == self.end
            and noun is not None
            and noun.start == self.claim.span.end + 1
        )

    @property
    def behind(self) -> Sequence[str]:
        """The tokens behind it up to the punctuation that ends its clause."""
        return self.clause[max(0, self.last - self.start) :]

    @property
    def rest(self) -> Sequence[str]:
        """The tokens of its sentence behind it and its noun."""
        return self.sentence.tokens[self.end :]

    @property
    def label(self) -> str:
        """The word that names what it is before a colon: "Dead: 12"."""
        name, colon = ("", "", *self.before(2))[-2:]
        return name if colon == ":" and name[:1].isalpha() else ""

    def before(self, most: int, least: int = 0) -> Sequence[str]:
        """Return the tokens before a figure, so many at most and none before a place."""
        return self.sentence.tokens[max(least, self.first - most) : self.first]


def places(account: Account, words: Terms) -> Iterator[Place]:
    """Yield the claims of an account in their order, without those that stand in furniture."""
    furniture = frozenset(account.digest.furniture) if account.digest else frozenset()
    for order, span, claims in _by_sentence(account):
        if span not in furniture:
            yield from _places(account.text, span, order, claims, words)


def _by_sentence(account: Account) -> Iterator[tuple[int, Span, list[Claim]]]:
    """Yield the sentences that have claims, with the place of each among all, and these."""
    sentences = account.digest.sentences if account.digest else ()
    ends = [sentence.end for sentence in sentences]
    claims: dict[int, list[Claim]] = {}
    found = with_unmarked(account, account.digest.claims) if account.digest else ()
    for claim in apart(account, found):
        place = bisect_left(ends, claim.span.end)
        if place < len(ends) and not _is_clock(claim, account.text):
            claims.setdefault(place, []).append(claim)
    for place, found in claims.items():
        start = min(sentences[place].start, found[0].span.start)
        yield place, Span(start, sentences[place].end), found


def _is_clock(claim: Claim, text: str) -> bool:
    """Tell whether a number may be a time of day that nothing says to be one: "17.40 The wind"."""
    bare = claim.unit is None and claim.modifier is None and claim.high is None
    return bare and bool(_CLOCK.fullmatch(text, *claim.span))


def _places(
    text: str, span: Span, order: int, claims: Sequence[Claim], words: Terms
) -> Iterator[Place]:
    found = list(TOKEN.finditer(text, *span))
    starts = [match.start() for match in found]
    told = [match[0] if match[0][-2:] not in _POSSESSIVE else match[0][:-2] for match in found]
    bounds = [_bounds(claim, starts) for claim in claims]
    tokens = _low(told, words)
    names = frozenset(at for at, token in enumerate(told) if at and token[0].isupper())
    named = frozenset(words.known(tokens[at]) for at in names)
    figures = frozenset(at for first, last, _ in bounds for at in range(first, last))
    years = frozenset(
        token
        for at, token in enumerate(tokens)
        if token[0] in "12" and at not in figures and _YEAR.fullmatch(token)
    )
    ago = frozenset(_ago(claims, bounds, tokens, words))
    sentence = Sentence(span, order, tokens, names, named, figures, years, ago)
    ceilings = [*(first for first, _, _ in bounds[1:]), len(told)]
    gaps = zip((last for _, last, _ in bounds[:-1]), ceilings[:-1], strict=True)
    parts = [0, *(_between(tokens, *gap, words) for gap in gaps), len(told)]
    passed = floor = 0
    for at, (claim, (first, last, end)) in enumerate(zip(claims, bounds, strict=True)):
        noun = _counted(claim, last, starts, tokens, words)
        start, stop = parts[at], parts[at + 1]
        ends = next((one for one in range(last, stop) if not tokens[one][0].isalnum()), stop)
        free = passed if claim.kind == "age" else floor  # "two men, aged 51 and 63"
        around = (free, ceilings[at], start, stop, tokens[start:ends])
        if not _is_left_out(tokens[max(0, first - 2) : first], words):
            yield Place(claim, sentence, noun, first, last, end if noun else last, *around)
        passed, floor = last, min(end if noun else last, ceilings[at])


def _low(told: Sequence[str], words: Terms) -> list[str]:
    """Return tokens in small letters; a month is marked as such: nobody marches "in March"."""
    tokens = [token.lower() for token in told]
    dating = words.within | words.since | words.until | words.last
    return [
        f"{token}-month"
        if token in words.months and told[at][0].isupper() and tokens[at - 1] in dating
        else token
        for at, token in enumerate(tokens)
    ]


def _is_left_out(before: Sequence[str], words: Terms) -> bool:
    """Tell whether a figure is of those who are meant not: "all but two have been released"."""
    return len(before) > 1 and before[0] in words.everything and before[1] in words.but


def _ago(
    claims: Sequence[Claim],
    bounds: Sequence[tuple[int, int, int]],
    tokens: Sequence[str],
    words: Terms,
) -> Iterator[int]:
    """Yield how many years ago something was: 7 for "seven years ago", 1 for "last year"."""
    for claim, (first, last, _) in zip(claims, bounds, strict=True):
        if claim.unit == _IN_YEARS and claim.value < _LONG:
            before, behind = tokens[max(0, first - 1) : first], tokens[last : last + 1]
            if not words.ago.isdisjoint(behind) or not words.before.isdisjoint(before):
                yield int(claim.value)
    if not words.year_before.isdisjoint(tokens):
        yield 1
    if not words.year.isdisjoint(tokens):
        for one, two, three in zip(("", *tokens), tokens, (*tokens[1:], ""), strict=False):
            if two in words.year and (one in words.last or three in words.ago):
                yield 1


def _counted(
    claim: Claim, last: int, starts: Sequence[int], tokens: Sequence[str], words: Terms
) -> Sequence[str]:
    """Return the noun of a claim, unless it is who says so: "the 50 that some had reported"."""
    if claim.noun is None:
        return ()
    first, end = (bisect_left(starts, place) for place in claim.noun)
    if end == last:  # they are one token: "five-storey"
        return [tokens[last - 1].rpartition("-")[2]]
    aside = not words.relative.isdisjoint(tokens[last:first]) or tokens[end - 1] in words.saying
    return () if aside else tokens[first:end]


def _bounds(claim: Claim, starts: Sequence[int]) -> tuple[int, int, int]:
    """Return where a claim begins, with the word for how sure it is, where it and its noun end."""
    start = claim.span.start
    if claim.modifier_span and claim.modifier not in ("up", "down"):
        start = min(start, claim.modifier_span.start)
    first = bisect_left(starts, start)
    last = max(first + 1, bisect_left(starts, claim.span.end))
    return first, last, max(last, bisect_left(starts, claim.noun.end) if claim.noun else last)


def _between(tokens: Sequence[str], first: int, last: int, words: Terms) -> int:
    """Return where the words between two figures begin to be said of the second.

    That is at the last punctuation or joint; without one they are all said of the first.
    """
    for at in range(last - 1, first - 1, -1):
        if not tokens[at][0].isalnum() or tokens[at] in words.joints:
            return at
    return max(first, last)
