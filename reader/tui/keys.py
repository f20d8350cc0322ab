"""Keys: the one table that bindings, the key bar and the help share."""

from typing import NamedTuple

from textual.binding import Binding, BindingType


class Key(NamedTuple):
    """What some keys do. `shown` is how the key bar and the help write them."""

    id: str
    keys: str
    action: str
    does: str
    shown: str
    in_bar: bool = False


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
        Key("list.open", "enter", "open", "read", "Enter", in_bar=True),
        Key("list.next_unread", "n", "unread(1)", "next unread", "n", in_bar=True),
        Key("list.previous_unread", "p", "unread(-1)", "previous unread", "p"),
        Key("list.read", "m", "toggle_read", "unread", "m", in_bar=True),
        Key("list.star", "s", "toggle_star", "star", "s", in_bar=True),
    ),
    "text": (
        Key("text.next", "n,right_square_bracket", "step(1)", "next", "n", in_bar=True),
        Key("text.previous", "N,left_square_bracket", "step(-1)", "before", "N", in_bar=True),
        Key("text.select", "V", "select", "select", "V"),
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
    "digest": (Key("digest.open", "enter", "open", "go to its place", "Enter", in_bar=True),),
    "passages": (Key("passages.open", "enter", "open", "go to its place", "Enter", in_bar=True),),
    "reading": (
        Key("help", "question_mark", "help", "keys", "?", in_bar=True),
        Key("back", "q,escape", "back", "back", "q", in_bar=True),
        Key("copy", "y", "copy", "copy", "y", in_bar=True),
        Key("copy.source", "Y", "copy_with_source", "with source", "Y", in_bar=True),
        Key("search", "slash", "search", "search", "/", in_bar=True),
        Key("undo", "U", "undo", "undo what was read or starred", "U"),
        Key("refresh", "R,r", "refresh", "refresh the library, or cancel that", "R"),
        Key("full_text", "F", "full_text", "fetch the full text of its page", "F"),
        Key("speaker", "w", "who", "who said it: correct the speaker", "w"),
        Key("article.next", "J", "article(1)", "next article", "J", in_bar=True),
        Key("article.previous", "K", "article(-1)", "article before", "K"),
        Key("summary.method", "S", "method", "method", "S", in_bar=True),
        Key("summary.longer", "plus,equals_sign", "length(1)", "longer summary", "+"),
        Key("summary.shorter", "minus", "length(-1)", "shorter summary", "-"),
        Key("summary.unit", "L", "unit", "length in sentences, words, share", "L"),
        Key("article.browser", "o", "browser", "open in the browser", "o"),
        Key("pane.digest", "v", "turn", "digest", "v", in_bar=True),
        Key("pane.next", "tab", "pane(1)", "pane", "Tab", in_bar=True),
        Key("pane.previous", "shift+tab", "pane(-1)", "pane before", "Shift+Tab"),
    ),
    "box": (Key("box.close", "q,escape", "close", "close", "q", in_bar=True),),
    "searching": (
        Key("searching.clear", "escape", "clear", "list everything", "Esc", in_bar=True),
    ),
    "naming": (
        Key("naming.down", "down", "move(1)", "down", "Down"),
        Key("naming.up", "up", "move(-1)", "up", "Up"),
        Key("naming.close", "escape", "close", "leave it", "Esc", in_bar=True),
    ),
    "help": (Key("help.close", "q,escape,question_mark", "dismiss", "close", "q", in_bar=True),),
}


def bindings(*groups: str) -> list[BindingType]:
    """Return the Textual bindings of the groups, by id."""
    return [
        Binding(key.keys, key.action, key.does, id=key.id, show=key.in_bar, key_display=key.shown)
        for group in groups
        for key in TABLE[group]
    ]
