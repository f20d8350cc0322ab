"""The folder that digests go to: files written beside their place and renamed when whole."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import fsspec

from reader.archive.asked import Asked
from reader.archive.blocks import Block, spoken
from reader.archive.tables import note_of, write_errors

ERRORS = "errors.parquet"
_PARTS = ".errors"  # what could not be read, a file a block, until it is put together
_UNFINISHED = ".unfinished"


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder here or at any address that fsspec knows."""

    address: str

    @classmethod
    def at(cls, out: str) -> "Shelf":
        """Return the shelf in a folder, by its whole address; makes the folder if need be."""
        shelf = cls.named(out)
        filesystem, folder = fsspec.core.url_to_fs(shelf.address)
        filesystem.makedirs(f"{folder.rstrip('/')}/{_PARTS}", exist_ok=True)
        return shelf

    @classmethod
    def named(cls, out: str) -> "Shelf":
        """Return the shelf in a folder that need not be there."""
        filesystem, path = fsspec.core.url_to_fs(out)
        return cls(filesystem.unstrip_protocol(path).rstrip("/"))

    @property
    def spoken(self) -> str:
        """How the folder is named to a person."""
        return self.address.removeprefix("file://")

    def put(self, name: str, write: Callable[[Any], object]) -> None:
        """Let `write` write a file, seen by nobody before it is whole."""
        filesystem, folder = self._folder()
        beside = f"{folder}/.{name.rpartition('/')[2]}-{uuid4().hex[:8]}{_UNFINISHED}"
        try:
            with filesystem.open(beside, "wb") as stream:
                write(stream)
            filesystem.mv(beside, f"{folder}/{name}")
        except BaseException:
            with suppress(OSError):
                filesystem.rm_file(beside)
            raise

    def note(self, block: Block) -> dict[str, Any]:
        """Return what the file of a block says of itself; nothing where there is none."""
        with self.reading(block) as stream:
            return note_of(stream) if stream else {}

    @contextmanager
    def reading(self, block: Block) -> Iterator[Any]:
        """Open the file of a block; None where there is none."""
        filesystem, folder = self._folder()
        try:
            stream = filesystem.open(f"{folder}/{block.name}.parquet", "rb")
        except FileNotFoundError:
            yield None
            return
        with stream:
            yield stream

    def has(self, block: Block, asked: Asked) -> dict[str, Any]:
        """Return the note of a block that is done as asked; nothing where it is to be done."""
        note = self.note(block)
        wanted = json.loads(json.dumps({**asked.told(), **block.told()}))
        return note if note and all(note.get(key) == wanted[key] for key in wanted) else {}

    def put_errors(self, block: Block, failures: Sequence[tuple[str, str]]) -> None:
        """Keep what of a block could not be read, in place of what was kept of it before."""

        def write(stream: Any) -> None:  # noqa: ANN401 - fsspec's
            for where, why in failures:
                error = {"input": spoken(block.file), "where": where, "why": why}
                stream.write(json.dumps(error).encode() + b"\n")

        if failures:
            self.put(f"{_PARTS}/{block.name}.jsonl", write)
        else:
            self._remove(f"{_PARTS}/{block.name}.jsonl")

    def gather_errors(self, named: Iterable[dict[str, str]]) -> int:
        """Write `errors.parquet` of what is named and of what every block kept; return how many.

        Where there are none, there is no such file.
        """
        named = list(named)
        count = 0

        def all_of_them() -> Iterator[dict[str, str]]:
            nonlocal count
            for error in (*named, *self._kept()):
                count += 1
                yield error

        if not named and next(self._kept(), None) is None:
            self._remove(ERRORS)
            return 0
        self.put(ERRORS, lambda stream: write_errors(stream, all_of_them()))
        return count

    def tidy(self, blocks: Iterable[Block]) -> None:
        """Remove what a killed run left unfinished, and blocks that their inputs have no more."""
        wanted = {block.name for block in blocks}
        inputs = {name.rpartition("-")[0] for name in wanted}
        for place in ("", f"{_PARTS}/"):
            for name in self._names(place):
                known = name.partition(".")[0]
                lost = known.rpartition("-")[0] in inputs and known not in wanted
                if name.endswith(_UNFINISHED) or lost:
                    self._remove(f"{place}{name}")

    def _kept(self) -> Iterator[dict[str, str]]:
        filesystem, folder = self._folder()
        for name in sorted(self._names(f"{_PARTS}/")):
            with filesystem.open(f"{folder}/{_PARTS}/{name}", "rb") as stream:
                yield from map(json.loads, stream)

    def _names(self, place: str) -> list[str]:
        filesystem, folder = self._folder()
        with suppress(OSError):
            paths = filesystem.ls(f"{folder}/{place}", detail=False, refresh=True)
            return [path.rstrip("/").rpartition("/")[2] for path in paths]
        return []

    def _remove(self, name: str) -> None:
        filesystem, folder = self._folder()
        with suppress(OSError):
            filesystem.rm_file(f"{folder}/{name}")

    def _folder(self) -> tuple[Any, str]:
        filesystem, folder = fsspec.core.url_to_fs(self.address)
        return filesystem, folder.rstrip("/")
