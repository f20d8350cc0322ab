"""Numerals to numeric claims: how much, of what, how sure."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast

from summarize.lexicon import Lexicon, lexicon
from summarize.modifiers import Modifier, modifier_of
from summarize.names import is_name
from summarize.nonclaims import skip
from summarize.nouns import noun_after, part_after
from summarize.numerals import starts_numeral
from summarize.quantities import Quantity
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
        for claim in _in_paragraph(tokenize(text, start, end), words)
    )


def _in_paragraph(tokens: Tokens, words: Lexicon) -> Iterator[Claim]:
    done = 0
    for index in tokens.inner():
        if index < done or not starts_numeral(tokens, index, words):
            continue
        done = skip(tokens, index, words)
        if done > index:
            continue
        quantity = read_range(tokens, index, words)
        done = max(index + 1, quantity.last if quantity else 0)
        if quantity and not is_name(tokens, quantity, words):
            noun = _noun(tokens, quantity, words)
            counted = noun is not None and noun[0] == quantity.last
            done = noun[1] if noun and counted else done
            yield _claim(tokens, quantity, noun, words)


def _noun(tokens: Tokens, quantity: Quantity, words: Lexicon) -> tuple[int, int] | None:
    """Return the tokens of the noun that the quantity counts or measures."""
    part = part_after(tokens, quantity.last, words)
    if quantity.unit is not None:
        return part
    return part or noun_after(tokens, quantity.last, words, single=quantity.value <= 1)


def _claim(
    tokens: Tokens, quantity: Quantity, noun: tuple[int, int] | None, words: Lexicon
) -> Claim:
    modified = modifier_of(tokens, quantity.first, quantity.last, words)
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
