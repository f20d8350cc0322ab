"""Length: how long a summary may be, and the best sentences that it has room for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

LengthUnit = Literal["sentences", "words", "share"]


@dataclass(frozen=True, slots=True)
class Length:
    """The length of a summary: `Length(3)`, `Length(100, "words")`, `Length(0.2, "share")`.

    A share is a part of the text's words, 0 to 1. Words and shares are limits that whole sentences
    keep; only a single best sentence may be longer, so that there is a summary.
    """

    amount: float
    unit: LengthUnit = "sentences"


def fitting(ranking: Sequence[int], sizes: Sequence[int], length: Length) -> Sequence[int]:
    """Return the sentences of `ranking`, best first, that fit `length`.

    `sizes` are the numbers of words of all sentences of the text; they are not looked at where the
    length is one in sentences. The first sentence that does not fit ends the summary, so that a
    longer summary holds every sentence of a shorter one.
    """
    if length.amount <= 0:
        return ()
    if length.unit == "sentences":
        return ranking[: int(length.amount)]
    room = length.amount * (sum(sizes) if length.unit == "share" else 1)
    for place, sentence in enumerate(ranking):
        room -= sizes[sentence]
        if room < 0 and place > 0:
            return ranking[:place]
    return ranking
