"""The shelf of articles that were given on the command line: kept as long as the reader is open."""

from collections.abc import Iterable

from reader.article import Article
from reader.corrections import Corrections
from reader.digesting import Wish
from reader.remembered import SummaryChoice
from reader.rows import Row
from summarize import Digest, Span


class GivenShelf:
    """Articles in the order in which they were given; an article's key is its place."""

    def __init__(self) -> None:
        self._articles: list[Article] = []
        self._read: set[int] = set()
        self._counts: dict[str, tuple[int, int]] = {}
        self._digests: dict[Wish, Digest] = {}
        self._looked_at = 0  # how many articles `undigested` has passed
        self._corrections: dict[str, dict[Span, str]] = {}

    def add(self, articles: Iterable[Article]) -> None:
        """Put articles at the end."""
        self._articles += articles

    def __len__(self) -> int:
        """Return how many articles the list has."""
        return len(self._articles)

    @property
    def unread(self) -> int:
        """How many articles were not read yet."""
        return len(self._articles) - len(self._read)

    def row(self, place: int) -> Row:
        """Return what the list shows at a place."""
        article = self._articles[place]
        quotes, claims = self._counts.get(article.id, (None, None))
        return Row(
            place,
            article.id,
            article.title,
            article.source,
            article.url,
            article.published,
            article.minutes,
            read=place in self._read,
            quotes=quotes,
            claims=claims,
        )

    def place(self, key: int) -> int | None:
        """Return where an article stands."""
        return key if key < len(self._articles) else None

    def article(self, key: int) -> Article:
        """Return an article in full."""
        return self._articles[key]

    def next_unread(self, place: int, step: int) -> int | None:
        """Return the place of the next unread article in a direction, around the end."""
        count = len(self._articles)
        places = ((place + step * distance) % count for distance in range(1, count + 1))
        return next((place for place in places if place not in self._read), None)

    def mark_read(self, keys: Iterable[int], *, read: bool) -> None:
        """Mark articles as read or unread."""
        if read:
            self._read.update(keys)
        else:
            self._read.difference_update(keys)

    def digest(self, article: Article, choice: SummaryChoice) -> Digest | None:
        """Return an article's digest as it was found, if there is one of that choice."""
        return self._digests.get(Wish(article, choice.method, choice.length))

    def take(self, wish: Wish, digest: Digest) -> None:
        """Take in a digest that was made."""
        self._digests[wish] = digest
        self._counts[wish.article.id] = len(digest.quotes), len(digest.claims)

    def undigested(self) -> Article | None:
        """Return an article that nobody has asked a digest of yet; each is returned once."""
        while self._looked_at < len(self._articles):
            article = self._articles[self._looked_at]
            self._looked_at += 1
            if article.id not in self._counts:
                return article
        return None

    def corrections(self, article: Article) -> Corrections:
        """Return the speakers of an article that the person named."""
        return self._corrections.get(article.id, {})

    def name_speaker(self, article: Article, span: Span, name: str | None) -> bool:
        """Name the speaker of the quote at `span`, for this session; None for nobody named."""
        mine = self._corrections.setdefault(article.id, {})
        if name is None:
            mine.pop(span, None)
        else:
            mine[span] = name
        return True
