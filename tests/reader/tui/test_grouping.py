"""New articles get their stories beside the screen: some at a time, to be broken off."""

from pathlib import Path

from events import EVENTS

from reader.article import make_article
from reader.digesting.summing import sum_up
from reader.library import Library
from reader.tui.grouping import SOME, group_new


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


def test_all_are_grouped_and_it_is_told_once_that_there_is_news(tmp_path: Path) -> None:
    path, told = tmp_path / "library.db", list[bool]()
    assert stored(path) > SOME
    group_new(path, lambda: True, lambda: told.append(True))
    with Library.open(path) as library:
        assert library.stories.ungrouped() == []
        assert library.stories.newest()
    group_new(path, lambda: True, lambda: told.append(True))
    assert told == [True]


def test_it_ends_where_nobody_wants_it_and_goes_on_there_later(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    total, asked = stored(path), iter([True, False])
    group_new(path, lambda: next(asked), lambda: None)
    with Library.open(path) as library:
        assert len(library.stories.ungrouped()) == total - SOME
    group_new(path, lambda: True, lambda: None)
    with Library.open(path) as library:
        assert library.stories.ungrouped() == []


def test_a_summary_that_nobody_wants_any_more_is_broken_off(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    stored(path)
    asked = iter([True, False])
    assert not sum_up(path, 1, lambda: next(asked))
