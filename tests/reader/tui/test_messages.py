"""The message line, and the box of the last messages."""

from pathlib import Path

import pytest
from reading import GIVEN, SEEDS, Reading, reading

from reader.tui.layout import SMALLEST
from reader.tui.messages import Said

LONG = "The feed of the Varn Courier could not be read: " + "it is not well formed, " * 8


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TMUX", "DISPLAY", "WAYLAND_DISPLAY", "SSH_TTY", "SSH_CONNECTION"):
        monkeypatch.delenv(name, raising=False)


async def test_a_long_sentence_names_the_key_that_shows_all_of_it() -> None:
    async with reading([GIVEN]) as at_work:
        at_work.app._reading.post_message(Said(LONG))
        await at_work.pilot.pause()
        assert at_work.message.startswith("The feed of the Varn Courier")
        assert at_work.message.endswith("…  M shows all")
        await at_work.press("M")
        words = " ".join(line.strip() for line in at_work.lines_of("messages"))
        assert LONG.strip() in words
        await at_work.press("y")
        await at_work.until(lambda: "characters to" in at_work.message)
        assert at_work.app.clipboard == LONG.strip()


async def test_the_box_has_the_newest_message_first_and_closes() -> None:
    async with reading([GIVEN]) as at_work:
        await at_work.press("J", "M")
        lines = at_work.lines_of("messages")
        assert "This is the last article." in lines[1]
        assert any("steps to quotes" in line for line in lines[2:])
        await at_work.press("q")
        assert len(at_work.app.screen_stack) == 1


async def test_the_last_message_is_seen_on_the_smallest_terminal() -> None:
    async with reading([GIVEN], SMALLEST) as at_work:
        await at_work.press("m", "M")
        words = " ".join(line.strip() for line in at_work.lines_of("messages"))
        assert "Marked as read: Mission in Syria 'accomplished' (U undoes it)" in words
        assert "y copies it" in at_work.screen


async def test_what_cannot_be_seen_is_acknowledged() -> None:
    async with reading([GIVEN]) as at_work:
        for key, said in (
            ("m", "Marked as read: Mission"),
            ("m", "Marked as unread: Mission"),
            ("s", "Starred for this session: Mission"),
            ("s", "Took the star of: Mission"),
            ("K", "This is the first article."),
            ("F", "Only an article of the library can be read as its page has it."),
        ):
            await at_work.press(key)
            assert at_work.message.startswith(said)


async def test_a_tag_of_what_was_merely_given_is_said_to_be_for_this_session() -> None:
    async with reading([GIVEN]) as at_work:
        await at_work.press("t", *"front", "enter")
        assert at_work.message.startswith("Tagged #front for this session: Mission")
        await at_work.press("t", "enter")
        assert at_work.message.startswith("Took off the tag #front: Mission")


async def all_read(at_work: Reading) -> None:
    await at_work.until(lambda: "7 articles" in at_work.screen)


async def test_what_was_said_of_an_article_goes_when_another_one_is_shown() -> None:
    async with reading([SEEDS]) as at_work:
        await all_read(at_work)
        await at_work.press("g", "s")
        assert at_work.message.startswith("Starred")
        await at_work.press("tab", "j", "tab")
        assert at_work.message.startswith("Starred")
        await at_work.press("J")
        assert at_work.message == ""
        await at_work.press("n", "y")
        await at_work.until(lambda: "characters to" in at_work.message)
        await at_work.press("q", "q", "j")
        await at_work.until(lambda: at_work.message == "")


async def test_what_is_said_where_no_move_can_be_goes_with_the_next_move() -> None:
    async with reading([SEEDS]) as at_work:
        await all_read(at_work)
        await at_work.press("G", "enter", "J")
        assert at_work.message == "This is the last article."
        await at_work.press("J")
        assert at_work.message == "This is the last article."
        await at_work.press("K")
        assert at_work.message == ""


@pytest.mark.parametrize("keys", [("enter",), ("j",), ("tab", "J")])
async def test_how_to_begin_is_said_until_one_has_begun(keys: tuple[str, ...]) -> None:
    async with reading([SEEDS]) as at_work:
        await all_read(at_work)
        assert at_work.message.startswith("Enter reads; there n steps to quotes")
        await at_work.press(*keys)
        await at_work.until(lambda: at_work.message == "")


async def test_what_comes_by_itself_stays_while_one_moves_on(tmp_path: Path) -> None:
    (tmp_path / "broken.txt").write_bytes(b"\xff\xfe\xfa")
    async with reading([SEEDS, tmp_path]) as at_work:
        await at_work.until(lambda: "broken.txt" in at_work.message)
        await at_work.press("enter", "J")
        assert "broken.txt" in at_work.message
        await at_work.press("s", "K")
        assert at_work.message == ""
