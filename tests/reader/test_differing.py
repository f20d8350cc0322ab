"""Two wordings side by side."""

from hypothesis import given
from hypothesis import strategies as st

from reader.differing import plainly, word_diff
from summarize.wording import wording


def test_what_only_one_of_them_has_is_told() -> None:
    told = word_diff("We never close the old tower", "We will not close\nthe tower")
    assert plainly(told) == "We [-never-] {+will not+} close the [-old-] tower"


def test_what_an_editor_marked_is_no_difference() -> None:
    assert {piece.kind for piece in word_diff("[W]e waited", "We waited")} == {"both"}


@given(st.text(max_size=80), st.text(max_size=80))
def test_the_words_of_the_later_wording_are_all_there_on_one_line(before: str, after: str) -> None:
    told = word_diff(before, after)
    assert "\n" not in plainly(told)
    later = " ".join(piece.words for piece in told if piece.kind != "before")
    assert wording(later).words == wording(after).words
