"""SearchLine: where one types what the list shall hold."""

from textual.widgets import Input

from reader.tui.keys import bindings


class SearchLine(Input):
    """A line that is there while one searches; Esc takes it away and lists everything."""

    BINDINGS = bindings("searching")
    DEFAULT_CSS = "SearchLine { display: none; height: 1; border: none; padding: 0 1; }"

    def __init__(self, name: str) -> None:
        super().__init__(
            placeholder='words "a phrase" prefix* speaker:name feed:name is:unread after:2026-01',
            id=name,
            compact=True,
        )

    def action_clear(self) -> None:
        """List everything again."""
        self.value = ""
        self.display = False
        self.screen.query_one("#list").focus()
