"""What is asked of an archive: how to sum up, which columns to read, what to write."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from typing import Any

from summarize import ENGINE, METHODS


@dataclass(frozen=True, slots=True)
class Columns:
    """What the archive calls the fields of an article; only the text must be there."""

    id: str = "id"
    title: str = "title"
    text: str = "text"
    source: str = "source"
    url: str = "url"
    published: str = "published"

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Yield each field with the archive's name for it."""
        return ((field.name, getattr(self, field.name)) for field in fields(self))


@dataclass(frozen=True, slots=True)
class Asked:
    """How articles are digested; `text` says whether their text is written too."""

    method: str = METHODS[0]
    sentences: int = 3
    language: str | None = None
    text: bool = True
    columns: Columns = Columns()

    def told(self) -> dict[str, Any]:
        """Return what a file that was made so says of itself: another answer is made anew."""
        return {"engine": ENGINE, **asdict(self)}
