"""The people of a text: who is named, by which names, and whom a mention or a pronoun means."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from summarize.lexicon import Lexicon

_CAPITAL = r"[^\W\d_a-zà-öø-ÿ][\w'’]*(?:-\w+)*"
_PARTICLE = r"(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|al|el|bin|ibn|ben|ter|zu|y)"
_JOIN = rf"[ \u00a0](?:{_PARTICLE}[ \u00a0]){{0,2}}(?:al-|el-|bin-)?"
_NAME = re.compile(rf"{_CAPITAL}\.?(?:{_JOIN}{_CAPITAL}\.?){{0,6}}")
_CLITIC = re.compile(r"['’]s?$")


class Mention(NamedTuple):
    """A name where it stands, without titles; `sex` is "m", "f" or "" as its titles tell."""

    start: int
    names: tuple[str, ...]
    sex: str


@dataclass(frozen=True, slots=True)
class People:
    """All capitalised names of a text in order, and the fullest name for each last name."""

    mentions: tuple[Mention, ...]
    full: dict[str, list[tuple[str, ...]]]
    words: Lexicon

    def named(self, mention: str) -> str:
        """Return the fullest name for a noun phrase; "" where several people could bear it."""
        for found in _mentions(mention, 0, self.words):
            known = [
                names for names in self.full.get(found.names[-1], ()) if _extends(names, found)
            ]
            return " ".join(known[0] if len(known) == 1 else found.names)
        return mention


def _extends(names: tuple[str, ...], found: Mention) -> bool:
    return set(found.names) <= set(names)


def people(text: str, words: Lexicon) -> People:
    """Return the people that `text` names."""
    mentions = tuple(_mentions(text, 0, words))
    full: dict[str, list[tuple[str, ...]]] = {}
    for mention in mentions:
        if 2 <= len(mention.names) <= 4:
            known = full.setdefault(mention.names[-1], [])
            if mention.names not in known:
                known.append(mention.names)
    return People(mentions, full, words)


def _mentions(text: str, start: int, words: Lexicon) -> Iterable[Mention]:
    for match in _NAME.finditer(text, start):
        tokens = match.group().split()
        sex = ""
        while (
            tokens
            and (lower := tokens[0].lower().rstrip("."))
            and (lower in words.titles or lower in words.classes)
        ):
            sex = "m" if lower in words.male else "f" if lower in words.female else sex
            tokens = tokens[1:]
        if tokens:
            tokens[-1] = _CLITIC.sub("", tokens[-1]).rstrip(".")
            yield Mention(match.start(), tuple(tokens), sex)
