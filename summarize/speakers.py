"""Speaker: who said a quote."""

from dataclasses import dataclass

from summarize.spans import Span


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said a quote.

    `span` is the mention next to the quote, a pronoun too; `name` the fullest name that the text
    gives that person; `inferred` says that the speaker was taken over from another sentence or
    is a resolved pronoun.
    """

    span: Span
    name: str
    inferred: bool = False
