"""Agreement: whether figures that count the same thing say the same, by their words and times."""

from collections.abc import Sequence
from itertools import combinations
from typing import Literal

from summarize.claims import Claim
from summarize.events.lexicon import lexicon
from summarize.events.readings import Reading

Agreement = Literal["same", "compatible", "update", "conflict"]

SOON = 8 * 3600
"""Seconds within which a count that rises is not taken to have risen, unless a text says so."""

_ABOUT = 0.1
_ABOUT_ROUND = 0.15
_ROUND = 0.05


def agreement(found: Sequence[Reading]) -> Agreement:
    """Return how the figures of several accounts agree; they come in the order of time."""
    unlike = [
        pair for pair in combinations(found, 2) if not may_be_one(pair[0].claim, pair[1].claim)
    ]
    if unlike:
        return "update" if all(_updates(*pair) for pair in unlike) else "conflict"
    told = {(one.claim.value, one.claim.high, one.claim.modifier) for one in found}
    return "same" if len(told) == 1 else "compatible"


def may_be_one(one: Claim, other: Claim) -> bool:
    """Tell whether there is a number that both claims allow."""
    if {one.modifier, other.modifier} == {"up", "down"}:
        return False
    (low, high), (least, most) = _allowed(one), _allowed(other)
    return low <= most and least <= high


def _allowed(claim: Claim) -> tuple[float, float]:
    """Return the least and the most that a claim allows.

    "About" allows a tenth more or less, more where the number is very round ("about 20"). A round
    number from a thousand up allows what would be rounded to it.
    """
    low, high = claim.value, claim.value if claim.high is None else claim.high
    if claim.modifier == "min":
        return low, float("inf")
    if claim.modifier == "max":
        return float("-inf"), high
    if claim.modifier == "approx":
        share = _ABOUT_ROUND if _unit_of(low) >= abs(low) / 10 else _ABOUT
        return low - share * abs(low), high + share * abs(high)
    if claim.high is None and abs(low) >= 1000:
        rounded = min(_unit_of(low) / 2, _ROUND * abs(low))
        if _unit_of(low) > 1:
            return low - rounded, high + rounded
    return low, high


def _unit_of(value: float) -> float:
    """Return the unit that a number is given in: 100 of 1,200, 1 of 17."""
    unit = 1
    while value and value % (unit * 10) == 0 and unit < abs(value):
        unit *= 10
    return unit


def _updates(earlier: Reading, later: Reading) -> bool:
    """Tell whether the later figure takes the place of the earlier one."""
    gap = later.account.time - earlier.account.time
    if gap <= 0:
        return False
    if later.revised:
        return True
    words = lexicon(later.account.language)
    if gap < SOON:
        return False
    rises = later.outcome in words.rising and later.claim.value > earlier.claim.value
    return rises or later.outcome in words.changing
