"""Choosing: what else a figure may be of speaks against each of its lines."""

from hypothesis import given
from hypothesis import strategies as st

from summarize.events.choosing import ENOUGH, LEAST, Pair, pulls, sureness

A, B = ("", 0), ("", 1)
PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 4), st.tuples(st.sampled_from(["", "time"]), st.integers(0, 4))),
    st.floats(-60, 60),
    max_size=12,
)


def test_a_figure_alone_is_chosen_by_its_evidence() -> None:
    for own in (LEAST - 0.1, LEAST + 0.1):
        sure = sureness({(0, A): own})[0, A]
        assert (sure >= ENOUGH) == (own >= LEAST)


def test_another_line_that_a_figure_may_be_of_speaks_against_each() -> None:
    alone = sureness({(0, A): -0.2})[0, A]
    beside = sureness({(0, A): -0.2, (0, B): -0.25})
    assert beside[0, A] < ENOUGH < alone
    assert beside[0, B] < beside[0, A]


def test_another_figure_that_may_be_of_a_line_speaks_less_against_it() -> None:
    alone = sureness({(0, A): 0.5})[0, A]
    figures = sureness({(0, A): 0.5, (1, A): 0.5})[0, A]
    lines = sureness({(0, A): 0.5, (0, B): 0.5})[0, A]
    assert lines < figures < alone


def test_a_crowd_of_unlikely_lines_tells_no_more_than_a_few() -> None:
    few, crowd = (
        sureness({(0, A): 4.0, **{(0, ("", number)): -1.0 for number in range(1, count)}})[0, A]
        for count in (4, 40)
    )
    assert few == crowd >= ENOUGH


@given(PAIRS)
def test_rivals_only_speak_against_and_the_likest_line_is_the_surest(
    found: dict[Pair, float],
) -> None:
    sure = sureness(found)
    assert sure.keys() == found.keys()
    assert all(pull >= 0 for pair in pulls(found).values() for pull in pair)
    for (figure, line), own in found.items():
        assert sure[figure, line] <= sureness({(figure, line): own})[figure, line]
    for figure in {figure for figure, _ in found}:
        if len({line for other, line in found if other == figure}) == len(found):
            likest = max(found, key=lambda pair: found[pair])
            assert sure[likest] == max(sure.values())
