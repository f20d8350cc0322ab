"""The table that digests are written to: one row an article, spans and values nested."""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

import pyarrow as pa
import pyarrow.parquet as pq

from reader.archive.asked import Asked
from reader.article import Article
from reader.records import digest_record
from summarize import Digest

NOTE = b"pullquote"  # what a file says of itself stands under this key, as JSON
ROWS = 2000  # articles that are held before they are written

Row = dict[str, Any]

_SPAN = [("start", pa.int32()), ("end", pa.int32())]
_PIECE = pa.struct([*_SPAN, ("text", pa.string())])
_PICK = pa.struct([*_PIECE, ("rank", pa.int32()), ("dangling", pa.bool_())])
_SPEAKER = pa.struct([*_PIECE, ("name", pa.string()), ("inferred", pa.bool_())])
_QUOTE = pa.struct([*_PIECE, ("kind", pa.string()), ("speaker", _SPEAKER), ("cue", _PIECE)])
_CLAIM = pa.struct(
    [
        *_PIECE,
        ("value", pa.float64()),
        ("high", pa.float64()),
        ("unit", pa.string()),
        ("modifier", pa.string()),
        ("modifier_span", pa.list_(pa.int32())),
        ("kind", pa.string()),
        ("noun", _PIECE),
    ]
)
_COLUMNS = [
    ("id", pa.string()),
    ("title", pa.string()),
    ("source", pa.string()),
    ("url", pa.string()),
    ("published", pa.string()),
    ("language", pa.string()),
    ("text", pa.string()),
    ("sentences", pa.list_(pa.list_(pa.int32()))),
    ("summary", pa.struct([("method", pa.string()), ("picks", pa.list_(_PICK))])),
    ("quotes", pa.list_(_QUOTE)),
    ("claims", pa.list_(_CLAIM)),
]
ERRORS = pa.schema([("input", pa.string()), ("where", pa.string()), ("why", pa.string())])


def schema(asked: Asked) -> Any:  # noqa: ANN401 - pyarrow has no types
    """Return the columns of the table; those of a digest as JSON, the text if it is asked for."""
    return pa.schema([column for column in _COLUMNS if asked.text or column[0] != "text"])


def row(article: Article, digest: Digest) -> Row:
    """Return the row of an article: what its digest is as JSON."""
    return digest_record(article, digest)


class Writer:
    """A Parquet file that is written as its rows come; what it says of itself comes last."""

    def __init__(self, stream: Any, columns: Any) -> None:  # noqa: ANN401 - pyarrow's
        self._columns = columns
        self._rows: list[Row] = []
        self._writer = pq.ParquetWriter(stream, columns, compression="zstd")

    def add(self, found: Row) -> None:
        """Add a row."""
        self._rows.append(found)
        if len(self._rows) >= ROWS:
            self._write()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        """Let go of a file that could not be finished, which nobody will see."""
        if self._writer.is_open:
            with suppress(OSError, pa.ArrowException):
                self._writer.close()
            self._writer.is_open = False  # or pyarrow tries again when it is collected

    def close(self, note: Mapping[str, Any]) -> None:
        """Write what is left, and the note; the file is whole then."""
        self._write()
        self._writer.add_key_value_metadata({NOTE: json.dumps(note)})
        self._writer.close()

    def _write(self) -> None:
        if self._rows:
            self._writer.write_table(pa.Table.from_pylist(self._rows, self._columns))
            self._rows.clear()


def note_of(stream: Any) -> dict[str, Any]:  # noqa: ANN401 - a stream
    """Return what a file of ours says of itself; nothing where it is not one, or not whole."""
    try:
        note = json.loads((pq.read_metadata(stream).metadata or {}).get(NOTE, b"{}"))
    except (OSError, ValueError, pa.ArrowException):
        return {}
    return note if isinstance(note, dict) else {}


def copy_rows(
    source: Any,  # noqa: ANN401 - streams
    stream: Any,  # noqa: ANN401
    left_out: set[int],
    note: Mapping[str, Any],
) -> None:
    """Copy a file of ours without some of its rows, by number, and with another note."""
    file = pq.ParquetFile(source)
    number = 0
    with pq.ParquetWriter(stream, file.schema_arrow, compression="zstd") as writer:
        for group in range(file.num_row_groups):
            table = file.read_row_group(group)
            numbers = range(number, number + len(table))
            number += len(table)
            writer.write_table(table.filter(pa.array([row not in left_out for row in numbers])))
        writer.add_key_value_metadata({NOTE: json.dumps(note)})


def write_errors(stream: Any, errors: Iterable[Mapping[str, str]]) -> None:  # noqa: ANN401
    """Write the table of the records that could not be read."""
    with pq.ParquetWriter(stream, ERRORS, compression="zstd") as writer:
        batch: list[Mapping[str, str]] = []
        for error in errors:
            batch.append(error)
            if len(batch) == 10_000:
                writer.write_table(pa.Table.from_pylist(batch, ERRORS))
                batch.clear()
        writer.write_table(pa.Table.from_pylist(batch, ERRORS))
