"""Changes: "from 31 to 18" as the two figures that it is, and not as a range."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from summarize.claims import Claim
from summarize.events.accounts import Account
from summarize.events.lexicon import Terms, terms
from summarize.spans import Span

_WORD = re.compile(r"\w+")
_BEFORE = 160
"""Code points before a range in which it may be said that something changed."""

_STOPS = ".;:!?\n"


def apart(account: Account, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the claims of an account, one that says what became of a figure as two."""
    words, text = terms(account.language), account.text
    for claim in claims:
        ends = _ends(claim, text, words) if claim.high is not None else None
        if claim.high is None or ends is None:
            yield claim
        else:
            plain = replace(claim, high=None, modifier=None, modifier_span=None)
            yield replace(plain, span=ends[0])
            yield replace(plain, span=ends[1], value=claim.high)


def _ends(claim: Claim, text: str, words: Terms) -> tuple[Span, Span] | None:
    """Return where both figures of a change stand: what falls is none else, or it is said."""
    start = claim.span.start
    before = text[max(0, start - _BEFORE) : start]
    told = _WORD.findall(before[max(map(before.rfind, _STOPS)) + 1 :].lower())
    joint = _joint(words.up_to).search(text, *claim.span) if words.up_to else None
    if not joint or not told or told[-1] not in words.starting:
        return None
    if claim.value < (claim.high or 0) and words.revised.isdisjoint(told):
        return None
    return Span(start, joint.start()), Span(joint.end(), claim.span.end)


@cache
def _joint(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{'|'.join(sorted(words))})\s+", re.IGNORECASE)
