"""AskingScreen: a box that asks for a name, one of those that there are or one that is typed."""

from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static

from reader.article import clean_line
from reader.tui.base import ReaderApp
from reader.tui.keys import bindings

LONGEST_NAME = 120

Answer = TypeVar("Answer")


class Question(NamedTuple):
    """What is asked: `about` stands above the line, `wanted` in it, `ending` below."""

    about: str
    wanted: str
    ending: str


class AskingScreen(ModalScreen[Answer | None], Generic[Answer]):
    """Asks a question; leaves with the answer that was chosen, or with None."""

    app = getters.app(ReaderApp)
    BINDINGS = bindings("asking")
    DEFAULT_CSS = """
    AskingScreen { align: center middle; }
    #asking { width: 72; max-width: 100%; height: auto; max-height: 90%; padding: 1 2;
              background: $surface; }
    #asking Static { height: auto; max-height: 4; }
    AskingScreen.-ascii #asking Input { border: ascii $primary; }
    AskingScreen.-ascii #names { border: ascii $primary; scrollbar-size: 0 0; }
    #names { height: auto; max-height: 12; background: $surface; }
    """

    def __init__(self, question: Question) -> None:
        super().__init__()
        self.app.draw_box(self)
        self._question = question
        self._offers: Sequence[tuple[str, Answer]] = ()

    def offers(self, typed: str) -> Iterable[tuple[str, Answer]]:
        """Return what can be chosen once something is typed, and the answer of each."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Lay out the question, the line to type in and what there is to choose."""
        with Vertical(id="asking"):
            yield Static(Content(self._question.about))
            yield Input(placeholder=self._question.wanted, max_length=LONGEST_NAME)
            yield OptionList(id="names")
            yield Static(self._question.ending)

    def on_mount(self) -> None:
        """Offer everything at first."""
        self._offer("")

    @on(Input.Changed)
    def narrow(self, message: Input.Changed) -> None:
        """Offer what fits what was typed."""
        self._offer(clean_line(message.value))

    def _offer(self, typed: str) -> None:
        self._offers = tuple(self.offers(typed))
        names = self.query_one(OptionList)
        names.set_options(Content(words) for words, _ in self._offers)
        names.highlighted = 0 if self._offers else None

    def action_move(self, rows: int) -> None:
        """Move the choice while one types."""
        names = self.query_one(OptionList)
        if self._offers:
            names.highlighted = ((names.highlighted or 0) + rows) % len(self._offers)

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def take_choice(self) -> None:
        """Take what is chosen."""
        if self._offers:
            self.dismiss(self._offers[self.query_one(OptionList).highlighted or 0][1])

    def action_close(self) -> None:
        """Leave everything as it is."""
        self.dismiss(None)


def fitting(names: Sequence[str], typed: str) -> list[str]:
    """Return the names that hold what was typed, then what was typed, if it is none of them."""
    found = [name for name in names if typed.casefold() in name.casefold()]
    return [*found, typed] if typed and typed not in found else found
