"""The naming box: who said a quote, where the engine is wrong."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.tui.screens.asking import AskingScreen, Question, fitting

NOBODY = "Nobody that the article names"
AS_FOUND = "As the engine found it"


class Naming(NamedTuple):
    """What was decided: `name` is "" for nobody, None to take a correction back."""

    name: str | None


class NamingScreen(AskingScreen[Naming]):
    """Asks who said a quote: one of the names in the article, or one that is typed."""

    def __init__(self, words: str, names: Sequence[str], *, was_corrected: bool) -> None:
        wanted = "Who said it? Type a name or choose one"
        ending = "Enter takes the choice, Esc leaves the speaker as it is."
        super().__init__(Question(words, wanted, ending))
        self._names = names
        self._was_corrected = was_corrected

    def offers(self, typed: str) -> Iterator[tuple[str, Naming]]:
        """Offer the names, nobody, and to take a correction back."""
        yield from ((name, Naming(name)) for name in fitting(self._names, typed))
        yield NOBODY, Naming("")
        if self._was_corrected:
            yield AS_FOUND, Naming(None)
