"""The list at 100,000 articles: first paint and memory beside the samples, keys beside OptionList.

The program runs in a pseudo-terminal; CPU times are its own, least of several runs, without the
helper's. Keys are pressed in Textual's pilot, in our list and in an OptionList of as many titles.
"""

import argparse
import asyncio
import random
import sys
import time
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

import psutil
from bench_library import fill, vocabulary
from terminal import Terminal
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widgets import OptionList

from reader.library import Library
from reader.remembered import Memory
from reader.tui.app import PullquoteApp
from reader.tui.shelves.library import LibraryShelf

ROOT = Path(__file__).parents[2]
ROUNDS = 7
KEYS = 20
AT_WORK = 20.0  # seconds that the helper is watched at its work


class Titles(App[None]):
    """The same titles in Textual's own list."""

    def __init__(self, titles: list[str]) -> None:
        super().__init__()
        self._titles = titles

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield OptionList(*self._titles)


def first_paint(sources: tuple[str, ...], library: Path, pattern: str) -> float:
    """Return the least CPU seconds until the list is painted."""
    command = (sys.executable, "-m", "reader.cli", *sources)
    environ = {"PYTHONPATH": str(ROOT), "PULLQUOTE_LIBRARY": str(library)}
    found = []
    for _ in range(ROUNDS):
        with Terminal(command, environ) as terminal:
            terminal.wait_for(pattern)
            found.append(terminal.cpu)
    return min(found)


def memory(library: Path) -> tuple[float, float]:
    """Return the megabytes of the program with its helper at work, and once that has ended."""
    environ = {"PYTHONPATH": str(ROOT), "PULLQUOTE_LIBRARY": str(library)}
    with Terminal((sys.executable, "-m", "reader.cli"), environ) as terminal:
        terminal.wait_for("100000 articles")
        most, end = 0.0, time.monotonic() + AT_WORK
        while time.monotonic() < end:
            terminal.look(0.2)
            most = max(most, _megabytes(terminal))
        return most, _megabytes(terminal, children=False)


def _megabytes(terminal: Terminal, *, children: bool = True) -> float:
    of = [psutil.Process(terminal.pid), *(terminal.children() if children else ())]
    return float(sum(process.memory_info().rss for process in of)) / 1e6


async def key_seconds(pilot: Pilot[None]) -> float:
    """Return the CPU seconds of a key, waiting for what it paints."""
    await pilot.press("j")
    await pilot.pause()
    start = time.process_time()
    for _ in range(KEYS):
        await pilot.press("j")
    await pilot.pause()
    return (time.process_time() - start) / KEYS


async def in_ours(library: Path) -> float:
    """Return the CPU seconds of a key in our list."""
    with closing(LibraryShelf(library)) as shelf:
        app = PullquoteApp(shelf, "Library", Memory())
        async with app.run_test(size=(150, 40)) as pilot:
            await pilot.pause(0.5)
            app._digester.close()  # its work is not the list's
            return min([await key_seconds(pilot) for _ in range(5)])


async def in_option_list(library: Path) -> float:
    """Return the CPU seconds of a key in Textual's list of the same titles."""
    with Library.open(library) as kept:
        titles = [row.title for row in kept.listing.rows(kept.listing.all())]
    async with Titles(titles).run_test(size=(150, 40)) as pilot:
        return await key_seconds(pilot)


def report(library: Path) -> None:
    """Print everything that was measured."""
    few = first_paint((str(ROOT / "seeds"),), library.with_name("none.sqlite"), "Ferry")
    many = first_paint((), library, "100000 articles")
    print(f"first paint, samples          {few:.2f} s CPU")  # noqa: T201
    print(f"first paint, 100,000 articles {many:.2f} s CPU ({many - few:+.2f})")  # noqa: T201
    most, rest = memory(library)
    print(f"memory, the helper at work    {most:.0f} MB; without it {rest:.0f} MB")  # noqa: T201
    ours, theirs = asyncio.run(in_ours(library)), asyncio.run(in_option_list(library))
    print(  # noqa: T201
        f"a key, 100,000 articles       {ours * 1000:.1f} ms CPU; OptionList {theirs * 1000:.1f} ms"
        f" ({theirs / ours:.1f} times as much)"
    )


def main() -> None:
    """Measure a library that is named, or one that is made."""
    expected = argparse.ArgumentParser(description=__doc__)
    expected.add_argument("--library", type=Path, help="one of 100,000 articles, made earlier")
    named = expected.parse_args().library
    with TemporaryDirectory() as folder:
        library = named or Path(folder, "library.sqlite")
        if not library.exists():
            chance = random.Random(1)
            with Library.open(library) as kept:
                fill(kept, 100_000, chance, vocabulary(chance))
        report(library)


if __name__ == "__main__":
    main()
