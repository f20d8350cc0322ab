"""The trace's box: every article that carries a quote or a figure, the oldest first."""

from collections.abc import Sequence
from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static
from textual.worker import get_current_worker

from reader.article import Article
from reader.beside import beside
from reader.compared import Carried, where
from reader.problems import Problem
from reader.tui.keys import bindings
from reader.tui.outline import count
from reader.tui.widgets.cursor_pane import CursorPane
from reader.tui.widgets.passages import Passage, Passages
from summarize import Claim, Quote

LOOKING = "Looking through the library…"
CLOSES = "q closes."


class CarryingScreen(ModalScreen[Carried | None]):
    """Who carries a mark; gives the place that was chosen to go to, or None."""

    BINDINGS = bindings("box")
    CSS = """
    CarryingScreen { align: center middle; }
    #carrying { width: 84; max-width: 100%; height: 80%; background: $surface; }
    #carrying Static { height: auto; padding: 0 1; background: $panel; }
    #trace { height: 1fr; }
    """

    def __init__(self, words: str, article: Article, value: Quote | Claim, library: Path) -> None:
        """Trace a value of an article through a library; `words` are what it says."""
        super().__init__()
        self._article, self._value, self._library = article, value, library
        self._carried: Sequence[Carried] = ()
        self._passages = Passages("trace", words, ())
        self._note = Static(f"{LOOKING} {CLOSES}")

    def compose(self) -> ComposeResult:
        """Lay out the passages."""
        with Vertical(id="carrying"):
            yield self._passages
            yield self._note

    def on_mount(self) -> None:
        """Look through the library beside the screen."""
        self._passages.focus()
        self._look()

    @work(thread=True)
    def _look(self) -> None:
        worker = get_current_worker()
        try:
            found: Sequence[Carried] | None = beside(
                "reader.checking.errands:trace",
                self._library,
                self._article,
                self._value,
                is_wanted=lambda: not worker.is_cancelled,
            )
        except Problem as problem:
            self.app.call_from_thread(self._note.update, Content(str(problem)))
        else:
            if found is not None:
                self.app.call_from_thread(self._list, found)

    def _list(self, found: Sequence[Carried]) -> None:
        self._carried = found
        self._passages.extend([Passage(one.words, self._about(one)) for one in found])
        others = [one for one in found if one.article.id != self._article.id]
        if not others:
            here = "but this one " if found else ""
            self._note.update(f"No article of the library {here}carries it. {CLOSES}")
        else:
            told = count(len(found), "article")
            self._note.update(f"{told}, the oldest first. Enter goes to its place, {CLOSES}")

    def _about(self, one: Carried) -> str:
        here = " (this article)" if one.article.id == self._article.id else ""
        return where(one.article, one.speaker) + here

    @on(CursorPane.Chosen)
    def go_to_place(self) -> None:
        """Leave for the place of the row."""
        if self._carried:
            self.dismiss(self._carried[self._passages.cursor])

    def action_close(self) -> None:
        """Leave without going anywhere."""
        self.dismiss(None)
