"""No size of the terminal and no order of keys brings the reader down."""

import random
import sys
from pathlib import Path

import pytest
from reading import SEEDS, WIDE, Reading, reading, reading_library
from terminal import Terminal
from textual.events import MouseDown, MouseMove, MouseScrollDown, MouseScrollUp, MouseUp

from reader.article import make_article
from reader.library import Library
from reader.rows import Row
from reader.tui.keys import TABLE
from reader.tui.layout import too_small
from reader.tui.shelves.view import View

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
        assert len(rows_of(at_work)) == 7  # whatever the keys let the list hold


# Keys that change nothing beside the screen, as a terminal sends them.
TYPED = ["j", "k", " ", "b", "d", "g", "G", "n", "N", "f", "\r", "\t", "v", "l", "z", "J", "K"]


def clash(terminal: Terminal, chance: random.Random, size: tuple[int, int]) -> None:
    """Press keys at a size; then compare the screen with the same one painted anew."""
    terminal.resize(*size)
    terminal.settle(0.1)
    for _ in range(4):
        terminal.send(chance.choice(TYPED))
    terminal.settle(0.15)
    terminal.rest()
    before = terminal.text
    terminal.blank()
    terminal.send("\x0c")
    terminal.wait_for("Pullquote")
    terminal.rest()
    assert terminal.text == before, size


def resize_at_random(resizes: int, every: int) -> None:
    """Go through all widths and heights in a random order, and look for stale cells at times."""
    chance = random.Random(SEED)
    widths, heights = [*range(10, 251)], [*range(3, 81)]
    chance.shuffle(widths)
    chance.shuffle(heights)
    command = (sys.executable, "-m", "reader.cli", str(SEEDS))
    with Terminal(command, {"TMUX": "", "DISPLAY": ""}) as terminal:
        terminal.wait_for("claims")
        terminal.settle(1.5)  # every digest is there
        for number in range(resizes):
            size = widths[number % len(widths)], heights[number % len(heights)]
            if number % every == 0 and not too_small(*size):
                clash(terminal, chance, size)
            else:
                terminal.resize(*size)
                terminal.send(chance.choice(TYPED))
                terminal.settle(0.005)
        terminal.resize(150, 40)
        terminal.settle(0.3)
        assert "Pullquote" in terminal.text


def test_some_sizes_leave_no_stale_cell() -> None:
    resize_at_random(10, 4)


@pytest.mark.soak
def test_a_thousand_resizes_leave_no_stale_cell() -> None:
    resize_at_random(1000, 25)


def shelved(path: Path, articles: int = 12) -> Path:
    """Make a library of invented articles."""
    with Library.open(path) as library:
        for number in range(articles):
            text = f'"We saw {number} boats," said Ida Holm. Nobody came for them. ' * 30
            one = make_article(title=f"Boats, part {number}", text=text, source="Harbour Post")
            library.articles.store(None, [one], 1_780_000_000.0 + number)
    return path


async def use_the_mouse(at_work: Reading, chance: random.Random) -> None:
    """Click, drag or turn the wheel somewhere."""
    pilot, (width, height) = at_work.pilot, at_work.app.size
    spots = [(chance.randrange(width), chance.randrange(height)) for _ in range(2)]
    if chance.random() < 0.4:
        wheel = chance.choice([MouseScrollDown, MouseScrollUp])
        await pilot._post_mouse_events([wheel], offset=spots[0])
        return
    await pilot._post_mouse_events([MouseDown], offset=spots[0], button=1)
    end = spots[chance.random() < 0.5]
    await pilot._post_mouse_events([MouseMove], offset=end, button=1)
    await pilot._post_mouse_events([MouseUp], offset=end, button=1)


async def monkey(path: Path, events: int) -> None:
    """Do anything; what the screen has acknowledged is what the library has kept."""
    chance = random.Random(SEED)
    keys = [key for key in KEYS if key not in ("ctrl+q", "R", "F", "ctrl+p", "w", "U")]
    keys += 5 * ["s"]  # few other keys change what the library keeps
    acknowledged: dict[str, bool] = {}
    async with reading_library(shelved(path), WIDE) as at_work:
        for _ in range(events):
            if chance.random() < 0.2:
                await use_the_mouse(at_work, chance)
            else:
                await at_work.pilot.press(chance.choice(keys))
            if len(at_work.app.screen_stack) > 1 or at_work.searching:
                await at_work.press("escape")
            elif at_work.message.startswith(("Starred: ", "Took the star of: ")):
                done, _, title = at_work.message.partition(": ")
                acknowledged[title.partition(" (")[0]] = done == "Starred"
        assert at_work.app._exception is None
        shown = {row.title: (row.read, row.starred) for row in rows_of(at_work)}
    with Library.open(path) as kept:
        rows = list(kept.listing.rows(kept.listing.all()))
    assert {row.title: (row.read, row.starred) for row in rows} == shown
    assert {row.title: row.starred for row in rows if row.title in acknowledged} == acknowledged
    assert acknowledged


def rows_of(at_work: Reading) -> list[Row]:
    """Return what the list shows of every article."""
    shelf = at_work.list._shelf
    shelf.look_at(View())
    return [shelf.row(place) for place in range(len(shelf))]


async def test_a_monkey_loses_no_state(tmp_path: Path) -> None:
    await monkey(tmp_path / "library.sqlite", 40)


@pytest.mark.soak
async def test_a_monkey_of_ten_thousand_events_loses_no_state(tmp_path: Path) -> None:
    await monkey(tmp_path / "library.sqlite", 10_000)
