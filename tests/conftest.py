"""What every test has: nothing of the person's own is read or written, processes find our code.

Where the machine has memory to write to, tests do: each library waits for its disk several times.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = str(Path(__file__).parents[1])
MEMORY = "/dev/shm"  # noqa: S108 - pytest makes a folder of its own there
ROOM = 2 << 30  # bytes that must be free there; a folder is kept where its test failed


def _can_be_written_to(folder: str) -> bool:
    """Tell whether a folder takes what tests write, programs to run with it."""
    if not os.access(folder, os.W_OK | os.X_OK) or os.statvfs(folder).f_flag & os.ST_NOEXEC:
        return False
    return shutil.disk_usage(folder).free > ROOM


if _can_be_written_to(MEMORY):
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", MEMORY)


@pytest.fixture(autouse=True, scope="session")
def nothing_of_the_person(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let library, settings and memory be in a folder of the tests."""
    place = tmp_path_factory.mktemp("person")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PULLQUOTE_LIBRARY", str(place / "library.sqlite"))
        patch.setenv("PULLQUOTE_CONFIG", str(place / "config.toml"))
        patch.setenv("XDG_STATE_HOME", str(place / "state"))
        patch.setenv("PYTHONPATH", ROOT, prepend=os.pathsep)
        yield
