"""The reading screen: list, text and digest side by side, or as many as fit."""

from typing import TYPE_CHECKING

from rich.text import Text
from textual import getters, on
from textual.app import ComposeResult

from reader.article import Article, clean_line
from reader.citations import Citable, copied_span, with_source
from reader.problems import Problem
from reader.remembered import SummaryChoice
from reader.tui.base import ReaderApp
from reader.tui.desk import Desk
from reader.tui.guide import NO_ARTICLE, ONE_PANE, Guide, the_end
from reader.tui.keys import Key, bindings
from reader.tui.layout import PANES
from reader.tui.messages import (
    CopyWanted,
    Digested,
    DigestWanted,
    FullTextWanted,
    RefreshWanted,
    Said,
    ShelfChanged,
    SourcesRead,
)
from reader.tui.opening import open_in_browser
from reader.tui.outline import UNKNOWN_SPEAKER, Heard, count, one_line
from reader.tui.selecting import SelectingScreen
from reader.tui.widgets.article_list import ArticleList
from reader.tui.widgets.bars import Bar, KeyBar, MessageLine
from reader.tui.widgets.cursor_pane import CursorPane
from reader.tui.widgets.digest_pane import DigestPane
from reader.tui.widgets.panes import Panes
from reader.tui.widgets.text_pane import TextPane
from summarize import Digest, Quote

if TYPE_CHECKING:
    from textual.widgets import Input

    from reader.tui.widgets.search_line import SearchLine


