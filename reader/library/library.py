"""Library: one file with everything that is kept, opened for one thread."""

from pathlib import Path
from types import TracebackType
from typing import Self

from reader.library.articles import Articles
from reader.library.corrections import Corrections
from reader.library.database import Database
from reader.library.digests import Digests
from reader.library.feeds import Feeds
from reader.library.findings import Findings
from reader.library.listing import Listing
from reader.library.opening import open_database
from reader.library.passages import Passages
from reader.library.states import States
from reader.library.stories import Stories
from reader.library.taken import TakenWords


class Library:
    """The stored articles and all that is known of them, in one file.

    Several processes and threads may use the file at once, each with a Library of its own: a
    connection belongs to the thread that opened it. Whatever gives out raises `Problem`.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self.feeds = Feeds(database)
        self.articles = Articles(database)
        self.listing = Listing(database)
        self.states = States(database)
        self.digests = Digests(database)
        self.findings = Findings(database)
        self.stories = Stories(database)
        self.corrections = Corrections(database)
        self.passages = Passages(database)
        self.taken = TakenWords(database)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the library at `path`, which is made or upgraded where need be."""
        return cls(open_database(path))

    @property
    def path(self) -> Path:
        """The file."""
        return self._database.path

    @property
    def version(self) -> int:
        """A number that is another one whenever another connection has written to the file."""
        version: int = self._database.first("PRAGMA data_version")[0]
        return version

    def read_once(self) -> None:
        """Keep little of the file in memory: what is read is not read again."""
        self._database.first("PRAGMA cache_size=-2048")

    def close(self) -> None:
        """End the connection."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self.close()
