"""Numerals to numeric claims: how much, of what, how sure."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast

from summarize.claim_lexicon import Lexicon, lexicon
from summarize.figures import Figure, figure
from summarize.modifiers import Modifier
from summarize.names import is_name
from summarize.nonclaims import skip
from summarize.numerals import starts_numeral
from summarize.ranges import read_range
from summarize.spans import Span
from summarize.tokens import Tokens, paragraphs, tokenize

ClaimKind = Literal["count", "money", "percent", "measure", "age", "duration", "number"]


@dataclass(frozen=True, slots=True)
class Claim:
    """One figure of the text.

    `span` is the number with its unit or currency ("8 percent", "$4bn", "5–7 percent"), the bare
    number where it counts things. `value` is the number, or the lower end of a range to `high`.
    `unit` is its canonical singular ("percent", "dollar", "kilometre", "year of age"). `modifier`
    says how sure or which way, and `modifier_span` is the word that says so. `noun` is what is
    counted or measured, ending at its head ("U.S. troops").
    """

    span: Span
    value: float
    kind: ClaimKind
    high: float | None = None
    unit: str | None = None
    modifier: Modifier | None = None
    modifier_span: Span | None = None
    noun: Span | None = None


def find_claims(text: str, language: str = "en") -> tuple[Claim, ...]:
    """Return the numeric claims of `text`, in order."""
    words = lexicon(language)
    return tuple(
        claim
        for start, end in paragraphs(text)
        for claim in _in_paragraph(tokenize(text, start, end, spaced=words.digits.spaced), words)
    )


def _in_paragraph(tokens: Tokens, words: Lexicon) -> Iterator[Claim]:
    """Yield the claims of one paragraph; each may lean on the one before it."""
    done, before = 0, None
    for index in words.numbers.places(tokens.lows):
        if index < done or not starts_numeral(tokens, index, words):
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
