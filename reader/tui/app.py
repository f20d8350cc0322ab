"""The application: wires the reading screen to the sources, the engine and the clipboard."""

import gc
import os
import select
import signal
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events, on, work
from textual.screen import Screen
from textual.widget import Widget
from textual.worker import get_current_worker

from reader import clipboard
from reader.article import Article
from reader.citations import Citation
from reader.digesting import Compared, Digester, Errand, Grouped, Outcome, Wish
from reader.log import log_path, note
from reader.places import clippings_paths
from reader.problems import Problem
from reader.remembered import Memory
from reader.tui.base import ReaderApp
from reader.tui.desk import Desk
from reader.tui.layout import too_small
from reader.tui.messages import (
    ArticlesRead,
    ClipWanted,
    CopyWanted,
    Digested,
    DigestWanted,
    FullTextWanted,
    RefreshWanted,
    Said,
    ShelfChanged,
    SourcesRead,
    StoriesChanged,
)
from reader.tui.screens.reading import ReadingScreen
from reader.tui.setup import Setup
from reader.tui.shelves import Shelf
from summarize import Digest

if TYPE_CHECKING:
    from textual.actions import ActionParseResult
    from textual.dom import DOMNode

    from reader.tui.refreshing import Refresher

FIRST_BATCH = 4  # articles that the list shows as soon as they are read; later batches grow
PAINT_SECONDS = 0.1  # what the first articles take to be painted, before others are read
FOLDER_SECONDS = 10  # between two looks at the folders that are followed
ARRIVAL_SECONDS = 2.0  # between two looks whether another program has stored articles
STORY_SECONDS = 3.0  # how long stories are gathered before the list shows them
TERMINAL_SECONDS = 2  # between two looks whether there is a terminal
RESIZE_SECONDS = 0.2  # by when a screen has its new size
MOVES = ("move", "page", "edge", "unread")  # actions that move a cursor
BATCH_SECONDS = 0.05  # how long articles are gathered before the list shows them

Item = Article | Problem


