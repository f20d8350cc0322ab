"""What a sentence says of a quote: the subject that spoke and the cue that says so."""

import re
from typing import NamedTuple

WINDOW = 70
"""Tokens to either side of a quote or verb that a grammar looks at: keeps the time linear."""


class Attribution(NamedTuple):
    """A cue and the noun phrase that is its subject, as token ranges of one sentence.

    `strong` tells a word of saying from a verb that only happens to govern the quote.
    """

    subject: tuple[int, int]
    cue: tuple[int, int] | None = None
    strong: bool = True


def from_match(match: re.Match[str]) -> Attribution:
    """Return the attribution of a pattern with the groups `subject` and `cue`."""
    return Attribution(match.span("subject"), match.span("cue"))


def shifted(match: re.Match[str], offset: int) -> tuple[int, int]:
    """Return the token range of the group `subject` in a slice that begins at `offset`."""
    first, end = match.span("subject")
    return first + offset, end + offset
