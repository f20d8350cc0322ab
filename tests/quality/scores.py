"""What both scorers share: precision, recall, F1, and the pairing of labels with predictions."""

from collections.abc import Sequence
from dataclasses import dataclass

from summarize import Span


@dataclass(slots=True)
class Tally:
    """A count of right answers, of answers given and of answers wanted; figures are percentages."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    @property
    def precision(self) -> float:
        """How many of the answers given are right."""
        return _percent(self.right, self.given)

    @property
    def recall(self) -> float:
        """How many of the answers wanted were given."""
        return _percent(self.right, self.wanted)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return _percent(2 * self.right, self.given + self.wanted)


def _percent(part: int, whole: int) -> float:
    """Return a share in percent, to one decimal; 0 where there is nothing to share."""
    return round(100 * part / whole, 1) if whole else 0.0


def prf(name: str, tally: Tally) -> dict[str, float]:
    """Return the three figures of `tally` under their names."""
    return {
        f"{name}_f1": tally.f1,
        f"{name}_precision": tally.precision,
        f"{name}_recall": tally.recall,
    }


def shared(one: Span, other: Span) -> int:
    """Return how many code points two spans share."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def pair(
    gold: Sequence[Sequence[Span]], found: Sequence[Span], least: float = 0.0
) -> dict[int, int]:
    """Pair each label with at most one prediction, the best overlap first.

    A label is all the spans that are right for it. Overlap is the shared part of both spans taken
    together; what is not above `least` is no pair.
    """
    overlaps = sorted(
        (
            (-_overlap(span, other), i, j)
            for i, spans in enumerate(gold)
            for span in spans
            for j, other in enumerate(found)
            if shared(span, other)
        ),
    )
    pairs: dict[int, int] = {}
    for negative, i, j in overlaps:
        if -negative > least and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _overlap(one: Span, other: Span) -> float:
    """Return the shared part of two spans taken together."""
    both = shared(one, other)
    return both / (one.end - one.start + other.end - other.start - both)


def mostly_in(span: Span, regions: Sequence[Span]) -> bool:
    """Tell whether half of `span` or more lies in one of `regions`."""
    return any(2 * shared(span, region) >= span.end - span.start for region in regions)
