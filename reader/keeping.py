"""What a refresh brought, read and stored: the part of it that runs in the library's thread.

Problems of a source are noted with it and returned; only the library's own are raised.
"""

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.article import Article, clean_line, identify, known_as
from reader.library import Feed, Library
from reader.problems import Problem
from reader.sources.addresses import masked
from reader.sources.fetch import RefusedProblem, Response

if TYPE_CHECKING:
    from reader.sources.feeds import Feed as ReadFeed

BATCH = 500  # articles of a folder that are stored at once
CLOCK_STEP = 2.0  # seconds: the coarsest times that file systems keep


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one feed or folder.

    `problem` is None where it went well. `pages` counts the articles whose full text was fetched
    from their pages; `page_problems` has those where it was not, which keep their feed's words.
    Where `resting`, the server's wish to be left alone still holds: it was not asked, and `problem`
    is that of the last time.
    """

    feed: Feed
    new: int = 0
    changed: int = 0
    problem: Problem | None = None
    pages: int = 0
    page_problems: tuple[Problem, ...] = ()
    resting: bool = False


class Wanted(NamedTuple):
    """A stored article whose page is to be fetched."""

    key: int
    title: str
    address: str


def keep_feed(library: Library, feed: Feed, response: Response) -> tuple[Outcome, list[Wanted]]:
    """Store what a feed gives; return the articles whose pages are to be fetched, too."""
    try:
        read = None if response.data is None else read_subscribed(feed.key, response)
    except Problem as problem:
        return keep_problem(library, feed, problem), []
    return keep_read(library, feed, response, read)


def keep_read(
    library: Library, feed: Feed, response: Response, read: "ReadFeed | None"
) -> tuple[Outcome, list[Wanted]]:
    """Store a feed as read, as `keep_feed` does; None where nothing has changed at its server."""
    now = time.time()
    articles = read.articles if read else ()
    stored = library.articles.store(feed, articles, now)
    library.feeds.fetched(
        feed,
        now,
        next_due=now + response.wait,
        etag=response.etag if read else response.etag or feed.etag,
        last_modified=response.last_modified
        if read
        else response.last_modified or feed.last_modified,
        moved_to=response.moved_to,
        title=read.title if read else "",
    )
    outcome = Outcome(feed, len(stored.new), len(stored.changed))
    return outcome, _without_page(library, articles) if feed.full_text else []


def keep_problem(library: Library, feed: Feed, problem: Problem) -> Outcome:
    """Note why a feed gave nothing."""
    now = time.time()
    wait = problem.wait if isinstance(problem, RefusedProblem) else 0
    library.feeds.failed(feed, now, problem.sentence, next_due=now + wait)
    return Outcome(feed, problem=Problem(masked(feed.address), problem.sentence))


def read_subscribed(key: str, response: Response) -> "ReadFeed":
    """Return the feed in an answer, its articles known by the feed's key; raises Problem."""
    from reader.sources.feeds import read_feed  # not needed where nothing is new

    where = masked(response.address)
    try:
        return read_feed(
            response.data or b"",
            address=response.address,
            key=key,
            media_type=response.media_type,
        )
    except Problem as problem:
        raise Problem(where, problem.sentence) from problem
    except Exception as error:  # a mistake of ours in one feed must not cost all the others
        sentence = f"cannot be read, by a mistake of Pullquote ({type(error).__name__}); report it"
        raise Problem(where, sentence) from error


def leave_alone(feed: Feed) -> Outcome:
    """Return what is known of a feed that is not asked this time."""
    problem = Problem(masked(feed.address), feed.problem) if feed.problem else None
    return Outcome(feed, problem=problem, resting=True)


def page_wanted(library: Library, key: int) -> tuple[Wanted, Feed | None]:
    """Return the page of an article and the feed that led to it; raises Problem without one."""
    article = library.articles.get(key)
    if article is None:
        raise Problem("this article", "is no more in the library")
    if not article.url:
        raise Problem(article.title, "has no web address to fetch its full text from")
    return Wanted(key, article.title, article.url), library.feeds.of(key)


def keep_page(library: Library, wanted: Wanted, response: Response) -> Problem | None:
    """Show the full text of an article's page, or return why there is none."""
    try:
        page = read_page(response, wanted.title)
    except Problem as problem:
        return problem
    library.articles.show_page(wanted.key, page, time.time())
    return None


