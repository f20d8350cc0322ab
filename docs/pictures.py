"""Draws the pictures of the README and of these pages: the real screen, on our own samples."""

import asyncio
import sys
from io import BytesIO
from pathlib import Path

from reader.remembered import Memory
from reader.sources.files import read_sources
from reader.tui.app import PullquoteApp
from reader.tui.setup import Setup
from reader.tui.shelves.given import GivenShelf

HERE = Path(__file__).parent
SAMPLES = [
    "harbour-ferry.txt",
    "ferry-tragedy-live.txt",
    "tunnel-interview.txt",
    "water-valley.md",
    "reading-room.txt",
    "moorwerk.txt",
]
SIZES = {
    "wide": ((150, 42), ("enter", "n", "n", "n", "n", "n")),
    "medium": ((100, 36), ("enter", "v", "n", "n", "n", "n")),
    "narrow": ((60, 36), ("enter", "n", "n")),
}
THEMES = {"": "", "-light": "colour-blind-light"}


async def draw(name: str, theme: str, size: tuple[int, int], keys: tuple[str, ...]) -> None:
    """Press the keys on a screen of that size and theme and keep what it shows as SVG."""
    seeds = HERE.parent / "seeds"
    items = read_sources([str(seeds / sample) for sample in SAMPLES], BytesIO())
    setup = Setup(theme=theme)
    app = PullquoteApp(GivenShelf(), "Samples", Memory(), reading=items, setup=setup)
    async with app.run_test(size=size) as pilot:
        await app.workers.wait_for_complete()
        await asyncio.sleep(3)  # the digests are made beside the screen
        await pilot.press(*keys)
        await pilot.pause(0.5)
        (HERE / f"{name}.svg").write_text(app.export_screenshot(title="Pullquote"), "utf-8")


def main() -> None:
    """Draw every picture that is named, or all."""
    for name, (size, keys) in SIZES.items():
        for suffix, theme in THEMES.items():
            if name + suffix in (sys.argv[1:] or [name + suffix]):
                asyncio.run(draw(name + suffix, theme, size, keys))


if __name__ == "__main__":
    main()
