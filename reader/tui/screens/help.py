"""The help: every key, from the one table."""

from rich.table import Table
from rich.text import Text
from textual import getters
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.tui.base import ReaderApp
from reader.tui.key_places import TITLES
from reader.tui.keys import Keys, bindings, shown

NOTE = (
    "A digit in the text opens the link of that number. "
    "Shift and drag selects with the terminal's own selection.   {} closes this page."
)


class HelpScreen(ModalScreen[None]):
    """All keys by where they work."""

    app = getters.app(ReaderApp)
    BINDINGS = bindings("help")
    CSS = """
    HelpScreen { align: center middle; }
    #help { width: 64; max-width: 100%; height: auto; max-height: 100%; padding: 1 2;
            background: $surface; border: round $primary; }
    HelpScreen.-ascii #help { border: ascii $primary; scrollbar-size: 0 0; }
    """

    def __init__(self, keys: Keys) -> None:
        super().__init__()
        self.app.draw_box(self)
        self._keys = keys

    def compose(self) -> ComposeResult:
        """Lay out the table."""
        with VerticalScroll(id="help"):
            yield Static(_table(self._keys))


def _table(keys: Keys) -> Table:
    note = NOTE.format(keys.shown("helping.close"))
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), caption=note)
    for group, title in TITLES.items():
        table.add_row(Text(title.capitalize(), "bold"))
        for key in keys.table[group]:
            written = [shown(one) for one in key.keys.split(",")] if key.shown else ["no key"]
            table.add_row(Text(f"  {', '.join(dict.fromkeys(written))}"), Text(key.told))
        table.add_row()
    return table
