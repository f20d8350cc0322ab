"""The reading screen: where one reads, and what its keys do."""

from textual import on

from reader.tui.keys import bindings
from reader.tui.opening import open_in_browser
from reader.tui.outline import Heard
from reader.tui.screens.checking import CheckingScreen
from reader.tui.widgets.cursor_pane import CursorPane


class ReadingScreen(CheckingScreen):
    """Where one reads: what is chosen in one pane is shown in the others."""

    BINDINGS = bindings("taking", "reading")

    def on_mount(self) -> None:
        """Start in the list."""
        self._list_anew()
        self._digest.wait(None, "")
        self._message.say(self._guide.welcome())
        self._list.focus()
        self.app.theme_changed_signal.subscribe(self, lambda _: self._mark_anew())

    def action_open(self) -> None:
        """Open the row of the list, or of the digest.

        At once, not by a message: the keys that were pressed since are for what is opened.
        """
        pane = self._list if self._panes.front == "list" else self._digest
        if pane.has_rows():
            self._open_row(pane)

    @on(CursorPane.Chosen)
    def open_clicked(self, message: CursorPane.Chosen) -> None:
        """Open the row that was clicked."""
        self._open_row(message.pane)

    def _open_row(self, pane: CursorPane) -> None:
        """Read the article that was chosen, or go to the passage that was."""
        if pane is self._list:
            self._message.retract(self._guide.welcome())
            self._note_opened()
            self._show_article()
            self._panes.bring("text")
        elif self._shown_findings:
            self._open_source(self._digest.cursor)
        elif isinstance(self._digest.value, Heard):
            self._list_passages(self._digest.value)
        elif self._digest.value:
            self._go_to(self._digest.value)

    def action_back(self) -> None:
        """Go back: where one came from; from the digest to the text, to the list, out."""
        if self._panes.front != "list" and self._return():
            return
        if self._panes.front == "list" and self._search and self._search.display:
            self._search.action_clear()
        elif self._panes.front == "list":
            self.app.exit()
        else:
            self._panes.bring_next(-1)

    def action_browser(self) -> None:
        """Open the article's address in the browser."""
        address = self._text.article.url if self._text.article else ""
        self._message.say(open_in_browser(self.app, address) or "There is no web address to open.")
