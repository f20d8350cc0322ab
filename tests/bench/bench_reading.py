"""Reading: CPU time of a key, a resize and an opened article, beside the same text in one Static.

Keys are pressed in a pseudo-terminal: the CPU time of the program until a while after each. The
rest is driven by Textual's pilot, whose own waiting counts. A figure is the median of its rounds.
"""

import asyncio
import sys
import time
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

from terminal import Terminal
from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.pilot import Pilot
from textual.widgets import Static

from reader.article import Article, make_article
from reader.digesting import Wish
from reader.remembered import Memory
from reader.tui.app import PullquoteApp
from reader.tui.shelves.given import GivenShelf
from summarize import digest

WIDE, NARROW = (150, 40), (120, 40)
ROUNDS = 15
SLOWEST = 120  # seconds that the digest of the longest text may take
DOWN = "\x1b[B"
PRESSED = ("j", " ", "n", "0")
NAMES = {DOWN: "down", " ": "space"}
ROOT = Path(__file__).parents[2]
SENTENCES = (
    'The mole was finished in {0}, said Ida Holm. "We paid at least {0} crowns for it." ',
    "Nobody asked whose boats they were, and the harbour master counted about {0} of them. ",
    "It rained on the day, and the band of the railway played as it had every year. ",
)


class Floor(App[None]):
    """One Static with the whole text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            yield Static(self._text, markup=False)


class Quiet(PullquoteApp):
    """The reader without the process that makes digests."""

    def _start_work(self) -> None:
        """Leave it at what is read."""


class Asking(PullquoteApp):
    """The reader that makes a digest when it is asked for, and none before."""

    def _next_errand(self) -> None:
        return None


def article(paragraphs: int, first: int = 0) -> Article:
    """Return an article of invented paragraphs of some 240 characters."""
    text = "\n\n".join(
        "".join(one.format(first + number) for one in SENTENCES) for number in range(paragraphs)
    )
    return make_article(title=f"The mole in {paragraphs} paragraphs", text=text)


async def cost(pilot: Pilot[None], act: Callable[[], Awaitable[object]]) -> tuple[float, float]:
    """Return the CPU seconds and the seconds until the screen has settled after an act."""
    await pilot.pause()
    cpu, clock = time.process_time(), time.perf_counter()
    await act()
    await pilot.pause()
    return time.process_time() - cpu, time.perf_counter() - clock


async def resizes(pilot: Pilot[None]) -> list[tuple[float, float]]:
    """Measure resizes."""
    sizes = [NARROW, WIDE] * (ROUNDS // 2)
    return [await cost(pilot, partial(pilot.resize_terminal, *size)) for size in sizes]


async def static(text: str) -> dict[str, list[tuple[float, float]]]:
    """Measure one Static."""
    async with Floor(text).run_test(size=WIDE) as pilot:
        return {"resize": await resizes(pilot)}


async def reader(one: Article, *, digested: bool) -> dict[str, list[tuple[float, float]]]:
    """Measure the reader on an article."""
    shelf, memory = GivenShelf(), Memory()
    other = make_article(title="A short one", text="Nothing is known of it.")
    choice = memory.recall()
    shelf.take(Wish(other, choice.method, choice.length), digest(other.text))
    if digested:
        shelf.take(Wish(one, choice.method, choice.length), digest(one.text, title=one.title))
    app = Quiet(shelf, "Bench", memory, reading=[other, one])
    async with app.run_test(size=WIDE) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        found: dict[str, list[tuple[float, float]]] = {"open": [], "back": []}
        for _ in range(ROUNDS):
            found["open"].append(await cost(pilot, partial(pilot.press, "J")))
            found["back"].append(await cost(pilot, partial(pilot.press, "K")))
        await pilot.press("J", "enter")
        found["resize"] = await resizes(pilot)
        found["G and g"] = [await cost(pilot, partial(pilot.press, "G", "g")) for _ in range(5)]
        return found


def keys(command: Sequence[str], shown: str, *pressed: str) -> dict[str, float]:
    """Return the CPU seconds of keys in a program that shows an article in a terminal."""
    with TemporaryDirectory() as home:
        kept = {f"XDG_{name}_HOME": home for name in ("CONFIG", "DATA", "STATE", "CACHE")}
        with Terminal(command, {"PYTHONPATH": str(ROOT), **kept}, *WIDE) as terminal:
            terminal.wait_for(shown, SLOWEST)
            terminal.settle()
            terminal.send("\r")  # into the text
            terminal.settle()
            return {key: median(terminal.cost_of(key) for _ in range(ROUNDS)) for key in pressed}


def keys_of_reader(one: Article) -> dict[str, float]:
    """Return the CPU seconds of keys in the text of an article."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "article.txt")
        file.write_text(f"{one.title}\n\n{one.text}", encoding="utf-8")
        command = (sys.executable, "-m", "reader.cli", str(file))
        return keys(command, r"\d+ quotes", *PRESSED)


