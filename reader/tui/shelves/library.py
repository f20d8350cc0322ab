"""The shelf of the library: rows are read a page at a time, nothing is built for an article."""

import time
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from reader.article import Article
from reader.corrections import Corrections
from reader.digesting import Errand, Wish
from reader.digesting.shelving import Backlog, keep, recipe_of
from reader.library import Library
from reader.problems import Problem
from reader.remembered import SummaryChoice
from reader.rows import Row
from reader.tui.shelves.view import View
from summarize import Digest, Span

PAGE = 64  # rows that are read at once
PAGES_KEPT = 32
DIGESTS_KEPT = 16
LOOKED_THROUGH = 1000  # articles of which an unread one is looked for at once


class LibraryShelf:
    """The articles of a library that a query finds, those that came last first.

    It belongs to the thread that made it; `next_errand` and `keep` have a connection of their own.
    Where the file gives out, `tell` hears why and what was shown stays.
    """

    drafts = False

    def __init__(self, path: Path) -> None:
        self.library = path
        self.tell: Callable[[Problem], None] = lambda _problem: None
        self._kept = Library.open(path)
        self.view = View()
        self._keys = array("q")
        self.unread = 0
        self._pages: dict[int, tuple[Row, ...]] = {}
        self._digests: dict[Wish, Digest] = {}
        self._beside: Library | None = None  # the digester's connection
        self._backlog: Backlog | None = None
        self.reload()

    @property
    def checked_against(self) -> None:
        """None: articles of the library are what drafts are checked against."""

    def newer(self, _article: Article) -> None:
        """Return None: what the library has changes by a refresh."""

    def rewrite(self, key: int, article: Article) -> None:
        """Do nothing, for the same reason."""

    def is_stored(self, _key: int) -> bool:
        """Tell that every article is of the library."""
        return True

    def take_in(self, article: Article, _edition: str = "") -> int | None:
        """Return the key of an article."""
        with self._telling():
            return self._kept.articles.key(article.id)
        return None

    def add(self, articles: Sequence[Article]) -> None:
        """Keep articles."""
        with self._telling():
            self._kept.articles.store(None, articles, time.time())
        self.reload()

    def reload(self) -> None:
        """Look at what the library has now."""
        with self._telling():
            self._keys = self._with_listed(self._found(self.view))
            self._pages.clear()
            self.unread = self._kept.states.unread()

    def look_at(self, view: View) -> None:
        """List what a view holds; raise Problem where its query cannot be read."""
        self._keys = self._found(view)
        self.view = view
        self._pages.clear()

    def _found(self, view: View) -> "array[int]":
        state = "" if view.only == "all" else f"is:{view.only} "
        return self._kept.listing.all(state + view.query, view.order)

    def _with_listed(self, found: "array[int]") -> "array[int]":
        """Return what is found with what is listed: what was read since stays where it is."""
        if self.view.only == "all":
            return found
        wanted = frozenset(found).union(self._keys)
        return array("q", filter(wanted.__contains__, self._kept.listing.all("", self.view.order)))

    def listed(self) -> Sequence[int]:
        """Return the keys of all articles in the list."""
        return self._keys

    def close(self) -> None:
        """End the connection of the thread that made the shelf."""
        self._kept.close()

    def __len__(self) -> int:
        """Return how many articles the list has."""
        return len(self._keys)

    def row(self, place: int) -> Row:
        """Return what the list shows at a place."""
        number, at = divmod(place, PAGE)
        if number not in self._pages:
            if len(self._pages) >= PAGES_KEPT:
                self._pages.pop(next(iter(self._pages)))
            start = number * PAGE
            self._pages[number] = self._rows(self._keys[start : start + PAGE])
        return self._pages[number][at]

    def _rows(self, keys: "array[int]") -> tuple[Row, ...]:
        """Return a row for each key; one that was removed meanwhile has an empty one."""
        found: dict[int, Row] = {}
        with self._telling():
            found = {row.key: row for row in self._kept.listing.rows(keys)}
        return tuple(found.get(key) or Row(key, "", "(removed)", "", "", "", 0) for key in keys)

    def place(self, key: int) -> int | None:
        """Return where an article stands, if it is in the list."""
        try:
            return self._keys.index(key)
        except ValueError:
            return None

    def article(self, key: int) -> Article:
        """Return an article in full."""
        with self._telling():
            if article := self._kept.articles.get(key):
                return article
        return Article("", "(removed)", "")

    def edition(self, key: int) -> str:
        """Return the day since which an article has had its text; empty where it never changed."""
        with self._telling():
            return self._kept.articles.edition(key)
        return ""

    def next_unread(self, place: int, step: int) -> int | None:
        """Return the place of the next unread article in a direction, around the end."""
        around = self._keys[place + 1 :] + self._keys[: place + 1]
        if step < 0:
            around = self._keys[place:] + self._keys[:place]
            around.reverse()
        for start in range(0, len(around), LOOKED_THROUGH):
            some = around[start : start + LOOKED_THROUGH]
            if (key := self._kept.states.first_unread(some)) is not None:
                return self.place(key)
        return None

    def mark_read(self, keys: Sequence[int], *, read: bool) -> None:
        """Mark articles as read or unread."""
        with self._telling():
            changed = self._kept.states.mark_read(keys, read=read)
            self.unread += -changed if read else changed
            self._pages.clear()

    def note_opened(self, key: int) -> None:
        """Mark an article as read since it was opened, which `undo` passes over."""
        with self._telling():
            self.unread -= self._kept.states.note_opened(key)
            self._pages.clear()

    def star(self, keys: Sequence[int], *, starred: bool) -> None:
        """Star articles, or take their stars."""
        with self._telling():
            self._kept.states.star(keys, starred=starred)
            self._pages.clear()

    def tags(self) -> Sequence[str]:
        """Return every tag that an article has."""
        with self._telling():
            return tuple(self._kept.states.tags())
        return ()

    def tag(self, keys: Sequence[int], tag: str, *, there: bool) -> None:
        """Give articles a tag, or take it off."""
        with self._telling():
            states = self._kept.states
            (states.tag if there else states.untag)(keys, tag)
            self._pages.clear()

    def undo(self) -> str | None:
        """Take back the last mark, star, tag or name of a speaker; return what it was."""
        with self._telling():
            description = self._kept.states.undo("read", "starred", "tagged", "named")
            self.unread = self._kept.states.unread()
            self._pages.clear()
            return description
        return None

    def position(self, key: int) -> int:
        """Return how far an article is read, as a code point of its text."""
        return self._rows(array("q", [key]))[0].position

    def move_to(self, key: int, position: int) -> None:
        """Note how far an article is read."""
        with self._telling():
            self._kept.states.move_to(key, position)

    def digest(self, article: Article, choice: SummaryChoice) -> Digest | None:
        """Return an article's digest as it was found, if there is one of that choice."""
        wish = Wish(article, choice.method, choice.length)
        if wish not in self._digests and (key := self._kept.articles.key(article.id)):
            stored = self._kept.digests.get(key, recipe_of(wish))
            if stored:
                self._lay_by(wish, stored)
        return self._digests.get(wish)

    def story(self, key: int) -> int | None:
        """Return the story that an article is of, None while that is not known."""
        with self._telling():
            return self._kept.stories.of(key)
        return None

    def take(self, wish: Wish, digest: Digest) -> None:
        """Show a digest that was made from now on."""
        self._lay_by(wish, digest)
        self._forget(wish.article.id)

    def _forget(self, name: str) -> None:
        """Read the page of an article again when it is shown next."""
        for number, rows in self._pages.items():
            if any(row.id == name for row in rows):
                del self._pages[number]
                return

    def _lay_by(self, wish: Wish, digest: Digest) -> None:
        if len(self._digests) >= DIGESTS_KEPT:
            self._digests.pop(next(iter(self._digests)))
        self._digests[wish] = digest

    def show_stories(self) -> None:
        """Show which articles tell of one event now; only one order and query depend on it."""
        if self.view.order == "story":
            self.reload()
        self._pages.clear()

    def next_errand(self, choice: SummaryChoice) -> Errand | None:
        """Return what an article lacks, each once, for the newest first."""
        with self._telling():
            if self._backlog is None:
                self._backlog = Backlog(self._connection())
            return self._backlog.next(choice)
        return None

    def look_again(self) -> None:
        """Let `next_errand` begin with the newest article again: there may be new ones."""
        self._backlog = None

    def keep(self, wish: Wish, digest: Digest) -> None:
        """Store a digest that was made."""
        with self._telling():
            keep(self._connection(), wish, digest)

    def _connection(self) -> Library:
        if self._beside is None:
            self._beside = Library.open(self.library)
        return self._beside

    def corrections(self, article: Article) -> Corrections:
        """Return the speakers of an article that the person named."""
        return self._kept.corrections.of(article.text)

    def name_speaker(self, article: Article, span: Span, name: str | None) -> None:
        """Name the speaker of the quote at `span`; None takes the name back."""
        with self._telling():
            self._kept.states.name_speaker(article.text, span, name)

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Tell of what gives out, and go on."""
        try:
            yield
        except Problem as problem:
            self.tell(problem)
