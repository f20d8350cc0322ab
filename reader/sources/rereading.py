"""Rereading: files whose articles are read, looked at again while these are open."""

from pathlib import Path

from reader.article import Article
from reader.sources.files import read_file

Stamp = tuple[int, int, int]


class Files:
    """Which file an article is from, and how that was when it was looked at last."""

    def __init__(self) -> None:
        self._paths: dict[Article, Path] = {}
        self._stamps: dict[Path, Stamp] = {}

    def note(self, article: Article, path: Path) -> None:
        """Note which file an article is from."""
        self._paths[article] = path

    def newer(self, article: Article) -> Article | None:
        """Return what the file of an article has by now, None where that is the same.

        So it is with a file that cannot be read, or has no text or several: an editor may be about
        to write it, and then it looks another way the next time.
        """
        path = self._paths.get(article)
        stamp = _stamp(path) if path else None
        if path is None or stamp is None or stamp == self._stamps.get(path):
            return None
        self._stamps[path] = stamp
        read = list(read_file(path))
        if len(read) != 1 or not isinstance(read[0], Article) or read[0] == article:
            return None
        del self._paths[article]
        self.note(read[0], path)
        return read[0]


def _stamp(path: Path) -> Stamp | None:
    """Return what tells one state of a file from another; None where it is not there."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
