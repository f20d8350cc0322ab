"""Digests as they are kept: quotes and claims as rows, what only one article needs packed."""

import json
import sqlite3
import struct
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any, NamedTuple

from reader.library.bodies import text_hash
from reader.library.corrections import apply_corrections, speaker_numbers
from reader.library.database import Database
from reader.library.marks import (
    CLAIM_COLUMNS,
    QUOTE_COLUMNS,
    claim_fields,
    claim_of,
    quote_fields,
    quote_of,
)
from summarize import METHODS, Digest, Length, Pick, Quote, Span, Summary


class Recipe(NamedTuple):
    """What a digest is made by: the engine's version, and how it is summed up."""

    engine: str
    method: str = METHODS[0]
    length: Length = Length(3)


class Digests:
    """The digests of a library's articles, one an article."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, key: int, text: str, digest: Digest, recipe: Recipe) -> bool:
        """Keep the digest of an article in the place of the one before.

        `text` is what it was made of. False, and nothing is kept, where the article has another
        text by now or is gone.
        """
        with self._database.writing() as connection:
            shown = connection.execute(
                "SELECT text FROM shown_texts WHERE key = ?", (key,)
            ).fetchone()
            if shown != (text,):
                return False
            connection.execute("DELETE FROM digests WHERE key = ?", (key,))
            hashed = text_hash(text)
            _insert(connection, key, hashed, digest, recipe)
            _insert_quotes(connection, key, digest.quotes)
            connection.executemany(
                f"INSERT INTO claims (key, place, {CLAIM_COLUMNS}) VALUES (?{', ?' * 12})",
                ((key, place, *claim_fields(one)) for place, one in enumerate(digest.claims)),
            )
            apply_corrections(connection, hashed)
            return True

    def get(self, key: int, recipe: Recipe | None = None) -> Digest | None:
        """Return the digest of an article exactly as it was made.

        None where there is none, or none that was made by `recipe`.
        """
        row = self._database.first(
            "SELECT engine, method, amount, unit, language, sentences, furniture, picks, ranked"
            " FROM digests WHERE key = ?",
            (key,),
        )
        if row is None:
            return None
        engine, method, amount, unit, language, sentences, furniture, picks, ranked = row
        if recipe and recipe != Recipe(engine, method, Length(amount, unit)):
            return None
        return Digest(
            language,
            _spans(sentences),
            Summary(method, _picks(picks), ranked),
            tuple(quote_of(tuple(fields), name) for name, *fields in self._quotes(key)),
            tuple(claim_of(fields) for fields in self._claims(key)),
            _spans(furniture),
        )

    def missing(self, engine: str, limit: int = 1000, before: int | None = None) -> list[int]:
        """Return the newest articles that have no digest by this engine, as keys, newest first.

        `before` is the last key of the page before this one.
        """
        return list(
            self._database.column(
                "SELECT key FROM states WHERE key < ? AND NOT EXISTS (SELECT 1 FROM digests AS one"
                " WHERE one.engine = ? AND one.key = states.key) ORDER BY key DESC LIMIT ?",
                (2**63 - 1 if before is None else before, engine, limit),
            )
        )

    def lacking(self, keys: Sequence[int], engine: str) -> list[int]:
        """Return those of some articles that have no digest by this engine, in their order."""
        there = frozenset(
            self._database.column(
                "SELECT key FROM digests WHERE engine = ? AND key IN"
                " (SELECT value FROM json_each(?))",
                (engine, json.dumps(list(keys))),
            )
        )
        return [key for key in keys if key not in there]

    def _quotes(self, key: int) -> list[Any]:
        return self._database.all(
            f"SELECT name, {QUOTE_COLUMNS} FROM quotes LEFT JOIN speakers USING (speaker)"
            " WHERE key = ? ORDER BY place",
            (key,),
        )

    def _claims(self, key: int) -> list[Any]:
        return self._database.all(
            f"SELECT {CLAIM_COLUMNS} FROM claims WHERE key = ? ORDER BY place",
            (key,),
        )


def _insert(
    connection: sqlite3.Connection, key: int, hashed: bytes, digest: Digest, recipe: Recipe
) -> None:
    picks = ((*one.span, one.sentence, one.rank, one.dangling) for one in digest.summary.picks)
    connection.execute(
        f"INSERT INTO digests VALUES (?{', ?' * 12})",
        (
            key,
            recipe.engine,
            recipe.method,
            recipe.length.amount,
            recipe.length.unit,
            digest.language,
            _pack(digest.sentences),
            _pack(digest.furniture),
            _pack(picks),
            digest.summary.ranked,
            hashed,
            len(digest.quotes),
            len(digest.claims),
        ),
    )


def _insert_quotes(connection: sqlite3.Connection, key: int, quotes: Iterable[Quote]) -> None:
    names = speaker_numbers(connection, {one.speaker.name for one in quotes if one.speaker})
    connection.executemany(
        f"INSERT INTO quotes (key, place, speaker, said_by, {QUOTE_COLUMNS})"
        " VALUES (?1, ?2, ?3, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        (
            (key, place, names[one.speaker.name] if one.speaker else None, *quote_fields(one))
            for place, one in enumerate(quotes)
        ),
    )


def _pack(values: Iterable[Iterable[int]]) -> bytes:
    numbers = list(chain.from_iterable(values))
    return struct.pack(f"<{len(numbers)}I", *numbers)


def _unpack(packed: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(packed) // 4}I", packed)


def _spans(packed: bytes) -> tuple[Span, ...]:
    ends = iter(_unpack(packed))
    return tuple(Span(start, end) for start, end in zip(ends, ends, strict=True))


def _picks(packed: bytes) -> tuple[Pick, ...]:
    fields = iter(_unpack(packed))
    return tuple(
        Pick(Span(start, end), sentence, rank, bool(dangling))
        for start, end, sentence, rank, dangling in zip(*[fields] * 5, strict=True)
    )
