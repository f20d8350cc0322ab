"""How many sentences fit a length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.lengths import Length, fitting

RANKING = (2, 0, 1, 3)
SIZES = (10, 5, 20, 5)


@pytest.mark.parametrize(
    ("length", "count"),
    [
        (Length(2), 2),
        (Length(9), 4),
        (Length(0), 0),
        (Length(-1, "words"), 0),
        (Length(30, "words"), 2),
        (Length(34, "words"), 2),
        (Length(35, "words"), 3),
        (Length(1, "words"), 1),
        (Length(0.5, "share"), 1),
        (Length(0.75, "share"), 2),
        (Length(1, "share"), 4),
    ],
)
def test_the_best_sentences_that_fit_are_taken(length: Length, count: int) -> None:
    assert fitting(RANKING, SIZES, length) == RANKING[:count]


@given(st.lists(st.integers(0, 50), max_size=9), st.floats(0, 99), st.floats(0, 99))
def test_a_longer_summary_holds_the_shorter_one(sizes: list[int], one: float, two: float) -> None:
    ranking = tuple(range(len(sizes)))
    short, long = (fitting(ranking, sizes, Length(n, "words")) for n in sorted((one, two)))
    assert long[: len(short)] == short
