"""Entries: the records of a block, one after the other, never more than one whole in memory."""

import gzip
import json
import sys
import zlib
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from reader.archive.asked import Columns
from reader.archive.blocks import Block, opened, spoken
from reader.problems import Problem

LARGEST = 16 * 1024 * 1024  # bytes: what is larger is no article
ROWS = 64  # of Parquet that are read at once
_STEP = 1024 * 1024


class Entry(NamedTuple):
    """A record as the archive has it: where it stands, how far that is in its block, its fields.

    `page` is what a WARC record holds in place of fields. A `problem` says why there is neither.
    """

    where: str
    share: float
    fields: dict[str, Any]
    page: "Page | None" = None
    problem: str = ""


class Page(NamedTuple):
    """A page as it was sent: its address, its bytes, how they are packed, their encoding."""

    address: str
    data: bytes
    packing: str = ""
    charset: str = ""


class Unreadable(Exception):  # noqa: N818 - what a block is from some place on
    """A block cannot be read on; the sentence says why, `where` from which place on."""

    def __init__(self, where: str, sentence: str) -> None:
        super().__init__(where, sentence)
        self.where = where
        self.sentence = sentence


def entries(block: Block, columns: Columns) -> Iterator[Entry]:
    """Yield the records of a block; raise Unreadable where it cannot be read on.

    Raises Problem where nothing of it can be read: there is no such file, or no such column.
    """
    if block.file.kind == "parquet":
        return _rows(block, columns)
    if block.file.kind == "warc":
        from reader.archive.warc import pages

        return pages(block)
    return _lines(block)


def _lines(block: Block) -> Iterator[Entry]:
    with opened(block.file) as raw:
        packed = _unpacked(raw, block.file.address)
        if packed is None:
            yield from _line_range(raw, block)
        else:
            with packed:
                yield from _packed_lines(packed, raw, block)


def _unpacked(raw: Any, address: str) -> Any:  # noqa: ANN401 - streams
    if address.endswith(".gz"):
        return gzip.GzipFile(fileobj=raw)
    if address.endswith(".zst"):
        return _zstd().open(raw)
    return None


def _zstd() -> Any:  # noqa: ANN401 - one of two modules
    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        from backports import zstd
    return zstd


def _line_range(raw: Any, block: Block) -> Iterator[Entry]:  # noqa: ANN401
    """Yield the lines that begin in a range of bytes; one that began before it is skipped."""
    at = block.start
    if at:
        raw.seek(at - 1)
        at += _skip_line(raw) - 1
    while at < block.end:
        line, length = _read_line(raw)
        if not length:
            return
        share = (at - block.start) / max(1, block.size)
        yield from _entry(line, f"byte {at:,}", share)
        at += length


def _packed_lines(packed: Any, raw: Any, block: Block) -> Iterator[Entry]:  # noqa: ANN401
    number = 0
    while True:
        try:
            line, length = _read_line(packed)
        except (EOFError, gzip.BadGzipFile, zlib.error, _zstd().ZstdError) as error:
            ends = isinstance(error, EOFError)
            sentence = "the file ends too early" if ends else "the file is damaged from here on"
            raise Unreadable(f"line {number + 1:,}", sentence) from error
        if not length:
            return
        number += 1
        yield from _entry(line, f"line {number:,}", raw.tell() / max(1, block.size))


def _read_line(stream: Any) -> tuple[bytes, int]:  # noqa: ANN401
    """Return a line, or as much of it as shows that it is too large, and its length in bytes."""
    line: bytes = stream.readline(LARGEST + 1)
    length = len(line)
    if length > LARGEST and not line.endswith(b"\n"):
        length += _skip_line(stream)
    return line, length


def _skip_line(stream: Any) -> int:  # noqa: ANN401
    skipped = 0
    while piece := stream.readline(_STEP):
        skipped += len(piece)
        if piece.endswith(b"\n"):
            break
    return skipped


def _entry(line: bytes, where: str, share: float) -> Iterator[Entry]:
    if len(line) > LARGEST:
        yield Entry(where, share, {}, problem=f"is larger than {LARGEST // 1024**2} MB")
        return
    line = line.removeprefix(b"\xef\xbb\xbf").strip()
    if not line:
        return
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError):
        yield Entry(where, share, {}, problem="is not a whole object of JSON in UTF-8")
        return
    if isinstance(fields, dict):
        yield Entry(where, share, fields)
    else:
        yield Entry(where, share, {}, problem="is JSON but no object with fields")


def _rows(block: Block, columns: Columns) -> Iterator[Entry]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    with opened(block.file) as stream:
        try:
            # A pre-fetched row group would be held whole, however large it is.
            file = pq.ParquetFile(stream, pre_buffer=False, buffer_size=_STEP)
        except (OSError, pa.ArrowException) as error:
            raise Problem(spoken(block.file), "is no whole Parquet file") from error
        names = _present(columns, file.schema_arrow.names, block)
        groups = list(range(block.start, block.end))
        counts = [file.metadata.row_group(group).num_rows for group in range(block.end)]
        row, total = sum(counts[: block.start]), max(1, sum(counts[block.start :]))
        first = row
        try:
            for batch in file.iter_batches(ROWS, groups, names, use_threads=False):
                for fields in batch.to_pylist():
                    row += 1
                    yield Entry(f"row {row:,}", (row - first) / total, fields)
        except (OSError, pa.ArrowException) as error:
            raise Unreadable(f"row {row + 1:,}", "the file is damaged from here on") from error


def _present(columns: Columns, names: Sequence[str], block: Block) -> list[str]:
    if columns.text not in names:
        there = ", ".join(names[:20])
        raise Problem(
            spoken(block.file),
            f"has no column {columns.text!r}, only {there}; name it with --text-column",
        )
    return [name for name in dict.fromkeys(dict(columns).values()) if name in names]
