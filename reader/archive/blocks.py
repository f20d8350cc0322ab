"""Blocks: the inputs that the person names, cut into pieces of work for one worker each."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, Literal

import fsspec

from reader.problems import Problem

Kind = Literal["jsonl", "parquet", "warc"]

LARGEST = 32 * 1024 * 1024  # bytes of a file that can be cut: about a minute of work
KINDS: dict[str, Kind] = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".jsonl.gz": "jsonl",
    ".jsonl.zst": "jsonl",
    ".parquet": "parquet",
    ".warc": "warc",
    ".warc.gz": "warc",
}
_UNNAMED = re.compile(r"[^\w.-]+|[.]+")
_MODIFIED = ("mtime", "LastModified", "last_modified", "updated", "ETag", "etag")


@dataclass(frozen=True, slots=True)
class File:
    """An input file; `modified` is whatever its storage changes with its content."""

    address: str
    kind: Kind
    size: int
    modified: str


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a file: bytes from `start` to `end` of JSON lines, row groups of Parquet.

    What cannot be cut, a packed file or WARC, is one block to its end. `size` is its share of the
    file in bytes.
    """

    file: File
    part: int
    start: int
    end: int
    size: int

    @property
    def name(self) -> str:
        """Return the name of the file that its digests go to, without its ending."""
        return f"{stem(self.file)}-{self.part:05}"

    def told(self) -> dict[str, Any]:
        """Return what its digests say of their input: another input is digested anew."""
        return {
            "input": self.file.address,
            "size": self.file.size,
            "modified": self.file.modified,
            "start": self.start,
            "end": self.end,
        }


def stem(file: File) -> str:
    """Return what the files that are made of an input begin with: no two inputs share it."""
    base = _UNNAMED.sub("-", file.address.rpartition("/")[2]).strip("-")
    key = blake2b(file.address.encode("utf-8", "surrogateescape"), digest_size=4).hexdigest()
    return f"articles-{base[:80]}-{key}"


def find_files(sources: Iterable[str], out: str = "") -> Iterator[File | Problem]:
    """Yield the archives of the sources, each once, and a Problem for each that has none.

    A source is a file, a folder or a glob, here or at any address that fsspec knows. What lies in
    `out`, the folder of what is made, is no input.
    """
    seen: set[str] = set()
    for source in sources:
        for found in _find(source, out):
            if isinstance(found, Problem):
                yield found
            elif found.address not in seen:
                seen.add(found.address)
                yield found


def cut(file: File, largest: int = LARGEST) -> Iterator[Block | Problem]:
    """Yield the blocks of a file, or the Problem that keeps it from being cut."""
    if file.kind == "parquet":
        yield from _row_groups(file, largest)
    elif file.kind == "jsonl" and file.address.endswith((".jsonl", ".ndjson")):
        starts = range(0, max(1, file.size), largest)
        for part, start in enumerate(starts):
            end = min(start + largest, file.size)
            yield Block(file, part, start, end, end - start)
    else:
        yield Block(file, 0, 0, file.size, file.size)


def opened(file: File) -> Any:  # noqa: ANN401 - fsspec has no types
    """Open an input for reading bytes."""
    filesystem, path = fsspec.core.url_to_fs(file.address)
    return filesystem.open(path, "rb")


def spoken(file: File) -> str:
    """Return how an input is named to a person."""
    return file.address.removeprefix("file://")


def told(error: BaseException) -> str:
    """Return in a few words what an error of a file system or of pyarrow says."""
    words = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return " ".join(words.split())[:200].lower()


def _find(source: str, out: str) -> Iterator[File | Problem]:
    try:
        filesystem, path = fsspec.core.url_to_fs(source)
        paths, named = _paths(filesystem, path)
        found = [
            File(address, kind, *_state(filesystem.info(path)))
            for path, address in zip(paths, map(filesystem.unstrip_protocol, paths), strict=True)
            if (kind := _kind(path)) and not (out and address.startswith(f"{out}/"))
        ]
    except FileNotFoundError:
        yield Problem(source, "there is no such file or folder")
    except (OSError, ValueError, ImportError) as error:
        yield Problem(source, f"cannot be read ({told(error)})")
    else:
        yield from found
        if not found:
            kinds = ", ".join(KINDS)
            what = f"is no archive; one ends in {kinds}" if named else f"has no archive ({kinds})"
            yield Problem(source, what)


def _paths(filesystem: Any, path: str) -> tuple[list[str], bool]:  # noqa: ANN401
    """Return the files of a source in order, and whether it is one that was named itself."""
    if filesystem.isfile(path):
        return [path], True
    if filesystem.isdir(path):
        return sorted(filesystem.find(path)), False
    if not any(sign in path for sign in "*?["):
        raise FileNotFoundError(path)
    found = sorted(filesystem.glob(path))
    return [name for name in found if filesystem.isfile(name)], False


def _kind(path: str) -> Kind | None:
    name = path.rpartition("/")[2].lower()
    if name == "errors.parquet":
        return None
    return next((kind for ending, kind in KINDS.items() if name.endswith(ending)), None)


def _state(info: dict[str, Any]) -> tuple[int, str]:
    modified = next((info[name] for name in _MODIFIED if info.get(name)), "")
    return int(info.get("size") or 0), str(modified)


def _row_groups(file: File, largest: int) -> Iterator[Block | Problem]:
    """Yield runs of row groups of about the size of a block."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with opened(file) as stream:
            metadata = pq.read_metadata(stream)
    except (OSError, pa.ArrowException) as error:
        yield Problem(spoken(file), f"is no whole Parquet file ({told(error)})")
        return
    groups = metadata.num_row_groups
    each = file.size / max(1, groups)
    step = max(1, round(largest / max(1.0, each)))
    for part, start in enumerate(range(0, max(1, groups), step)):
        end = min(start + step, groups)
        yield Block(file, part, start, end, round(each * (end - start)))
