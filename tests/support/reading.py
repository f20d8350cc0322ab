"""The application in Textual's pilot, for tests of the screens."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, closing
from io import BytesIO
from pathlib import Path

from rich.style import Style
from settling import settling_at_once
from textual.pilot import Pilot

from reader.article import Article
from reader.remembered import Memory
from reader.sources.files import read_sources
from reader.tui.app import PullquoteApp
from reader.tui.setup import Setup
from reader.tui.shelves.given import GivenShelf
from reader.tui.shelves.library import LibraryShelf
from reader.tui.widgets.article_list import ArticleList
from reader.tui.widgets.digest_pane import DigestPane
from reader.tui.widgets.line_pane import LinePane
from reader.tui.widgets.search_line import SearchLine
from reader.tui.widgets.text_pane import TextPane

SEEDS = Path(__file__).parents[2] / "seeds"
GIVEN = SEEDS / "000_b506715465361b2e.txt"
WIDE = (150, 40)


class Reading:
    """The application at work, with what a person would look at."""

    def __init__(self, app: PullquoteApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot
        room = app.screen_stack[0]  # whatever lies over it
        self.list = room.query_one(ArticleList)
        self.text = room.query_one(TextPane)
        self.digest = room.query_one(DigestPane)

    @property
    def searching(self) -> bool:
        """Whether one types what to look for."""
        return isinstance(self.app.focused, SearchLine)

    @property
    def message(self) -> str:
        """What the message line says."""
        return self.lines_of("message")[0].strip()

    async def press(self, *keys: str) -> None:
        """Press keys and wait until what they set off has settled."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def until(self, condition: Callable[[], bool], seconds: float = 20) -> None:
        """Wait until something holds."""
        end = asyncio.get_running_loop().time() + seconds
        while not condition():
            if asyncio.get_running_loop().time() > end:
                raise AssertionError(f"it never held; the screen:\n{self.screen}")
            await self.pilot.pause(0.02)

    @property
    def screen(self) -> str:
        """What stands on the screen."""
        width, height = self.app.size
        lines = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text[:width] for strip in lines[:height])

    def lines_of(self, name: str) -> list[str]:
        """Return the lines that a widget covers on the screen."""
        region = self.app.screen.query_one(f"#{name}").region
        lines = self.screen.split("\n")[region.y : region.bottom]
        return [line[region.x : region.right] for line in lines]

    def styles_of(self, pane: LinePane, words: str) -> list[Style]:
        """Return the style of each cell of `words` in a pane, where they stand on one line."""
        for y in range(pane.size.height):
            strip = pane.render_line(y)
            at = strip.text.find(words)
            if at >= 0:
                cells = [segment.style or Style() for segment in strip for _ in segment.text]
                return cells[at : at + len(words)]
        raise AssertionError(f"{words!r} is not seen")


@asynccontextmanager
async def reading(
    sources: Sequence[Path | str] = (GIVEN,),
    size: tuple[int, int] = WIDE,
    memory: Memory | None = None,
    setup: Setup | None = None,
) -> AsyncIterator[Reading]:
    """Open the application on sources, and wait until the first article has its digest."""
    items = read_sources([str(source) for source in sources], BytesIO())
    app = PullquoteApp(GivenShelf(), "Tests", memory or Memory(), reading=items, setup=setup)
    async with at_work_on(app, size) as at_work:
        yield at_work


@asynccontextmanager
async def reading_articles(
    *articles: Article, size: tuple[int, int] = WIDE
) -> AsyncIterator[Reading]:
    """Open the application on articles, and wait until the first one has its digest."""
    app = PullquoteApp(GivenShelf(), "Tests", Memory(), reading=articles)
    async with at_work_on(app, size) as at_work:
        yield at_work


@asynccontextmanager
async def reading_library(path: Path, size: tuple[int, int] = WIDE) -> AsyncIterator[Reading]:
    """Open the application on a library, and wait until the first article has its digest."""
    with closing(LibraryShelf(path)) as shelf:
        async with at_work_on(PullquoteApp(shelf, "Library", Memory()), size) as at_work:
            yield at_work


@asynccontextmanager
async def at_work_on(app: PullquoteApp, size: tuple[int, int]) -> AsyncIterator[Reading]:
    """Run the application until its first article has its digest, and further."""
    with settling_at_once():
        async with app.run_test(size=size) as pilot:
            at_work = Reading(app, pilot)
            await at_work.until(lambda: at_work.list.rows() > 0)
            await at_work.until(lambda: at_work.digest.rows() > 0)
            yield at_work
