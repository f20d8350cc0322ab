from hypothesis import given
from hypothesis import strategies as st

from reader.tui.layout import PANES, Pane, panes_shown, too_small


@given(st.integers(1, 300), st.sampled_from(PANES), st.sampled_from([None, False, True]))
def test_the_pane_in_front_is_always_seen(width: int, front: Pane, digest: bool | None) -> None:  # noqa: FBT001
    shown = panes_shown(width, front, digest=digest)
    assert front in shown
    assert list(shown) == [pane for pane in PANES if pane in shown]


def test_as_many_panes_as_fit() -> None:
    assert panes_shown(79, "text") == ("text",)
    assert panes_shown(80, "text") == ("list", "text")
    assert panes_shown(139, "text", digest=True) == ("text", "digest")
    assert panes_shown(140, "text") == PANES
    assert panes_shown(140, "text", digest=False) == ("list", "text")


def test_thirty_by_eight_is_large_enough() -> None:
    assert not too_small(30, 8)
    assert too_small(29, 8)
    assert too_small(30, 7)
