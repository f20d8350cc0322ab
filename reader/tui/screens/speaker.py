"""The speaker's box: all that one person says, in full, in the article and across the library."""

from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static
from textual.worker import get_current_worker

from reader.article import Article
from reader.library import FoundQuote, Library
from reader.problems import Problem
from reader.tui.keys import bindings
from reader.tui.outline import about_speaker, count
from reader.tui.widgets.cursor_pane import CursorPane
from reader.tui.widgets.passages import Passage, Passages

MOST = 200  # quotes of other articles that are listed
NOTE = "Enter goes to its place, q closes."


class SpeakerScreen(ModalScreen[FoundQuote | None]):
    """What a speaker says; gives the quote that was chosen to go to, or None."""

    BINDINGS = bindings("box")
    CSS = """
    SpeakerScreen { align: center middle; }
    #said { width: 84; max-width: 100%; height: 80%; background: $surface; }
    #said Static { height: 1; padding: 0 1; background: $panel; }
    #speaker { height: 1fr; }
    """

    def __init__(self, name: str, said: Sequence[FoundQuote], library: Path | None) -> None:
        """List what is `said` in the article that is read, then what the library has of others."""
        super().__init__()
        self._speaker = name
        self._said = [*said]
        self._library = library
        own = [_passage(one, about_speaker(one.article.text, one.quote)) for one in said]
        self._passages = Passages("speaker", name, own)
        self._note = Static(NOTE)

    def compose(self) -> ComposeResult:
        """Lay out the passages."""
        with Vertical(id="said"):
            yield self._passages
            yield self._note

    def on_mount(self) -> None:
        """Look in the library, if the article is of one."""
        if self._library:
            self._note.update(f"{NOTE} Looking in the other articles…")
            self._look(self._library, {one.key for one in self._said})

    @work(thread=True)
    def _look(self, path: Path, shown: set[int]) -> None:
        """Read what the person says in other articles, the newest first."""
        worker = get_current_worker()
        found: list[FoundQuote] = []
        try:
            with Library.open(path) as library:
                for one in islice(library.findings.quotes(speaker=self._speaker), MOST):
                    if worker.is_cancelled:
                        return
                    if one.key not in shown:
                        found.append(one)
        except Problem as problem:
            self.app.call_from_thread(self._note.update, Content(str(problem)))
        else:
            self.app.call_from_thread(self._add, found)

    def _add(self, found: Sequence[FoundQuote]) -> None:
        """List the quotes of other articles below those of this one."""
        self._said += found
        self._passages.extend([_passage(one, _where(one.article)) for one in found])
        self._note.update(f"{NOTE} {count(len(found), 'quote')} in other articles.")

    @on(CursorPane.Chosen)
    def go_to_quote(self) -> None:
        """Leave for the place of the quote."""
        self.dismiss(self._said[self._passages.cursor])

    def action_close(self) -> None:
        """Leave without going anywhere."""
        self.dismiss(None)


def _passage(found: FoundQuote, about: str) -> Passage:
    return Passage(found.quote.span.cut(found.article.text), about)


def _where(article: Article) -> str:
    """Return what tells an article from others, in the fewest words."""
    about = (article.title, article.source, article.published.partition("T")[0])
    return ", ".join(part for part in about if part)
