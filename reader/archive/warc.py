"""The pages of a WARC file, as a crawler stored them; fastwarc reads the records.

fastwarc ends without a word at the first record that is damaged. So where it ends, we look for the
next beginning of a record, say what lies between, and let it go on from there.
"""

import gzip
import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from reader.archive.blocks import Block, opened
from reader.archive.entries import LARGEST, Entry, Page

_PAGES = ("text/html", "application/xhtml+xml")
_BEGINS = re.compile(rb"WARC/1\.[01]\r\n|\x1f\x8b\x08")
_INSIDE = re.compile(rb"WARC/1\.[01]\r\nWARC-")
_LONGEST_SIGN = 10
_STEP = 1024 * 1024
_GZIP = 16 + zlib.MAX_WBITS


def pages(block: Block) -> Iterator[Entry]:
    """Yield the pages among the records, responses with status 200 that are HTML, and the gaps."""
    with opened(block.file) as stream:
        raw = _by_record(stream)
        start: int | None = 0
        while start is not None:
            last, whole, named = start, True, False
            for at, record in _records(raw, start):
                last, whole = at, record is not None
                if record is None:
                    break
                entry = _entry(record, at, block)
                named = bool(entry and entry.problem)
                if entry:
                    yield entry
            start = _next_start(raw, last + 1)
            if not named and (start is not None or not whole):
                yield _gap(block, last, start)


class _Unpacked(gzip.GzipFile):
    """A gzip file that gives what there is before it finds that the file ends too early."""

    def read(self, size: int | None = -1) -> bytes:
        """Return some of the next bytes, `size` at most."""
        return super().read1(-1 if size is None else size)


def _by_record(stream: Any) -> Any:  # noqa: ANN401 - streams
    """Return the stream, unpacked where it was packed as a whole and not record by record."""
    unpacking = zlib.decompressobj(_GZIP)
    with suppress(zlib.error):
        head = unpacking.decompress(stream.read(_STEP), 4 * _STEP)
        if len(_BEGINS.findall(head)) > 1:
            return _Unpacked(fileobj=_rewound(stream))
    return _rewound(stream)


def _rewound(stream: Any) -> Any:  # noqa: ANN401 - streams
    stream.seek(0)
    return stream


def _gap(block: Block, last: int, start: int | None) -> Entry:
    """Return what is said of bytes that are no records."""
    rest = "what follows" if start is None else f"what follows, up to byte {start:,},"
    problem = f"{rest} is damaged or no record of WARC"
    return Entry(_byte(last), _share(last, block), {}, problem=problem)


def _records(raw: Any, start: int) -> Iterator[tuple[int, Any]]:  # noqa: ANN401 - fastwarc's
    """Yield the records from a place on, each behind its place; None where it is not readable."""
    from fastwarc.stream_io import FastWARCError, PythonIOStreamAdapter
    from fastwarc.warc import ArchiveIterator

    raw.seek(start)
    at = -1
    try:
        for record in ArchiveIterator(PythonIOStreamAdapter(raw), fsspec_args=False):
            at = record.stream_pos
            yield at, record
    except (FastWARCError, OSError, EOFError, zlib.error):
        yield max(at, start), None
        return
    if at < 0:
        yield start, None


def _entry(record: Any, at: int, block: Block) -> Entry | None:  # noqa: ANN401 - fastwarc's
    from fastwarc.stream_io import FastWARCError
    from fastwarc.warc import WarcRecordType

    if record.record_type != WarcRecordType.response:
        return None
    headers, address = record.http_headers, record.headers.get("WARC-Target-URI") or ""
    where, share = f"{_byte(at)}, {address}", _share(at, block)
    if headers is None or not headers.status_code:
        return Entry(where, share, {}, problem="has no answer of a web server in it")
    if str(headers.status_code) != "200" or record.http_content_type not in _PAGES:
        return None
    expected = record.content_length
    data = b""
    with suppress(FastWARCError, EOFError, zlib.error):  # too short then
        data = record.reader.read(min(expected, LARGEST + 1))
    if len(data) > LARGEST:
        return Entry(where, share, {}, problem=f"is larger than {LARGEST // 1024**2} MB")
    if len(data) < expected or _INSIDE.search(data):  # it took in the head of the next one
        return Entry(where, share, {}, problem="is cut off")
    packing, charset = headers.get("Content-Encoding") or "", record.http_charset or ""
    return Entry(where, share, {}, Page(address, data, packing, charset))


def _next_start(raw: Any, start: int) -> int | None:  # noqa: ANN401
    """Return where the next record begins, packed or not."""
    with suppress(EOFError, zlib.error, gzip.BadGzipFile):  # of a file that is packed as a whole
        raw.seek(start)
        window, base = b"", start
        while piece := raw.read(_STEP):
            window += piece
            for match in _BEGINS.finditer(window):
                at = match.start()
                if match[0][:1] == b"W" or _is_packed_record(window[at : at + 4096]):
                    return base + at
            base += max(0, len(window) - _LONGEST_SIGN)
            window = window[-_LONGEST_SIGN:]
    return None


def _is_packed_record(head: bytes) -> bool:
    try:
        return zlib.decompressobj(_GZIP).decompress(head, 16).startswith(b"WARC/1.")
    except zlib.error:
        return False


def _byte(at: int) -> str:
    return f"byte {at:,}"


def _share(at: int, block: Block) -> float:
    return at / max(1, block.size)
