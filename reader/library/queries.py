"""The query language: words, "phrases", prefix*, -without, and fields as in `is:unread`."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from reader.article import clean_line
from reader.library.dates import seconds
from reader.library.folding import fold
from reader.problems import Problem

MOST_TERMS = 64
_SPEAKER = "speaker"

_TERM = re.compile(
    r'(-?)(?:([A-Za-z]+):(?!//))?(?:["“„]([^"”“]*)(?:["”“]|(\Z))(\*?)|(\S+|(?(2)(?=\s|$)|(?!))))'
)
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", re.ASCII)


class Condition(NamedTuple):
    """What SQL says of an article besides its words; `{key}` in `sql` stands for its key."""

    sql: str
    parameters: tuple[str | int, ...] = ()


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for. `wanted` and `unwanted` are phrases as FTS5 takes them."""

    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()

    @property
    def match(self) -> str:
        """What FTS5 is asked for; empty where no word is wanted."""
        wanted = " AND ".join(self.wanted)
        if wanted and self.unwanted:
            return f"({wanted}) NOT ({' OR '.join(self.unwanted)})"
        return wanted

    def select(self, *, before: int | None = None, limit: int | None = None) -> Condition:
        """Return the statement that gives the keys of what is found, newest first.

        The newest come straight off the index: a key is given in order of arrival.
        """
        source, key = ("search", "search.rowid") if self.wanted else ("states", "states.key")
        parts = [*self._conditions()]
        if before is not None:
            parts.append(Condition("{key} < ?", (before,)))
        tests = [part.sql.format(key=key) for part in parts]
        where = f" WHERE {' AND '.join(tests)}" if tests else ""
        parameters = tuple(value for part in parts for value in part.parameters)
        ending = "" if limit is None else f" LIMIT {limit}"
        return Condition(
            f"SELECT {key} AS key FROM {source}{where} ORDER BY {key} DESC{ending}",
            parameters,
        )

    def _conditions(self) -> Iterable[Condition]:
        if self.wanted:
            yield Condition("search MATCH ?", (self.match,))
        elif self.unwanted:
            yield Condition(
                "{key} NOT IN (SELECT rowid FROM search WHERE search MATCH ?)",
                (" OR ".join(self.unwanted),),
            )
        for sql, parameters in self.conditions:
            # The plus keeps SQLite from searching the index once for every article of a condition.
            yield Condition(
                sql.replace("{key} IN", "+{key} IN") if self.wanted else sql, parameters
            )


def parse(text: str) -> Query:
    """Return what a person looks for; raises `Problem` with a sentence where that is unclear."""
    text = clean_line(text)
    terms = list(_TERM.finditer(text))
    if len(terms) > MOST_TERMS:
        raise Problem("search", f"that is {len(terms)} words, and at most {MOST_TERMS} can be")
    wanted: list[str] = []
    unwanted: list[str] = []
    conditions: list[Condition] = []
    for term in terms:
        minus, field, phrase, unclosed, _star, plain = term.groups()
        if unclosed is not None:
            raise Problem("search", f"a quotation mark is not closed: {term[0]}")
        if field:
            found = _condition(field, phrase if plain is None else plain)
            conditions.append(Condition(f"NOT ({found.sql})", found.parameters) if minus else found)
        else:
            (unwanted if minus else wanted).append(_phrase(term))
    return Query(tuple(wanted), tuple(unwanted), tuple(conditions))


def asks_for_speakers(text: str) -> bool:
    """Tell whether a query can only be answered where digests are made."""
    return any((term[2] or "").lower() == _SPEAKER for term in _TERM.finditer(clean_line(text)))


def _phrase(term: re.Match[str]) -> str:
    """Return a word or phrase as FTS5 takes it: in quotes, so that nothing in it is an operator."""
    _minus, _field, phrase, _unclosed, star, plain = term.groups()
    words = plain.rstrip("*") if plain is not None else phrase
    if not any(char.isalnum() for char in words):
        raise Problem("search", f"“{term[0]}” holds no word to look for")
    prefix = star or (plain is not None and plain.endswith("*"))
    return '"' + words.replace('"', '""') + '"' + ("*" if prefix else "")


def _condition(field: str, value: str) -> Condition:
    make = _FIELDS.get(field.lower())
    if make is None:
        raise Problem(
            "search",
            f"there is no “{field}:”; there are {', '.join(f'{name}:' for name in _FIELDS)}"
            f" (to look for the words themselves, put them in quotes)",
        )
    if not value:
        raise Problem("search", f"“{field}:” is followed by nothing; write {field}:something")
    return make(value)


def _by_speaker(name: str) -> Condition:
    return Condition(
        "{key} IN (SELECT key FROM quotes WHERE said_by IN"
        " (SELECT speaker FROM speakers WHERE instr(folded, ?)))",
        (fold(name),),
    )


def _by_feed(name: str) -> Condition:
    return Condition(
        "{key} IN (SELECT key FROM articles WHERE outlet IN"
        " (SELECT outlet FROM outlets WHERE instr(folded, ?)) UNION ALL SELECT key FROM articles"
        " WHERE feed IN (SELECT feed FROM feeds WHERE instr(folded, ?)))",
        (fold(name), fold(name)),
    )


def _by_tag(tag: str) -> Condition:
    return Condition("{key} IN (SELECT key FROM tags WHERE tag = ?)", (fold(tag),))


_STATES: Mapping[str, str] = MappingProxyType(
    {
        "unread": "(SELECT read FROM states AS one WHERE one.key = {key}) = 0",
        "read": "(SELECT read FROM states AS one WHERE one.key = {key}) = 1",
        "starred": "{key} IN (SELECT key FROM states WHERE starred)",
        "edited": "{key} IN (SELECT key FROM articles WHERE edited IS NOT NULL)",
        "changed": "{key} IN (SELECT key FROM states WHERE changed)",
    }
)


def _by_state(state: str) -> Condition:
    if state.lower() not in _STATES:
        raise Problem("search", f"there is no “is:{state}”; there are {', '.join(_STATES)}")
    return Condition(_STATES[state.lower()])


def _since(day: str) -> Condition:
    return Condition("{key} IN (SELECT key FROM articles WHERE dated >= ?)", (_day(day),))


def _until(day: str) -> Condition:
    return Condition("{key} IN (SELECT key FROM articles WHERE dated < ?)", (_day(day),))


def _day(text: str) -> int:
    """Return where a day, month or year begins, as seconds since 1970, UTC."""
    parts = _DATE.fullmatch(text)
    try:
        year, month, day = (int(part or 1) for part in parts.groups()) if parts else (0, 0, 0)
        return seconds(date(year, month, day).isoformat()) or 0
    except ValueError:
        raise Problem(
            "search", f"“{text}” is no date; write it as 2026-01-31, 2026-01 or 2026"
        ) from None


_FIELDS: Mapping[str, Callable[[str], Condition]] = MappingProxyType(
    {
        _SPEAKER: _by_speaker,
        "feed": _by_feed,
        "tag": _by_tag,
        "is": _by_state,
        "after": _since,
        "before": _until,
    }
)
