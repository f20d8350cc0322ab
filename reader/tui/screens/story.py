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
from reader.tui.guide import NO_MORE
from reader.tui.keys import bindings
from reader.tui.messages import DigestWanted, Said, StoriesChanged
from reader.tui.story_page import Bookmark, Told
from reader.tui.taking import TakingScreen
from reader.tui.telling import tell
from reader.tui.widgets.bars import Bar, KeyBar, MessageLine
from reader.tui.widgets.cursor_pane import CursorPane
from reader.tui.widgets.story_pane import StoryPane

GONE = "The library has no article of this story any more."
ALONE = "Only this article tells of this event."


class Page(NamedTuple):
    """The page of a story, by the number of that; at the place where one left it, if one did."""

    number: int
    bookmark: Bookmark | None = None


class Going(NamedTuple):
    """Where to go from a page: an article by its key, and what is to be seen in it."""

    key: int
    value: Citable | None
    page: Page


class StoryScreen(TakingScreen[Going | None]):
    """Shows one story; gives the place that was chosen to go to, or None."""

    BINDINGS = bindings("taking", "box")
    DEFAULT_CSS = "StoryScreen StoryPane { height: 1fr; }"

    def __init__(
        self, library: Path, page: Page, desk: Desk, changed: Callable[[], object]
    ) -> None:
        """Show a story of a library; `changed` hears when stories were split or joined."""
        super().__init__()
        self._tell_changed = changed
        self._library = library
        self._number, self._bookmark = page
        self._desk = desk
        self._told: Told | None = None
        self._anchor = 0  # the article by whose story the page goes: the oldest that there was
        self._pane = StoryPane("story")
        self._message = MessageLine("message", lambda: self._pane.cursor)

    def compose(self) -> ComposeResult:
        """Lay out the page between its bars."""
        name = Bar("name")
        name.say(Text.assemble(("Pullquote", "bold"), "   Story"))
        yield name
        yield self._pane
        yield self._message
        yield KeyBar("keys")

    def on_mount(self) -> None:
        """Show what one left, if one comes back; read the story beside the screen."""
        self._pane.focus()
        if self._bookmark:
            self._take(self._bookmark.told)
            self._pane.return_to(self._bookmark)
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
        if self._told is None and len(told.story.articles) == 1:
            join = self._guide.key("story.join")
            self._message.say(f"{ALONE} {join} joins another story with it.")
        self._take(told)
        self._pane.show(told)
        self._message.stay()  # the cursor may have another row, but it was not moved

    @on(StoriesChanged)
    def look_again(self) -> None:
        """Look beside the screen whether other articles are of the story now."""
        self._look()

    @work(thread=True, exclusive=True, group="look")
    def _look(self) -> None:
        def look() -> None:
            with Library.open(self._library) as library:
                self._follow(library)
                keys = tuple(one.key for one in library.stories.members(self._number))
            if self._told and keys != self._told.story.keys:
                self.app.call_from_thread(self._read)

        self._reporting(look)

    def _take(self, told: Told) -> None:
        """Show this from now on; the story is known by an article of it."""
        self._told = told
        if self._anchor not in told.story.keys:
            self._anchor = told.story.keys[0]

    def _reporting(self, work: Callable[[], None]) -> None:
        """Do something beside the screen, and say what went wrong with it."""
        try:
            work()
        except Problem as problem:
            self.post_message(Said(problem.sentence))

    @on(CursorPane.Moved)
    def follow_cursor(self) -> None:
        """Show no longer what was said of another row."""
        self._message.follow(self._pane.cursor)

    @on(CursorPane.Chosen)
    def go_to_place(self) -> None:
        """Leave for the place of the row."""
        if self._told and (lead := self._pane.lead):
            page = Page(self._number, self._pane.bookmark)
            self.dismiss(Going(self._told.story.key(lead.article), lead.value, page))

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
            self._message.say(f"{ALONE} It cannot be split further.")
        else:
            story = self._told.story
            self._split(story.key(lead.article), story.article(lead.article).title)

    @work(thread=True, group="hand")
    def _split(self, key: int, title: str) -> None:
        def split() -> None:
            with Library.open(self._library) as library:
                self._follow(library)
                if library.stories.of(key) is None:
                    self._changed(NO_MORE)
                    return
                library.stories.split([key])
            self._changed(f"Split off: {title} is a story of its own now ({self._undoes})")

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
            self._changed(f"Joined: {other.title} ({self._undoes})")

        self._reporting(join)

    def action_undo(self) -> None:
        """Take back the last split or join."""
        self._undo()

    @work(thread=True, group="hand")
    def _undo(self) -> None:
        def undo() -> None:
            with Library.open(self._library) as library:
                undone = library.states.undo("story")
                self._follow(library)
            self._changed(f"Undone: {undone}" if undone else "There is no split or join to undo.")

        self._reporting(undo)

    @property
    def _undoes(self) -> str:
        return f"{self._guide.key('undo')} undoes it"

    def _follow(self, library: Library) -> None:
        """Go with the article that the story is known by, which may be of another one by now."""
        self._number = library.stories.of(self._anchor) or self._number

    def _changed(self, sentence: str) -> None:
        """Say what was done, and show the story as it is now, here and in the list."""
        self.post_message(Said(sentence))
        self._tell_changed()
        self.app.call_from_thread(self._read)
