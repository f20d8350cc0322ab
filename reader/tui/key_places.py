"""Where on the screen which groups of keys work."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Place(NamedTuple):
    """Somewhere on the screen, with the groups of keys that work there."""

    name: str
    groups: tuple[str, ...]


PLACES = (
    Place("in the list", ("list", "move", "taking", "reading", "app")),
    Place("in the text", ("text", "links", "move", "taking", "reading", "app")),
    Place("while selecting", ("selecting", "text", "links", "app")),
    Place("in the digest", ("digest", "move", "taking", "reading", "app")),
    Place("while searching", ("searching", "app")),
    Place("in a list of passages", ("passages", "move", "box", "app")),
    Place("in the messages", ("messages", "move", "box", "app")),
    Place("while naming a speaker or a tag", ("asking", "app")),
    Place("in the help", ("help", "app")),
    Place("on the card of a small terminal", ("card", "app")),
    Place("on the page of a story", ("story", "move", "taking", "box", "app")),
)
# What the help and the palette list, with where it works.
TITLES: Mapping[str, str] = MappingProxyType(
    {
        "move": "everywhere",
        "taking": "while reading, and on the page of a story",
        "list": "in the list",
        "text": "in the text",
        "digest": "in the digest",
        "reading": "while reading",
        "app": "at any time",
    }
)
