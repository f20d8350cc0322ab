"""Grouping beside the screen: new articles get their stories, some at a time."""

import time
from collections.abc import Callable
from pathlib import Path

from reader.library import Library

SOME = 5  # articles whose transaction the person's own may wait for: a few milliseconds
PAUSE = 0.02  # seconds that are left to the screen between them
MOST = 500  # the newest; more would cost the keys, and `pullquote stories` does all
TELL = 5.0  # seconds after which the list shows what was found so far


def group_new(path: Path, is_wanted: Callable[[], bool], tell: Callable[[], object]) -> None:
    """Give the newest articles without a story one; `tell` when the list may change."""
    with Library.open(path) as library:
        ungrouped = library.stories.ungrouped()[-MOST:]
        told = time.monotonic()
        for start in range(0, len(ungrouped), SOME):
            if not is_wanted():
                return
            for _ in library.stories.group(ungrouped[start : start + SOME]):
                time.sleep(PAUSE)
            if time.monotonic() > told + TELL:
                tell()
                told = time.monotonic()
        if ungrouped:
            tell()
