"""What the rows of a story's page are made of and from: widths, words, columns, places."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from reader.article import Article
from reader.citations import Citable
from reader.moments import has_time, moment
from reader.stories import Story
from reader.tui.digest_rows import Line
from reader.tui.marks import Signs
from reader.tui.outline import count, one_line
from reader.tui.wrapping import wrap

WIDEST = 120  # cells of a line; a longer one is hard to follow
COLUMNS = 90  # cells from which a table and the outlets beside a text have room
OUTLET = 24  # cells of an outlet's name, at most
_INDENT = "   "


class Told(NamedTuple):
    """A story as far as it is there. `lacking` says how many articles have no digest yet."""

    story: Story
    lacking: int
    summing: bool


@dataclass(frozen=True, slots=True)
class Lead:
    """Where a row leads: an article by its id, and what is to be seen in it."""

    article: str
    value: Citable | None = None


class Bookmark(NamedTuple):
    """Where one is on a story's page: what it tells, the row of the cursor, and the line of that.

    `row` is counted among those that lead somewhere, `line` from the first that is seen.
    """

    told: Told
    row: int
    line: int


@dataclass(frozen=True, slots=True)
class StoryRow:
    """Some lines of the page, which are made when they are seen; without `lead` no one goes."""

    height: int
    line: Callable[[int], Line]
    lead: Lead | None = None


@dataclass(frozen=True, slots=True)
class StorySection:
    """A part of the page under a heading with a figure."""

    name: str
    figure: str
    rows: tuple[StoryRow, ...]


class StoryPage:
    """What every row is made from."""

    def __init__(self, told: Told, width: int, signs: Signs) -> None:
        self.story = told.story
        self.told = told
        self.width = min(WIDEST, width)
        self.signs = signs
        self.articles = {article.id: article for article in told.story.articles}
        self.tabled = self.width >= COLUMNS

    @cached_property
    def outlet(self) -> int:
        """How many cells the outlets take."""
        widest = max(cell_len(outlet_of(article)) for article in self.story.articles)
        return min(OUTLET if self.tabled else min(OUTLET // 2, self.width // 4), widest)

    def fit(self, text: str, room: int) -> str:
        """Cut `text` to `room` cells, with a sign that there is more."""
        return fitted(text, room, self.signs)

    def cell(self, text: str, room: int) -> str:
        """Cut or fill `text` to `room` cells."""
        return set_cell_size(self.fit(text, room), room)

    def passage(
        self, head: tuple[str, str], words: str, aside: str, lead: Lead, column: int = OUTLET
    ) -> StoryRow:
        """Return a passage behind its sign, with a few words beside it or, without room, below.

        `head` is the sign and the style of the words, `column` the cells for what is beside them.
        """
        sign, style = head
        beside = self.tabled and cell_len(aside) <= column
        room = self.width - (column + 7 if self.tabled else 4)
        lines = [line.cut(words) for line in wrap(words, room)]
        told: list[Line] = [((_INDENT, "text"), (line, style)) for line in lines]
        if beside:
            filled = set_cell_size(lines[0], room)
            told[0] = ((_INDENT, "text"), (filled, style), (f"   {aside}", "aside"))
        elif not self.tabled and cell_len(lines[-1]) + cell_len(aside) + 8 <= self.width:
            told[-1] = (*told[-1], (f"  {aside}", "aside"))
        else:
            below = wrap(aside, self.width - 4)
            told += [((f"{_INDENT}{line.cut(aside)}", "aside"),) for line in below]
        told[0] = ((f" {sign} ", "summary"), *told[0][1:])
        return StoryRow(len(told), told.__getitem__, lead)


def title_lines(told: Told, width: int, signs: Signs) -> tuple[str, str]:
    """Return what a page is headed by: the title, and how much there is to it."""
    articles = told.story.articles
    outlets = {article.source for article in articles if article.source}
    copies = copied(told.story)
    about = (
        count(len(told.story.copies), "account") + (f" and {copies}" if copies else ""),
        count(len(outlets), "outlet") if outlets else "",
        _days(articles),
        f"{told.lacking} still being read" if told.lacking else "",
    )
    lines = one_line(told.story.title), ", ".join(filter(None, about))
    title, below = (fitted(line, width, signs) for line in lines)
    return title, below


def copied(story: Story) -> str:
    """Return how many articles are copies of others, "" where none is."""
    copies = len(story.articles) - len(story.copies)
    return f"{copies} {'copy' if copies == 1 else 'copies'}" if copies else ""


def fitted(text: str, room: int, signs: Signs) -> str:
    """Cut `text` to `room` cells, with a sign that there is more."""
    if cell_len(text) <= room:
        return text
    return set_cell_size(text, max(0, room - 1)).rstrip() + signs.more


def outlet_of(article: Article) -> str:
    """Return whose an article is; its headline where that is not known."""
    return one_line(article.source or article.title)


def when_of(article: Article) -> str:
    """Return the day and, where it is known, the time of an article, as it is here."""
    then = moment(article.published)
    if then is None:
        return article.published
    day = f"{then.day} {then:%b}"
    return f"{day} {then:%H:%M}" if has_time(article.published) else day


def _days(articles: Sequence[Article]) -> str:
    """Return from when to when articles are: "3 to 5 March 2026"."""
    days = sorted(then.date() for article in articles if (then := moment(article.published)))
    if not days:
        return ""
    first, last = days[0], days[-1]
    end = f"{last.day} {last:%B} {last.year}"
    if first == last:
        return end
    month = "" if (first.year, first.month) == (last.year, last.month) else f" {first:%B}"
    year = "" if first.year == last.year else f" {first.year}"
    return f"{first.day}{month}{year} to {end}"
