"""Desk: what lies before the person: how articles are summed up, their digests, the corrections."""

from collections import Counter

from reader.article import Article
from reader.corrections import Corrections, corrected
from reader.digesting import Wish
from reader.remembered import Memory, SummaryChoice
from summarize import Digest, Quote, Span


class Desk:
    """The state that the panes show, without the panes."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self.choice = memory.recall()
        self._digests: dict[Wish, Digest] = {}
        self._corrections: dict[str, dict[Span, str]] = {}

    def choose(self, choice: SummaryChoice) -> bool:
        """Sum up as the person wants from now on; tell whether that could be kept."""
        self.choice = choice
        return self._memory.keep(choice)

    def wish(self, article: Article) -> Wish:
        """Return what to ask the engine for."""
        return Wish(article, self.choice.method, self.choice.length)

    def take(self, wish: Wish, digest: Digest) -> None:
        """Lay a digest that was made by."""
        self._digests[wish] = digest

    def digest(self, article: Article) -> Digest | None:
        """Return an article's digest, if it is there, with the person's corrections."""
        found = self._digests.get(self.wish(article))
        return found and corrected(found, self.corrections(article))

    def corrections(self, article: Article) -> Corrections:
        """Return the speakers of an article that the person named."""
        return self._corrections.get(article.id, {})

    def name_speaker(self, article: Article, quote: Quote, name: str | None) -> None:
        """Let a quote be said by who the person says; None takes the correction back."""
        mine = self._corrections.setdefault(article.id, {})
        if name is None:
            mine.pop(quote.span, None)
        else:
            mine[quote.span] = name

    def names(self, article: Article) -> tuple[str, ...]:
        """Return the names of those who speak in an article, the most heard first."""
        digest = self.digest(article)
        speakers = (quote.speaker for quote in digest.quotes) if digest else ()
        heard = Counter(speaker.name for speaker in speakers if speaker and speaker.name)
        return tuple(name for name, _ in heard.most_common())