def problem_of(outcome: Outcome) -> Problem | None:
    """Return why a feed gave nothing, or not the full texts that it should have."""
    return outcome.problem or missing_pages(outcome.feed, outcome.page_problems)


def missing_pages(feed: Feed, problems: Sequence[Problem]) -> Problem | None:
    """Return, as one Problem of their feed, that some articles have no full text."""
    if not problems:
        return None
    count = f"{len(problems)} article{'' if len(problems) == 1 else 's'}"
    sentence = f"the full text of {count} could not be fetched: {_one_sentence(problems)}"
    return Problem(masked(feed.address), sentence)


def read_page(response: Response, title: str = "") -> Article:
    """Return the article on a page; raises Problem. `title` is its title if it gives none."""
    from reader.sources.decoding import decode
    from reader.sources.pages import main_text

    where = masked(response.address)
    page = main_text(decode(response.data or b"", where), where, title)
    return replace(page, url=response.address, id=identify(response.address))


def look_through_changed(library: Library) -> bool:
    """Store what has changed in the folders that are followed; tell whether anything has."""
    found = False
    for folder in library.feeds.all():
        if folder.kind == "folder" and _any_changed(folder):
            outcome = look_through(library, folder)
            found = found or bool(outcome.new or outcome.changed)
    return found


def look_through(library: Library, folder: Feed) -> Outcome:
    """Store what has changed in a folder since it was last looked through."""
    now = time.time()
    problems: list[Problem] = []
    articles = _articles_in(Path(folder.address), _looked_through(folder), problems)
    new = changed = 0
    while batch := list(islice(articles, BATCH)):
        stored = library.articles.store(folder, batch, now)
        new, changed = new + len(stored.new), changed + len(stored.changed)
    if problems:
        sentence = _one_sentence(problems)
        library.feeds.failed(folder, now, sentence, next_due=now)
        return Outcome(folder, new, changed, Problem(clean_line(folder.address), sentence))
    library.feeds.fetched(folder, now, next_due=now)
    return Outcome(folder, new, changed)


def _looked_through(folder: Feed) -> float:
    """Return since when what changes in a folder is news."""
    return 0.0 if folder.checked_at is None else folder.checked_at - CLOCK_STEP


def _any_changed(folder: Feed) -> bool:
    from reader.sources.files import files_in

    since = _looked_through(folder)
    paths = files_in(Path(folder.address), lambda _error: None)
    return any(_has_changed(path, since) for path in paths)


def _without_page(library: Library, articles: Iterable[Article]) -> list[Wanted]:
    """Return those of some articles whose page was not fetched yet, or in vain."""
    told = {library.articles.key(article.id): article for article in articles if article.url}
    keys = library.articles.without_page([key for key in told if key is not None])
    return [Wanted(key, told[key].title, told[key].url) for key in keys]


def _articles_in(folder: Path, since: float, problems: list[Problem]) -> Iterator[Article]:
    """Yield the articles of files that changed after a time; add a Problem for each that fails."""
    from reader.sources.files import files_in

    def note(error: OSError) -> None:
        reason = (error.strerror or "error").lower()
        problems.append(Problem(str(error.filename), f"cannot be read ({reason})"))

    for path in files_in(folder, note):
        if not _has_changed(path, since):
            continue
        for item in articles_in_file(path):
            if isinstance(item, Problem):
                problems.append(item)
            else:
                yield item


def articles_in_file(path: Path) -> Iterator[Article | Problem]:
    """Yield the articles in a file; the only one in it is known by the file's path."""
    from reader.sources.files import ARTICLES, read_file

    for item in read_file(path):
        if isinstance(item, Problem) or path.suffix.lower() == ARTICLES:
            yield item
        else:
            yield known_as(item, "", f"file:{path.absolute()}")


def _has_changed(path: Path, since: float) -> bool:
    """Tell whether a file is new at its place since a time, or has new content."""
    try:
        status = path.stat()
    except OSError:
        return True  # reading it will tell why
    return max(status.st_mtime, status.st_ctime) >= since


def _one_sentence(problems: Sequence[Problem]) -> str:
    first, *others = problems
    more = f" (and {len(others)} more)" if others else ""
    return clean_line(f"{first.where}: {first.sentence}{more}")
