"""Sources as the person names them: which are there, and what else may have been meant."""

import os
from collections.abc import Sequence
from pathlib import Path

from reader.problems import Problem
from reader.reading import is_address
from reader.sources.files import STANDARD_INPUT


def any_there(sources: Sequence[str]) -> bool:
    """Tell whether at least one of the sources is there."""
    return any(
        source == STANDARD_INPUT or is_address(source) or os.path.lexists(source)
        for source in sources
    )


def missing(source: str) -> Problem:
    """Return the Problem of a source that is not there, with a name that is and looks like it."""
    from difflib import get_close_matches

    from reader.cli import COMMANDS

    folder = Path(source).parent
    beside = [str(path) for path in folder.iterdir()] if folder.is_dir() else []
    alike = get_close_matches(source, [*COMMANDS, *beside], n=1)
    hint = f"; did you mean {alike[0]}?" if alike else ""
    return Problem(source, f"there is no such file, folder or command{hint}")
