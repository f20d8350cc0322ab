"""The page of a story: what several articles tell of one event, and which articles these are."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.worker import get_current_worker

from reader.citations import Citable, Citation
from reader.library import Library, NearStory
from reader.problems import Problem
from reader.tui.desk import Desk
from reader.tui.guide import Guide
from reader.tui.keys import bindings
from reader.tui.messages import DigestWanted, Said
from reader.tui.story_page import Told
from reader.tui.taking import TakingScreen
from reader.tui.telling import tell
from reader.tui.widgets.bars import Bar, KeyBar, MessageLine
from reader.tui.widgets.cursor_pane import CursorPane
from reader.tui.widgets.story_pane import StoryPane

GONE = "The library has no article of this story any more."


class Going(NamedTuple):
    """Where to go from the page: an article by its key, and what is to be seen in it."""

    key: int
    value: Citable | None


class StoryScreen(TakingScreen[Going | None]):
    """Shows one story; gives the place that was chosen to go to, or None."""

    BINDINGS = bindings("taking", "box")
    DEFAULT_CSS = "StoryScreen StoryPane { height: 1fr; }"

    def __init__(
        self, library: Path, number: int, desk: Desk, changed: Callable[[], object]
    ) -> None:
        """Show a story of a library; `changed` hears when stories were split or joined."""
        super().__init__()
        self._tell_changed = changed
        self._library = library
        self._number = number
        self._desk = desk
        self._told: Told | None = None
        self._pane = StoryPane("story")
        self._message = MessageLine("message")

    def compose(self) -> ComposeResult:
        """Lay out the page between its bars."""
        name = Bar("name")
        name.say(Text.assemble(("Pullquote", "bold"), "   Story"))
        yield name
        yield self._pane
        yield self._message
        yield KeyBar("keys")

    def on_mount(self) -> None:
        """Read the story beside the screen."""
        self._pane.focus()
        self._read()

    @work(thread=True, exclusive=True, group="story")
    def _read(self) -> None:
        worker = get_current_worker()
        self._reporting(partial(self._tell_all, lambda: not worker.is_cancelled))

    def _tell_all(self, is_wanted: Callable[[], bool]) -> None:
        there = False
        for told in tell(
            self._library,
            self._number,
            is_wanted,
            lambda article: self.post_message(DigestWanted(self._desk.wish(article))),
        ):
            there = True
            if is_wanted():
                self.app.call_from_thread(self._show, told)
        if not there:
            self.app.call_from_thread(self._pane.say_instead, GONE)

    def _show(self, told: Told) -> None:
        self._told = told
        self._pane.show(told)

    def _reporting(self, work: Callable[[], None]) -> None:
        """Do something beside the screen, and say what went wrong with it."""
        try:
            work()
        except Problem as problem:
            self.post_message(Said(problem.sentence))

    @on(Said)
    def say(self, message: Said) -> None:
        """Show what there is to say."""
        self._message.say(message.sentence)

    @on(CursorPane.Chosen)
    def go_to_place(self) -> None:
        """Leave for the place of the row."""
        if self._told and (lead := self._pane.lead):
            self.dismiss(Going(self._told.story.key(lead.article), lead.value))

    def _citation(self, wanted: str) -> Citation | None:
        """Return what the row tells with its source; say so where it is a whole article."""
        lead = self._pane.lead
        if not self._told or not lead or lead.value is None:
            self._message.say(f"There are no words of an article here to {wanted}.")
            return None
        story = self._told.story
        return self._desk.cite(story.key(lead.article), story.article(lead.article), lead.value)

    def _library_of(self, _citation: Citation) -> Path:
        """Return the story's library."""
        return self._library

    def action_close(self) -> None:
        """Leave without going anywhere."""
        self.dismiss(None)

    def action_split(self) -> None:
        """Take the article of the row out of the story."""
        lead = self._pane.lead
        if not self._told or not lead:
            self._message.say("There is no article here to split off.")
        elif len(self._told.story.articles) == 1:
            self._message.say("Only this article tells of this event; it cannot be split further.")
        else:
            story = self._told.story
            self._split(story.key(lead.article), story.article(lead.article).title)

    @work(thread=True, group="hand")
    def _split(self, key: int, title: str) -> None:
        def split() -> None:
            with Library.open(self._library) as library:
                self._follow(library)
                library.stories.split([key])
            join = Guide(self.app.keys).key("story.join")
            self._changed(f"Split off: {title} is a story of its own now ({join} joins stories)")

        self._reporting(split)

    def action_join(self) -> None:
        """Ask for another story that is of the same event."""
        self._look_near()

    @work(thread=True, exclusive=True, group="near")
    def _look_near(self) -> None:
        def look() -> None:
            with Library.open(self._library) as library:
                self._follow(library)
                near = library.stories.near(self._number)
            self.app.call_from_thread(self._ask, near)

        self._reporting(look)

    def _ask(self, near: list[NearStory]) -> None:
        from reader.tui.screens.joining import JoiningScreen

        if not self._told or not self.is_current:
            return
        if near:
            title = f"Join with: {self._told.story.title}"
            self.app.push_screen(JoiningScreen(title, near), self._join_chosen)
        else:
            self._message.say("No other story is of about the same days.")

    def _join_chosen(self, chosen: NearStory | None) -> None:
        if chosen:
            self._join(chosen)

    @work(thread=True, group="hand")
    def _join(self, other: NearStory) -> None:
        def join() -> None:
            with Library.open(self._library) as library:
                self._follow(library)
                self._number = library.stories.join([self._number, other.story])
            split = Guide(self.app.keys).key("story.split")
            self._changed(f"Joined: {other.title} ({split} splits an article off)")

        self._reporting(join)

    def _follow(self, library: Library) -> None:
        """Go with the oldest article, which may have come to another story meanwhile."""
        if self._told:
            self._number = library.stories.of(self._told.story.keys[0]) or self._number

    def _changed(self, sentence: str) -> None:
        """Say what was done, and show the story as it is now, here and in the list."""
        self.post_message(Said(sentence))
        self._tell_changed()
        self.app.call_from_thread(self._read)
