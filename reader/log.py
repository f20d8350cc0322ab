"""The log: what went wrong, with its causes, in one file of the person's state folder."""

import logging
from functools import cache
from pathlib import Path

from reader.places import state_path

LARGEST = 500_000  # bytes, after which a new file is begun; one old one is kept


def log_path() -> Path:
    """Return where the log is, or will be."""
    return state_path() / "pullquote.log"


def note(error: BaseException) -> None:
    """Note what went wrong, with what led to it; where that cannot be written, it is lost."""
    _logger(log_path()).error("%s", error, exc_info=error)


@cache
def _logger(path: Path) -> logging.Logger:
    """Return a logger that writes to a file only its owner reads, and never to the terminal."""
    from logging.handlers import RotatingFileHandler  # not on the way to a first screen

    class Handler(RotatingFileHandler):
        def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
            """Do nothing: a full disk is no reason to write to the terminal."""

    logger = logging.Logger("pullquote")  # noqa: LOG001 - not the root's, which Textual may have
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
        handler = Handler(path, maxBytes=LARGEST, backupCount=1, encoding="utf-8")
    except OSError:
        logger.addHandler(logging.NullHandler())
        return logger
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    logger.addHandler(handler)
    return logger
