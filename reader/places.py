"""Where the files of the person are on this machine."""

import os
from pathlib import Path

LIBRARY_VARIABLE = "PULLQUOTE_LIBRARY"
CONFIG_VARIABLE = "PULLQUOTE_CONFIG"


def library_path(named: str = "", configured: str = "") -> Path:
    """Return the library's path: the one that is named, the environment's, the configured one.

    Where there is none of them, it is the usual one. A configured path may start at the folder of
    the configuration.
    """
    if chosen := named or os.environ.get(LIBRARY_VARIABLE, ""):
        return Path(chosen).expanduser()
    if configured:
        return config_path().parent / Path(configured).expanduser()
    from platformdirs import user_data_path  # not where the person says where

    return user_data_path("pullquote") / "library.sqlite"


def config_path() -> Path:
    """Return the path of the configuration, which need not be there."""
    if chosen := os.environ.get(CONFIG_VARIABLE, ""):
        return Path(chosen).expanduser()
    from platformdirs import user_config_path

    return user_config_path("pullquote") / "config.toml"


def state_path() -> Path:
    """Return the folder of what is remembered from session to session."""
    from platformdirs import user_state_path

    return user_state_path("pullquote")


def clippings_paths(markdown: str = "", records: str = "") -> tuple[Path, Path]:
    """Return the files of the clippings, as Markdown and as JSON lines: the configured ones.

    Configured paths may start at the folder of the configuration. The usual ones are beside the
    usual library.
    """
    return _clippings(markdown, "clippings.md"), _clippings(records, "clippings.jsonl")


def _clippings(configured: str, usual: str) -> Path:
    if configured:
        return config_path().parent / Path(configured).expanduser()
    from platformdirs import user_data_path

    return user_data_path("pullquote") / usual
