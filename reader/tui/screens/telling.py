"""TellingScreen: what other articles tell of the event of the one that is read."""

from typing import TYPE_CHECKING

from textual import on

from reader.tui.guide import NO_ARTICLE
from reader.tui.messages import StoriesChanged
from reader.tui.screens.quoting import QuotingScreen

if TYPE_CHECKING:
    from reader.tui.screens.story import Going, Page


class TellingScreen(QuotingScreen):
    """Opens the story of an article, and the places that its page leads to."""

    def action_story(self) -> None:
        """Show what several articles tell of the event of the one under the cursor."""
        shelf, key = self._desk.shelf, self._list.key
        number = None if key is None else shelf.story(key)
        if why := self._no_story(key, number):
            self._message.say(why)
        elif number:
            from reader.tui.screens.story import Page

            self._open_page(Page(number))

    def _open_page(self, page: "Page") -> None:
        """Show the page of a story."""
        from reader.tui.screens.story import StoryScreen

        def changed() -> None:
            self.post_message(StoriesChanged())

        if library := self._desk.shelf.library:
            self.app.push_screen(StoryScreen(library, page, self._desk, changed), self._follow)

    def _no_story(self, key: int | None, number: int | None) -> str:
        """Say why there is no story to show, if there is none."""
        if key is None:
            return NO_ARTICLE
        if self._desk.shelf.library is None:
            return "These articles were given by name; stories are found in the library."
        return "" if number else "This article is still being compared with the others…"

    def _follow(self, going: "Going | None") -> None:
        """Read the article that a row of the page leads to, at its place."""
        if going:
            self._open_article(going.key)
            if going.value:
                self._go_to(going.value)
            else:
                self._panes.bring("text")

    @on(StoriesChanged)
    def list_stories(self) -> None:
        """Show in the list which articles tell of one event now."""
        self._desk.shelf.show_stories()
        self._list_anew()
