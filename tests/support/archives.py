"""Archives for tests: invented articles in every form, whole and damaged, and what came of them."""

import gzip
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from backports import zstd
from invented import records

from reader.archive.asked import Asked
from reader.archive.blocks import Block, File, cut, find_files
from reader.archive.shelf import Shelf
from reader.archive.work import Tally, digest_block

Told = Mapping[str, Any]
PAGE = (
    "<!doctype html><html><head><title>{title}</title></head><body><nav>Home</nav><article>"
    "<h1>{title}</h1>{paragraphs}</article></body></html>"
)


def lines(told: Iterable[Told]) -> bytes:
    """Return objects as JSON lines."""
    return b"".join(json.dumps(one).encode() + b"\n" for one in told)


def packed(path: Path, data: bytes) -> Path:
    """Write bytes to a file, packed as its name says."""
    if path.suffix == ".gz":
        data = gzip.compress(data)
    elif path.suffix == ".zst":
        data = zstd.compress(data)
    path.write_bytes(data)
    return path


def parquet(path: Path, told: Sequence[Told], **options: Any) -> Path:  # noqa: ANN401 - pyarrow's
    """Write a Parquet file of articles."""
    pq.write_table(pa.Table.from_pylist(list(told)), path, **options)
    return path


def warc_record(address: str, body: bytes, *, kind: str = "response", head: str = "") -> bytes:
    """Return a record of WARC that holds a page as it was sent."""
    http = (
        f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n{head}\r\n".encode() + body
    )
    header = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
        "WARC-Date: 2017-01-01T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return header.encode() + http + b"\r\n\r\n"


def page(told: Told) -> bytes:
    """Return a page with an article on it."""
    paragraphs = "".join(f"<p>{one}</p>" for one in told["text"].split("\n\n"))
    return PAGE.format(title=told["title"], paragraphs=paragraphs).encode()


def warc_records(count: int) -> list[bytes]:
    """Return records of pages with different articles."""
    return [warc_record(told["url"], page(told)) for told in records(count)]


def blocks_of(path: Path, largest: int = 1 << 25) -> list[Block]:
    """Return the blocks of an input that can be cut."""
    found = [block for file in files_of(path) for block in cut(file, largest)]
    assert all(isinstance(block, Block) for block in found)
    return [block for block in found if isinstance(block, Block)]


def files_of(path: Path) -> list[File]:
    """Return the input files of a source that has some."""
    return [found for found in find_files([str(path)]) if isinstance(found, File)]


def done(path: Path, out: Path, asked: Asked | None = None, largest: int = 1 << 25) -> list[Tally]:
    """Digest an input here and now."""
    shelf = Shelf.at(str(out))
    return [
        digest_block(block, asked or Asked(method="lead"), shelf, lambda _articles, _share: None)
        for block in blocks_of(path, largest)
    ]


def rows(out: Path) -> list[dict[str, Any]]:
    """Return all rows that were written to a folder."""
    paths = sorted(out.glob("articles-*.parquet"))
    return [row for path in paths for row in pq.read_table(path).to_pylist()]


def ids(out: Path) -> list[str]:
    """Return the ids of all rows that were written to a folder, in order."""
    paths = sorted(out.glob("articles-*.parquet"))
    return sorted(one for path in paths for one in pq.read_table(path)["id"].to_pylist())


def errors(out: Path) -> list[dict[str, str]]:
    """Return the rows of the table of errors; none where there is no such file."""
    path = out / "errors.parquet"
    found: list[dict[str, str]] = pq.read_table(path).to_pylist() if path.exists() else []
    return found
