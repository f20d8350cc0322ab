"""The cells of a table's row as the lines of a text."""

from collections.abc import Sequence

_LONGEST = 200  # in characters; a table with longer cells lays out a page


def row_line(cells: Sequence[str]) -> str | None:
    """Return the cells of a row on one line; None where they read as paragraphs of their own."""
    if len(cells) > 1 and max(map(len, cells)) <= _LONGEST:
        return " | ".join(cells)
    return None
