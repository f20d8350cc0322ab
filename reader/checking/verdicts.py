"""What is found of a quote or a figure of a draft: a verdict, and the passage that it rests on."""

from dataclasses import dataclass
from typing import Literal

from reader.article import Article
from summarize import Claim, Quote, Span

QuoteVerdict = Literal["verbatim", "altered", "speaker", "changed", "missing"]
ClaimVerdict = Literal["same", "value", "modifier", "missing"]
Verdict = QuoteVerdict | ClaimVerdict

STANDS: frozenset[Verdict] = frozenset({"verbatim", "same"})
"""The verdicts with which a draft may go out."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Where something stands. `past` says that `article` holds a text that it has no more.

    `speaker` is who says it there, or empty. `parts` are the pieces of a speech that "she said"
    interrupts; none stands for the whole span.
    """

    key: int
    article: Article
    span: Span
    speaker: str = ""
    past: bool = False
    parts: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """A quote or a claim of a draft with its verdict; `found` is None where nothing like it is."""

    value: Quote | Claim
    verdict: Verdict
    found: Passage | None = None

    @property
    def stands(self) -> bool:
        """Tell whether a source bears it out."""
        return self.verdict in STANDS
