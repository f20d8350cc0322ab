"""The palette: the actions of the one table and the themes, nothing else."""

import pytest
from reading import GIVEN, SEEDS, Reading, reading
from textual.command import CommandPalette
from textual.widgets import OptionList

from reader.tui.key_places import TITLES
from reader.tui.keys import TABLE
from reader.tui.layout import SMALLEST
from reader.tui.marks import ASCII, UNICODE, Signs
from reader.tui.setup import Setup
from reader.tui.themes import theme_names


async def offered(at_work: Reading, *typed: str) -> list[str]:
    """Open the palette and return what it offers."""
    await at_work.press("ctrl+p", *typed)
    palette = at_work.app.screen
    assert isinstance(palette, CommandPalette)
    await at_work.until(lambda: palette.query_one(OptionList).option_count > 0)
    await at_work.app.workers.wait_for_complete()
    await at_work.pilot.pause()
    options = palette.query_one(OptionList)
    lines = (options.get_option_at_index(at).prompt for at in range(options.option_count))
    return [str(line).split("\n")[0] for line in lines]


async def test_it_offers_every_action_and_theme_and_nothing_else() -> None:
    async with reading([GIVEN]) as at_work:
        told = [key.told for group in TITLES for key in TABLE[group] if key.id != "palette"]
        themes = [f"Theme: {name}" for name in theme_names()]
        assert sorted(await offered(at_work)) == sorted(
            [*(words[0].upper() + words[1:] for words in told), *themes]
        )


async def test_an_action_that_is_chosen_is_done_where_it_belongs() -> None:
    async with reading([SEEDS]) as at_work:
        await offered(at_work, *"next mark")
        await at_work.press("enter")
        await at_work.until(lambda: at_work.text.current is not None)
        assert at_work.app.focused is at_work.text
        await offered(at_work, *"to the end")
        await at_work.press("enter")
        await at_work.until(lambda: at_work.text.top > 0)
        assert (await offered(at_work, *"take the star"))[0] == "Star, or take the star"
        await at_work.press("enter")
        await at_work.until(lambda: "Starred" in at_work.message)


async def test_what_begins_with_the_typed_words_comes_first() -> None:
    async with reading([GIVEN]) as at_work:
        for typed, first in (
            ("star", "Star, or take the star"),
            ("tag", "Tag, or take a tag off"),
            ("Next Art", "Next article"),
        ):
            assert (await offered(at_work, *typed))[0] == first
            await at_work.press("escape")


async def test_a_theme_that_is_chosen_is_there_at_once() -> None:
    async with reading([GIVEN]) as at_work:
        await offered(at_work, *"Theme: nord")
        await at_work.press("enter")
        await at_work.until(lambda: at_work.app.theme == "nord")


@pytest.mark.parametrize("signs", [UNICODE, ASCII])
async def test_what_is_found_is_seen_on_the_smallest_terminal(signs: Signs) -> None:
    async with reading([GIVEN], SMALLEST, setup=Setup(signs=signs)) as at_work:
        await offered(at_work, *"take the star")
        lines = at_work.screen.split("\n")
        assert [line.strip() for line in lines[:3]] == [
            "take the star",
            "Star, or take the star",
            "s   while reading",
        ]
        await at_work.pilot.resize_terminal(100, 30)
        await at_work.pilot.pause()
        assert "Star, or take the star" in at_work.screen


async def test_it_opens_once_and_only_over_the_reading_screen() -> None:
    async with reading([GIVEN]) as at_work:
        await at_work.press("question_mark", "ctrl+p")
        assert not isinstance(at_work.app.screen, CommandPalette)
