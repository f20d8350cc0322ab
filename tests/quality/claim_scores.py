"""Numeric claims against their gold: spans, values, units, modifiers, nouns, non-claims."""

import math
from collections.abc import Sequence

from gold import Amount, GoldClaim, GoldText
from scores import Tally, mostly_in, pair, prf, shared

from summarize import Claim

_MODIFIERS = ("approx", "min", "max", "up", "down")
# Names of one unit; a share in points is a share.
_SAME = {
    "percentage": "percent",
    "percentage point": "percent",
    "degree celsius": "celsius",
    "degree fahrenheit": "fahrenheit",
    "ton": "metric ton",
    "tonne": "metric ton",
    "pound": "pound-mass",
    "brake horsepower": "horsepower",
    "person": "people",
    "liter": "litre",
}
# "$20 a year": the time may be part of the unit or not. An hour or a second makes another unit.
_CALENDAR = (" per day", " per week", " per month", " per year")


def score_claims(texts: Sequence[GoldText], found: Sequence[Sequence[Claim]]) -> dict[str, float]:
    """Return the figures of the claims `found` in `texts`, in percent.

    Value, unit, modifier, kind and noun are compared where a claim overlaps a label. A noun is
    right when it ends at the same head. `modifier_macro_f1` is the mean over the five modifiers.
    """
    keys = ("exact", "overlap", "value", "value_unit", "kind", "noun", "marked", *_MODIFIERS)
    sums = {key: Tally() for key in keys}
    for text, claims in zip(texts, found, strict=True):
        _add_text(text, claims, sums)
    return {
        **prf("overlap", sums["overlap"]),
        "exact_f1": sums["exact"].f1,
        "value_f1": sums["value"].f1,
        "value_unit_f1": sums["value_unit"].f1,
        "modifier_macro_f1": round(sum(sums[key].f1 for key in _MODIFIERS) / len(_MODIFIERS), 1),
        "kind_accuracy": sums["kind"].precision,
        "noun_accuracy": sums["noun"].precision,
        "non_claims_marked": sums["marked"].recall,
    }


def _add_text(text: GoldText, claims: Sequence[Claim], sums: dict[str, Tally]) -> None:
    """Add the figures of one text to `sums`."""
    pairs = pair([claim.spans for claim in text.claims], [claim.span for claim in claims])
    scored = [
        j
        for j, claim in enumerate(claims)
        if j in pairs.values() or not mostly_in(claim.span, text.ignored)
    ]
    for key in ("exact", "overlap", "value", "value_unit"):
        sums[key].wanted += len(text.claims)
        sums[key].given += len(scored)
    for i, wanted in enumerate(text.claims):
        if i in pairs:
            _add_pair(wanted, claims[pairs[i]], sums)
        _add_modifier(wanted, claims[pairs[i]] if i in pairs else None, sums)
    for j in set(scored) - set(pairs.values()):
        modifier = claims[j].modifier
        if modifier:
            sums[modifier].given += 1
    for non_claim in text.non_claims:
        sums["marked"].wanted += 1
        sums["marked"].right += any(shared(non_claim.span, claim.span) for claim in claims)


def _add_pair(wanted: GoldClaim, claim: Claim, sums: dict[str, Tally]) -> None:
    """Add what a prediction says about the figure it overlaps."""
    sums["overlap"].right += 1
    sums["exact"].right += claim.span in wanted.spans
    same_value = [amount for amount in wanted.amounts if _same_value(amount, claim)]
    sums["value"].right += bool(same_value)
    sums["value_unit"].right += any(_same_unit(amount.unit, claim.unit) for amount in same_value)
    sums["kind"].given += 1
    sums["kind"].right += claim.kind in wanted.kinds
    if wanted.nouns:
        sums["noun"].given += 1
        sums["noun"].right += claim.noun is not None and any(
            claim.noun.end == noun.end and shared(claim.noun, noun) for noun in wanted.nouns
        )


def _add_modifier(wanted: GoldClaim, claim: Claim | None, sums: dict[str, Tally]) -> None:
    """Add the modifier of a figure; one that may be left out is not missed."""
    given = claim.modifier if claim else None
    if given is not None:
        sums[given].given += 1
        sums[given].right += given in wanted.modifiers
    if given is not None and given in wanted.modifiers:
        sums[given].wanted += 1
    elif None not in wanted.modifiers:
        sums[min(key for key in wanted.modifiers if key)].wanted += 1


def _same_value(amount: Amount, claim: Claim) -> bool:
    """Tell whether both give the same number, or the same two ends."""
    if (amount.high is None) != (claim.high is None):
        return False
    ends = [(amount.value, claim.value)]
    if amount.high is not None and claim.high is not None:
        ends.append((amount.high, claim.high))
    return all(math.isclose(one, other, rel_tol=1e-5) for one, other in ends)


def _same_unit(one: str | None, other: str | None) -> bool:
    """Tell whether two names stand for one unit."""
    return _canonical(one) == _canonical(other)


def _canonical(unit: str | None) -> str:
    """Return one name of a unit, without the calendar time it is counted over."""
    if not unit:
        return ""
    for ending in _CALENDAR:
        unit = unit.removesuffix(ending)
    parts = unit.casefold().split(" per ")
    return " per ".join(_SAME.get(part, part) for part in parts)
