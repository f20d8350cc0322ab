"""Stories in a library: grouped as in memory, kept as the person puts them."""

import sqlite3
import tempfile
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from events import EVENTS, event, every_account
from hypothesis import given, settings
from linking import ACCOUNTS, DAY, GRAPHS, START, TEXT, Likes, as_like, grouped

from reader.article import make_article
from reader.library import Library, Recipe
from reader.library.removal import remove
from reader.library.story_rows import move
from reader.problems import Problem
from summarize import Span, compare_claims, digest
from summarize.stories import group_stories

AT = 1_790_000_000.0
BEFORE_LINKS = 5  # version of a library


def stored(library: Library, *names: str) -> dict[str, int]:
    """Store the articles of some events; return their keys by what the accounts are called."""
    keys = {}
    for name in names:
        for key, (outlet, time, title, text) in EVENTS[name].items():
            article = make_article(
                title=title,
                text=text,
                source=outlet,
                published=f"{time}:00+00:00",
                url=f"https://news.example/{key}",
            )
            (keys[key],) = library.articles.store(None, [article], AT).new
    return keys


def group(library: Library) -> None:
    for _ in library.stories.group(library.stories.ungrouped()):
        pass


def members(library: Library, story: int) -> list[int]:
    return [one.key for one in library.stories.members(story)]


def grouping(library: Library) -> list[tuple[int, int, int]]:
    """Return the story of every article, and whether the person put it so; empty ones, too."""
    return library._database.all(
        "SELECT key, story, by_hand FROM stories LEFT JOIN story_articles USING (story)"
        " ORDER BY key, story"
    )


