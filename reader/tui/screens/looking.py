"""LookingScreen: a box of passages that are looked for beside the screen."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Generic, TypeVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static
from textual.worker import get_current_worker

from reader.beside import beside
from reader.problems import Problem
from reader.tui.keys import bindings
from reader.tui.widgets.cursor_pane import CursorPane
from reader.tui.widgets.passages import Passage, Passages

Found = TypeVar("Found")
CLOSES = "q closes."
LEADS = f"Enter goes to its place, {CLOSES}"


class LookingScreen(ModalScreen[Found | None], Generic[Found]):
    """What was found, a passage each; gives the one that was chosen to go to, or None."""

    BINDINGS = bindings("box")
    DEFAULT_CSS = """
    LookingScreen { align: center middle; }
    LookingScreen > Vertical {
        width: 84; max-width: 100%; height: 80%; background: $surface;
        Static { height: auto; padding: 0 1; background: $panel; }
        Passages { height: 1fr; }
    }
    """

    def __init__(self, title: str, looking: str, work: str, *given: object) -> None:
        """Look by work that is named like "package.module:function"; say `looking` meanwhile."""
        super().__init__()
        self._work, self._given = work, given
        self._found: Sequence[Found] = ()
        self._passages = Passages("passages", title, ())
        self._note = Static(f"{looking} {CLOSES}")

    @abstractmethod
    def passage(self, found: Found) -> Passage:
        """Return how one of them is shown."""

    @abstractmethod
    def told(self, found: Sequence[Found]) -> str:
        """Say what was found, and which keys are of use."""

    def compose(self) -> ComposeResult:
        """Lay out the passages."""
        with Vertical():
            yield self._passages
            yield self._note

    def on_mount(self) -> None:
        """Look beside the screen."""
        self._passages.focus()
        self._look()

    @work(thread=True)
    def _look(self) -> None:
        worker = get_current_worker()
        try:
            found: Sequence[Found] | None = beside(
                self._work, *self._given, is_wanted=lambda: not worker.is_cancelled
            )
        except Problem as problem:
            self.app.call_from_thread(self._note.update, Content(str(problem)))
        else:
            if found is not None:
                self.app.call_from_thread(self._list, found)

    def _list(self, found: Sequence[Found]) -> None:
        self._found = found
        self._passages.extend([self.passage(one) for one in found])
        self._note.update(Content(self.told(found)))

    @on(CursorPane.Chosen)
    def go_to_place(self) -> None:
        """Leave for the place of the row."""
        if self._found:
            self.dismiss(self._found[self._passages.cursor])

    def action_close(self) -> None:
        """Leave without going anywhere."""
        self.dismiss(None)
