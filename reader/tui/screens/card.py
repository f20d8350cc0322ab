"""The card: all that there is room for on a terminal too small to read in."""

from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.tui.keys import bindings
from reader.tui.layout import SMALLEST


class CardScreen(ModalScreen[None]):
    """Says what is needed; its only key leaves the reader."""

    BINDINGS = bindings("card")
    CSS = "CardScreen { background: $background; }"

    def __init__(self, leave: str) -> None:
        super().__init__()
        self._leave = leave

    def compose(self) -> ComposeResult:
        """Lay out the sentence."""
        columns, rows = SMALLEST
        yield Static(f"Pullquote needs {columns} columns and {rows} rows. {self._leave} leaves.")
