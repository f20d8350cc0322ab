"""The person's own keys: `[keys]` of the configuration to the table, or what is wrong with it."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from itertools import combinations

from textual.keys import Keys as TextualKeys
from textual.keys import _character_to_key, key_to_character

from reader.article import clean_line
from reader.config import Origin
from reader.problems import Problem
from reader.tui.key_places import PLACES
from reader.tui.keys import SIGNS, TABLE, Key, Keys, shown

MODIFIERS = ("alt", "ctrl", "hyper", "meta", "shift", "super")
NONE = "no_key"  # no terminal sends it
# What people write, and what a terminal can only send as something else.
ALIASES: Mapping[str, str] = {
    "esc": "escape",
    "return": "enter",
    "del": "delete",
    "ins": "insert",
    "pgdn": "pagedown",
    "pgup": "pageup",
    "ctrl+i": "tab",
    "ctrl+m": "enter",
    "ctrl+left_square_bracket": "escape",
}
NAMED = frozenset(key.value for key in TextualKeys if key.value.isalnum()) | set(SIGNS)


def changed_keys(wanted: Mapping[str, str], origin: Origin) -> Keys:
    """Return the table with the keys that are wanted for some ids.

    Raises Problem, with the line, on an id or a key that is not there, and where one key would do
    two things in one place.
    """
    ids = {key.id for keys in TABLE.values() for key in keys}
    changed = {}
    for name, keys in wanted.items():
        if name not in ids:
            raise origin.problem("keys", name, _no_action(name, sorted(ids)))
        changed[name] = ",".join(_read(name, keys, origin)) or NONE
    table = Keys({group: _with(group, changed) for group in TABLE}, changed)
    for place in PLACES:
        here = [key for group in place.groups for key in table.table[group]]
        for one, other in combinations(here, 2):
            if both := set(one.keys.split(",")) & set(other.keys.split(",")) - {NONE}:
                raise _conflict(one, other, min(both), place.name, changed, origin)
    return table


def _with(group: str, changed: Mapping[str, str]) -> tuple[Key, ...]:
    return tuple(
        key._replace(keys=changed[key.id], shown=_first(changed[key.id]))
        if key.id in changed
        else key
        for key in TABLE[group]
    )


def _first(keys: str) -> str:
    return "" if keys == NONE else shown(keys.split(",", maxsplit=1)[0])


def _read(name: str, keys: str, origin: Origin) -> Iterator[str]:
    """Yield keys as Textual names them; none where the text is empty."""
    for written in keys.split(",") if keys.strip() else ():
        key = key_named(written.strip())
        if key is None:
            said = (
                f"“{name}”: there is no key “{clean_line(written.strip())}”; a key is a character"
                " or a name like enter, comma, pagedown, f5 or ctrl+x, several parted by commas"
            )
            raise origin.problem("keys", name, said)
        yield key


def key_named(written: str) -> str | None:
    """Return Textual's name of a key, None where there is none like it."""
    *modifiers, name = [written] if len(written) == 1 else written.split("+")
    modifiers = sorted(modifier.lower() for modifier in modifiers)
    if not set(modifiers) <= set(MODIFIERS) or not name:
        return None
    if len(name) == 1:
        if modifiers == ["shift"] and name.upper() != name:
            return name.upper()
        name = _character_to_key(name.lower() if modifiers else name)
    else:
        name = name.lower()
        name = ALIASES.get(name, name)
        if name not in NAMED and key_to_character(name) is None:
            return None
    whole = "+".join((*modifiers, name))
    return ALIASES.get(whole, whole)


def _no_action(name: str, ids: list[str]) -> str:
    alike = get_close_matches(name, ids, n=1)
    hint = f" (did you mean {alike[0]}?)" if alike else ""
    return f"there is no action “{clean_line(name)}”{hint}; there are {', '.join(ids)}"


def _conflict(
    one: Key, other: Key, key: str, place: str, changed: Mapping[str, str], origin: Origin
) -> Problem:
    """Return the problem at the later line of the two that say so."""
    said = [(origin.line("keys", name.id), name.id) for name in (one, other) if name.id in changed]
    told = f"{one.id} (“{one.told}”) and {other.id} (“{other.told}”)"
    earlier = f"; the other is on line {min(said)[0]}" if said[1:] else ""
    sentence = f"“{shown(key)}” would do two things {place}: {told}{earlier}"
    return origin.problem("keys", max(said)[1], sentence)
