"""Shelves: the articles that the list shows and what is kept of each, wherever they come from."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from reader.article import Article
from reader.corrections import Corrections
from reader.digesting import Errand, Wish
from reader.problems import Problem
from reader.remembered import SummaryChoice
from reader.rows import Row
from reader.tui.shelves.view import View
from summarize import Digest, Span


class Shelf(Protocol):
    """Articles in the order of the list. A place counts from 0; a key names an article for good.

    It is used on the screen's thread, but for `next_errand` and `keep`, which are the digester's.
    Where something gives out, `tell` hears of it and the shelf stays as it was.
    """

    tell: Callable[[Problem], None]
    view: View  # what is listed
    drafts: bool  # whether the articles that are not of the library are opened to be checked

    @property
    def library(self) -> Path | None:
        """The library that can be refreshed, if the articles are of one."""

    @property
    def unread(self) -> int:
        """How many articles were not read yet."""

    def __len__(self) -> int:
        """Return how many articles the list has."""

    @property
    def checked_against(self) -> Path | None:
        """The library that an article of the shelf can be checked against, if it is not of one."""

    def add(self, articles: Sequence[Article]) -> None:
        """Put articles on the shelf."""

    def reload(self) -> None:
        """Look at what there is now."""

    def look_at(self, view: View) -> None:
        """List what a view holds; raise Problem where its query is a wrong one."""

    def listed(self) -> Sequence[int]:
        """Return the keys of all articles in the list."""

    def row(self, place: int) -> Row:
        """Return what the list shows at a place."""

    def place(self, key: int) -> int | None:
        """Return where an article stands, if it is in the list."""

    def article(self, key: int) -> Article:
        """Return an article in full."""

    def newer(self, article: Article) -> Article | None:
        """Return what the file of a given article has by now, if that is another text.

        It takes its time: it is for another thread than the screen's.
        """

    def rewrite(self, key: int, article: Article) -> None:
        """Put what its file has by now in the place of an article."""

    def is_stored(self, key: int) -> bool:
        """Tell whether an article is of the library."""

    def take_in(self, article: Article, edition: str = "") -> int | None:
        """Return the key of an article of the library, put on the shelf where need be.

        None where the library has it no more.
        """

    def edition(self, key: int) -> str:
        """Return the day since which an article has had its text; empty where it never changed."""

    def next_unread(self, place: int, step: int) -> int | None:
        """Return the place of the next unread article in a direction, around the end."""

    def mark_read(self, keys: Sequence[int], *, read: bool) -> None:
        """Mark articles as read or unread."""

    def note_opened(self, key: int) -> None:
        """Mark an article as read since it was opened, which `undo` passes over."""

    def star(self, keys: Sequence[int], *, starred: bool) -> None:
        """Star articles, or take their stars."""

    def tags(self) -> Sequence[str]:
        """Return every tag that an article has."""

    def tag(self, keys: Sequence[int], tag: str, *, there: bool) -> None:
        """Give articles a tag, or take it off."""

    def undo(self) -> str | None:
        """Take back the last mark, star, tag or name of a speaker; return what it was."""

    def position(self, key: int) -> int:
        """Return how far an article is read, as a code point of its text."""

    def move_to(self, key: int, position: int) -> None:
        """Note how far an article is read."""

    def digest(self, article: Article, choice: SummaryChoice) -> Digest | None:
        """Return an article's digest as it was found, if there is one of that choice."""

    def story(self, key: int) -> int | None:
        """Return the story that an article is of, None while that is not known."""

    def take(self, wish: Wish, digest: Digest) -> None:
        """Show a digest that was made from now on."""

    def show_stories(self) -> None:
        """Show which articles tell of one event now."""

    def next_errand(self, choice: SummaryChoice) -> Errand | None:
        """Return what an article lacks, each once."""

    def look_again(self) -> None:
        """Let `next_errand` begin with the newest article again: there may be new ones."""

    def keep(self, wish: Wish, digest: Digest) -> None:
        """Store a digest that was made."""

    def corrections(self, article: Article) -> Corrections:
        """Return the speakers of an article that the person named."""

    def name_speaker(self, article: Article, span: Span, name: str | None) -> None:
        """Name the speaker of the quote at `span`; None takes the name back."""
