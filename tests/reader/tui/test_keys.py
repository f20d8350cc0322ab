"""The one table of keys: without contradictions, complete, and described as it is."""

from collections import Counter
from pathlib import Path

import pytest

from reader.tui.app import PullquoteApp
from reader.tui.key_places import PLACES, TITLES, Place
from reader.tui.keymap import key_named
from reader.tui.keys import TABLE, Key, Keys, shown
from reader.tui.screens.naming import NamingScreen
from reader.tui.screens.reading import ReadingScreen
from reader.tui.screens.story import StoryScreen
from reader.tui.widgets.article_list import ArticleList
from reader.tui.widgets.digest_pane import DigestPane
from reader.tui.widgets.passages import Passages
from reader.tui.widgets.search_line import SearchLine
from reader.tui.widgets.story_pane import StoryPane
from reader.tui.widgets.text_pane import TextPane

OWNERS = {
    "selecting": TextPane,
    "links": TextPane,
    "move": TextPane,
    "list": ArticleList,
    "text": TextPane,
    "digest": DigestPane,
    "taking": ReadingScreen,
    "reading": ReadingScreen,
    "app": PullquoteApp,
    "story": StoryPane,
    "passages": Passages,
    "messages": Passages,
    "searching": SearchLine,
    "asking": NamingScreen,
}
DOCUMENT = Path(__file__).parents[3] / "docs" / "keys.md"


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_no_key_means_two_things_in_one_place(place: Place) -> None:
    here = [key for group in place.groups for key in TABLE[group]]
    keys = Counter(pressed for key in here for pressed in key.keys.split(","))
    assert [key for key, times in keys.items() if times > 1] == []


def test_every_group_works_somewhere() -> None:
    assert {group for place in PLACES for group in place.groups} == set(TABLE)


def test_every_key_is_one_and_shown_as_the_help_writes_it() -> None:
    for key in Keys():
        names = key.keys.split(",")
        assert [key_named(name) for name in names] == names
        assert key.shown == shown(names[0])


def test_no_id_is_the_beginning_of_another() -> None:
    """Or one of the two could not be written without quotes in TOML."""
    ids = sorted(key.id for key in Keys())
    assert [one for one in ids if any(other.startswith(f"{one}.") for other in ids)] == []


def described() -> str:
    """Return every place with its actions, as a table."""
    return "\n\n".join(
        "\n".join((f"## {title.capitalize()}", "", "| id | keys | does |", "|---|---|---|", *rows))
        for title, rows in (
            (title, [_described(key) for key in TABLE[group]])
            for group, title in {**TITLES, **BOXES}.items()
        )
    )


BOXES = {
    "links": "links in the text, by their number",
    "selecting": "while selecting",
    "story": "on the page of a story",
    "passages": "in a list of passages",
    "messages": "in the messages",
    "box": "in these boxes",
    "searching": "while searching",
    "asking": "while naming a speaker or a tag",
    "help": "in the help",
    "card": "on a terminal too small to read in",
}


def _described(key: Key) -> str:
    keys = " ".join(f"`{shown(pressed)}`" for pressed in key.keys.split(","))
    return f"| `{key.id}` | {keys} | {key.told} |"


def test_the_document_lists_every_id_with_its_keys() -> None:
    assert described() in DOCUMENT.read_text(encoding="utf-8"), f"write this:\n\n{described()}\n"


def test_every_id_names_one_action() -> None:
    ids = Counter(key.id for keys in TABLE.values() for key in keys)
    assert max(ids.values()) == 1


@pytest.mark.parametrize("group", OWNERS)
def test_every_action_of_the_table_exists(group: str) -> None:
    for key in TABLE[group]:
        namespace, _, action = key.action.partition("(")[0].rpartition(".")
        on_screen = StoryScreen if group == "story" else ReadingScreen
        owner = on_screen if namespace == "screen" else OWNERS[group]
        assert hasattr(owner, f"action_{action}"), key
        assert group != "taking" or hasattr(StoryScreen, f"action_{action}"), key
