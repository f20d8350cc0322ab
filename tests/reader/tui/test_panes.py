"""Panes that are hidden or made large, and the card of a small terminal."""

from reading import GIVEN, Reading, reading
from textual.events import DescendantFocus


def shown(at_work: Reading) -> str:
    panes = (at_work.list, at_work.text, at_work.digest)
    return " ".join(str(pane.id) for pane in panes if pane.display)


async def test_a_key_makes_the_pane_in_front_large_and_back() -> None:
    async with reading([GIVEN]) as at_work:
        await at_work.press("z")
        assert shown(at_work) == "list"
        assert at_work.list.size.width == 150
        assert at_work.message == "z shows the other panes again."
        await at_work.press("enter")
        assert shown(at_work) == "text"
        await at_work.press("tab")
        assert shown(at_work) == "digest"
        await at_work.press("z")
        assert shown(at_work) == "list text digest"


async def test_what_is_said_of_a_large_pane_goes_with_it() -> None:
    async with reading([GIVEN]) as at_work:
        for key in ("z", "v", "l"):
            await at_work.press("z")
            assert at_work.message == "z shows the other panes again."
            await at_work.press(key)
            assert at_work.message == ""


async def test_each_pane_can_be_hidden_beside_the_text() -> None:
    async with reading([GIVEN]) as at_work:
        await at_work.press("l")
        assert shown(at_work) == "text digest"
        assert at_work.app.focused is at_work.text
        await at_work.press("v")
        assert shown(at_work) == "text"
        await at_work.press("l")
        assert shown(at_work) == "list text"
        await at_work.press("v", "z", "v")
        assert shown(at_work) == "list text digest"
        await at_work.press("z", "l")
        assert shown(at_work) == "list text digest"


async def test_a_digest_that_was_asked_for_stays_when_there_is_more_room() -> None:
    async with reading([GIVEN], (100, 30)) as at_work:
        await at_work.press("v")
        assert shown(at_work) == "text digest"
        await at_work.pilot.resize_terminal(150, 30)
        assert shown(at_work) == "list text digest"
        await at_work.press("v")
        assert shown(at_work) == "list text"
        await at_work.pilot.resize_terminal(100, 30)
        await at_work.pilot.resize_terminal(150, 30)
        assert shown(at_work) == "list text"


async def test_where_one_pane_fits_its_keys_say_so() -> None:
    async with reading([GIVEN], (60, 24)) as at_work:
        for key in ("z", "l"):
            await at_work.press(key)
            assert at_work.message == "There is room for one pane only."


async def test_on_a_small_terminal_only_leaving_works() -> None:
    async with reading([GIVEN], (29, 7)) as at_work:
        await at_work.press("enter", "n", "v", "question_mark", "ctrl+p", "slash", "escape", "m")
        assert "Pullquote needs 30 columns" in at_work.screen
        assert at_work.text.current is None
        assert len(at_work.app.screen_stack) == 2
        await at_work.pilot.resize_terminal(100, 30)
        await at_work.pilot.pause()
        await at_work.press("enter", "n")
        assert at_work.text.current is not None
        await at_work.pilot.resize_terminal(100, 7)
        await at_work.pilot.pause()
        await at_work.press("q")
        assert at_work.app._exit


async def test_a_box_is_still_open_after_the_terminal_was_small() -> None:
    async with reading([GIVEN]) as at_work:
        await at_work.press("question_mark")
        for size in ((20, 4), (10, 3), (100, 40), (29, 40), (150, 40)):
            await at_work.pilot.resize_terminal(*size)
            await at_work.pilot.pause()
        assert "previous unread" in at_work.screen
        await at_work.press("q", "enter")
        assert at_work.app.focused is at_work.text


async def test_ctrl_c_copies_the_mark_and_leaves_nothing() -> None:
    async with reading([GIVEN]) as at_work:
        await at_work.press("ctrl+c")
        assert at_work.message == "Nothing is chosen to copy; Ctrl+q leaves Pullquote."
        await at_work.press("enter", "n", "ctrl+c")
        await at_work.until(lambda: "characters to" in at_work.message)
        await at_work.press("question_mark", "ctrl+c")
        assert len(at_work.app.screen_stack) == 1
        assert not at_work.app._exit
        await at_work.press("question_mark", "ctrl+q")
        assert at_work.app._exit


async def test_late_word_of_a_focus_that_has_moved_on_changes_nothing() -> None:
    async with reading([GIVEN], (60, 24)) as at_work:
        await at_work.press("enter", "v")
        at_work.digest.post_message(DescendantFocus(at_work.list))
        await at_work.pilot.pause()
        await at_work.pilot.resize_terminal(61, 24)
        await at_work.pilot.pause()
        assert at_work.digest.display
        assert not at_work.list.display


async def test_a_size_that_was_held_up_still_comes_through() -> None:
    async with reading([GIVEN], (100, 30)) as at_work:
        held_up = at_work.app.set_timer(60, lambda: None)  # as one of Textual's that never ends
        at_work.app._resize_timer = held_up
        await at_work.pilot.resize_terminal(150, 40)
        await at_work.until(lambda: at_work.list.size.height > 30)
        await at_work.pilot.resize_terminal(90, 20)
        await at_work.until(lambda: at_work.list.size.height < 20)
