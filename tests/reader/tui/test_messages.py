"""The message line, and the box of the last messages."""

import pytest
from reading import GIVEN, reading

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


async def test_what_cannot_be_seen_is_acknowledged() -> None:
    async with reading([GIVEN]) as at_work:
        for key, said in (
            ("m", "Marked as read: Mission"),
            ("m", "Marked as unread: Mission"),
            ("s", "Starred: Mission"),
            ("s", "Took the star of: Mission"),
            ("K", "This is the first article."),
            ("F", "Only an article of the library can be read as its page has it."),
        ):
            await at_work.press(key)
            assert at_work.message.startswith(said)
