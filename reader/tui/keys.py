"""Keys: the one table that bindings, the key bar, the help, the palette and the person share."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from textual.binding import Binding, BindingType


class Key(NamedTuple):
    """What some keys do. `shown` is how the key bar and the help write the first of them.

    `does` is said in the key bar; `meaning` where there is room for more.
    """

    id: str
    keys: str
    action: str
    does: str
    shown: str
    in_bar: bool = False
    meaning: str = ""

    @property
    def told(self) -> str:
        """What it does, where there is room."""
        return self.meaning or self.does


# Where a table names a group, its keys work while a widget of that group has the focus. `[` and `]`
# need a modifier on many European keyboards, so they are only aliases.
TABLE: dict[str, tuple[Key, ...]] = {
    "move": (
        Key("move.down", "j,down", "move(1)", "down", "j"),
        Key("move.up", "k,up", "move(-1)", "up", "k"),
        Key("move.page_down", "space,pagedown", "page(1)", "page down", "space"),
        Key("move.page_up", "b,pageup", "page(-1)", "page up", "b"),
        Key("move.half_down", "d", "page(0.5)", "half a page down", "d"),
        Key("move.half_up", "u", "page(-0.5)", "half a page up", "u"),
        Key("move.top", "g,home", "edge(-1)", "to the top", "g"),
        Key("move.bottom", "G,end", "edge(1)", "to the end", "G"),
    ),
    "list": (
        Key(
            "list.open",
            "enter",
            "screen.open",
            "read",
            "Enter",
            in_bar=True,
            meaning="read the article",
        ),
        Key("list.next_unread", "n", "unread(1)", "next unread", "n", in_bar=True),
        Key("list.previous_unread", "p", "unread(-1)", "previous unread", "p"),
        Key("list.read_all", "A", "read_all", "mark all that are listed as read", "A"),
        Key(
            "list.only",
            "f",
            "screen.only",
            "filter",
            "f",
            in_bar=True,
            meaning="list all, the unread, starred, edited, changed since read",
        ),
        Key("list.order", "O", "screen.order", "sort", "O", in_bar=True, meaning="the next order"),
    ),
    "text": (
        Key(
            "text.next",
            "n,right_square_bracket",
            "step(1)",
            "next",
            "n",
            in_bar=True,
            meaning="next mark",
        ),
        Key(
            "text.previous",
            "N,left_square_bracket",
            "step(-1)",
            "before",
            "N",
            in_bar=True,
            meaning="mark before",
        ),
        Key("text.source", "enter", "screen.source", "open the source of a finding", "Enter"),
        Key("text.select", "V", "select", "select", "V", meaning="select by lines and words"),
        Key("text.kind", "f", "kind", "kind", "f", in_bar=True),
    ),
    "selecting": (
        Key("selecting.down", "j,down", "extend_lines(1)", "more lines", "j", in_bar=True),
        Key("selecting.up", "k,up", "extend_lines(-1)", "fewer lines", "k"),
        Key("selecting.word", "w,right", "extend_words(1)", "more words", "w", in_bar=True),
        Key("selecting.word_back", "b,left", "extend_words(-1)", "fewer words", "b"),
        Key("selecting.leave", "escape", "leave_selection", "select nothing", "Esc", in_bar=True),
    ),
    # The digits are keys of their own, so that each can be given to something else.
    "links": tuple(
        Key(f"link.{digit}", str(digit), f"link({digit})", f"open link {digit}", str(digit))
        for digit in (1, 2, 3, 4, 5, 6, 7, 8, 9, 0)
    ),
    "digest": (
        Key("digest.open", "enter", "screen.open", "go to its place", "Enter", in_bar=True),
        Key("digest.next", "n", "screen.step_mark(1)", "next mark of the text", "n"),
        Key("digest.previous", "N", "screen.step_mark(-1)", "mark of the text before", "N"),
    ),
    "taking": (
        Key("help", "question_mark", "help", "keys", "?", in_bar=True, meaning="all keys"),
        Key("copy.mark", "y", "copy", "copy", "y", in_bar=True, meaning="copy the mark"),
        Key(
            "copy.source",
            "Y",
            "copy_with_source",
            "with source",
            "Y",
            in_bar=True,
            meaning="copy with source",
        ),
        Key("clip", "c", "clip", "clip", "c", in_bar=True, meaning="add the mark to the clippings"),
    ),
    "reading": (
        Key(
            "back", "q,escape", "back", "back", "q", in_bar=True, meaning="back; in the list, leave"
        ),
        Key("copy.or_leave", "ctrl+c", "interrupt", "copy the mark, or say how to leave", "Ctrl+c"),
        Key("search", "slash", "search", "search", "/", in_bar=True),
        Key("undo", "U", "undo", "take back a mark, a star, a tag or a name", "U"),
        Key("refresh", "R,r", "refresh", "refresh the library, or cancel that", "R"),
        Key("full_text", "F", "full_text", "fetch the full text of its page", "F"),
        Key("speaker", "w", "who", "who said it: correct the speaker", "w"),
        Key("article.next", "J", "article(1)", "next article", "J", in_bar=True),
        Key("article.previous", "K", "article(-1)", "article before", "K"),
        Key("article.read", "m", "toggle_read", "read or unread", "m"),
        Key("article.star", "s", "toggle_star", "star", "s", meaning="star, or take the star"),
        Key("article.tag", "t", "tag", "tag", "t", meaning="tag, or take a tag off"),
        Key(
            "summary.method",
            "S",
            "method",
            "method",
            "S",
            in_bar=True,
            meaning="next method of summary",
        ),
        Key("summary.longer", "plus,equals_sign", "length(1)", "longer summary", "+"),
        Key("summary.shorter", "minus", "length(-1)", "shorter summary", "-"),
        Key("summary.unit", "L", "unit", "length in sentences, words, share", "L"),
        Key(
            "article.story",
            "e",
            "story",
            "story",
            "e",
            in_bar=True,
            meaning="what other articles tell of its event",
        ),
        Key("article.edits", "E", "edits", "what its source has changed", "E"),
        Key("taken", "Q", "taken", "what you copied or clipped and has changed since", "Q"),
        Key("trace", "T", "trace", "trace", "T", meaning="all articles that carry the mark"),
        Key(
            "check", "C", "check", "check it against the library, or cancel; its digest again", "C"
        ),
        Key("article.browser", "o", "browser", "open in the browser", "o"),
        Key(
            "pane.digest",
            "v",
            "turn",
            "digest",
            "v",
            in_bar=True,
            meaning="show or hide the digest",
        ),
        Key("pane.list", "l", "turn_list", "show or hide the list beside the text", "l"),
        Key("pane.large", "z", "enlarge", "this pane alone, and back", "z"),
        Key("pane.next", "tab", "pane(1)", "pane", "Tab", in_bar=True, meaning="next pane"),
        Key("pane.previous", "shift+tab", "pane(-1)", "pane before", "Shift+Tab"),
        Key("messages", "M", "messages", "the last messages, in full", "M"),
    ),
    "app": (
        Key("palette", "ctrl+p", "command_palette", "find an action or a theme", "Ctrl+p"),
        Key("redraw", "ctrl+l", "redraw", "paint the screen anew", "Ctrl+l"),
        Key("leave", "ctrl+q", "quit", "leave from anywhere", "Ctrl+q"),
    ),
    "story": (
        Key("story.open", "enter", "open", "go to its place", "Enter", in_bar=True),
        Key(
            "story.split",
            "x",
            "screen.split",
            "split off",
            "x",
            in_bar=True,
            meaning="give the article of the row a story of its own",
        ),
        Key(
            "story.join",
            "a",
            "screen.join",
            "join",
            "a",
            in_bar=True,
            meaning="join another story with this one",
        ),
    ),
    "passages": (Key("passages.open", "enter", "open", "go to its place", "Enter", in_bar=True),),
    "messages": (Key("message.copy", "y,enter", "open", "copy it", "y", in_bar=True),),
    "box": (Key("box.close", "q,escape,ctrl+c", "close", "close", "q", in_bar=True),),
    "searching": (
        Key("searching.clear", "escape", "clear", "list everything", "Esc", in_bar=True),
    ),
    "asking": (
        Key("asking.down", "down", "move(1)", "down", "Down"),
        Key("asking.up", "up", "move(-1)", "up", "Up"),
        Key("asking.close", "escape,ctrl+c", "close", "leave it", "Esc", in_bar=True),
    ),
    "help": (
        Key("helping.close", "q,escape,question_mark,ctrl+c", "dismiss", "close", "q", in_bar=True),
    ),
    "card": (Key("card.leave", "q,ctrl+c", "app.quit", "leave", "q"),),
}


SIGNS = MappingProxyType(
    {
        "question_mark": "?",
        "slash": "/",
        "plus": "+",
        "equals_sign": "=",
        "minus": "-",
        "left_square_bracket": "[",
        "right_square_bracket": "]",
        "escape": "Esc",
        "space": "space",
    }
)


def bindings(*groups: str, priority: bool = False) -> list[BindingType]:
    """Return the Textual bindings of the groups, by id; a box leaves those with priority alone."""
    return [
        Binding(
            key.keys,
            key.action,
            key.does,
            id=key.id,
            show=key.in_bar,
            key_display=key.shown,
            priority=priority,
        )
        for group in groups
        for key in TABLE[group]
    ]


def shown(key: str) -> str:
    """Return a key as the help writes it: "Ctrl+x", "PageDown"."""
    modifier, plus, name = key.rpartition("+")
    if not plus and len(name) == 1:
        return name
    sign = SIGNS.get(name) or (name if len(name) == 1 else _written(name))
    return "+".join((*(part.capitalize() for part in modifier.split("+") if part), sign))


def _written(name: str) -> str:
    from textual.keys import key_to_character

    character = key_to_character(name)
    if character and character.isprintable():
        return character
    return {"pagedown": "PageDown", "pageup": "PageUp"}.get(name, name.capitalize())


@dataclass(frozen=True, slots=True)
class Keys:
    """The table as it is on this screen; `changed` maps the ids of what is not as usual to keys."""

    table: Mapping[str, tuple[Key, ...]] = field(default_factory=lambda: MappingProxyType(TABLE))
    changed: Mapping[str, str] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Key]:
        """Yield what every key does."""
        for keys in self.table.values():
            yield from keys

    def shown(self, of: str) -> str:
        """Return the first key of an action, as the help writes it."""
        return next((key.shown for key in self if key.id == of), "")
