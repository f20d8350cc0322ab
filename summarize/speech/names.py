"""Runs of words with capitals to names, without their titles, with the sex that these tell."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from summarize.memo import Memo
from summarize.spans import Span
from summarize.speech.lexicon import Lexicon, lexicon

_MOST, _DENSITY = 2000, 400
"""Runs that are read of every text, and code points for each beyond them: as many as news has."""

_SMALL = "".join(filter(str.islower, map(chr, range(0x530))))
_UPPER = rf"[^\W\d_{_SMALL}]"
_REST = r"[\w'’]*(?:-\w+)*"
CAPITAL = rf"\b{_UPPER}{_REST}"
_PARTICLE = r"(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|al|el|bin|ibn|ben|ter|zu|y)"
JOIN = rf"[ \u00a0](?:{_PARTICLE}[ \u00a0]){{0,2}}(?:al-|el-|bin-)?"
PART = rf"(?:{_UPPER}\.){{0,3}}{CAPITAL}\.?"
# PART, written so that a search goes to its first character at once.
_FIRST = rf"{_UPPER}(?:\.(?:{_UPPER}\.){{0,2}}{CAPITAL}|(?<=\b.){_REST})\.?"
RUN = re.compile(rf"{_FIRST}(?:(?:{JOIN}| & ){PART}){{0,6}}")
_WORD = re.compile(r"\S+")
_CLITIC = re.compile(r"['’]s?$")
_END = re.compile(r"['’]s$|(?<=[^\W_]{2})\.$")


class Mention(NamedTuple):
    """A name where it stands, without its titles; `sex` is "m", "f" or "" as they tell."""

    span: Span
    names: tuple[str, ...]
    sex: str = ""
    titled: bool = False
    titles: tuple[str, ...] = ()


class Names:
    """The names in runs of words with capitals, each run read once, and no endless number."""

    __slots__ = ("_lexicon", "_most", "_read")

    def __init__(self, lexicon: Lexicon, length: int) -> None:
        self._lexicon = lexicon
        self._most = _MOST + length // _DENSITY
        self._read: dict[str, tuple[Mention, ...]] = {}

    def may_read(self, run: str) -> bool:
        """Tell whether a run was not read yet, and may be."""
        return run not in self._read and len(self._read) < self._most

    def at(self, start: int, run: str) -> Iterator[Mention]:
        """Yield the names in a run that begins at `start`."""
        known = self._read.get(run)
        if known is None:
            if len(self._read) >= self._most:
                return
            known = self._read[run] = _names_of_runs(self._lexicon.language)[run]
        for (first, end), names, sex, titled, titles in known:
            yield Mention(Span(start + first, start + end), names, sex, titled, titles)


def mentions_in(words: str, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the names in `words`, with spans into it."""
    for match in RUN.finditer(words):
        for found in _names_of_runs(lexicon.language)[match.group()]:
            start = match.start() + found.span.start
            yield found._replace(span=Span(start, match.start() + found.span.end))


@cache
def _names_of_runs(language: str) -> Memo[tuple[Mention, ...]]:
    """Return the names in every run of capitalised words, with spans into it."""
    words = lexicon(language)
    return Memo(lambda run: tuple(_names(run, words)))


def _names(run: str, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the names in a run of capitalised words, cut at titles and at stops.

    Titles and words that only begin a sentence are no part of them. Spans are into `run`.
    """
    plain = _END.sub("", run) if run[-1] in ".s" else run
    if plain.replace(" ", "").isalpha():  # as most runs are
        words = plain.lower().split(" ")
        if not any(map(lexicon.is_title, words)):
            begins = next((at for at, word in enumerate(words) if word not in lexicon.classes), -1)
            if begins >= 0:
                yield Mention(Span(0, len(run)), tuple(plain.split(" ")[begins:]))
            return
    yield from _parts(run, lexicon)


def _parts(run: str, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the names in a run that has titles, clitics or stops."""
    names: list[str] = []
    titles: list[str] = []
    sex, start = "", 0
    for token in _WORD.finditer(run):
        word = token.group().rstrip(".")
        small = word.lower()
        title = lexicon.is_title(small)
        owner = word.endswith(("'s", "’s"))
        if owner and token.end() == len(run) and (names or small[:-2] not in lexicon.classes):
            names.append(word)  # its clitic is cut below
        elif title or owner:
            names.clear()
            titles = [*titles, small] if title else []
            sex = "m" if small in lexicon.male else "f" if small in lexicon.female else sex
        elif names or small not in lexicon.classes:
            names.append(token.group() if len(word) == 1 or "." in word else word)
        stops = token.group().endswith(".") and len(word) > 1 and "." not in word
        if stops and small not in lexicon.abbreviations and token.end() < len(run):
            if names:
                span = Span(start, token.end() - 1)
                yield Mention(span, tuple(names), sex, bool(titles), tuple(titles))
            names, titles, sex, start = [], [], "", token.end() + 1
    if names:
        names[-1] = _CLITIC.sub("", names[-1])
        yield Mention(Span(start, len(run)), tuple(names), sex, bool(titles), tuple(titles))
