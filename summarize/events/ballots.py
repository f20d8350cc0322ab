"""Ballots: whether a figure is of votes that were still being counted when it was told."""

from collections.abc import Sequence

from summarize.claims import Claim
from summarize.events.lexicon import Terms

_SHARES = frozenset({"percent", "count", "number"})

_POINTS = frozenset({"point", "percentage point"})
"""Units in which shares are told to have risen or fallen."""


def is_counting(text: str, words: Terms) -> bool:
    """Tell whether an account was written while votes were counted: it tells of an exit poll."""
    low = text.lower()
    return any(phrase in low for phrase in words.counting)


def is_of_votes(claim: Claim, subject: Sequence[str], words: Terms) -> bool:
    """Tell whether a figure of such an account is of votes or seats; it may leave that out.

    A share is, whatever party it is of.
    """
    points = claim.unit in _POINTS
    known = points or claim.kind == "percent" or not subject or subject[-1] in words.balloted
    return (points or claim.kind in _SHARES) and known
