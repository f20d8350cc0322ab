"""Where the files of the person are on this machine."""

import os
from pathlib import Path

LIBRARY_VARIABLE = "PULLQUOTE_LIBRARY"


def library_path(named: str = "") -> Path:
    """Return the library's path: the one that is named, the environment's, the usual one."""
    if chosen := named or os.environ.get(LIBRARY_VARIABLE, ""):
        return Path(chosen).expanduser()
    from platformdirs import user_data_path  # not where the person says where

    return user_data_path("pullquote") / "library.sqlite"


def state_path() -> Path:
    """Return the folder of what is remembered from session to session."""
    from platformdirs import user_state_path

    return user_state_path("pullquote")
