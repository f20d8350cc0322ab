"""The list at 100,000 articles: first paint and memory beside the samples, keys beside OptionList.

Programs run in a pseudo-terminal; CPU times are their own, without the helper's: the least of
several starts, the mean of several keys. The OptionList has as many titles.
"""

import argparse
import random
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

import psutil
from bench_library import fill, vocabulary
from terminal import Terminal
from textual.app import App, ComposeResult
from textual.widgets import OptionList

from reader.library import Library

ROOT = Path(__file__).parents[2]
ROUNDS = 7
KEYS = 40
HELD = 0.03  # seconds from key to key of one that is held, so that no article is opened
SLOW = 0.5  # the same for a list that would fall behind
STARTING = 20.0  # seconds until the slower list has painted itself
BESIDE = 5.0  # seconds without a key
DOWN = "\x1b[B"
TITLED = r"[A-Z]\w+( \w+){6}"  # an invented title
SLOWEST = 120
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


def key_seconds(library: Path, pause: float, *arguments: str) -> float:
    """Return the CPU seconds of a key and what it paints, in our list or in Textual's.

    What the program does beside, as storing what its helper found, is measured first and left out.
    """
    environ = {"PYTHONPATH": str(ROOT), "PULLQUOTE_LIBRARY": str(library)}
    command = (sys.executable, *(arguments or ("-m", "reader.cli")))
    with Terminal(command, environ) as terminal:
        terminal.wait_for(TITLED if arguments else "100000 articles", SLOWEST)
        terminal.look(STARTING)
        beside = terminal.cost_of("", BESIDE) / BESIDE
        costs = [terminal.cost_of(DOWN, pause) for _ in range(KEYS)]
        return sum(costs) / KEYS - beside * pause


def option_list(library: Path) -> None:
    """Run Textual's list of the same titles."""
    with Library.open(library) as kept:
        titles = [row.title for row in kept.listing.rows(kept.listing.all())]
    Titles(titles).run()


def report(library: Path) -> None:
    """Print everything that was measured."""
    few = first_paint((str(ROOT / "seeds"),), library.with_name("none.sqlite"), "Ferry")
    many = first_paint((), library, "100000 articles")
    print(f"first paint, samples          {few:.2f} s CPU")  # noqa: T201
    print(f"first paint, 100,000 articles {many:.2f} s CPU ({many - few:+.2f})")  # noqa: T201
    most, rest = memory(library)
    print(f"memory, the helper at work    {most:.0f} MB; without it {rest:.0f} MB")  # noqa: T201
    ours = key_seconds(library, HELD)
    theirs = key_seconds(library, SLOW, __file__, "--option-list", "--library", str(library))
    print(  # noqa: T201
        f"a key, 100,000 articles       {ours * 1000:.1f} ms CPU; OptionList {theirs * 1000:.1f} ms"
        f" ({theirs / ours:.1f} times as much)"
    )


def main() -> None:
    """Measure a library that is named, or one that is made."""
    expected = argparse.ArgumentParser(description=__doc__)
    expected.add_argument("--library", type=Path, help="one of 100,000 articles, made earlier")
    expected.add_argument("--option-list", action="store_true", help="run Textual's list of it")
    asked = expected.parse_args()
    if asked.option_list:
        option_list(asked.library)
        return
    named = asked.library
    with TemporaryDirectory() as folder:
        library = named or Path(folder, "library.sqlite")
        if not library.exists():
            chance = random.Random(1)
            with Library.open(library) as kept:
                fill(kept, 100_000, chance, vocabulary(chance))
        report(library)


if __name__ == "__main__":
    main()
