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


class Counted(NamedTuple):
    """A figure of a source that is of the same thing: how surely, and how the values agree."""

    surety: float
    agreement: Agreement
    passage: Passage
    value: float

    @property
    def place(self) -> tuple[int, Span, float]:
        """Which figure of which article it is; the ends of a range are two."""
        return self.passage.key, self.passage.span, self.value


def check_figures(
    figures: Sequence[Figure], grounds: Mapping[Span, Iterable[Ground]]
) -> tuple[Checked, ...]:
    """Return what the articles say of figures of a draft, each held against its own grounds.

    What one of the figures agrees with is no other value of another one.
    """
    agreeing = [best(counted(one, grounds[one.claim.span])) for one in figures]
    taken = {one.place for one in agreeing if one}
    checked = []
    for told, same in zip(figures, agreeing, strict=True):
        found = same or best(counted(told, grounds[told.claim.span], differing=True, but=taken))
        verdict = found.agreement if found else "missing"
        checked.append(Checked(told.claim, verdict, found and found.passage))
    return tuple(checked)


def best(found: Iterable[Counted]) -> Counted | None:
    """Return what is counted the most surely, if anything is."""
    return max(found, key=lambda one: one.surety, default=None)


def counted(
    told: Figure,
    grounds: Iterable[Ground],
    *,
    differing: bool = False,
    but: Collection[tuple[int, Span, float]] = (),
) -> Iterator[Counted]:
    """Give the figures of articles that count what is told, with the same value or another one."""
    for source, ground in grounds:
        for other in source.figures.all:
            agreed = agreement(told, other)
            if agreed is None or (agreed == "value") != differing:
                continue
            surety = weigh(told, other, source.figures, agreed, ground).surety(agreed)
            if surety < 0:
                continue
            passage = Passage(source.key, source.article, _with_modifier(other.amount))
            surer = surety + _SAME_TELLS * (agreed == "same")
            found = Counted(surer, agreed, passage, other.amount.value)
            if found.place not in but:
                yield found


def _with_modifier(claim: Claim) -> Span:
    if claim.modifier_span is None:
        return claim.span
    ends = (*claim.span, *claim.modifier_span)
    return Span(min(ends), max(ends))
