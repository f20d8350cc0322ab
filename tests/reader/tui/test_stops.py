"""What one steps through in a text, and what is said of each."""

from hypothesis import given
from hypothesis import strategies as st

from reader.citations import Excerpt
from reader.tui.marks import ASCII
from reader.tui.stops import following, place_of, tell_stop
from summarize import Claim, Span, find_claims

STARTS = st.lists(st.integers(0, 40), min_size=1, unique=True).map(sorted)


@given(STARTS, st.integers(0, 50), st.sampled_from([1, -1]))
def test_steps_go_through_all_and_around_the_end(starts: list[int], here: int, step: int) -> None:
    stops = [Excerpt(Span(start, start + 3)) for start in starts]
    around, first = following(stops, None, here, step)
    expected = [n for n, start in enumerate(starts) if (start >= here) == (step > 0)]
    assert first == (
        expected[0 if step > 0 else -1] if expected else (0 if step > 0 else -1) % len(starts)
    )
    assert around == (0 if expected else step)
    at, seen, ways = first, [], []
    for _ in stops:
        seen.append(at)
        around, at = following(stops, stops[at], here, step)
        ways.append(around)
    assert sorted(seen) == list(range(len(stops)))
    assert at == first
    assert sum(ways) == step  # once around


def test_stops_that_begin_together_are_told_apart() -> None:
    short, long = Excerpt(Span(4, 6)), Excerpt(Span(4, 9))
    assert place_of([long, short], short) == 1
    assert place_of([long], short) is None


def said(text: str) -> str:
    (claim,) = find_claims(text, "en")
    return tell_stop(text, claim, "figures", 1, 2, ASCII)


def test_of_a_figure_its_value_modifier_and_what_is_counted_are_said() -> None:
    assert said("They staged up to 250 strikes daily.") == (
        "Figure 1 of 2: up to 250 strikes (<= 250, strikes)"
    )
    assert said("It cost about $4bn.").endswith("about $4bn (~ 4,000,000,000 dollar)")


def test_a_range_says_both_ends() -> None:
    claim = Claim(Span(0, 3), 5, "percent", high=7.5, unit="percent")
    assert tell_stop("5-7", claim, "figures", 1, 1).endswith("(5 to 7.5 percent)")
