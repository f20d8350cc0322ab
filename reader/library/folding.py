"""Names and titles without case and accents, as they are compared and sorted."""

import unicodedata

SORTED_BY = 64  # characters of a title that decide its place


def fold(text: str) -> str:
    """Return `text` as it is compared: without case, accents and repeated spaces."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    if not apart.isascii():
        apart = "".join(char for char in apart if not unicodedata.combining(char))
    return " ".join(apart.split())


def sort_key(title: str) -> str:
    """Return what a title is sorted by: folded, without the marks it may start with."""
    folded = fold(title[: 2 * SORTED_BY])
    start = next((place for place, char in enumerate(folded) if char.isalnum()), 0)
    return folded[start : start + SORTED_BY]
