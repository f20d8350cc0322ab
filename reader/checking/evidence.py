"""Whether a figure of a draft and one of a source are of one thing: what speaks for it."""

from dataclasses import replace
from math import log10, sqrt
from typing import Literal, NamedTuple

from reader.checking.figures import Figure, Figures
from summarize import Claim
from summarize.amounts import compare_amounts

Agreement = Literal["same", "modifier", "value"]


_MEASURED = 0.3  # what differing nouns weigh for figures with a unit
_FRACTION = 0.2  # how telling "a third" is


class Evidence(NamedTuple):
    """What a figure of a draft has in common with one of a source, each from 0 to 1.

    `close`: the words of both sentences; `words`: those of the sentences beside them, too;
    `head`, `differ`: whether the nouns agree, or are others; `unit`: how few figures of the source
    are in this unit; `telling`: how rarely the value would be equal by chance; `slip`: whether one
    value is the other mistyped; `guess`: how far a unit has to be guessed;
    `lacking`: whether the noun of one is nowhere around the other; `quoted`, `beside`: whether the
    draft quotes the source in the paragraph, or in one beside it; `names`, `topic`: the shares of
    the paragraph's names and words that the source has.
    """

    close: float = 0.0
    words: float = 0.0
    head: float = 0.0
    differ: float = 0.0
    unit: float = 0.0
    telling: float = 0.0
    slip: float = 0.0
    guess: float = 0.0
    lacking: float = 0.0
    quoted: float = 0.0
    beside: float = 0.0
    names: float = 0.0
    topic: float = 0.0

    def surety(self, agreed: Agreement) -> float:
        """Return how surely both are of one thing; they are from 0 on."""
        weights = _DIFFERING if agreed == "value" else _AGREEING
        return sum(weight * found for weight, found in zip(weights.parts, self, strict=True)) - (
            weights.asked
        )


class _Weights(NamedTuple):
    parts: Evidence
    asked: float


# What each weighs was fitted by logistic regression on pairs of figures of drafts that were written
# for practice, and rounded. An equal value needs less besides; another one needs the same
# surroundings.
_AGREEING = _Weights(
    Evidence(
        close=2.0, words=3.3, head=1.5, differ=-3.5, unit=2.3, telling=2.0, guess=-1.4,
        lacking=-1.2, quoted=1.2, beside=1.0, names=1.2, topic=3.4,
    ),
    asked=5.2,
)  # fmt: skip
_DIFFERING = _Weights(
    Evidence(
        close=1.9, words=4.6, head=0.6, differ=-9.0, unit=2.7, slip=4.4, guess=-1.1,
        lacking=-0.5, quoted=1.5, beside=0.6, names=1.7, topic=1.9,
    ),
    asked=7.9,
)  # fmt: skip


def agreement(told: Figure, other: Figure) -> Agreement | None:
    """Return how two amounts agree, as `compare_amounts` does; a bare one takes the other's unit.

    One end of a range is the range without its modifier.
    """
    mine, theirs = _comparable(told, other)
    found = compare_amounts(mine, theirs)
    if found == "value" and theirs.high and mine.high is None:
        return "modifier" if mine.value in (theirs.value, theirs.high) else "value"
    return found


def _comparable(told: Figure, other: Figure) -> tuple[Claim, Claim]:
    mine, theirs = told.amount, other.amount
    if mine.unit == theirs.unit:
        return mine, theirs
    if _is_share(mine) and _is_share(theirs):
        return mine, theirs
    if told.bare:
        return replace(mine, unit=theirs.unit), theirs
    if other.bare:
        return mine, replace(theirs, unit=mine.unit)
    one, _, rate = (mine.unit or "").partition(" per ")
    another, _, its = (theirs.unit or "").partition(" per ")
    if one == another and mine.kind == theirs.kind and not (rate and its):
        return mine, replace(theirs, unit=mine.unit)
    return mine, theirs


def _of_things(told: Figure) -> bool:
    """Tell whether a figure counts things: a sum of money, say, has its noun only in passing."""
    return told.amount.unit in {None, "percent"}


