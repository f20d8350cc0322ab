"""The shelf of articles that were given on the command line: listed while the reader is open."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from reader.article import Article
from reader.corrections import Corrections
from reader.digesting import Wish
from reader.problems import Problem
from reader.remembered import SummaryChoice
from reader.rows import Order, Row
from reader.tui.shelves.view import Only, View
from summarize import Digest, Span

Newer = Callable[[Article], Article | None]


def _same(_article: Article) -> None:
    """Take the file of an article for the same as it was."""


class GivenShelf:
    """Articles in the order in which they were given; keys count them.

    What the person does with them is forgotten at the end, but for the speakers that they name:
    those belong to the text and are kept in the library at `corrections`.
    """

    library = None  # that could be refreshed

    def __init__(
        self, corrections: Path | None = None, *, drafts: bool = False, newer: Newer = _same
    ) -> None:
        """`drafts` says that the articles are opened to be checked.

        `newer` gives what the file of one has by now, if that is another text.
        """
        self.drafts = drafts
        self.newer = newer
        self._editions: dict[int, str] = {}  # of what was taken in from the library
        self.tell: Callable[[Problem], None] = lambda _problem: None
        self._kept_in = corrections
        self._articles: list[Article] = []
        self._listed: list[int] = []
        self.view = View()
        self._read: set[int] = set()
        self._starred: set[int] = set()
        self._tagged: dict[str, set[int]] = {}
        self._positions: dict[int, int] = {}
        self._steps: list[tuple[str, Callable[[], object]]] = []
        self._counts: dict[str, tuple[int, int]] = {}
        self._digests: dict[Wish, Digest] = {}
        self._looked_at = 0  # how many articles `next_errand` has passed
        self._named: dict[str, dict[Span, str]] = {}

    @property
    def checked_against(self) -> Path | None:
        """The person's library."""
        return self._kept_in

    def rewrite(self, key: int, article: Article) -> None:
        """Put what its file has by now in the place of an article."""
        self._articles[key] = article
        self._counts.pop(article.id, None)  # one that has an address has the same id
        self.reload()

    def is_stored(self, key: int) -> bool:
        """Tell whether an article was taken in from the library."""
        return key in self._editions

    def take_in(self, article: Article, edition: str = "") -> int:
        """Return the key of an article of the library, which is put at the end where it is new."""
        if article in self._articles:
            return self._articles.index(article)
        key = len(self._articles)
        self._editions[key] = edition
        self.add([article])
        return key

    def add(self, articles: Sequence[Article]) -> None:
        """Put articles at the end."""
        self._articles += articles
        self.reload()

    def reload(self) -> None:
        """List what the query finds."""
        listed = frozenset(self._listed) if self.view.only != "all" else frozenset()
        self._list(self.view, listed)

    def look_at(self, view: View) -> None:
        """List what a view holds; its query is words that an article has all of."""
        self.view = view
        self._list(view, frozenset())

    def _list(self, view: View, listed: frozenset[int]) -> None:
        """List what a view holds, and what was listed: what was read since stays."""
        words = view.query.casefold().split()
        found = [
            key
            for key, article in enumerate(self._articles)
            if key in listed or (self._is(key, view.only) and _holds(article, words))
        ]
        self._listed = self._in_order(found, view.order)

    def _is(self, key: int, state: Only) -> bool:
        """Tell whether an article is in a state; what is given by name is never edited."""
        if state == "unread":
            return key not in self._read
        return state == "all" or (state == "starred" and key in self._starred)

    def _in_order(self, keys: list[int], order: Order) -> list[int]:
        if order in ("newest", "oldest", "story"):
            return keys[::-1] if order == "oldest" else keys
        articles = self._articles
        if order == "longest":
            return sorted(keys, key=lambda key: -len(articles[key].text))
        if order == "published":
            return sorted(keys, key=lambda key: articles[key].published, reverse=True)
        if order == "unread":
            return sorted(keys, key=self._read.__contains__)
        named = {"title": lambda key: articles[key].title, "feed": lambda key: articles[key].source}
        return sorted(keys, key=lambda key: named[order](key).casefold())

    def listed(self) -> Sequence[int]:
        """Return the keys of all articles in the list."""
        return tuple(self._listed)

    def __len__(self) -> int:
        """Return how many articles the list has."""
        return len(self._listed)

    @property
    def unread(self) -> int:
        """How many articles were not read yet."""
        return len(self._articles) - len(self._read)

    def row(self, place: int) -> Row:
        """Return what the list shows at a place."""
        key = self._listed[place]
        article = self._articles[key]
        quotes, claims = self._counts.get(article.id, (None, None))
        return Row(
            key,
            article.id,
            article.title,
            article.source,
            article.url,
            article.published,
            article.minutes,
            read=key in self._read,
            starred=key in self._starred,
            tags=tuple(tag for tag in self.tags() if key in self._tagged[tag]),
            quotes=quotes,
            claims=claims,
        )

    def place(self, key: int) -> int | None:
        """Return where an article stands, if it is in the list."""
        return self._listed.index(key) if key in self._listed else None

    def article(self, key: int) -> Article:
        """Return an article in full."""
        return self._articles[key]

    def edition(self, key: int) -> str:
        """Return what the library has told of an article's edition; what was given has none."""
        return self._editions.get(key, "")

    def next_unread(self, place: int, step: int) -> int | None:
        """Return the place of the next unread article in a direction, around the end."""
        count = len(self._listed)
        places = ((place + step * distance) % count for distance in range(1, count + 1))
        return next((at for at in places if self._listed[at] not in self._read), None)

    def mark_read(self, keys: Sequence[int], *, read: bool) -> None:
        """Mark articles as read or unread."""
        what = f"marked {{}} as {'read' if read else 'unread'}"
        self._change(what, self._read, keys, there=read)

    def note_opened(self, key: int) -> None:
        """Mark an article as read since it was opened, which `undo` passes over."""
        self._read.add(key)

    def star(self, keys: Sequence[int], *, starred: bool) -> None:
        """Star articles, or take their stars."""
        what = "starred {}" if starred else "unstarred {}"
        self._change(what, self._starred, keys, there=starred)

    def tags(self) -> Sequence[str]:
        """Return every tag that an article has."""
        return sorted(tag for tag, keys in self._tagged.items() if keys)

    def tag(self, keys: Sequence[int], tag: str, *, there: bool) -> None:
        """Give articles a tag, or take it off; case does not count."""
        tag = tag.casefold()
        what = f"tagged {{}} with {tag}" if there else f"took from {{}} the tag {tag}"
        self._change(what, self._tagged.setdefault(tag, set()), keys, there=there)

    def _change(self, what: str, of: set[int], keys: Sequence[int], *, there: bool) -> None:
        changed = {key for key in keys if (key in of) != there}
        if changed:
            of ^= changed
            told = "1 article" if len(changed) == 1 else f"{len(changed)} articles"
            back = of.difference_update if there else of.update
            self._steps.append((what.format(told), lambda: back(changed)))

    def undo(self) -> str | None:
        """Take back the last mark, star, tag or name of a speaker; return what it was."""
        if not self._steps:
            return None
        description, back = self._steps.pop()
        back()
        return description

    def position(self, key: int) -> int:
        """Return how far an article is read, as a code point of its text."""
        return self._positions.get(key, 0)

    def move_to(self, key: int, position: int) -> None:
        """Note how far an article is read."""
        self._positions[key] = position

    def digest(self, article: Article, choice: SummaryChoice) -> Digest | None:
        """Return an article's digest as it was found, if there is one of that choice."""
        return self._digests.get(Wish(article, choice.method, choice.length))

    def story(self, _key: int) -> int | None:
        """Return None: stories are the library's."""
        return None

    def take(self, wish: Wish, digest: Digest) -> None:
        """Show a digest that was made from now on."""
        self._digests[wish] = digest
        self._counts[wish.article.id] = len(digest.quotes), len(digest.claims)

    def show_stories(self) -> None:
        """Do nothing: stories are found in the library."""

    def next_errand(self, choice: SummaryChoice) -> Wish | None:
        """Return a wish for an article without a digest, each once."""
        while self._looked_at < len(self._articles):
            article = self._articles[self._looked_at]
            self._looked_at += 1
            if article.id not in self._counts:
                return Wish(article, choice.method, choice.length)
        return None

    def look_again(self) -> None:
        """Do nothing: what is added stands behind what was looked at."""

    def keep(self, wish: Wish, digest: Digest) -> None:
        """Do nothing: a digest is kept as long as it is shown."""

    def corrections(self, article: Article) -> Corrections:
        """Return the speakers of an article that the person named, now or earlier."""
        if article.text not in self._named:
            self._named[article.text] = self._kept_corrections(article)
        return self._named[article.text]

    def _kept_corrections(self, article: Article) -> dict[Span, str]:
        if self._kept_in is None or not self._kept_in.exists():
            return {}
        from reader.library import Library  # not on the way to a first screen

        try:
            with Library.open(self._kept_in) as library:
                return library.corrections.of(article.text)
        except Problem as problem:
            self.tell(problem)
            return {}

    def name_speaker(self, article: Article, span: Span, name: str | None) -> None:
        """Name the speaker of the quote at `span`; None takes the name back."""
        from reader.library import told_of_naming  # not on the way to a first screen

        before = self.corrections(article).get(span)
        if name != before:
            self._name(article, span, name)
            back = partial(self._name, article, span, before)
            self._steps.append((told_of_naming(name), back))

    def _name(self, article: Article, span: Span, name: str | None) -> None:
        if self._kept_in:
            from reader.library import Library

            try:
                with Library.open(self._kept_in) as library:
                    library.corrections.correct(article.text, span, name)
            except Problem as problem:
                self.tell(problem)
        named = {**self.corrections(article), span: name}
        self._named[article.text] = {at: who for at, who in named.items() if who is not None}


def _holds(article: Article, words: Sequence[str]) -> bool:
    text = f"{article.title}\n{article.source}\n{article.text}".casefold()
    return all(word in text for word in words)