class ReadingScreen(SelectingScreen):
    """Where one reads: what is chosen in one pane is shown in the others."""

    app = getters.app(ReaderApp)
    BINDINGS = bindings("reading")
    DEFAULT_CSS = """
    ReadingScreen {
        overflow: hidden;
        Bar { height: 1; padding: 0 1; }
        #name, #keys { background: $panel; }
    }
    """

    def __init__(self, place: str, desk: Desk) -> None:
        super().__init__()
        self._place = place
        self._desk = desk
        self._problems: list[Problem] = []
        self._list = ArticleList("list", desk.shelf)
        self._text = TextPane("text")
        self._digest = DigestPane("digest")
        self._panes = Panes(self._list, self._text, self._digest)
        self._message = MessageLine("message")
        self._search: SearchLine | None = None  # until one searches

    def compose(self) -> ComposeResult:
        """Lay out the bars and the panes."""
        yield Bar("name")
        yield self._panes
        yield self._message
        yield KeyBar("keys")

    def on_mount(self) -> None:
        """Start in the list."""
        self._list.reload()
        self._digest.wait(None, "")
        self._tell_name()
        self._message.say(self._guide.welcome())
        self._list.focus()
        self.app.theme_changed_signal.subscribe(self, lambda _: self._mark_anew())

    @property
    def _guide(self) -> Guide:
        return Guide(self.app.keys)

    # What is there to read

    @on(ShelfChanged)
    def take_articles(self, message: ShelfChanged) -> None:
        """List what is on the shelf now; say what could not be read."""
        self._problems += message.problems
        if message.problems:
            more = f" ({len(self._problems)} could not be read)" if self._problems[1:] else ""
            self._message.say(f"{message.problems[-1]}{more}")
        self._desk.shelf.reload()
        self._list.reload()
        self._tell_name()
        self._show_article()

    @on(SourcesRead)
    def end_reading(self) -> None:
        """Say what is empty."""
        if not self._desk.shelf:
            self._say_empty()

    def _say_empty(self) -> None:
        searching, library = bool(self._desk.shelf.query), self._desk.shelf.library is not None
        self._list.say_empty(self._guide.empty_list(searching=searching, library=library))

    def _mark_anew(self) -> None:
        """Paint with the styles of another theme."""
        if article := self._text.article:
            self._text.mark(self._desk.digest(article), self._desk.hits(article))

    def _tell_name(self) -> None:
        total, unread = len(self._desk.shelf), self._desk.shelf.unread
        articles = f"{count(total, 'article')}, {unread} unread"
        name = Text.assemble(("Pullquote", "bold"), "   ", clean_line(self._place), "   ", articles)
        self.query_one("#name", Bar).say(name)

    # The article that is shown

    @on(CursorPane.Moved)
    def follow_cursor(self, message: CursorPane.Moved) -> None:
        """Show the article under the list's cursor."""
        if message.pane is self._list:
            self._show_article()

    def _show_article(self) -> None:
        key = self._list.key
        if key is None or (article := self._desk.shelf.article(key)) == self._text.article:
            return
        self._desk.bookmark.leave(self._text.top)
        digest, top = self._desk.digest(article), self._desk.bookmark.open(key)
        self._text.show(article, digest, self._desk.hits(article), top)
        self._show_digest(article, digest)

    def on_unmount(self) -> None:
        """Keep the place in the article that was read last."""
        self._desk.bookmark.leave(self._text.top)

    def _show_digest(self, article: Article, digest: Digest | None) -> None:
        if digest:
            self._digest.show(article, digest)
        else:
            self._digest.wait(article, f"Reading for the summary ({self._desk.choice.method})…")
            self.post_message(DigestWanted(self._desk.wish(article)))

    @on(Digested)
    def take_digest(self, message: Digested) -> None:
        """Show a digest where its article is shown, and its counts in the list."""
        article, result = message.wish.article, message.result
        shown = article == self._text.article and message.wish == self._desk.wish(article)
        if isinstance(result, Problem):
            if shown:
                self._digest.wait(article, result.sentence)
            return
        self._desk.shelf.take(message.wish, result)
        self._list.refresh()
        if shown:
            self._show_changed_digest(article)

    def _show_changed_digest(self, article: Article) -> None:
        """Show the digest of the article that is shown as it is now; the text stays in place."""
        digest = self._desk.digest(article)
        self._show_digest(article, digest)
        if digest:
            self._text.mark(digest, self._desk.hits(article))

    def action_method(self) -> None:
        """Sum up by the next method."""
        self._sum_up(self._desk.choice.next_method())

    def action_unit(self) -> None:
        """Measure the summary's length in the next unit."""
        self._sum_up(self._desk.choice.next_unit())

    def action_length(self, steps: int) -> None:
        """Make the summary longer or shorter."""
        self._sum_up(self._desk.choice.longer(steps))

    def _sum_up(self, choice: SummaryChoice) -> None:
        kept = "" if self._desk.choose(choice) else " (for this session; it cannot be kept)"
        self._message.say(f"Summary by {choice}{kept}")
        if self._text.article:
            self._show_changed_digest(self._text.article)

    # What the library is asked

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
        try:
            self._desk.shelf.look_for(message.value)
        except Problem as problem:
            self._message.say(problem.sentence)
            return
        found = len(self._desk.shelf)
        self._say_empty()
        self._message.say(f"{count(found, 'article')} found" if message.value else "All articles")
        self._list.reload()
        if article := self._text.article:
            self._text.mark(self._desk.digest(article), self._desk.hits(article))

    def on_input_submitted(self, message: "Input.Submitted") -> None:
        """Go to what was found."""
        message.input.display = bool(message.value)
        self._list.focus()
        self._show_article()

    def action_undo(self) -> None:
        """Take back what was marked or starred last."""
        undone = self._desk.shelf.undo()
        self._message.say(f"Undone: {undone}" if undone else "There is nothing to undo.")
        self._list.refresh()
        self._tell_name()

    def action_refresh(self) -> None:
        """Ask for a refresh, or for the end of one."""
        self.post_message(RefreshWanted())

    def action_full_text(self) -> None:
        """Ask for the page of the article that is shown."""
        if self._list.key is None:
            self._message.say(NO_ARTICLE)
        else:
            self.post_message(FullTextWanted(self._list.key))

    # Moving about

    async def act(self, group: str, key: Key) -> None:
        """Do what a key of a group does, as if the pane that it is for had the focus."""
        if group in ("text", "digest"):
            self._panes.bring(next(pane for pane in PANES if pane == group))
        pane = self._panes.front if group == "move" else group
        node = self.query_one(f"#{pane}") if pane in PANES else self
        await self.app.run_action(key.action, self.app if group == "app" else node)

    @on(CursorPane.Chosen)
    def open_row(self, message: CursorPane.Chosen) -> None:
        """Read the article that was chosen, or go to the passage that was."""
        if message.pane is self._list:
            self._list.mark_read()
            self._show_article()
            self._panes.bring("text")
        elif isinstance(self._digest.value, Heard):
            self._list_passages(self._digest.value)
        elif self._digest.value:
            self._go_to(self._digest.value)

    def _go_to(self, value: Citable) -> None:
        self._text.go_to(value)
        self._panes.bring("text")

    def _list_passages(self, heard: Heard) -> None:
        """List all that one person says, in the article and in the library."""
        from reader.library import FoundQuote
        from reader.tui.screens.speaker import SpeakerScreen

        article, key = self._text.article, self._list.key
        if article is None or key is None:
            return

        def go(found: FoundQuote | None) -> None:
            if found:
                self._open_article(found.key)
                self._go_to(found.quote)

        said = [FoundQuote(key, article, quote) for quote in heard.quotes]
        library = None if heard.name == UNKNOWN_SPEAKER else self._desk.shelf.library
        self.app.push_screen(SpeakerScreen(heard.name, said, library), go)

    def _open_article(self, key: int) -> None:
        """Read an article, also one that the search has not found."""
        self._list.go_to(key)
        if self._search:
            self._search.value = self._desk.shelf.query
        self._list.mark_read()
        self._show_article()

    def action_who(self) -> None:
        """Ask who said the current quote, and keep the answer."""
        from reader.tui.screens.naming import Naming, NamingScreen

        article, quote = self._text.article, self._chosen()
        if article is None or not isinstance(quote, Quote):
            none = "No quote is chosen to name its speaker"
            self._message.say(self._guide.nothing_chosen(none))
            return

        def name(decided: Naming | None) -> None:
            if decided:
                self._name_speaker(article, quote, decided.name)

        words = one_line(quote.span.cut(article.text))
        was_corrected = quote.span in self._desk.corrections(article)
        names = self._desk.names(article)
        self.app.push_screen(NamingScreen(words, names, was_corrected=was_corrected), name)

    def _name_speaker(self, article: Article, quote: Quote, name: str | None) -> None:
        self._desk.name_speaker(article, quote, name)
        if article == self._text.article:
            self._show_changed_digest(article)
        said = "as the engine found it" if name is None else name or "nobody that is named"
        self._message.say(f"The speaker of this quote: {said}")

    @on(Said)
    def pass_on(self, message: Said) -> None:
        """Show what a pane has to say."""
        self._message.say(message.sentence)

    @on(ArticleList.ReadChanged)
    def count_unread(self) -> None:
        """Keep the count of unread articles true."""
        self._tell_name()

    def action_article(self, step: int) -> None:
        """Show the next or the previous article, whichever pane has the focus."""
        if not 0 <= self._list.cursor + step < len(self._desk.shelf):
            self._message.say(the_end(step, len(self._desk.shelf)))
            return
        self._list.cursor += step
        if self._panes.front != "list":
            self._list.mark_read()

    def action_pane(self, step: int) -> None:
        """Give the focus to the next pane."""
        self._panes.bring_next(step)

    def action_turn(self) -> None:
        """Show or hide the digest beside the text."""
        self._panes.turn()

    def action_turn_list(self) -> None:
        """Show or hide the list beside the text."""
        if not self._panes.turn_list():
            self._message.say(ONE_PANE)

    def action_enlarge(self) -> None:
        """Show the pane in front alone, or the others beside it again."""
        if not self._panes.enlarge():
            self._message.say(ONE_PANE)
        elif self._panes.large:
            self._message.say(self._guide.alone())

    def action_back(self) -> None:
        """Go back: from the digest to the text, to the list, out."""
        if self._panes.front == "list" and self._search and self._search.display:
            self._search.action_clear()
        elif self._panes.front == "list":
            self.app.exit()
        else:
            self._panes.bring_next(-1)

    def action_help(self) -> None:
        """Show all keys."""
        from reader.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.app.keys))

    def action_messages(self) -> None:
        """Show what was said last, in full."""
        from reader.tui.screens.messages import MessagesScreen

        def copy(sentence: str | None) -> None:
            if sentence:
                self.post_message(CopyWanted(sentence))

        keys = self._guide.key("message.copy"), self._guide.key("box.close")
        self.app.push_screen(MessagesScreen(tuple(self._message.said), *keys), copy)

    # Taking something away

    def action_copy(self) -> None:
        """Copy the current mark as it stands."""
        self._copy(with_its_source=False)

    def action_copy_with_source(self) -> None:
        """Copy the current mark with who said it and where."""
        self._copy(with_its_source=True)

    def action_interrupt(self) -> None:
        """Copy the current mark; where none is chosen, say how to leave."""
        if self._text.article and self._chosen():
            self.action_copy()
        else:
            self._message.say(self._guide.leaving())

    def _copy(self, *, with_its_source: bool) -> None:
        article, value = self._text.article, self._chosen()
        if article is None or value is None:
            self._message.say(self._guide.nothing_chosen("No mark is chosen to copy"))
            return
        words = copied_span(value).cut(self._text.column.text)
        text = with_source(article, value) if with_its_source else words
        self.post_message(CopyWanted(text))

    def _chosen(self) -> Citable | None:
        if self._panes.front != "digest":
            return self._text.chosen
        return None if isinstance(self._digest.value, Heard) else self._digest.value

    def action_browser(self) -> None:
        """Open the article's address in the browser."""
        address = self._text.article.url if self._text.article else ""
        self._message.say(open_in_browser(self.app, address) or "There is no web address to open.")
