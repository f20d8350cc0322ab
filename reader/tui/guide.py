"""Guide: sentences that say what is empty or cannot be done, and which key comes next."""

from typing import NamedTuple

from reader.tui.keys import Keys
from reader.tui.shelves.view import ONLY_NAMES, View


class Guide(NamedTuple):
    """Names keys as they are on this screen."""

    keys: Keys

    def key(self, of: str) -> str:
        """Return what to press for an action: what the palette finds, where it has no key."""
        return self.keys.shown(of) or self.keys.shown("palette")

    def welcome(self) -> str:
        """Return the keys that one starts with, in the list and then in the text."""
        keys = ("list.open", "text.next", "copy.mark", "help")
        read, step, copy, every = map(self.key, keys)
        return (
            f"{read} reads; there {step} steps to quotes and figures, {copy} copies one."
            f" {every} lists keys."
        )

    def steps(self, *, reading: bool) -> str:
        """Say how one goes through the findings of a check, in the text or from the list."""
        step, source, read = map(self.key, ("text.next", "text.source", "list.open"))
        if not reading:
            return f"{read} reads it, and there {step} steps through them"
        return f"{step} steps through them, {source} opens the source"

    def empty_list(self, view: View, *, library: bool) -> str:
        """Say why nothing is listed."""
        if view.query.strip():
            return f"Nothing is found. {self.key('searching.clear')} lists everything."
        if view.only != "all":
            return f"No article is {ONLY_NAMES[view.only]}. {self.key('list.only')} lists others."
        if library:
            return f"No articles yet. {self.key('refresh')} fetches the feeds."
        return f"Nothing to read here. {self.key('back')} leaves."

    def no_marks(self, *, article: bool, digest: bool) -> str:
        """Say why there is no mark to step to."""
        if not article:
            return NO_ARTICLE
        if not digest:
            return "Quotes and figures are still being looked for…"
        following = f"{self.key('article.next')} goes to the next article"
        return f"No quotes or figures are in this text; {following}."

    def nothing_chosen(self, what: str, *, reading: bool) -> str:
        """Say what is not chosen, "No quote is chosen to …", and how to choose it from here."""
        step, read = map(self.key, ("text.next", "list.open"))
        before = "" if reading else f"{read} reads the article, and there "
        return f"{what}; {before}{step} steps to the next one."

    def leaving(self) -> str:
        """Say how to leave, where ctrl+c has nothing to copy."""
        return f"Nothing is chosen to copy; {self.key('leave')} leaves Pullquote."

    def changed(self) -> str:
        """Say that an article was changed at its source since it was read."""
        return f"Changed at its source since you read it; {self.key('article.edits')} shows what."

    def alone(self) -> str:
        """Say how the other panes come back."""
        return f"{self.key('pane.large')} shows the other panes again."


NO_ARTICLE = "There is no article here."
NO_MORE = "The library has this article no more."
NONE_LISTED = "No article is listed."
ONE_PANE = "There is room for one pane only."


def the_end(step: int, articles: int) -> str:
    """Say why there is no article in a direction."""
    if not articles:
        return NO_ARTICLE
    return f"This is the {'last' if step > 0 else 'first'} article."
