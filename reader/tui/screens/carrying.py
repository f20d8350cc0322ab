"""The trace's box: every article that carries a quote or a figure, the oldest first."""

from collections.abc import Sequence
from pathlib import Path

from reader.article import Article
from reader.compared import Carried, where
from reader.tui.outline import count
from reader.tui.screens.looking import CLOSES, LEADS, LookingScreen
from reader.tui.widgets.passages import Passage
from summarize import Claim, Quote

LOOKING = "Looking through the library…"


class CarryingScreen(LookingScreen[Carried]):
    """Who carries a mark."""

    def __init__(self, words: str, article: Article, value: Quote | Claim, library: Path) -> None:
        """Trace a value of an article through a library; `words` are what it says."""
        work = "reader.checking.errands:trace"
        super().__init__(words, LOOKING, work, library, article, value)
        self._article = article

    def passage(self, found: Carried) -> Passage:
        """Return the wording in an article."""
        here = " (this article)" if found.article.id == self._article.id else ""
        return Passage(found.words, where(found.article, found.speaker) + here)

    def told(self, found: Sequence[Carried]) -> str:
        """Say how many carry it, or that no other does."""
        if all(one.article.id == self._article.id for one in found):
            here = "but this one " if found else ""
            return f"No article of the library {here}carries it. {CLOSES}"
        return f"{count(len(found), 'article')}, the oldest first. {LEADS}"
