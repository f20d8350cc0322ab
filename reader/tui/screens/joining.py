"""The joining box: which other story is the same event."""

from collections.abc import Iterator, Sequence

from reader.library import NearStory
from reader.tui.screens.asking import AskingScreen, Question


class JoiningScreen(AskingScreen[NearStory]):
    """Asks for a story of about the same days, by a word of its headline or its outlet."""

    def __init__(self, title: str, near: Sequence[NearStory]) -> None:
        wanted = "Which story is of the same event? Type a word of it or choose one"
        super().__init__(Question(title, wanted, "Enter joins them, Esc leaves both as they are."))
        self._near = near

    def offers(self, typed: str) -> Iterator[tuple[str, NearStory]]:
        """Offer the stories that hold what was typed."""
        for one in self._near:
            words = ", ".join(filter(None, (one.title, one.outlet)))
            if typed.casefold() in words.casefold():
                yield words, one
