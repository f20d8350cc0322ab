"""The gold: what a person says about texts written for it, read from files meant to be corrected.

README.md beside this module explains the notation.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from summarize import Span

HOME = Path(__file__).parent

QuoteKind = Literal["direct", "mixed"]
ClaimKind = Literal["count", "money", "percent", "measure", "age", "duration", "number"]
Modifier = Literal["approx", "min", "max", "up", "down"]


class Amount(NamedTuple):
    """A value, the upper end of a range, and the canonical unit."""

    value: float
    high: float | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """One piece of quoted speech; where two answers are right, both stand here.

    `spans`, `kinds`, `speakers`, `cues` hold every right answer, none where none is right. `name`
    is empty where the person is not labelled.
    """

    spans: tuple[Span, ...]
    kinds: frozenset[QuoteKind]
    speakers: tuple[Span, ...] = ()
    cues: tuple[Span, ...] = ()
    name: str = ""
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One figure; where two answers are right, both stand here, the first being the better.

    `modifiers` holds None where the figure has no modifier. `nouns` is empty where what is counted
    is not labelled.
    """

    spans: tuple[Span, ...]
    amounts: tuple[Amount, ...]
    kinds: frozenset[ClaimKind]
    modifiers: frozenset[Modifier | None] = frozenset({None})
    modifier_spans: tuple[Span, ...] = ()
    nouns: tuple[Span, ...] = ()


class NonClaim(NamedTuple):
    """Digits or number words that claim nothing, and what they are instead."""

    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class GoldText:
    """A text with its labels; what lies in `ignored` is neither right nor wrong."""

    id: str
    language: str
    text: str
    quotes: tuple[GoldQuote, ...] = ()
    claims: tuple[GoldClaim, ...] = ()
    non_claims: tuple[NonClaim, ...] = ()
    ignored: tuple[Span, ...] = ()


class Section(NamedTuple):
    """One labelled text as it stands in its file."""

    id: str
    language: str
    marked: str


_HEAD = re.compile(r"^=== (?P<id>\S+) \[(?P<language>[a-z]{2})\]\n", re.MULTILINE)


def sections(path: Path) -> Iterator[Section]:
    """Yield the texts of a gold file; what stands before the first is a comment."""
    _, *parts = _HEAD.split(path.read_text(encoding="utf-8"))
    for name, language, body in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        yield Section(f"{path.stem}/{name}", language, body.strip("\n"))
