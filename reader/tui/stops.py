"""Stops: what `n` and `N` step through in a text, by kind, and what there is to say of each."""

from bisect import bisect_left
from collections.abc import Sequence
from types import MappingProxyType
from typing import Literal, get_args

from reader.citations import Citable, Excerpt, copied_span
from reader.corrections import NamedByReader
from reader.tui.links import Link
from reader.tui.marks import UNICODE, Signs, marks_of
from reader.tui.outline import count, one_line
from summarize import Claim, Digest, Pick, Quote, Span, Speaker

Kind = Literal["all", "quotes", "figures", "summary", "hits", "links"]

KINDS: tuple[Kind, ...] = get_args(Kind)
# What one of each kind is called.
NAMES = MappingProxyType(
    {
        "all": "mark",
        "quotes": "quote",
        "figures": "figure",
        "summary": "summary sentence",
        "hits": "search hit",
        "links": "link",
    }
)


def stops_of(
    kind: Kind, digest: Digest | None, hits: Sequence[Span], links: Sequence[Link]
) -> tuple[Citable, ...]:
    """Return the stops of a kind in text order; "all" are the quotes and the figures."""
    if kind == "hits":
        return tuple(map(Excerpt, hits))
    if kind == "links":
        return tuple(Excerpt(link.span) for link in links)
    if digest is None:
        return ()
    if kind == "summary":
        return digest.summary.picks
    left_out = {"all": (), "quotes": (Claim,), "figures": (Quote,)}[kind]
    return tuple(mark for mark in marks_of(digest) if not isinstance(mark, left_out))


def following(
    stops: Sequence[Citable], current: Citable | None, here: int, step: int
) -> tuple[int, int]:
    """Return how one comes to the stop after or before the current one, and its number.

    Where none is current it is the next one from the code point `here`. One comes to it straight
    (0), around the end (1) or around the start (-1).
    """
    at = place_of(stops, current) if current else None
    if at is not None:
        return divmod(at + step, len(stops))
    above = bisect_left(stops, here, key=_start)
    return divmod(above if step > 0 else above - 1, len(stops))


def place_of(stops: Sequence[Citable], stop: Citable) -> int | None:
    """Return the number of a stop among all of them, if it is one."""
    at = bisect_left(stops, stop.span.start, key=_start)
    while at < len(stops) and stops[at].span.start == stop.span.start:
        if stops[at] == stop:
            return at
        at += 1
    return None


def _start(stop: Citable) -> int:
    return stop.span.start


# What is said first of a stop, by the way one came to it.
AROUND = MappingProxyType({0: "", 1: "From the start again. ", -1: "From the end. "})


def tell_kind(kind: Kind, number: int) -> str:
    """Say what is stepped through from now on, and how many there are."""
    if not number:
        return f"There is no {NAMES[kind]} here; f chooses another kind of mark."
    more = ", quotes and figures" if kind == "all" else ""
    return f"n steps through {count(number, NAMES[kind])}{more}"


def tell_stop(
    text: str, stop: Citable, kind: Kind, number: int, total: int, signs: Signs = UNICODE
) -> str:
    """Say which stop is the current one, who spoke or how much is meant."""
    which = f"{NAMES[kind].capitalize()} {number} of {total}"
    if kind == "all":
        which += ", figure" if isinstance(stop, Claim) else ", quote"
    if isinstance(stop, Quote):
        return f"{which}: {_who(text, stop)}"
    if isinstance(stop, Pick):
        return f"{which}, ranked {stop.rank}"
    told = f"{which}: {one_line(copied_span(stop, text, ()).cut(text))}"
    return f"{told} ({_how_much(text, stop, signs)})" if isinstance(stop, Claim) else told


def _how_much(text: str, claim: Claim, signs: Signs) -> str:
    """Return a claim's modifier sign, value and unit, then what it counts or measures."""
    value = _number(claim.value) + (f" to {_number(claim.high)}" if claim.high is not None else "")
    sign = signs.of_claim(claim, text)
    amount = " ".join(part for part in (sign, value, claim.unit) if part)
    return f"{amount}, {one_line(claim.noun.cut(text))}" if claim.noun else amount


def _number(value: float) -> str:
    """Return a number in full, with commas: "4,000,000,000", "0.5"."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,}"


def _who(text: str, quote: Quote) -> str:
    """Return who said a quote, and how that is known."""
    speaker = quote.speaker
    if speaker is None:
        return "speaker not named"
    if isinstance(speaker, NamedByReader):
        return f"{speaker.name or 'speaker not named'}, named by you"
    if not speaker.name:
        return f"speaker not named ({one_line(speaker.span.cut(text))})"
    if not speaker.inferred:
        return speaker.name
    return f"{speaker.name}, inferred{_from_what(text, speaker, quote.span)}"


def _from_what(text: str, speaker: Speaker, quote: Span) -> str:
    """Say what a speaker is inferred from: another paragraph, or a word that stands for a name."""
    mention = one_line(speaker.span.cut(text))
    if breaks := text[speaker.span.end : quote.start].count("\n\n"):
        return " from the paragraph before" if breaks == 1 else " from an earlier paragraph"
    return "" if mention.casefold() in speaker.name.casefold() else f" from “{mention}”"
