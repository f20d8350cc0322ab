"""Comparisons as they are kept with their story: each figure as the row of its claim."""

import json
from typing import Any

from reader.library.marks import claim_fields, claim_of
from summarize import Comparison, Span
from summarize.stories import Figure

Kept = tuple[Comparison, ...]
"""What the accounts of a story count; each is called by its article's id."""


def packed(found: Kept) -> str:
    """Return comparisons as text."""
    return json.dumps(
        [
            (
                one.what,
                one.unit,
                one.agreement,
                [
                    (value.account, *value.sentence, *claim_fields(value.claim))
                    for value in one.values
                ],
            )
            for one in found
        ]
    )


def unpacked(text: str) -> Kept:
    """Return the comparisons of a text exactly as they were."""
    return tuple(
        Comparison(what, unit, agreement, tuple(_figure(*fields) for fields in values))
        for what, unit, agreement, values in json.loads(text)
    )


def _figure(account: str, start: int, end: int, *claim: Any) -> Figure:  # noqa: ANN401 - a row
    return Figure(account, claim_of(claim), Span(start, end))
