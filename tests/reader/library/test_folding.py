from hypothesis import given
from hypothesis import strategies as st

from reader.library.folding import SORTED_BY, fold, sort_key


def test_case_accents_and_space_do_not_count() -> None:
    assert fold("  Inés   ÁLVAREZ ") == fold("ines alvarez")
    assert fold("Straße") == fold("STRASSE")


def test_a_title_is_sorted_by_its_first_letter() -> None:
    assert sort_key("“Über uns”") == "uber uns”"
    assert sort_key("...") == "..."


@given(st.text())
def test_any_title_has_a_place(text: str) -> None:
    assert fold(text) == fold(f" {text} ")
    assert len(sort_key(text)) <= SORTED_BY
