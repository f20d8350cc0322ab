"""ListingScreen: which articles are listed, and what is done to them."""

from typing import TYPE_CHECKING

from rich.text import Text
from textual import on

from reader.article import clean_line
from reader.problems import Problem
from reader.tui.desk import Desk
from reader.tui.guide import NO_ARTICLE, the_end
from reader.tui.messages import FullTextWanted, RefreshWanted, ShelfChanged, SourcesRead
from reader.tui.outline import count
from reader.tui.screens.digests import DigestsScreen
from reader.tui.shelves.view import ONLY_NAMES, View
from reader.tui.widgets.article_list import ArticleList
from reader.tui.widgets.bars import Bar

if TYPE_CHECKING:
    from textual.widgets import Input

    from reader.tui.widgets.search_line import SearchLine


class ListingScreen(DigestsScreen):
    """Searches, refreshes and moves along the list, whichever pane has the focus."""

    def __init__(self, place: str, desk: Desk) -> None:
        super().__init__(desk)
        self._place = place
        self._problems: list[Problem] = []
        self._search: SearchLine | None = None  # until one searches

    @on(ShelfChanged)
    def take_articles(self, message: ShelfChanged) -> None:
        """List what is on the shelf now; say what could not be read."""
        self._problems += message.problems
        if message.problems:
            more = f" ({len(self._problems)} could not be read)" if self._problems[1:] else ""
            self._message.say(f"{message.problems[-1]}{more}", of_all=True)
        self._desk.shelf.reload()
        self._list_anew()
        self._show_article()

    @on(SourcesRead)
    def end_reading(self) -> None:
        """Say what is empty."""
        if not self._desk.shelf:
            self._say_empty()

    def _list_anew(self) -> None:
        """List what the shelf has now, and count it."""
        self._list.reload()
        self._tell_name()

    def _say_empty(self) -> None:
        view, library = self._desk.shelf.view, self._desk.shelf.library is not None
        self._list.say_empty(self._guide.empty_list(view, library=library))

    def _tell_name(self) -> None:
        shelf = self._desk.shelf
        total, unread = count(len(shelf), "article"), f"{shelf.unread} unread"
        articles = (
            f"{total} listed, {unread} in all" if shelf.view.narrowed else f"{total}, {unread}"
        )
        name = Text.assemble(("Pullquote", "bold"), "   ", clean_line(self._place), "   ", articles)
        self.query_one("#name", Bar).say(name)

    @on(ArticleList.ReadChanged)
    def count_unread(self) -> None:
        """Keep the count of unread articles true."""
        self._tell_name()

    async def action_search(self) -> None:
        """Type what to look for; the list follows."""
        if self._search is None:
            from reader.tui.widgets.search_line import SearchLine

            self._search = SearchLine("search")
            await self.mount(self._search, before=self._message)
        self._search.display = True
        self._panes.bring("list")
        self._search.focus()

    def on_input_changed(self, message: "Input.Changed") -> None:
        """List what is found as one types."""
        if not self._look_at(self._desk.shelf.view._replace(query=message.value)):
            return
        if message.value:
            self._message.say(f"{count(len(self._desk.shelf), 'article')} found", passing=True)
        else:
            self._tell_listed()
        if article := self._text.article:
            self._text.mark(self._desk.digest(article), self._desk.hits(article))

    def _look_at(self, view: View) -> bool:
        """List what a view holds; say why where that cannot be."""
        try:
            self._desk.shelf.look_at(view)
        except Problem as problem:
            self._message.say(problem.sentence, passing=True)
            return False
        self._say_empty()
        self._list_anew()
        if self._list.key is None or self._text.article is None:
            self._show_article()
        return True

    def action_only(self) -> None:
        """List the articles in the next state."""
        if self._look_at(self._desk.shelf.view.next_only()):
            self._tell_listed()
            self._show_article()

    def _tell_listed(self) -> None:
        """Say which articles are listed, besides a search."""
        only = self._desk.shelf.view.only
        name = ONLY_NAMES[only]
        what = f"articles {name}" if only == "changed" else f"{name} articles".strip()
        self._message.say(f"Listed: {what}, {len(self._desk.shelf)} of them")

    def action_order(self) -> None:
        """List the articles in the next order, and keep that for the next time."""
        view = self._desk.shelf.view.next_order()
        if self._look_at(view):
            kept = "" if self._desk.keep_order() else " (for this session; it cannot be kept)"
            self._message.say(f"Sorted {view.order_name}{kept}")

    def action_toggle_read(self) -> None:
        """Mark the article under the cursor as read, or as unread again."""
        self._list.toggle_read()

    def action_toggle_star(self) -> None:
        """Star the article under the cursor, or take its star."""
        self._list.toggle_star()

    def action_tag(self) -> None:
        """Ask for a tag to give to the article under the cursor, or to take off."""
        from reader.tui.screens.tagging import Tagging, TaggingScreen

        shelf, key = self._desk.shelf, self._list.key
        if key is None:
            self._message.say(NO_ARTICLE)
            return
        row = shelf.row(self._list.cursor)

        def tag(decided: Tagging | None) -> None:
            if decided:
                shelf.tag([key], decided.tag, there=decided.there)
                self._list.refresh()
                done = (
                    f"Tagged #{decided.tag}{self._list.how_long}"
                    if decided.there
                    else f"Took off the tag #{decided.tag}"
                )
                self._list.acknowledge(done, row.title)

        self.app.push_screen(TaggingScreen(row.title, row.tags, shelf.tags()), tag)

    def on_input_submitted(self, message: "Input.Submitted") -> None:
        """Go to what was found."""
        message.input.display = bool(message.value)
        self._list.focus()
        self._show_article()

    def action_undo(self) -> None:
        """Take back what was marked, starred or named last; list what the list holds again."""
        shelf, article = self._desk.shelf, self._text.article
        named = article and self._desk.corrections(article)
        undone = shelf.undo()
        if undone and shelf.view.narrowed:
            shelf.reload()
        self._list_anew()
        self._show_article()
        if article and article == self._text.article and named != self._desk.corrections(article):
            self._show_changed_digest(article)
        self._message.say(f"Undone: {undone}" if undone else "There is nothing to undo.")

    def action_refresh(self) -> None:
        """Ask for a refresh, or for the end of one."""
        self.post_message(RefreshWanted())

    def action_full_text(self) -> None:
        """Ask for the page of the article that is shown."""
        if self._list.key is None:
            self._message.say(NO_ARTICLE)
        else:
            self.post_message(FullTextWanted(self._list.key))

    def action_article(self, step: int) -> None:
        """Show the next or the previous article, whichever pane has the focus."""
        if not 0 <= self._list.cursor + step < len(self._desk.shelf):
            self._message.say(the_end(step, len(self._desk.shelf)))
            return
        self._list.cursor += step
        if self._panes.front != "list":
            self._note_opened()

    def _open_article(self, key: int) -> None:
        """Read an article, also one that the search has not found."""
        self._list_article(key)
        self._note_opened()

    def _list_article(self, key: int) -> None:
        """Put the cursor on an article, also on one that the search has not found, and show it."""
        self._list.go_to(key)
        self._tell_name()
        if self._search:
            self._search.value = self._desk.shelf.view.query
        self._show_article()

    def _note_opened(self) -> None:
        """Mark the article under the cursor as read; say if it was changed since it last was."""
        changed = self._list.key is not None and self._desk.shelf.row(self._list.cursor).changed
        self._list.note_opened()
        if changed:
            self._message.say(self._guide.changed())