def _is_share(amount: Claim) -> bool:
    return amount.unit == "percent" or (amount.unit is None and 0 < amount.value < 1)


def weigh(
    told: Figure, other: Figure, source: Figures, agreed: Agreement, ground: Evidence
) -> Evidence:
    """Return what speaks for it that two figures are of one thing.

    `ground` is what speaks for the source, whatever the figure.
    """
    close, words = _words(told, other, source)
    head = _head(told, other)
    mine, theirs = told.amount, other.amount
    return ground._replace(
        close=close,
        words=words,
        head=max(head, 0.0),
        differ=float(head < 0) * (1.0 if _of_things(told) else _MEASURED),
        unit=_unit(told, other, source),
        telling=telling(mine) if agreed != "value" else 0.0,
        slip=_slip(mine.value, theirs.value) if agreed == "value" else 0.0,
        guess=_guess(told, other),
        lacking=_lacking(told, other),
    )


def _words(told: Figure, other: Figure, source: Figures) -> tuple[float, float]:
    """Return how much the words around both have in common; rare ones of the source say more."""
    close = shared = 0.0
    common = source.sentences_with
    for root in told.near.keys() & other.near.keys():
        close += told.near[root] * other.near[root] / sqrt(common[root] or 1)
    for root in (told.near.keys() | told.wide.keys()) & (other.near.keys() | other.wide.keys()):
        mine = max(told.near.get(root, 0.0), told.wide.get(root, 0.0))
        theirs = max(other.near.get(root, 0.0), other.wide.get(root, 0.0))
        shared += mine * theirs / sqrt(common[root] or 1)
    return close / (1.0 + close), shared / (1.0 + shared)


def _head(told: Figure, other: Figure) -> float:
    mine, theirs = told.head, other.head
    if mine and mine == theirs:
        return 1.0
    if mine in other.near or theirs in told.near:
        return 0.5
    differ = mine and theirs and not (told.anybody or other.anybody)
    return -1.0 if differ else 0.0


def _guess(told: Figure, other: Figure) -> float:
    """Return how far a unit has to be guessed; little where the figure before has it."""
    mine, theirs = told.amount, other.amount
    if mine.unit == theirs.unit or (_is_share(mine) and _is_share(theirs)):
        return 0.0
    if mine.unit is None or theirs.unit is None:
        same = (mine.unit or told.assumed) == (theirs.unit or other.assumed)
        return 0.2 if same else 1.0
    return 0.0


def _lacking(told: Figure, other: Figure) -> float:
    """Return whether one has a noun that is nowhere around the other, which has none."""
    if bool(told.head) == bool(other.head):
        return 0.0
    named, bare = (told, other) if told.head else (other, told)
    there = named.anybody or named.head in bare.near or named.head in bare.wide
    return 0.0 if there or bare.amount.unit else 1.0


def _unit(told: Figure, other: Figure, source: Figures) -> float:
    unit = told.amount.unit
    if unit is None or other.amount.unit is None:
        return 0.0
    alike = sum(one.amount.unit == other.amount.unit for one in source.all)
    return 1.0 / max(1, alike)


def telling(amount: Claim) -> float:
    """Return how rarely two figures are alike by chance, from 0 for "4" to 1 for "3,912"."""
    if 0 < amount.value < 1:
        return _FRACTION
    digits = f"{amount.value:.6g}".replace(".", "").partition("e")[0].lstrip("0")
    exact = len(digits.rstrip("0"))
    size = max(0.0, log10(amount.value)) if amount.value > 0 else 0.0
    zeros = max(0.0, size + 1 - exact)
    return min(1.0, (exact - 1 + zeros / 2) / 2)


def _slip(told: float, other: float) -> float:
    """Return whether one number may be the other mistyped: digits exchanged, or one of them."""
    one, another = (f"{value:.9g}" for value in (told, other))
    if len(one) != len(another) or len(one) < 2:
        return 0.0
    if sorted(one) == sorted(another):
        return 1.0
    return 0.5 if sum(a != b for a, b in zip(one, another, strict=True)) == 1 else 0.0
