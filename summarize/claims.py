"""Numerals to numeric claims: how much, of what, how sure."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from summarize.languages import HOME
from summarize.spans import Span

ClaimKind = Literal["count", "money", "percent", "measure", "age", "duration", "number"]
Modifier = Literal["approx", "min", "max", "up", "down"]


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


def is_strict(claim: Claim, text: str) -> bool:
    """Tell whether the word beside a figure of `text` leaves the number itself out: "more than".

    "At least" does not.
    """
    if claim.modifier not in ("min", "max") or claim.modifier_span is None:
        return False
    return " ".join(claim.modifier_span.cut(text).lower().split()) in _strict()


@cache
def _strict() -> frozenset[str]:
    import tomllib

    data = tomllib.loads((HOME / "strict.toml").read_text(encoding="utf-8"))
    return frozenset(word for words in data["words"].values() for word in words)


def find_claims(text: str, language: str = "en") -> tuple[Claim, ...]:
    """Return the numeric claims of `text`, in order."""
    from summarize.figures.finding import claims_in  # only who looks for figures pays for it

    return claims_in(text, language)