async def follows() -> list[float]:
    """Return the seconds from the key that opens an article to its digest, the helper warm."""
    told = [article(10, first=20 * number) for number in range(ROUNDS + 1)]
    app = Asking(GivenShelf(), "Bench", Memory(), reading=told)
    took = []
    async with app.run_test(size=WIDE) as pilot:
        await app.workers.wait_for_complete()
        pane = app._reading._digest
        for _ in told:
            while pane.value is None:
                await pilot.pause(0.005)
            begin = time.perf_counter()
            await pilot.press("J")
            while pane.value is None and len(took) < ROUNDS:
                await pilot.pause(0.002)
            took.append(time.perf_counter() - begin)
    return took[:ROUNDS]


def show(name: str, found: dict[str, list[tuple[float, float]]]) -> None:
    """Print the medians of the CPU time and the longest time of an act."""
    for act, costs in found.items():
        cpu, longest = median(cpu for cpu, _ in costs), max(clock for _, clock in costs)
        print(f"{name:28}{act:10}{cpu * 1000:8.1f} ms CPU   longest {longest * 1000:8.1f} ms")  # noqa: T201


def show_keys(name: str, found: dict[str, float]) -> None:
    """Print the medians of the CPU time of keys."""
    for key, seconds in found.items():
        spoken = NAMES.get(key, key)
        print(f"{name:28}key {spoken:6}{seconds * 1000:8.1f} ms CPU")  # noqa: T201


def main() -> None:
    """Print what reading costs."""
    one = article(2000)
    if "--static" in sys.argv:
        Floor(one.text).run()
        return
    down = keys((sys.executable, __file__, "--static"), "mole", DOWN)
    pressed = keys_of_reader(one)
    show_keys("Static, 2,000 paragraphs", down)
    show_keys("reader, 2,000 paragraphs", pressed)
    show_keys("reader, 30 paragraphs", keys_of_reader(article(30)))
    show_keys("reader, 5 MB", keys_of_reader(article(21_000)))
    floor = asyncio.run(static(one.text))
    ours = asyncio.run(reader(one, digested=True))
    show("Static, 2,000 paragraphs", floor)
    show("reader, 2,000 paragraphs", ours)
    show("reader, 30 paragraphs", asyncio.run(reader(article(30), digested=True)))
    show("reader, 5 MB", asyncio.run(reader(article(21_000), digested=False)))
    took = asyncio.run(follows())
    print(  # noqa: T201
        f"a digest not made yet follows its key in {median(took) * 1000:.0f} ms,"
        f" at most {max(took) * 1000:.0f}"
    )
    resized = median(cpu for cpu, _ in ours["resize"]) / median(cpu for cpu, _ in floor["resize"])
    print(f"ratio, key j   {pressed['j'] / down[DOWN]:6.2f}")  # noqa: T201
    print(f"ratio, resize  {resized:6.2f}")  # noqa: T201


if __name__ == "__main__":
    main()
