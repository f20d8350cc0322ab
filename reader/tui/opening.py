"""Opening addresses in the browser: an article's own, and its links by their numbers."""

from collections.abc import Callable, Sequence

from textual.app import App
from textual.timer import Timer
from textual.widget import Widget

from reader.tui.links import Link, is_web
from reader.tui.messages import Said
from reader.tui.outline import count

PATIENCE = 1.0  # seconds in which another digit may follow


def open_in_browser(app: App[None], address: str) -> str:
    """Ask the browser to open an address of the web; return what was done, "" for another address.

    It is passed on as it stands, never through a shell.
    """
    if not is_web(address):
        return ""
    app.open_url(address)
    return f"Asked the browser to open {address}"


class LinkNumber:
    """Opens a link as soon as no longer number can be meant."""

    def __init__(self, pane: Widget) -> None:
        self._pane = pane
        self._typed = 0
        self._timer: Timer | None = None

    def type(self, digit: int, links: Sequence[Link]) -> None:
        """Take one more digit."""
        if self._timer:
            self._timer.stop()
        number = 10 * self._typed + digit
        most = max((link.number for link in links), default=0)
        self._typed = 0
        if number > 0 and 10 * number <= most:
            self._typed = number
            self._say(f"Link {number}, or another digit for a later one")
            self._timer = self._pane.set_timer(PATIENCE, self._later(number, links))
        else:
            self._open(number, links)

    def _later(self, number: int, links: Sequence[Link]) -> Callable[[], None]:
        def open_it() -> None:
            self._typed = 0
            self._open(number, links)

        return open_it

    def _open(self, number: int, links: Sequence[Link]) -> None:
        address = next((link.address for link in links if link.number == number), None)
        if address:
            self._say(open_in_browser(self._pane.app, address))
        elif links:
            there = count(max(link.number for link in links), "link")
            self._say(f"There is no link {number} here; the text has {there}.")
        else:
            self._say("This article has no links to open.")

    def _say(self, sentence: str) -> None:
        self._pane.post_message(Said(sentence))
