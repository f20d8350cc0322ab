"""Which files of a folder are new, changed or gone since they were last seen."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from reader.problems import Problem
from reader.sources.files import files_in


class Stamp(NamedTuple):
    """What shows that a file is another than it was: when it was written, and its size."""

    written: int  # nanoseconds since 1970
    size: int  # bytes


class Changes(NamedTuple):
    """What became of a folder. `seen` is to be kept, and given again the next time."""

    changed: tuple[Path, ...]  # new ones too
    gone: tuple[str, ...]
    seen: dict[str, Stamp]
    problems: tuple[Problem, ...]


def changes_in(folder: Path, seen: Mapping[str, Stamp]) -> Changes:
    """Return what is new, changed or gone in a folder; no file is opened.

    Where a folder cannot be looked into, what was seen in it is not gone.
    """
    unreadable: list[OSError] = []
    paths = files_in(folder, unreadable.append)
    now = {str(path): stamp for path in paths if (stamp := _stamp(path))}
    hidden = tuple(str(error.filename) for error in unreadable)
    kept = {path: stamp for path, stamp in seen.items() if hidden and path.startswith(hidden)}
    return Changes(
        changed=tuple(Path(path) for path, stamp in now.items() if seen.get(path) != stamp),
        gone=tuple(path for path in seen if path not in now and path not in kept),
        seen={**kept, **now},
        problems=tuple(
            Problem(str(error.filename), f"cannot be read ({(error.strerror or 'error').lower()})")
            for error in unreadable
        ),
    )


def _stamp(path: Path) -> Stamp | None:
    try:
        told = path.stat()
    except OSError:
        return None
    return Stamp(told.st_mtime_ns, told.st_size)
