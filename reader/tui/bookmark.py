"""Bookmark: how far the article that is open is read, kept when one leaves it."""

from reader.tui.shelves import Shelf


class Bookmark:
    """The place in one article at a time, as a code point of its text."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._key: int | None = None
        self._found_at = 0

    def open(self, key: int) -> int:
        """Take an article up; return how far it is read."""
        self._key, self._found_at = key, self._shelf.position(key)
        return self._found_at

    def close(self, position: int) -> None:
        """Keep how far the open article is read, and let none be open."""
        self.leave(position)
        self._key = None

    def leave(self, position: int) -> None:
        """Keep how far the open article is read; nothing is written where that is as it was."""
        if self._key is not None and position != self._found_at:
            self._shelf.move_to(self._key, position)
            self._found_at = position
