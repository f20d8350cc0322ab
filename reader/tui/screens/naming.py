"""The naming box: who said a quote, where the engine is wrong."""

from collections.abc import Sequence
from typing import NamedTuple

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static

from reader.article import clean_line
from reader.tui.base import ReaderApp
from reader.tui.keys import bindings

NOBODY = "Nobody that the article names"
AS_FOUND = "As the engine found it"
LONGEST_NAME = 120


class Naming(NamedTuple):
    """What was decided: `name` is "" for nobody, None to take a correction back."""

    name: str | None


class NamingScreen(ModalScreen[Naming | None]):
    """Asks who said a quote: one of the names in the article, or one that is typed."""

    app = getters.app(ReaderApp)
    BINDINGS = bindings("naming")
    CSS = """
    NamingScreen { align: center middle; }
    #naming { width: 72; max-width: 100%; height: auto; max-height: 90%; padding: 1 2;
              background: $surface; }
    #naming Static { height: auto; max-height: 4; }
    NamingScreen.-ascii #naming Input { border: ascii $primary; }
    NamingScreen.-ascii #names { border: ascii $primary; scrollbar-size: 0 0; }
    #names { height: auto; max-height: 12; background: $surface; }
    """

    def __init__(self, words: str, names: Sequence[str], *, was_corrected: bool) -> None:
        super().__init__()
        self.app.draw_box(self)
        self._words = words
        self._names = names
        self._was_corrected = was_corrected
        self._offers: Sequence[tuple[str, Naming]] = ()

    def compose(self) -> ComposeResult:
        """Lay out the question, the line to type in and what there is to choose."""
        with Vertical(id="naming"):
            yield Static(Content(self._words))
            yield Input(
                placeholder="Who said it? Type a name or choose one", max_length=LONGEST_NAME
            )
            yield OptionList(id="names")
            yield Static("Enter takes the choice, Esc leaves the speaker as it is.")

    def on_mount(self) -> None:
        """Offer every name at first."""
        self._offer("")

    @on(Input.Changed)
    def narrow(self, message: Input.Changed) -> None:
        """Offer the names that hold what was typed, then what was typed."""
        self._offer(clean_line(message.value))

    def _offer(self, typed: str) -> None:
        fitting = [name for name in self._names if typed.casefold() in name.casefold()]
        if typed and typed not in fitting:
            fitting.append(typed)
        self._offers = [
            *((name, Naming(name)) for name in fitting),
            (NOBODY, Naming("")),
            *([(AS_FOUND, Naming(None))] if self._was_corrected else []),
        ]
        names = self.query_one(OptionList)
        names.set_options(Content(words) for words, _ in self._offers)
        names.highlighted = 0

    def action_move(self, rows: int) -> None:
        """Move the choice while one types."""
        names = self.query_one(OptionList)
        names.highlighted = ((names.highlighted or 0) + rows) % len(self._offers)

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def take_choice(self) -> None:
        """Take what is chosen."""
        self.dismiss(self._offers[self.query_one(OptionList).highlighted or 0][1])

    def action_close(self) -> None:
        """Leave the speaker as it is."""
        self.dismiss(None)
