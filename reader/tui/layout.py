"""Which panes are seen at which width, and when a box has little room."""

from typing import Literal

Pane = Literal["list", "text", "digest"]

PANES: tuple[Pane, ...] = ("list", "text", "digest")
MEDIUM, WIDE = 80, 140  # columns from which two and three panes fit
SMALLEST = (30, 8)  # columns and rows below which nothing can be read
# The classes of a box by the terminal's rows: where it is low, only what is looked for has room.
HEIGHTS = [(0, "-low"), (16, "-high")]


def panes_shown(
    width: int,
    front: Pane,
    *,
    digest: bool | None = None,
    listless: bool = False,
    large: bool = False,
) -> tuple[Pane, ...]:
    """Return the panes that are seen; the one in `front` always is.

    `digest` is whether the digest is wanted beside the text: if nobody said so, where there is room
    for all three. `listless` hides the list beside another pane, `large` all but the one in front.
    """
    if width < MEDIUM or large:
        return (front,)
    shown = _fitting(width, front, digest=digest)
    return tuple(pane for pane in shown if pane == front or not (listless and pane == "list"))


def _fitting(width: int, front: Pane, *, digest: bool | None) -> tuple[Pane, ...]:
    if width >= WIDE and (digest is not False or front == "digest"):
        return PANES
    if width < WIDE and front != "list" and (digest or front == "digest"):
        return ("text", "digest")
    return ("list", "text")


def too_small(width: int, height: int) -> bool:
    """Tell whether a terminal is too small to read in."""
    return width < SMALLEST[0] or height < SMALLEST[1]
