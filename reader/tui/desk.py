"""Desk: what lies before the person: the articles, how they are summed up, who speaks in them."""

from collections import Counter
from collections.abc import Sequence

from reader.article import Article
from reader.citations import Citable, Citation, cite
from reader.corrections import Corrections, corrected
from reader.digesting import Wish
from reader.problems import Problem
from reader.remembered import Memory, SummaryChoice
from reader.tui.bookmark import Bookmark
from reader.tui.shelves import Shelf
from summarize import Digest, Quote, Span

MOST_SEARCHED = 500_000  # code points of an article in which search hits are marked


class Desk:
    """The state that the panes show, without the panes."""

    def __init__(self, shelf: Shelf, memory: Memory) -> None:
        self.shelf = shelf
        self._memory = memory
        self.choice = memory.recall()
        self.bookmark = Bookmark(shelf)
        shelf.look_at(shelf.view._replace(order=memory.recall_order()))

    def choose(self, choice: SummaryChoice) -> bool:
        """Sum up as the person wants from now on; tell whether that could be kept."""
        self.choice = choice
        return self._memory.keep(choice)

    def keep_order(self) -> bool:
        """Keep the order of the list for the next session; tell whether that worked."""
        return self._memory.keep_order(self.shelf.view.order)

    def wish(self, article: Article) -> Wish:
        """Return what to ask the engine for."""
        return Wish(article, self.choice.method, self.choice.length)

    def digest(self, article: Article) -> Digest | None:
        """Return an article's digest, if it is there, with the person's corrections."""
        found = self.shelf.digest(article, self.choice)
        return found and corrected(found, self.corrections(article))

    def cite(self, key: int, article: Article, value: Citable) -> Citation:
        """Return a part of an article with its source."""
        return cite(article, value, self.digest(article), self.shelf.edition(key))

    def hits(self, article: Article) -> Sequence[Span]:
        """Return where an article has what the list was searched for."""
        if not self.shelf.view.query.strip():
            return ()
        from reader.library import highlights  # not on the way to a first screen

        try:
            return highlights(article.text[:MOST_SEARCHED], self.shelf.view.query)
        except Problem:  # words that only the search of given articles understands
            return ()

    def corrections(self, article: Article) -> Corrections:
        """Return the speakers of an article that the person named."""
        return self.shelf.corrections(article)

    def name_speaker(self, article: Article, quote: Quote, name: str | None) -> None:
        """Let a quote be said by who the person says; None takes the correction back."""
        self.shelf.name_speaker(article, quote.span, name)

    def names(self, article: Article) -> tuple[str, ...]:
        """Return the names of those who speak in an article, the most heard first."""
        digest = self.digest(article)
        speakers = (quote.speaker for quote in digest.quotes) if digest else ()
        heard = Counter(speaker.name for speaker in speakers if speaker and speaker.name)
        return tuple(name for name, _ in heard.most_common())
