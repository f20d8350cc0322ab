"""The speaker's box: all that one person says, in full."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.tui.keys import bindings
from reader.tui.outline import Heard, about_speaker
from reader.tui.widgets.cursor_pane import CursorPane
from reader.tui.widgets.passages import Passage, Passages
from summarize import Quote


def passages_of(text: str, heard: Heard) -> dict[Passage, Quote]:
    """Return all that one person says in a text, each with its quote."""
    return {
        Passage(quote.span, quote.span.cut(text), about_speaker(text, quote)): quote
        for quote in heard.quotes
    }


class SpeakerScreen(ModalScreen[Passage | None]):
    """What a speaker says; gives the passage that was chosen to go to, or None."""

    BINDINGS = bindings("box")
    CSS = """
    SpeakerScreen { align: center middle; }
    #said { width: 84; max-width: 100%; height: 80%; background: $surface; }
    #said Static { height: 1; padding: 0 1; background: $panel; }
    #speaker { height: 1fr; }
    """

    def __init__(self, name: str, passages: Sequence[Passage]) -> None:
        super().__init__()
        self._passages = Passages("speaker", name, passages)

    def compose(self) -> ComposeResult:
        """Lay out the passages."""
        with Vertical(id="said"):
            yield self._passages
            yield Static("Enter goes to its place, q closes.")

    @on(CursorPane.Chosen)
    def go_to_passage(self) -> None:
        """Leave for the place of the passage."""
        self.dismiss(self._passages.passage)

    def action_close(self) -> None:
        """Leave without going anywhere."""
        self.dismiss(None)
