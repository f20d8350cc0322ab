"""What every test has: nothing of the person's own is read or written, processes find our code."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = str(Path(__file__).parents[1])


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
