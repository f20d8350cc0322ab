"""Comparisons come back exactly as they were kept."""

from events import EVENTS, event
from hypothesis import given
from hypothesis import strategies as st

from reader.library.comparisons import packed, unpacked
from summarize import Claim, Comparison, Span, compare_claims
from summarize.stories import Figure

words = st.text(min_size=1, max_size=20)
numbers = st.floats(allow_nan=False, allow_infinity=False)
spans = st.tuples(st.integers(0, 9**9), st.integers(0, 9**9)).map(lambda ends: Span(*sorted(ends)))
claims = st.builds(
    Claim,
    span=spans,
    value=numbers,
    kind=st.sampled_from(["count", "money", "age"]),
    high=st.none() | numbers,
    unit=st.none() | words,
    modifier=st.sampled_from([None, "min", "up"]),
    modifier_span=st.none() | spans,
    noun=st.none() | spans,
)
figures = st.builds(Figure, account=words, claim=claims, sentence=spans)
comparisons = st.builds(
    Comparison,
    what=words,
    unit=st.none() | words,
    agreement=st.sampled_from(["same", "compatible", "update", "conflict"]),
    values=st.lists(figures, max_size=4).map(tuple),
)


@given(st.lists(comparisons, max_size=4).map(tuple))
def test_any_comparisons_come_back_as_they_were(found: tuple[Comparison, ...]) -> None:
    assert unpacked(packed(found)) == found


def test_what_the_accounts_of_events_count_comes_back() -> None:
    for name in EVENTS:
        found = compare_claims(event(name))
        assert found
        assert unpacked(packed(found)) == found
