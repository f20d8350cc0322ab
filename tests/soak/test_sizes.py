"""No size of the terminal and no order of keys brings the reader down."""

import random

import pytest
from reading import SEEDS, Reading, reading

from reader.tui.keys import TABLE

SEED = 20260614
LEAVING = {
    "back",
    "leave",
    "card.leave",
    "article.browser",
}  # they end the reader or start a browser
BOUND = [key for keys in TABLE.values() for key in keys]
NOT_PRESSED = {press for key in BOUND if key.id in LEAVING for press in key.keys.split(",")}
KEYS = sorted({key.keys.split(",")[0] for key in BOUND} - NOT_PRESSED)


async def resize(at_work: Reading, width: int, height: int) -> None:
    await at_work.pilot.resize_terminal(width, height)
    await at_work.until(lambda: len(at_work.screen.split("\n")) == height)


async def press_at_random(at_work: Reading, chance: random.Random, presses: int) -> None:
    for _ in range(presses):
        key = chance.choice(KEYS)
        await at_work.press(key)
        if len(at_work.app.screen_stack) > 1 or at_work.searching:
            await at_work.press("escape")  # out of a box or the search line


async def test_some_sizes_with_keys_pressed_between() -> None:
    chance = random.Random(SEED)
    async with reading([SEEDS]) as at_work:
        for _ in range(20):
            await resize(at_work, chance.randint(10, 250), chance.randint(3, 80))
            await press_at_random(at_work, chance, 3)


@pytest.mark.soak
async def test_every_width_and_every_height() -> None:
    chance = random.Random(SEED)
    async with reading([SEEDS]) as at_work:
        for width in range(20, 251):
            await resize(at_work, width, chance.randint(5, 80))
            await press_at_random(at_work, chance, 1)
        for height in range(5, 81):
            await resize(at_work, chance.randint(20, 250), height)
            await press_at_random(at_work, chance, 1)


@pytest.mark.soak
async def test_thousands_of_random_keys() -> None:
    chance = random.Random(SEED)
    async with reading([SEEDS]) as at_work:
        for _ in range(100):
            await resize(at_work, chance.randint(20, 250), chance.randint(5, 80))
            await press_at_random(at_work, chance, 30)
        assert at_work.list.rows() == 7
