"""Figures of a text as they are compared: each claim with what stands around it."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import pairwise
from typing import NamedTuple

from summarize import Claim, Span, find_claims
from summarize.amounts import add_amounts
from summarize.events.denials import is_withdrawn
from summarize.languages import table
from summarize.sentences import sentence_of
from summarize.things import Rooted, anybody, rooted, topic_root
from summarize.wording import wording

NEAR = 6
"""How many words away from a figure say most of what it counts."""
BEFORE, AFTER = 2, 1
"""How many sentences of a paragraph before and after a figure's may say what it counts."""
OLDEST = 120
_BEHIND_AGE = frozenset(",.;:)”") | {""}
_LONGEST_FROM = 12
_LONGEST_PART = 4  # words of "household in"
_LONGEST_GAP = 120  # characters from a figure to one that has its unit
_FAR, _WIDE, _NAMED = 0.6, 0.35, 1.5


@dataclass(frozen=True, slots=True)
class Figure:
    """A claim, the amount that it states, and what it is of.

    `amount` is the claim itself, or the sum for each part of "two years and nine months", or an
    end of "from 300 to 260 grams". `assumed` is the unit that a bare number may have from the
    figure before it: "7.5 percent, and are offered 5". `head` is the root of the noun, and
    `anybody` says that the noun is "people" or the like. `near` are the roots of its sentence,
    `wide` those of the sentences around it, with what each weighs. `own` are the root of the noun
    and those of the figure's clause, without what is beside another figure. `withdrawn` says that
    it is denied, or its sentence tells what was said before.
    """

    claim: Claim
    amount: Claim
    assumed: str | None
    head: str
    anybody: bool
    near: Mapping[str, float]
    wide: Mapping[str, float]
    withdrawn: bool
    sentence: Span
    own: frozenset[str]

    @property
    def bare(self) -> bool:
        """Tell whether it is a number and no more: "14 came home", "it was 12"."""
        return self.amount.unit is None and not self.head


