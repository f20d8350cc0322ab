"""What the person copied or clipped, so that they can be told when its source says it otherwise."""

import json
from collections.abc import Iterable
from typing import Literal, NamedTuple

from reader.library.database import Database

How = Literal["copied", "clipped"]


class Taken(NamedTuple):
    """Words of an article that were taken at a time (seconds since 1970).

    `kind` is what they are, as a citation calls it; `speaker` is empty where none was named.
    """

    id: str
    how: How
    kind: str
    words: str
    speaker: str
    at: float


class TakenFrom(NamedTuple):
    """What was taken from an article that was edited, and whether a change of it was told."""

    number: int
    key: int
    told: bool
    taken: Taken


class TakenWords:
    """The words that were taken. Who takes some again starts anew: they are as they were then."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def note(self, taken: Iterable[Taken]) -> None:
        """Note what was taken; what is known and not taken again stays as it is."""
        with self._database.writing() as connection:
            connection.executemany(
                "INSERT INTO taken (id, how, kind, words, speaker, at) VALUES (?, ?, ?, ?, ?, ?)"
                " ON CONFLICT (id, how, words) DO UPDATE SET kind = excluded.kind,"
                " speaker = excluded.speaker, at = excluded.at, told = 0"
                " WHERE excluded.at > taken.at",
                taken,
            )

    def edited(self) -> frozenset[str]:
        """Return the ids of the articles that were edited at their source."""
        return frozenset(
            self._database.column(
                "SELECT id FROM articles INDEXED BY articles_by_edit WHERE edited IS NOT NULL"
            )
        )

    def any(self) -> bool:
        """Tell whether anything was noted."""
        return self._database.first("SELECT 1 FROM taken LIMIT 1") is not None

    def any_edited(self) -> bool:
        """Tell whether any article was edited at its source."""
        edited = (
            "SELECT 1 FROM articles INDEXED BY articles_by_edit WHERE edited IS NOT NULL LIMIT 1"
        )
        return self._database.first(edited) is not None

    def from_edited(self) -> list[TakenFrom]:
        """Return what was taken from articles that were edited, the newest first."""
        rows = self._database.all(
            "SELECT taken.taken, key, taken.told, taken.id, how, kind, words, speaker, at"
            " FROM taken JOIN articles USING (id) WHERE edited IS NOT NULL"
            " ORDER BY at DESC, taken.taken"
        )
        return [
            TakenFrom(number, key, bool(told), Taken(*taken)) for number, key, told, *taken in rows
        ]

    def tell(self, numbers: Iterable[int], *, told: bool) -> None:
        """Note that the person was told that they read otherwise now, or that they do not."""
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE taken SET told = ? WHERE taken IN (SELECT value FROM json_each(?))",
                (told, json.dumps(list(numbers))),
            )