class PullquoteApp(ReaderApp):
    """Pullquote on the terminal."""

    TITLE = "Pullquote"

    def __init__(
        self,
        shelf: Shelf,
        place: str,
        memory: Memory,
        *,
        reading: Iterable[Item] = (),
        setup: Setup | None = None,
    ) -> None:
        """Show a shelf; put what is `reading` on it once the first screen is painted.

        `place` says where the articles come from.
        """
        super().__init__(setup or Setup())
        self._shelf = shelf
        shelf.tell = self._complain
        self._articles = reading
        self._memory = memory
        self._desk = Desk(shelf, memory)
        self._reading = ReadingScreen(place, self._desk)
        self._digester = Digester(self._pass_outcome, self._next_errand)
        self._stories_due = False
        self._refresher: Refresher | None = None

    def get_default_screen(self) -> Screen[None]:
        """Return the reading screen."""
        return self._reading

    def on_mount(self) -> None:
        """Start to read, and the other work beside the screen once the screen is painted."""
        if theme := self.setup.theme or self._memory.recall_theme():
            self.take_theme(theme)
        self._read()
        self.call_after_refresh(self._start_work)
        if not self.is_headless:
            self.set_interval(TERMINAL_SECONDS, self._leave_without_terminal)

    def _leave_without_terminal(self) -> None:
        """End as by a hang-up where the terminal is gone and nobody said so.

        Textual would read its end for ever, and there is nothing left to restore.
        """
        terminal = select.poll()
        terminal.register(sys.__stdin__ or 0, 0)  # a hang-up is told unasked
        if terminal.poll(0):
            signal.signal(signal.SIGHUP, signal.SIG_DFL)
            os.kill(os.getpid(), signal.SIGHUP)

    def _start_work(self) -> None:
        gc.freeze()
        gc.enable()
        self.set_timer(PAINT_SECONDS, self._digester.start)
        if library := self._shelf.library:
            self.set_interval(FOLDER_SECONDS, lambda: self._watch_folders(library))
            self.set_interval(ARRIVAL_SECONDS, self._look_for_arrivals)

    async def run_action(
        self,
        action: "str | ActionParseResult",
        default_namespace: "DOMNode | None" = None,
        namespaces: "Mapping[str, DOMNode] | None" = None,
    ) -> bool:
        """Do what a key or a click asks for; all but moves are of the article under the cursor."""
        name = action if isinstance(action, str) else action[1]
        if not name.startswith(MOVES):
            self._reading.settle()
        return await super().run_action(action, default_namespace, namespaces)

    def on_resize(self, event: events.Resize) -> None:
        """Put a card over everything while nothing can be read."""
        if not self.screen_stack:
            return
        from reader.tui.screens.card import CardScreen

        self.set_timer(RESIZE_SECONDS, self._resize_late)
        covered = isinstance(self.screen, CardScreen)
        if too_small(*event.size) and not covered:
            self.push_screen(CardScreen(self.keys.shown("card.leave")))
        elif covered and not too_small(*event.size):
            self.pop_screen()

    def _resize_late(self) -> None:
        """Give the screen its size if it has not got it.

        Textual's timer for it never ends when the process is held up for 8 ms as that begins, and
        then no later size would come through either.
        """
        if self.screen_stack and self.screen.outer_size != self.size:
            self.screen.post_message(events.Resize(self.size, self.size))

    def action_command_palette(self) -> None:
        """Open the palette; it acts on the reading screen, so nothing else may be open."""
        if self.screen is self._reading:
            from reader.tui.palette import Palette

            self.push_screen(Palette())

    def action_redraw(self) -> None:
        """Paint every cell anew, where another program has written over the screen."""
        for widget in self.screen.walk_children(Widget):
            widget.refresh()
        self.screen.refresh()

    def choose_theme(self, name: str) -> None:
        """Take a theme, keep it and say so."""
        self.take_theme(name)
        kept = self._memory.keep_theme(name)
        note = "" if kept else " (for this session; it cannot be kept)"
        if self.setup.theme:
            note = f" (for this session; the configuration says {self.setup.theme})"
        self._say(f"Theme: {name}{note}")

    def on_unmount(self) -> None:
        """End the work that is done beside the screen."""
        self._digester.close()
        if self._refresher:
            self._refresher.cancel()

    @work(thread=True)
    def _read(self) -> None:
        """Read the sources, some articles at a time."""
        worker = get_current_worker()
        for number, batch in enumerate(_batches(self._articles)):
            if worker.is_cancelled:
                return
            self.post_message(ArticlesRead(batch))
            if number == 0:
                time.sleep(PAINT_SECONDS)
        self.call_later(self._reading.post_message, SourcesRead())  # after what was read
        self._digester.look_again()

    @on(ArticlesRead)
    def shelve(self, message: ArticlesRead) -> None:
        """Put what was read on the shelf and show it."""
        if articles := [item for item in message.read if isinstance(item, Article)]:
            self._shelf.add(articles)
        problems = [item for item in message.read if isinstance(item, Problem)]
        for problem in problems:
            note(problem)
        self._reading.post_message(ShelfChanged(problems))

    def _next_errand(self) -> Errand | None:
        """Return what the digester may do while nobody waits; it asks on its own thread."""
        return self._shelf.next_errand(self._desk.choice)

    @on(DigestWanted)
    def ask_digester(self, message: DigestWanted) -> None:
        """Ask the engine for a digest."""
        self._digester.ask(message.wish, first=True)

    def _pass_outcome(self, errand: Errand, outcome: Outcome) -> None:
        """Let the screen know what came of an errand; called on the digester's thread."""
        if isinstance(outcome, Grouped):
            self.call_later(self._show_stories_soon)
        elif isinstance(errand, Wish) and not isinstance(outcome, Compared):
            if isinstance(outcome, Digest):
                self._shelf.keep(errand, outcome)
            self._reading.post_message(Digested(errand, outcome))
        elif isinstance(outcome, Problem):
            self._complain(outcome)

    def _show_stories_soon(self) -> None:
        """Show the stories that were found in a while, with those that are found until then."""
        if not self._stories_due:
            self._stories_due = True
            self.set_timer(STORY_SECONDS, self._show_stories)

    def _show_stories(self) -> None:
        self._stories_due = False
        for screen in {self._reading, *self.screen_stack}:  # one may be the page of a story
            screen.post_message(StoriesChanged())

    @on(RefreshWanted)
    def refresh_or_cancel(self) -> None:
        """Refresh the library, or end the refresh that is under way."""
        if self._shelf.library is None:
            self._say("These articles were given by name; only the library can be refreshed.")
        elif self._refresher and self._refresher.at_work:
            self._refresher.cancel()
        else:
            self._refresh_in_background(self._shelf.library)

    @work(thread=True, exclusive=True, group="refresh")
    def _refresh_in_background(self, library: Path) -> None:
        from reader.tui.refreshing import Refresher  # the client of HTTP is slow to load

        self._refresher = Refresher(
            library, lambda told: self._say(f"Refreshing {told}", passing=True), self._complain
        )
        self._say("Refreshing…", passing=True)
        sentence = self._refresher.run()
        self._show_library_again()
        self._say(sentence, of_all=True)

    @work(thread=True, exclusive=True, group="folders")
    def _watch_folders(self, library: Path) -> None:
        """Take in what was written into the folders that are followed."""
        from reader.keeping import look_through_changed
        from reader.library import Library

        try:
            with Library.open(library) as kept:
                changed = look_through_changed(kept)
        except Problem as problem:
            self._complain(problem)
            return
        if changed:
            self._show_library_again()

    def _look_for_arrivals(self) -> None:
        """List what another program has stored; our own refresh is shown when it has ended."""
        refreshing = self._refresher and self._refresher.at_work
        if not refreshing and self._shelf.has_more():
            self._show_library_again()

    def _show_library_again(self) -> None:
        self._shelf.look_again()
        self._digester.look_again()
        self._reading.post_message(ShelfChanged())

    @on(FullTextWanted)
    def fetch_full_text(self, message: FullTextWanted) -> None:
        """Fetch the page of an article."""
        if self._shelf.library is None:
            self._say("Only an article of the library can be read as its page has it.")
        else:
            self._say("Fetching the full text…", passing=True)
            title = self._shelf.article(message.key).title
            self._fetch_full_text(self._shelf.library, message.key, title)

    @work(thread=True, group="pages")
    def _fetch_full_text(self, library: Path, key: int, title: str) -> None:
        import asyncio

        from reader.refresh import fetch_full_text

        try:
            asyncio.run(fetch_full_text(library, key))
        except Problem as problem:
            self._complain(problem)
            return
        self._show_library_again()
        self._say(f"Shown with the full text of its page: {title}")

    def _fatal_error(self) -> None:
        """Leave with a sentence in place of Textual's traceback, which goes to the log."""
        if error := sys.exception():
            note(error)
        kind = type(error).__name__
        self.panic(
            f"Pullquote made a mistake and had to stop ({kind}). What you marked and stored is"
            f" kept; {log_path()} has what we need to mend it."
        )

    def _complain(self, problem: Problem) -> None:
        """Say what went wrong, and note it with its cause."""
        note(problem)
        self._say(str(problem), of_all=True)

    def _say(self, sentence: str, *, passing: bool = False, of_all: bool = False) -> None:
        for screen in {self._reading, *self.screen_stack[-1:]}:  # a page may have a line of its own
            screen.post_message(Said(sentence, passing=passing, of_all=of_all))

    @on(CopyWanted)
    def _copy(self, message: CopyWanted) -> None:
        self._copy_in_background(message.text, message.what)

    @work(thread=True, exclusive=True, group="copy")
    def _copy_in_background(self, text: str, what: str) -> None:
        """Copy away from the screen's thread and say what happened."""
        copied = clipboard.copy(text, os.environ, self._send_to_terminal)
        self._say(f"{copied} ({what})")

    def _send_to_terminal(self, text: str) -> None:
        self.call_from_thread(self.copy_to_clipboard, text)

    def copy_to_clipboard(self, text: str) -> None:
        """Ask the terminal to take a text, through GNU screen where it is between."""
        self._clipboard = text
        if self._driver:
            self._driver.write(clipboard.sequence(text, os.environ))

    @on(ClipWanted)
    def _clip(self, message: ClipWanted) -> None:
        self._clip_in_background(message.citation)

    @work(thread=True, group="clip")
    def _clip_in_background(self, citation: Citation) -> None:
        """Add to the clippings away from the screen's thread and say to which file."""
        from reader.clippings import Files, clip

        named = self.setup.clippings
        try:
            files = Files(*clippings_paths(named.markdown, named.json))
            self._say(clip(citation, files, time.time()))
        except Problem as problem:
            self._say(f"Not clipped: {problem}")


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Yield the items in batches that grow, so that the first are there at once."""
    batch: list[Item] = []
    size, due = FIRST_BATCH, time.monotonic() + BATCH_SECONDS
    for item in items:
        batch.append(item)
        if len(batch) >= size or time.monotonic() > due:
            yield batch
            batch, size, due = [], 2 * size, time.monotonic() + BATCH_SECONDS
    yield batch
