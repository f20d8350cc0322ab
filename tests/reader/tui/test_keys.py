from collections import Counter

import pytest

from reader.tui.keys import TABLE
from reader.tui.screens.reading import ReadingScreen
from reader.tui.widgets.article_list import ArticleList
from reader.tui.widgets.digest_pane import DigestPane
from reader.tui.widgets.text_pane import TextPane

PLACES = [
    ("move", "text", "links", "reading"),
    ("selecting", "text", "links"),
    ("move", "list", "reading"),
    ("move", "text", "reading"),
    ("move", "digest", "reading"),
]
OWNERS = {
    "selecting": TextPane,
    "links": TextPane,
    "move": TextPane,
    "list": ArticleList,
    "text": TextPane,
    "digest": DigestPane,
}


@pytest.mark.parametrize("groups", PLACES)
def test_no_key_means_two_things_in_one_place(groups: tuple[str, ...]) -> None:
    keys = Counter(k for group in groups for key in TABLE[group] for k in key.keys.split(","))
    assert [key for key, times in keys.items() if times > 1] == []


def test_every_id_names_one_action() -> None:
    ids = Counter(key.id for keys in TABLE.values() for key in keys)
    assert max(ids.values()) == 1


@pytest.mark.parametrize("group", [*OWNERS, "reading"])
def test_every_action_of_the_table_exists(group: str) -> None:
    owner = OWNERS.get(group, ReadingScreen)
    for key in TABLE[group]:
        assert hasattr(owner, f"action_{key.action.partition('(')[0]}"), key
