"""Figures of a draft against the library: whether the same thing is counted, and alike."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from reader.checking.evidence import Agreement, agreement, weigh
from reader.checking.figures import Figure
from reader.checking.grounds import Ground
from reader.checking.verdicts import Checked, Passage
from summarize import Claim, Span

_SAME_TELLS = 1.0
"""How much surer a figure of the same modifier is taken for the one that is told."""


SURE_AGAIN = 2.0
"""How sure it must be that a figure of a source is told twice in a draft."""
Place = tuple[int, Span, float]


class Counted(NamedTuple):
    """A figure of a source that is of the same thing: how surely, and how the values agree."""

    surety: float
    agreement: Agreement
    passage: Passage
    value: float

    @property
    def place(self) -> Place:
        """Which figure of which article it is; the ends of a range are two."""
        return self.passage.key, self.passage.span, self.value


def check_figures(
    figures: Sequence[Figure], grounds: Mapping[Span, Iterable[Ground]]
) -> tuple[Checked, ...]:
    """Return what the articles say of figures of a draft, each held against its own grounds.

    What one of the figures agrees with is no other value of another one, and the same value of
    another one only where much speaks for it.
    """
    agreeing = [_by_surety(counted(one, grounds[one.claim.span])) for one in figures]
    holding: dict[Place, float] = {}
    for found in agreeing:
        for one in found[:1]:
            holding[one.place] = max(holding.get(one.place, one.surety), one.surety)
    checked = []
    for told, found in zip(figures, agreeing, strict=True):
        same = next((one for one in found if not _held(one, holding)), None)
        other = same or best(counted(told, grounds[told.claim.span], differing=True, but=holding))
        verdict = other.agreement if other else "missing"
        checked.append(Checked(told.claim, verdict, other and other.passage))
    return tuple(checked)


def _by_surety(found: Iterable[Counted]) -> list[Counted]:
    return sorted(found, key=lambda one: -one.surety)


def _held(one: Counted, holding: Mapping[Place, float]) -> bool:
    """Tell whether a figure of a source is another's of the draft, more surely."""
    return holding.get(one.place, 0.0) > one.surety and one.surety < SURE_AGAIN


def best(found: Iterable[Counted]) -> Counted | None:
    """Return what is counted the most surely, if anything is."""
    return max(found, key=lambda one: one.surety, default=None)


def counted(
    told: Figure,
    grounds: Iterable[Ground],
    *,
    differing: bool = False,
    but: Collection[Place] = (),
) -> Iterator[Counted]:
    """Give the figures of articles that count what is told, with the same value or another one."""
    for source, ground in grounds:
        implied = () if differing else source.figures.implied
        for other in (*source.figures.all, *implied):
            agreed = agreement(told, other)
            if agreed is None or (agreed == "value") != differing:
                continue
            if other.withdrawn and not told.withdrawn:
                continue
            if not differing and exchanged(told, other, source.figures.beside(other)):
                continue
            surety = weigh(told, other, source.figures, agreed, ground).surety(agreed)
            if surety < 0:
                continue
            passage = Passage(source.key, source.article, _with_modifier(other.amount))
            surer = surety + _SAME_TELLS * (agreed == "same")
            found = Counted(surer, agreed, passage, other.amount.value)
            if found.place not in but:
                yield found


def exchanged(told: Figure, other: Figure, beside: Iterable[Figure]) -> bool:
    """Tell whether what is told is of another figure of the sentence: "two died, 23 are missing".

    Then its clause has words of that one's clause, and none of the one that has the value. `beside`
    are the figures of the sentence.
    """
    return any(
        _are_of_one_kind(other, rival)
        and bool(other.own - rival.own)
        and bool(told.own & (rival.own - other.own))
        and not told.own & (other.own - rival.own)
        for rival in beside
        if rival.claim.span != other.claim.span
    )


def _are_of_one_kind(one: Figure, other: Figure) -> bool:
    """Tell whether two values may be taken for each other: both in one unit, shares or not."""
    mine, theirs = one.amount, other.amount
    shares = (0 < mine.value < 1) == (0 < theirs.value < 1)
    return mine.unit == theirs.unit and mine.value != theirs.value and shares


def _with_modifier(claim: Claim) -> Span:
    if claim.modifier_span is None:
        return claim.span
    ends = (*claim.span, *claim.modifier_span)
    return Span(min(ends), max(ends))
