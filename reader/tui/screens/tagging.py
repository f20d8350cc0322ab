"""The tagging box: which tag an article gets or loses."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.tui.screens.asking import AskingScreen, Question, fitting


class Tagging(NamedTuple):
    """What was decided: to give a tag, or to take it off."""

    tag: str
    there: bool


class TaggingScreen(AskingScreen[Tagging]):
    """Asks for a tag: one that there is or one that is typed; those of the article come off."""

    def __init__(self, title: str, has: Sequence[str], tags: Sequence[str]) -> None:
        wanted = "Which tag? Type one or choose one"
        super().__init__(Question(title, wanted, "Enter takes the choice, Esc leaves the tags."))
        self._has = has
        self._tags = [tag for tag in tags if tag not in has]

    def offers(self, typed: str) -> Iterator[tuple[str, Tagging]]:
        """Offer tags to give, then those to take off."""
        for tag in fitting(self._tags, typed):
            if tag.casefold() not in self._has:
                yield f"#{tag}", Tagging(tag, there=True)
        for tag in self._has:
            if typed.casefold() in tag:
                yield f"take #{tag} off", Tagging(tag, there=False)
