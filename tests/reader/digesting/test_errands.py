"""Stories are found some articles at a time, in the process beside the reader."""

from pathlib import Path
from unittest.mock import patch

from events import EVENTS

from reader.article import make_article
from reader.digesting import Compared, Comparing, Grouped, Grouping, Wish, Worker
from reader.digesting.shelving import PAGE, SOME, Backlog, keep, make_missing
from reader.library import Library
from reader.problems import Problem
from reader.remembered import SummaryChoice
from reader.stories import story_of
from summarize import ENGINE, Digest


def stored(path: Path) -> int:
    """Store the articles of every event; return how many."""
    with Library.open(path) as library:
        for event in EVENTS.values():
            for key, (outlet, time, title, text) in event.items():
                article = make_article(
                    title=title,
                    text=text,
                    source=outlet,
                    published=f"{time}:00+00:00",
                    url=f"https://news.example/{key}",
                )
                library.articles.store(None, [article], 1_790_000_000.0)
        return len(library.stories.ungrouped())


def groupings(library: Library) -> list[Grouping]:
    """Return all that the backlog has to be grouped."""
    backlog = Backlog(library)
    errands = list(iter(lambda: backlog.next(SummaryChoice("lead")), None))
    return [errand for errand in errands if isinstance(errand, Grouping)]


def test_the_backlog_has_some_articles_at_a_time_grouped_until_all_have_a_story(
    tmp_path: Path,
) -> None:
    path = tmp_path / "library.db"
    total = stored(path)
    assert total > SOME
    with Library.open(path) as library:
        wanted = groupings(library)
        assert [len(one.keys) for one in wanted[:-1]] == [SOME] * (len(wanted) - 1)
        assert [key for one in wanted for key in one.keys] == library.stories.ungrouped()
        assert [one.run() for one in wanted] == [Grouped(len(one.keys)) for one in wanted]
        assert library.stories.ungrouped() == []
        assert library.stories.newest()
        assert groupings(library) == []


def test_the_newest_page_comes_first_and_the_oldest_articles_come_at_last(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    stored(path)
    with Library.open(path) as library, patch("reader.digesting.shelving.PAGE", SOME):
        first, second, *_ = groupings(library)
        by_date = library.stories.ungrouped()
        assert list(first.keys) == by_date[-SOME:]
        assert list(second.keys) == by_date[-2 * SOME : -SOME]
    assert PAGE > SOME


def test_the_process_groups_and_says_where_the_library_gives_out(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    stored(path)
    foreign = tmp_path / "foreign.db"
    foreign.write_text("no library")
    with Library.open(path) as library:
        (first, *_) = groupings(library)
        worker = Worker()
        try:
            problem = worker.ask(Grouping(foreign, (1,)))
            assert isinstance(problem, Problem)
            assert problem.where == str(foreign)
            assert worker.ask(first) == Grouped(SOME)
        finally:
            worker.end()
        assert all(library.stories.of(key) for key in first.keys)


def test_at_last_the_newest_stories_are_compared_once(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    stored(path)
    with Library.open(path) as library:
        backlog = Backlog(library)
        errands = []
        while errand := backlog.next(SummaryChoice("lead")):
            errands.append(errand)
            outcome = errand.run()
            if isinstance(errand, Wish) and isinstance(outcome, Digest):
                assert keep(library, errand, outcome)
        newest = library.stories.newest()
        compared = [errand for errand in errands if isinstance(errand, Comparing)]
        assert [errand.story for errand in compared] == newest
        assert errands[-len(newest) :] == compared
        assert all(library.stories.is_compared(story, ENGINE) for story in newest)
        assert Backlog(library).next(SummaryChoice("lead")) is None


def test_no_more_stories_are_compared_beforehand_than_the_newest(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    stored(path)
    with Library.open(path) as library, patch("reader.digesting.shelving.STORIES", 1):
        for _ in library.stories.group(library.stories.ungrouped()):
            pass
        backlog = Backlog(library)
        errands = list(iter(lambda: backlog.next(SummaryChoice("lead")), None))
        newest = library.stories.newest()
        assert len(newest) > 1
        assert [one.story for one in errands if isinstance(one, Comparing)] == newest[:1]


def test_the_process_compares_and_sums_up_a_story(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    stored(path)
    with Library.open(path) as library:
        for _ in library.stories.group(library.stories.ungrouped()):
            pass
        assert not list(make_missing(library, library.listing.all(), lambda *_: None))
        worker, story = Worker(), library.stories.newest()[0]
        try:
            assert worker.ask(Comparing(path, story)) == Compared(story)
        finally:
            worker.end()
        told = story_of(library, story, make=False)
        assert told
        assert told.summary
