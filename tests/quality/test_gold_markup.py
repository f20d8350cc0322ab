"""The gold's notation reads back as the text and the marks that a person meant."""

import pytest
from gold_markup import Mark, MarkupError, read_marks

from summarize import Span


def test_marks_leave_the_text_and_keep_their_place() -> None:
    text, marks = read_marks("a {x|bc} d {y 1|e}")
    assert text == "a bc d e"
    assert marks == (Mark("x", Span(2, 4)), Mark("y 1", Span(7, 8)))


def test_marks_nest_the_outer_first() -> None:
    text, marks = read_marks("{out|one {in|two}}")
    assert text == "one two"
    assert [mark.label for mark in marks] == ["out", "in"]


def test_a_bar_outside_a_label_is_text() -> None:
    assert read_marks("a | b") == ("a | b", ())


@pytest.mark.parametrize("marked", ["{x|open", "closed}", "{no label}", "lone { brace"])
def test_marks_that_do_not_fit_are_refused(marked: str) -> None:
    with pytest.raises(MarkupError):
        read_marks(marked)
