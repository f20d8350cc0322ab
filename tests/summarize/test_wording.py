import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.wording import changes, nearness, pieces, stands_in, wording

SOURCE = "“We heard a crack, and then the lights went out,” she said, “and nobody moved.”"


def stands(quoted: str, source: str = SOURCE) -> bool:
    return stands_in(pieces(quoted), wording(source).words) is not None


@pytest.mark.parametrize(
    "quoted",
    [
        '"we heard a crack and then the lights went out"',
        "‘Then the lights went out.’",
        "“We heard a crack […] and nobody moved”",
        "“We heard a crack [...] the lights went out”",
        "“We heard a crack … the lights went out”",
        "“[The passengers] heard a crack”",
        "“[w]e heard a crack”",
        "“We heard a crack [sic], and then”",
    ],
)
def test_marks_case_ellipses_and_insertions_leave_the_words_as_they_are(quoted: str) -> None:
    assert stands(quoted)


@pytest.mark.parametrize(
    "quoted",
    [
        "“We heard a bang, and then the lights went out”",
        "“We heard a crack, then the lights went out”",
        "“We heard the crack […] and nobody moved”",
        "“and nobody moved […] we heard a crack”",
        "“[The crew] lights went out and nobody moved”",
        "“We heard a cracking”",
        "“…”",
    ],
)
def test_other_words_fewer_and_moved_ones_do_not_stand(quoted: str) -> None:
    assert not stands(quoted)


def test_where_words_stand_is_told_as_a_span() -> None:
    told = wording(SOURCE)
    place = stands_in(pieces("the lights […] nobody"), told.words)
    assert place
    assert told.span(*place).cut(SOURCE) == "the lights went out,” she said, “and nobody"


def test_a_changed_word_is_named() -> None:
    steps = changes(("we", "heard", "a", "bang"), ("we", "heard", "a", "crack"))
    assert [step.kind for step in steps] == ["equal", "replace"]
    assert (steps[1].before, steps[1].after) == ((3, 4), (3, 4))
    assert nearness(("we", "heard", "a", "bang"), ("we", "heard", "a", "crack"))[0] == 0.75


@given(st.text(), st.text(), st.text())
def test_every_piece_of_every_text_stands_in_it(before: str, piece: str, after: str) -> None:
    text = f"{before} {piece} {after}"
    told = wording(text).words
    assert all(place.cut(text) for place in wording(text).places)
    if told and not set("[]().…") & set(text):
        assert stands_in(pieces(text), told) == (0, len(told))
        assert stands(" ".join(told[: len(told) // 2 + 1]), text)


@given(st.text(alphabet="ab .[]…", max_size=60), st.text(alphabet="ab .", max_size=60))
def test_what_stands_begins_and_ends_with_its_first_and_last_words(quoted: str, text: str) -> None:
    wanted, told = pieces(quoted), wording(text).words
    if place := stands_in(wanted, told):
        first, end = place
        assert told[first : first + len(wanted[0].words)] == wanted[0].words
        assert told[end - len(wanted[-1].words) : end] == wanted[-1].words
