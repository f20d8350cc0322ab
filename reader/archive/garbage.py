"""Garbage looked for rarely, while many objects are made that no cycle holds."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

THRESHOLD = 50_000
"""Objects made and not let go until it is looked for garbage: the rows of some hundred articles."""

_former: list[tuple[int, int, int]] = []


@contextmanager
def rarely_collected() -> Iterator[None]:
    """Have garbage looked for rarely in this process; other threads may ask for the same.

    What was before is there again when the last of them is done, whichever that is.
    """
    _former.append(gc.get_threshold())
    gc.set_threshold(THRESHOLD, *_former[-1][1:])
    try:
        yield
    finally:
        gc.set_threshold(*_former.pop())
