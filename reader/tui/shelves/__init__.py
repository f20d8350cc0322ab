"""Shelves: the articles that the list shows and what is kept of each, wherever they come from."""

from collections.abc import Iterable
from typing import Protocol

from reader.article import Article
from reader.corrections import Corrections
from reader.digesting import Wish
from reader.remembered import SummaryChoice
from reader.rows import Row
from summarize import Digest, Span


class Shelf(Protocol):
    """Articles in the order of the list. A place counts from 0; a key names an article for good."""

    def __len__(self) -> int:
        """Return how many articles the list has."""

    @property
    def unread(self) -> int:
        """How many articles were not read yet."""

    def row(self, place: int) -> Row:
        """Return what the list shows at a place."""

    def place(self, key: int) -> int | None:
        """Return where an article stands, if it is in the list."""

    def article(self, key: int) -> Article:
        """Return an article in full."""

    def next_unread(self, place: int, step: int) -> int | None:
        """Return the place of the next unread article in a direction, around the end."""

    def mark_read(self, keys: Iterable[int], *, read: bool) -> None:
        """Mark articles as read or unread."""

    def digest(self, article: Article, choice: SummaryChoice) -> Digest | None:
        """Return an article's digest as it was found, if there is one of that choice."""

    def take(self, wish: Wish, digest: Digest) -> None:
        """Take in a digest that was made."""

    def undigested(self) -> Article | None:
        """Return an article without a digest, each once; asked for on the digester's thread."""

    def corrections(self, article: Article) -> Corrections:
        """Return the speakers of an article that the person named."""

    def name_speaker(self, article: Article, span: Span, name: str | None) -> bool:
        """Name the speaker of the quote at `span`, None for nobody named; tell if that is kept."""
