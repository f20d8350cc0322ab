"""The messages' box: what was said last, in full, to be copied."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.log import log_path
from reader.tui.keys import bindings
from reader.tui.layout import HEIGHTS
from reader.tui.widgets.bars import Message
from reader.tui.widgets.cursor_pane import CursorPane
from reader.tui.widgets.passages import Passage, Passages


class MessagePassages(Passages):
    """The messages, newest first; the one under the cursor can be copied."""

    BINDINGS = bindings("messages")


class MessagesScreen(ModalScreen[str | None]):
    """The last messages; gives the sentence that is to be copied, or None."""

    BINDINGS = bindings("box")
    CSS = """
    MessagesScreen { align: center middle; }
    #told { width: 84; max-width: 100%; height: 80%; background: $surface; }
    #told Static { height: auto; padding: 0 1; background: $panel; }
    #messages { height: 1fr; }
    MessagesScreen.-low #told { height: 100%; }
    MessagesScreen.-low Static { max-height: 2; }
    """
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(self, messages: Sequence[Message], copy: str, close: str) -> None:
        super().__init__()
        newest_first = [
            Passage(message.sentence, f"   {message.at:%H:%M:%S}") for message in reversed(messages)
        ]
        self._sentences = [passage.words for passage in newest_first]
        self._messages = MessagePassages("messages", "Messages", newest_first)
        self._keys = f"{copy} copies it, {close} closes. What went wrong is kept in {log_path()}"

    def compose(self) -> ComposeResult:
        """Lay out the messages."""
        with Vertical(id="told"):
            yield self._messages
            yield Static(Content(self._keys))

    @on(CursorPane.Chosen)
    def take_message(self) -> None:
        """Leave with the message to copy."""
        self.dismiss(self._sentences[self._messages.cursor])

    def action_close(self) -> None:
        """Leave without copying."""
        self.dismiss(None)
