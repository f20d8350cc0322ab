"""What a function gives for words, kept."""

from hypothesis import given
from hypothesis import strategies as st

from summarize import memo
from summarize.memo import Memo


@given(st.lists(st.text()))
def test_a_memo_gives_what_its_function_gives(words: list[str]) -> None:
    kept = Memo(str.upper)
    assert [kept[word] for word in words * 2] == [word.upper() for word in words * 2]


def test_a_word_is_asked_for_once() -> None:
    asked: list[str] = []
    kept = Memo(asked.append)
    for word in ("ferry", "ferry", "mill"):
        kept.__getitem__(word)
    assert asked == ["ferry", "mill"]


def test_memory_has_bounds_that_hostile_text_cannot_move() -> None:
    kept = Memo(len)
    assert kept["x" * 1000] == 1000
    assert not kept
    for number in range(memo._MOST + 10):
        assert kept[str(number)] == len(str(number))
        assert len(kept) <= memo._MOST
