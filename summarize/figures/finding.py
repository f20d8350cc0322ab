"""The claims of a text, found paragraph by paragraph."""

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from summarize.claims import Claim, ClaimKind
from summarize.figures.figures import Figure, figure
from summarize.figures.lexicon import Lexicon, lexicon
from summarize.figures.names import is_name
from summarize.figures.nonclaims import skip
from summarize.figures.ranges import read_range
from summarize.figures.tokens import Tokens, paragraphs, tokenize
from summarize.spans import Span

_NEAR = 20
"""Code points around a figure in which it may be said that it is a weight."""


def claims_in(text: str, language: str) -> tuple[Claim, ...]:
    """Return the numeric claims of `text`, in order; see `summarize.find_claims`."""
    words = lexicon(language)
    found = tuple(
        claim
        for start, end in paragraphs(text)
        if words.numbers.may_stand(text, start, end)
        for claim in _in_paragraph(tokenize(text, start, end, spaced=words.digits.spaced), words)
    )
    others = words.units.large
    if others and {unit.name for unit in others.values()} & {claim.unit for claim in found}:
        return tuple(_in_other_unit(claim, text, words) for claim in found)
    return found


def _in_other_unit(claim: Claim, text: str, words: Lexicon) -> Claim:
    """Return a claim in the unit that its text has besides: pounds are money where there is "£"."""
    other = words.units.large.get(claim.unit or "")
    if other is None:
        return claim
    start, end = claim.span
    before = text[max(0, start - _NEAR) : start].lower().split()
    behind = text[end : end + _NEAR].lower().split()[:1]
    weighed = not words.words["units.weighing"].isdisjoint(before)
    if weighed or not words.words["numbers.of"].isdisjoint(behind):
        return claim
    return replace(claim, unit=other.name, kind=cast("ClaimKind", other.kind))


def _in_paragraph(tokens: Tokens, words: Lexicon) -> Iterator[Claim]:
    """Yield the claims of one paragraph; each may lean on the one before it."""
    done, before = 0, None
    for index in words.numbers.places(tokens.words):
        if index < done:
            continue
        floor, done = done, skip(tokens, index, words)
        if done > index:
            continue
        quantity = read_range(tokens, index, words)
        if quantity is None or quantity.first < floor:
            done = index + 1
            continue
        done = quantity.last
        if is_name(tokens, quantity, words):
            continue
        before = figure(tokens, quantity, before, words)
        done = before.done
        yield _claim(tokens, before)


def _claim(tokens: Tokens, told: Figure) -> Claim:
    quantity, noun, modified = told
    unit = quantity.unit
    kind = unit.kind if unit else "count" if noun else "number"
    return Claim(
        span=_span(tokens, quantity.first, quantity.last),
        value=quantity.value,
        high=quantity.high,
        kind=cast("ClaimKind", kind),
        unit=unit.name if unit else None,
        modifier=modified.modifier if modified else None,
        modifier_span=_span(tokens, modified.first, modified.last) if modified else None,
        noun=_span(tokens, *noun) if noun else None,
    )


def _span(tokens: Tokens, first: int, last: int) -> Span:
    return Span(tokens.starts[first], tokens.ends[last - 1])