def test_a_library_groups_as_the_memory_does(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        keys = stored(library, *EVENTS)
        group(library)
        wanted = {
            frozenset(keys[key] for key in story)
            for story in group_stories(every_account()).stories
        }
        found = {frozenset(members(library, one)) for one in library.stories.newest()}
        assert found == wanted
        assert library.stories.ungrouped() == []


def test_articles_join_the_stories_that_are_there_as_they_come(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        keys = stored(library, "fire", "lake")
        for key in library.stories.ungrouped():
            assert list(library.stories.group([key])) == [1]
        assert len(library.stories.newest()) == 2
        assert library.stories.of(keys["fire-1"]) == library.stories.of(keys["fire-2"])


def test_stories_come_newest_first_and_those_of_a_query_alone(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        keys = stored(library, "fire", "deich")
        group(library)
        newest = library.stories.newest()
        assert [keys["deich-2"] in members(library, one) for one in newest] == [True, False]
        assert library.stories.newest(library.listing.all("paint")) == newest[1:]


def test_what_is_split_and_joined_stays_so_when_more_comes(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        keys = stored(library, "strike")
        group(library)
        apart = library.stories.split([keys["strike-1"]])
        others = library.stories.of(keys["strike-2"])
        keys |= stored(library, "fire", "lake")
        group(library)
        assert members(library, apart) == [keys["strike-1"]]
        fire, lake = (library.stories.of(keys[one]) for one in ("fire-1", "lake-1"))
        assert None not in (others, fire, lake)
        joined = library.stories.join([fire or 0, lake or 0])
        group(library)
        assert len(members(library, joined)) == 5


def test_what_was_split_is_not_joined_by_what_comes_later(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        keys = stored(library, "lake")
        list(library.stories.group(library.stories.ungrouped()[:2]))
        apart = library.stories.split([keys["lake-2"]])
        group(library)
        assert library.stories.of(keys["lake-2"]) == apart
        assert library.stories.of(keys["lake-1"]) != apart


def test_a_split_and_a_join_can_be_undone(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        keys = stored(library, "fire", "lake", "strike")
        group(library)
        before = grouping(library)
        firsts = ("lake-1", "fire-1", "strike-1")
        stories = [library.stories.of(keys[one]) or 0 for one in firsts]
        library.stories.split([keys["lake-1"], keys["lake-2"]])
        library.stories.join(stories)
        library.stories.split([keys["fire-1"], keys["fire-2"]])
        library.states.star([keys["fire-1"]])
        told = [library.states.undo("story") for _ in range(4)]
        assert told == ["split off 2 articles", "joined 3 stories", "split off 2 articles", None]
        assert grouping(library) == before
        assert library.states.undo() == "starred 1 article"


def test_what_came_to_a_story_since_it_was_joined_stays_in_it(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        keys = stored(library, "lake", "strike")
        group(library)
        lake, strike = (library.stories.of(keys[one]) for one in ("lake-1", "strike-1"))
        joined = library.stories.join([lake or 0, strike or 0])
        keys |= stored(library, "fire")
        group(library)
        come = library.stories.of(keys["fire-1"]) or 0
        move(library._database._connection, [keys["fire-1"]], joined)
        library.states.undo()
        assert library.stories.of(keys["lake-1"]) == lake
        assert library.stories.of(keys["strike-1"]) == strike
        assert library.stories.of(keys["fire-1"]) == joined
        assert library.stories.of(keys["fire-2"]) == come


def test_an_article_that_is_gone_is_not_split_off(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        keys = stored(library, "fire")
        group(library)
        before = grouping(library)
        with pytest.raises(Problem, match="nothing left to split off"):
            library.stories.split([max(keys.values()) + 1])
        assert grouping(library) == before
        assert library.states.undo() is None


def test_a_story_goes_with_its_last_article(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        stored(library, "fire")
        group(library)
        (story,) = library.stories.newest()
        library.articles.retire(AT + 1)
        assert library.stories.newest() == []
        assert library.stories.members(story) == ()
        counts = "SELECT (SELECT count(*) FROM stories), (SELECT count(*) FROM story_postings)"
        assert library._database.first(counts) == (0, 0)


def test_a_summary_is_kept_until_the_story_changes(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        keys = stored(library, "fire")
        group(library)
        (story,) = library.stories.newest()
        made_of = library.stories.made_of(story, "1")
        picks = ((keys["fire-1"], Span(0, 10)),)
        library.stories.keep_summary(story, made_of, picks)
        assert library.stories.summary(story, made_of) == picks
        page = make_article(title="Fire", text="Another text.")
        library.articles.show_page(keys["fire-1"], page, AT)
        assert library.stories.made_of(story, "1") != made_of
        assert library.stories.summary(story, library.stories.made_of(story, "1")) is None


def test_comparisons_are_kept_until_the_story_or_the_engine_changes(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        keys = stored(library, "fire")
        group(library)
        (story,) = library.stories.newest()
        found = compare_claims(event("fire"))

        def keep() -> bool:
            made_of = library.stories.made_of(story, "1")
            library.stories.keep_comparisons(story, made_of, found)
            assert library.stories.comparisons(story, made_of) == found
            return library.stories.is_compared(story, "1")

        assert not library.stories.is_compared(story, "1")
        assert keep()
        assert not library.stories.is_compared(story, "2")
        article = library.articles.get(keys["fire-1"])
        assert article
        recipe = Recipe("1", "lead")
        library.digests.keep(keys["fire-1"], article.text, digest(article.text), recipe)
        assert not library.stories.is_compared(story, "1")
        assert keep()
        page = make_article(title="Fire", text="Another text.")
        library.articles.show_page(keys["fire-1"], page, AT)
        assert not library.stories.is_compared(story, "1")
        assert keep()
        library.stories.split([keys["fire-1"]])
        assert not library.stories.is_compared(story, "1")


def test_a_large_batch_is_grouped_a_page_at_a_time(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        many = [
            make_article(title=f"Title {n}", text=f"Text number {n}.", url=f"https://a.example/{n}")
            for n in range(120)
        ]
        library.articles.store(None, many, AT)
        assert list(library.stories.group(library.stories.ungrouped())) == [50, 100, 120]


def test_a_row_says_how_many_articles_its_story_has(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        keys = stored(library, "orsa", "lake")
        rows = {row.key: row.accounts for row in library.listing.rows(list(keys.values()))}
        assert set(rows.values()) == {0}
        group(library)
        rows = {row.key: row.accounts for row in library.listing.rows(list(keys.values()))}
        assert rows[keys["orsa-1"]] == 4
        assert rows[keys["lake-1"]] == 3
        alone = library.stories.split([keys["orsa-1"]])
        rows = {row.key: row.accounts for row in library.listing.rows(list(keys.values()))}
        assert (rows[keys["orsa-1"]], rows[keys["orsa-2"]]) == (1, 3)
        assert members(library, alone) == [keys["orsa-1"]]


def test_what_a_story_may_be_joined_with_begins_with_what_shares_its_names(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        keys = stored(library, *EVENTS)
        group(library)
        alone = library.stories.split([keys["orsa-4"]])
        near = library.stories.near(alone)
        assert near[0].story == library.stories.of(keys["orsa-1"])
        assert near[0].title == EVENTS["orsa"]["orsa-3"][2]
        assert alone not in [one.story for one in near]
        assert library.stories.near(10**6) == []


def test_the_order_of_stories_has_each_together_and_what_has_none_first(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        keys = stored(library, "orsa", "lake")
        group(library)
        later = stored(library, "fire")
        order = list(library.listing.all(order="story"))
        assert sorted(order) == sorted([*keys.values(), *later.values()])
        assert set(order[: len(later)]) == set(later.values())
        told = [library.stories.of(key) for key in order[len(later) :]]
        assert told == sorted(told, key=lambda one: -(one or 0))


def stored_alike(library: Library, accounts: int = ACCOUNTS, days: int = 0) -> tuple[int, ...]:
    """Store articles, so many days after each other, of which each may be like any."""
    dated = ((str(number), START + number * days * DAY) for number in range(accounts))
    made = [
        make_article(
            title=f"Title {one}", text=TEXT, url=f"https://a.example/{one}", published=when
        )
        for one, when in ((one, datetime.fromtimestamp(at, UTC).isoformat()) for one, at in dated)
    ]
    return library.articles.store(None, made, AT).new


def group_alike(library: Library, keys: Sequence[int], likes: Likes) -> None:
    with as_like(likes, first=1):
        for key in keys:
            list(library.stories.group([key]))


def told(library: Library) -> set[frozenset[int]]:
    """Return the stories as sets of keys."""
    rows = library._database.all("SELECT story, key FROM story_articles")
    stories: dict[int, set[int]] = {}
    for story, key in rows:
        stories.setdefault(story, set()).add(key)
    return set(map(frozenset, stories.values()))


@settings(deadline=None, max_examples=15)
@given(GRAPHS)
def test_any_articles_are_grouped_and_linked_as_in_memory(likes: Likes) -> None:
    index = grouped(likes, days=1)
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder) / "l.db") as library:
        keys = stored_alike(library, days=1)
        group_alike(library, keys, likes)
        assert told(library) == {
            frozenset(keys[int(one)] for one in story) for story in index.stories
        }
        assert set(library._database.all("SELECT key, other FROM story_links")) == {
            (keys[one], keys[other]) for one in index._linked for other in index._linked[one].links
        }


LOOK_ALIKE = {(0, 1): 0.5, (1, 2): 0.2, (2, 3): 0.6}


def test_an_article_in_the_wrong_story_leaves_it_when_its_own_come(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        a, b, c, d = stored_alike(library, 4)
        group_alike(library, [a, b, c], LOOK_ALIKE)
        before = library.stories.of(a)
        assert told(library) == {frozenset([a, b, c])}
        group_alike(library, [d], LOOK_ALIKE)
        assert told(library) == {frozenset([a, b]), frozenset([c, d])}
        assert library.stories.of(a) == before


def test_what_was_joined_by_hand_is_not_split_by_what_comes_later(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        a, b, c, d = stored_alike(library, 4)
        group_alike(library, [a, b], LOOK_ALIKE)
        with_c = {**LOOK_ALIKE, (1, 2): 0.0}
        group_alike(library, [c], with_c)
        stories = [library.stories.of(one) or 0 for one in (a, c)]
        joined = library.stories.join(stories)
        group_alike(library, [d], LOOK_ALIKE)
        assert members(library, joined) == [a, b, c, d]


def test_what_was_put_by_hand_does_not_count_among_others(tmp_path: Path) -> None:
    likes = {(0, 1): 0.5, (1, 2): 0.49, (2, 3): 0.5, (1, 3): 0.45}
    with Library.open(tmp_path / "library.db") as library:
        a, b, c, d = stored_alike(library, 4)
        group_alike(library, [a, b], likes)
        apart = library.stories.split([b])
        group_alike(library, [c], {(1, 2): 0.0})
        group_alike(library, [d], likes)
        assert told(library) == {frozenset([a]), frozenset([b]), frozenset([c, d])}
        assert library.stories.of(b) == apart


def test_an_article_that_is_removed_takes_its_links_along(tmp_path: Path) -> None:
    likes = {(0, 1): 0.9, (1, 2): 0.2, (0, 3): 0.5, (2, 4): 0.8, (2, 3): 0.2}
    with Library.open(tmp_path / "library.db") as library:
        a, b, c, d, e = stored_alike(library, 5)
        group_alike(library, [a, b, c], likes)
        with library._database.writing() as connection:
            remove(connection, [b])
        assert library._database.all("SELECT key, other FROM story_links") == []
        assert told(library) == {frozenset([a, c])}
        group_alike(library, [d, e], likes)
        assert told(library) == {frozenset([a, d]), frozenset([c, e])}


def test_a_library_from_before_links_keeps_its_stories(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    with Library.open(path) as library:
        keys = stored_alike(library, 6)
        group_alike(library, keys[:4], {(0, 1): 0.5, (2, 3): 0.5})
    with closing(sqlite3.connect(path)) as connection:
        for table in ("story_links", "step_stories"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("ALTER TABLE stories DROP COLUMN compared_of")
        connection.execute("ALTER TABLE stories DROP COLUMN compared")
        connection.execute(f"PRAGMA user_version = {BEFORE_LINKS}")
        connection.commit()
    with Library.open(path) as library:
        a, b, c, d, e, f = keys
        assert told(library) == {frozenset([a, b]), frozenset([c, d])}
        # What is likest to one is not linked with the other that it is a little like.
        group_alike(library, [e], {(3, 4): 0.4, (1, 4): 0.1})
        assert told(library) == {frozenset([a, b]), frozenset([c, d, e])}
        group_alike(library, [f], {(4, 5): 0.9})
        assert told(library) == {frozenset([a, b]), frozenset([c, d]), frozenset([e, f])}
