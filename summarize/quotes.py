"""Quotation marks to quoted speech."""

from dataclasses import dataclass
from typing import Literal

from summarize.spans import Span
from summarize.speakers import Speaker

QuoteKind = Literal["direct", "mixed"]


@dataclass(frozen=True, slots=True)
class Quote:
    """One piece of quoted speech.

    `span` holds the words with their marks. `kind` is "direct" where the sentence is the quote and
    "mixed" where only part of a sentence is in marks. `cue` is the word that says that somebody
    spoke ("said"); `speaker` is None where the text does not tell.
    """

    span: Span
    kind: QuoteKind
    speaker: Speaker | None = None
    cue: Span | None = None


def find_quotes(text: str, language: str = "en") -> tuple[Quote, ...]:
    """Return the quoted speech of `text`, in order."""
    from summarize.speech.finding import quotes_in  # only who looks for quotes pays for it

    return quotes_in(text, language)
