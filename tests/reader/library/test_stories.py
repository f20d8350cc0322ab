"""Stories in a library: grouped as in memory, kept as the person puts them."""

from pathlib import Path

from events import EVENTS, every_account

from reader.article import make_article
from reader.library import Library
from summarize import Span
from summarize.stories import group_stories

AT = 1_790_000_000.0


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
        made_of = library.stories.made_of(story)
        picks = ((keys["fire-1"], Span(0, 10)),)
        library.stories.keep_summary(story, made_of, picks)
        assert library.stories.summary(story, made_of) == picks
        page = make_article(title="Fire", text="Another text.")
        library.articles.show_page(keys["fire-1"], page, AT)
        assert library.stories.made_of(story) != made_of
        assert library.stories.summary(story, library.stories.made_of(story)) is None


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
