"""The help: every key, from the one table."""

from rich.table import Table
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.tui.keys import TABLE, bindings

TITLES = {
    "move": "Everywhere",
    "list": "In the list",
    "text": "In the text",
    "digest": "In the digest",
    "reading": "While reading",
}
NOTE = (
    "A digit in the text opens the link of that number. "
    "Shift and drag selects with the terminal's own selection.   q closes this page."
)


class HelpScreen(ModalScreen[None]):
    """All keys by where they work."""

    BINDINGS = bindings("help")
    CSS = """
    HelpScreen { align: center middle; }
    #help { width: 64; max-width: 100%; height: auto; max-height: 100%; padding: 1 2;
            background: $surface; border: round $primary; }
    """

    def compose(self) -> ComposeResult:
        """Lay out the table."""
        with VerticalScroll(id="help"):
            yield Static(_keys())


def _keys() -> Table:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), caption=NOTE)
    for group, title in TITLES.items():
        table.add_row(f"[bold]{title}")
        for key in TABLE[group]:
            shown = ", ".join(dict.fromkeys((key.shown, *_others(key.keys))))
            table.add_row(f"  {shown}".replace("[", r"\["), key.does)
        table.add_row()
    return table


def _others(keys: str) -> list[str]:
    named = {"right_square_bracket": "]", "left_square_bracket": "[", "equals_sign": "="}
    return [named.get(key, key) for key in keys.split(",")[1:]]