class Figures:
    """The figures of one text, and how common its words are in it."""

    def __init__(self, text: str, sentences: Sequence[Span], language: str) -> None:
        self._text = text
        self._sentences = sentences
        self._language = language

    @cached_property
    def _words(self) -> Sequence[Rooted]:
        return rooted(self._text, self._language)

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [word.start for word in self._words]

    @cached_property
    def all(self) -> tuple[Figure, ...]:
        """Every figure in text order; those of one claim follow each other."""
        claims = self._claims
        sums = {**dict(_sums(self._text, claims)), **dict(self._parts(claims))}
        return tuple(
            self._figure(claim, amount, previous)
            for previous, claim in zip((None, *claims), claims, strict=False)
            for amount in self._ends(sums.get(claim.span) or self._aged(claim))
        )

    @cached_property
    def _claims(self) -> tuple[Claim, ...]:
        return find_claims(self._text, self._language)

    @cached_property
    def implied(self) -> tuple[Figure, ...]:
        """What words say that are no claim: "a decade", "every fifth", "twice"."""
        amounts, low = _in_words(self._language), self._text.lower()
        if not any(words in low for words in amounts.of):  # as in most texts; much sooner told
            return ()
        taken = [claim.span for claim in self._claims]
        found = (
            (Span(*match.span()), amounts.of[match.group().lower()])
            for match in amounts.pattern.finditer(self._text)
        )
        implied = (
            Claim(span, value, "number", unit=unit)
            for span, (value, unit) in found
            if not any(span.overlaps(other) for other in taken)
        )
        return tuple(self._figure(claim, claim, None) for claim in implied)

    def _parts(self, claims: Sequence[Claim]) -> Iterator[tuple[Span, Claim]]:
        """Give the share for both figures of "one household in six"."""
        leads = table(self._language, "synonyms").get("one_in")
        for one, other in pairwise(claims):
            words = wording(self._text, Span(one.span.end, other.span.start)).words
            whole = one.value == 1 and other.value > 1 and other.unit is None and one.unit is None
            if whole and 1 < len(words) <= _LONGEST_PART and words[-1] == leads:
                span = Span(one.span.start, other.span.end)
                share = replace(one, span=span, value=1 / other.value)
                yield one.span, share
                yield other.span, share

    def _ends(self, amount: Claim) -> tuple[Claim, ...]:
        """Return both ends of "from 300 to 260 grams", too, which may be a change and no range."""
        before = Span(max(0, amount.span.start - _LONGEST_FROM), amount.span.start)
        words = wording(self._text, before).words
        leads = table(self._language, "claims").get("ranges", {}).get("from", ())
        if amount.high is None or not words or words[-1] not in leads:
            return (amount,)
        return amount, replace(amount, high=None), replace(amount, value=amount.high, high=None)

    def _aged(self, claim: Claim) -> Claim:
        """Return the claim, as an age where it stands behind a person: "said Spall, 62."."""
        bare = claim.unit is None and claim.noun is None and claim.modifier is None
        start, end = claim.span
        if not bare or not OLDEST > claim.value > 1 or not self._text[start:end].isdigit():
            return claim
        before, after = self._text[max(0, start - 3) : start], self._text[end : end + 1]
        if before[:1].isalpha() and before[1:] == ", " and after in _BEHIND_AGE:
            return replace(claim, unit="year of age", kind="age")
        return claim

    @cached_property
    def told(self) -> tuple[Figure, ...]:
        """One figure a claim, in text order."""
        return tuple({one.claim.span: one for one in reversed(self.all)}.values())[::-1]

    @cached_property
    def _by_sentence(self) -> Mapping[Span, Sequence[Figure]]:
        together: dict[Span, list[Figure]] = {}
        for one in self.all:
            together.setdefault(one.sentence, []).append(one)
        return together

    def beside(self, figure: Figure) -> Sequence[Figure]:
        """Return the figures of the sentence of a figure of this text, itself among them."""
        return self._by_sentence.get(figure.sentence, ())

    def of(self, claim: Claim) -> Figure | None:
        """Return the figure of a claim, None where the text has no such claim."""
        return next((one for one in self.told if one.claim.span == claim.span), None)

    @cached_property
    def sentences_with(self) -> Counter[str]:
        """In how many sentences each root stands."""
        return Counter(
            root for span in self._sentences for root in {word.root for word in self._within(*span)}
        )

    def _figure(self, claim: Claim, amount: Claim, previous: Claim | None) -> Figure:
        span = sentence_of(self._sentences, claim.span)
        near: dict[str, float] = {}
        before = self._within(span.start, claim.span.start)[::-1]
        for words in (before, self._within(claim.span.end, span.end)):
            for away, word in enumerate(words):
                _weigh(near, word, 1.0 if away < NEAR else _FAR)
        wide: dict[str, float] = {}
        for beside in self._around(span):
            for word in self._within(*beside):
                _weigh(wide, word, _WIDE)
        noun = claim.noun.cut(self._text) if claim.noun else ""
        head = topic_root(noun, self._language)
        bare = amount.unit is None and not head
        assumed = previous.unit if bare and previous and _beside(previous, claim) else None
        withdrawn = self._is_withdrawn(claim, span)
        who = head in anybody(self._language)
        own = self._own(claim.span, span) | ({head} if head else set())
        return Figure(claim, amount, assumed, head, who, near, wide, withdrawn, span, own)

    def _own(self, figure: Span, sentence: Span) -> frozenset[str]:
        """Return the roots of the clause of a figure, up to the figures beside it."""
        start, end = sentence
        place = bisect_left(self._claims, figure, key=lambda one: one.span)
        for other in self._claims[max(0, place - 1) : place + 2]:
            if start <= other.span.end <= figure.start:
                start = other.span.end
            elif figure.end <= other.span.start < end:
                end = other.span.start
        breaks = _clause_break(self._language)
        before = [match.end() for match in breaks.finditer(self._text, start, figure.start)]
        after = breaks.search(self._text, figure.end, end)
        left = self._within(before[-1] if before else start, figure.start)
        right = self._within(figure.end, after.start() if after else end)
        return frozenset(word.root for word in (*left, *right))

    def _is_withdrawn(self, claim: Claim, sentence: Span) -> bool:
        """Tell whether a figure is denied, or its sentence withdraws what it has, and none is."""
        if sentence in self._denied:
            return claim.span in self._denied[sentence]
        told = sentence.cut(self._text).lower()
        return any(phrase in told for phrase in self._withdrawing)

    @cached_property
    def _denied(self) -> Mapping[Span, Collection[Span]]:
        """The figures that are denied, by their sentences."""
        denied: dict[Span, list[Span]] = {}
        for claim in self._claims:
            sentence = sentence_of(self._sentences, claim.span)
            if is_withdrawn(self._text, sentence, claim, self._language):
                denied.setdefault(sentence, []).append(claim.span)
        return denied

    @property
    def _withdrawing(self) -> Sequence[str]:
        phrases: Sequence[str] = table(self._language, "synonyms").get("withdrawn", ())
        return phrases

    def _within(self, start: int, end: int) -> Sequence[Rooted]:
        return self._words[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _around(self, span: Span) -> Iterator[Span]:
        """Give the sentences beside one that are of its paragraph."""
        place = bisect_left(self._sentences, span)
        for step, most in ((-1, BEFORE), (1, AFTER)):
            last = span
            for beside in self._sentences[place + step :: step][:most]:
                gap = self._text[min(last.end, beside.end) : max(last.start, beside.start)]
                if "\n\n" in gap:
                    break
                yield beside
                last = beside


def _weigh(weights: dict[str, float], word: Rooted, weight: float) -> None:
    weight *= _NAMED if word.named else 1.0
    weights[word.root] = max(weights.get(word.root, 0.0), weight)


def _sums(text: str, claims: Sequence[Claim]) -> Iterator[tuple[Span, Claim]]:
    """Give the sum for both parts of "five years and four months"."""
    for one, other in pairwise(claims):
        gap = Span(one.span.end, other.span.start)
        together = add_amounts(one, other)
        if together and len(wording(text, gap).words) == 1 and gap.cut(text).strip().isalpha():
            yield one.span, together
            yield other.span, together


def _beside(previous: Claim, claim: Claim) -> bool:
    return claim.span.start - previous.span.end <= _LONGEST_GAP


@cache
def _clause_break(language: str) -> re.Pattern[str]:
    """Return what finds where a clause ends: a mark before a space, a word that begins another."""
    words = "|".join(table(language, "synonyms").get("clauses", "").split())
    return re.compile(rf"[,;:–—(](?=\s)|\((?=\w)|\b(?:{words or '(?!)'})\b", re.IGNORECASE)


class _InWords(NamedTuple):
    """The amounts that words say, and what finds these words."""

    of: Mapping[str, tuple[float, str | None]]
    pattern: re.Pattern[str]


@cache
def _in_words(language: str) -> _InWords:
    given = table(language, "synonyms").get("in_words", {})
    found = {words: (float(one[0]), one[1] if one[1:] else None) for words, one in given.items()}
    longest_first = sorted(map(re.escape, found), key=len, reverse=True)
    return _InWords(found, re.compile(rf"\b(?:{'|'.join(longest_first)})\b", re.IGNORECASE))
