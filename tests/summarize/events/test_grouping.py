"""Grouping: accounts are linked to those that they are likest, and stories are what links hold."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st
from linking import ACCOUNTS, DAY, GRAPHS, Likes, grouped

from summarize.events.grouping import HOLDS, LEAST, SURE, WINDOW
from summarize.events.index import StoryIndex
from summarize.events.sketches import Sketch, features, likeness, sketch
from summarize.stories import Account, group_stories


def groups(index: StoryIndex) -> set[frozenset[str]]:
    return set(map(frozenset, index.stories))


def parts(pairs: Mapping[tuple[int, int], float]) -> set[frozenset[str]]:
    """Return what is held together by pairs."""
    held = {number: frozenset([str(number)]) for number in range(ACCOUNTS)}
    for one, other in pairs:
        both = held[one] | held[other]
        held.update((int(key), both) for key in both)
    return set(held.values())


def standing(likes: Likes) -> Likes:
    """Return the pairs that are as like as one of both asks, looking at all at once."""
    most = dict.fromkeys(range(ACCOUNTS), 0.0)
    for pair, like in likes.items():
        for one in pair:
            most[one] = max(most[one], like)
    return {
        pair: like
        for pair, like in likes.items()
        if like >= LEAST and like >= HOLDS * min(most[one] for one in pair)
    }


@given(GRAPHS)
def test_as_they_come_accounts_are_linked_as_if_all_were_looked_at_at_once(likes: Likes) -> None:
    likes = {pair: like if like >= SURE else 0.0 for pair, like in likes.items()}
    index = grouped(likes)
    wanted = standing(likes)
    links = {number: one.links for number, one in index._linked.items()}
    assert {(one, two) for one in links for two in links[one] if one < two} == wanted.keys()
    assert all(links[two][one] == like for one in links for two, like in links[one].items())
    assert groups(index) == parts(wanted)


@given(GRAPHS, st.floats(0.5, 6.0))
def test_stories_are_what_links_hold_while_older_accounts_are_let_go(
    likes: Likes, days: float
) -> None:
    index = grouped(likes, days)
    for number, one in index._linked.items():
        assert all(index._linked[other].story == one.story for other in one.links)
        assert all(index._linked[other].links[number] for other in one.links)
    told = sorted(key for story in index.stories for key in story)
    assert told == sorted(map(str, range(ACCOUNTS)))
    still = {one.story for one in index._linked.values()}
    assert still == {index._linked[number].story for number in index._sketches}
    assert sorted([*still, *index._closed]) == sorted(index._members)
    assert index._open == {
        story: sum(index._linked[number].story == story for number in index._sketches)
        for story in still
    }


def test_what_came_to_a_look_alike_first_leaves_it_when_its_own_come() -> None:
    likes = {(0, 1): 0.5, (1, 2): 0.2, (2, 3): 0.6}
    assert groups(grouped(likes, accounts=3)) == {frozenset("012")}
    index = grouped(likes, accounts=4)
    assert groups(index) == {frozenset("01"), frozenset("23")}
    assert [*index._members] == [0, 1]
    assert index._linked[0].story == 0


def test_one_account_that_is_hardly_like_is_not_enough_but_two_of_a_story_are() -> None:
    hardly = (LEAST + SURE) / 2
    assert groups(grouped({(0, 1): hardly}, accounts=2)) == {frozenset("0"), frozenset("1")}
    two = {(0, 1): 0.5, (0, 2): hardly, (1, 2): hardly}
    assert groups(grouped(two, accounts=3)) == {frozenset("012")}


def test_lands_and_great_cities_make_no_story() -> None:
    farms = (
        "LONDON (Reuters) - Farmers in Britain will be paid for hedges. Brenda Tolley, who keeps"
        " sheep near Marlow Cross, has planted two miles of hawthorn since spring."
    )
    museum = (
        "LONDON (Reuters) - A museum in Britain has bought a silver penny that a plumber, Idris"
        " Quill, dug up below his kitchen in Penmoor. It shows a crowned swan."
    )
    accounts = [
        Account(str(at), 1.77e9 + at, "Post", "", text) for at, text in enumerate((farms, museum))
    ]
    assert likeness(*(sketch(one, features(one), {}) for one in accounts)) < LEAST
    assert len(group_stories(accounts).stories) == 2


def test_a_name_that_is_seldom_met_tells_more_than_one_that_is_common_in_general() -> None:
    text = "A bus left the road near Yarrabin on Monday, said Ines Dahl of Chelsea in London."
    account = Account("a", 1.77e9, "Post", "", text)
    drawn = sketch(account, features(account), {})
    told = {**drawn.words, **drawn.names}
    assert told["yarrab"] > told["chelse"] > told["london"]


def test_what_has_nothing_likelier_stays() -> None:
    assert groups(grouped({(0, 1): 0.2, (1, 2): 0.6}, accounts=3)) == {frozenset("012")}


def test_two_links_that_are_left_hold_what_one_no_longer_does() -> None:
    likes = {(0, 1): 0.3, (0, 2): 0.29, (1, 3): 0.7, (0, 3): 0.69, (2, 3): 0.1}
    assert groups(grouped(likes, accounts=4)) == {frozenset("0123")}


def test_a_story_stays_with_its_oldest_part_and_the_rest_goes_where_it_belongs() -> None:
    likes = {(0, 1): 0.5, (2, 3): 0.5, (1, 4): 0.2, (3, 5): 0.9, (4, 5): 0.9}
    index = grouped(likes, accounts=6)
    assert groups(index) == {frozenset("01"), frozenset("2345")}
    assert {index._linked[number].story for number in (2, 3, 4, 5)} == {index._linked[2].story}
    assert index._linked[2].story == grouped(likes, accounts=4)._linked[2].story


def test_a_part_that_is_left_with_old_accounts_alone_is_closed() -> None:
    week = WINDOW / DAY / 2
    likes = {(0, 1): 0.5, (1, 2): 0.2, (2, 3): 0.9}
    index = grouped(likes, week * 1.2, accounts=4)
    assert index.take_closed() == (("0", "1"),)
    assert index.stories == (("2", "3"),)


MILL = """Five people died when a fire swept the Corvin mattress mill in Belmar on Monday. The \
night shift fled through the foam store, fire chief Ines Dahl said. Corvin employs 310 people."""
NIGHT = """The Corvin mattress mill in Belmar burned all night. Five of the night shift died in \
the foam store, said fire chief Ines Dahl, whose men came at 2.15."""
CHAIRS = """A factory fire killed two of the night shift in Belmar county on Monday. The paint \
shop of Hadlow Chairs was swept by the flames, chief inspector Milo Senn said."""
PAINT = """Flames swept the paint shop of Hadlow Chairs and killed two of the night shift. Chief \
inspector Milo Senn said on Monday that the factory had 41 carpenters."""


def test_a_fire_is_told_from_another_as_soon_as_more_is_known_of_it() -> None:
    accounts = [
        Account(key, 1.77e9 + 3600 * hour, "Post", "", text)
        for hour, (key, text) in enumerate({"a": MILL, "b": NIGHT, "c": CHAIRS, "d": PAINT}.items())
    ]
    assert groups(group_stories(accounts[:3])) == {frozenset("abc")}
    assert groups(group_stories(accounts)) == {frozenset("ab"), frozenset("cd")}


def test_a_sketch_is_the_same_when_it_was_kept() -> None:
    account = Account(
        "a", 1.77e9, "Post", "Ferry sinks off Orsa", "The Halcyon Queen sank, 212 say."
    )
    drawn = sketch(account, features(account), {})
    assert drawn.names
    assert drawn.words
    assert Sketch.of("a", 1.77e9, drawn.names, drawn.words) == drawn
    assert {*drawn.posted} <= {*drawn.names, *drawn.words}


def test_nothing_is_kept_of_accounts_that_lie_outside_the_window() -> None:
    first = Account("a", 0.0, "Post", "Ferry sinks off Orsa", "The Halcyon Queen sank off Orsa.")
    later = Account("b", 3 * WINDOW, "Post", "", "")
    index = group_stories([first, later])
    assert len(index._sketches) == 1
    assert not index._posted
