from pathlib import Path

import platformdirs
import pytest

from reader.places import config_path, library_path, state_path


@pytest.fixture(autouse=True)
def usual(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PULLQUOTE_LIBRARY", "PULLQUOTE_CONFIG", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)


def test_the_person_s_files_are_where_their_system_has_them() -> None:
    assert library_path() == platformdirs.user_data_path("pullquote") / "library.sqlite"
    assert config_path() == platformdirs.user_config_path("pullquote") / "config.toml"
    assert state_path() == platformdirs.user_state_path("pullquote")


def test_the_library_is_the_one_that_is_named_most_directly(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert library_path(configured="/set.db") == Path("/set.db")
    monkeypatch.setenv("PULLQUOTE_LIBRARY", "~/environment.db")
    assert library_path(configured="/set.db") == Path.home() / "environment.db"
    assert library_path("~/named.db", "/set.db") == Path.home() / "named.db"


def test_a_configured_path_starts_at_the_home_or_beside_the_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PULLQUOTE_CONFIG", "~/mine/settings.toml")
    assert config_path() == Path.home() / "mine" / "settings.toml"
    assert library_path(configured="library.db") == Path.home() / "mine" / "library.db"
    assert library_path(configured="~/library.db") == Path.home() / "library.db"
