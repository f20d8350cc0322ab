"""The work on one block, done by one worker: every article digested, the rows written."""

import errno
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from reader.archive.articles import article_of
from reader.archive.asked import Asked, Columns
from reader.archive.blocks import Block, spoken, told
from reader.archive.entries import Entry, Unreadable, entries
from reader.archive.garbage import rarely_collected
from reader.archive.shelf import Shelf
from reader.archive.tables import Writer, row, schema
from reader.article import Article
from reader.problems import Problem
from summarize import digest

SECONDS = 0.5  # between two reports of how far it is

Report = Callable[[int, float], object]  # articles so far, and what share of the block that is
Failure = tuple[str, str]  # where, and why
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@dataclass(slots=True)
class Tally:
    """What became of a block; a `problem` is what kept it from being done at all."""

    articles: int = 0
    duplicates: int = 0
    seconds: float = 0.0
    failures: list[Failure] = field(default_factory=list)
    problem: Problem | None = None

    def told(self) -> dict[str, float]:
        """Return the counts, which stand in the file too."""
        return {
            "articles": self.articles,
            "failures": len(self.failures),
            "duplicates": self.duplicates,
            "seconds": round(self.seconds, 3),
        }


def digest_block(block: Block, asked: Asked, shelf: Shelf, report: Report) -> Tally:
    """Digest the articles of a block to its file; what cannot be read is kept beside it.

    What is wrong with the input or with the place of the output is said, not raised.
    """
    tally = Tally()

    def write(stream: Any) -> None:  # noqa: ANN401 - fsspec's
        with Writer(stream, schema(asked)) as writer:
            for article in _articles(block, asked.columns, tally, report):
                try:
                    found = digest(
                        article.text,
                        title=article.title,
                        language=asked.language,
                        method=asked.method,
                        sentences=asked.sentences,
                    )
                except Exception as error:  # noqa: BLE001 - must cost no other
                    tally.failures.append((f"article {article.id}", f"our mistake: {error!r}"))
                    continue
                writer.add(row(article, found))
                tally.articles += 1
            writer.close({**asked.told(), **block.told(), **tally.told()})
        # Before the file is in its place, or a kill in between would lose what went wrong.
        shelf.put_errors(block, tally.failures)

    with rarely_collected():  # a fortieth less time: the rows of a block are no garbage
        _guarded(lambda: shelf.put(f"{block.name}.parquet", write), block, shelf, tally)
    return tally


def count_block(block: Block, asked: Asked, shelf: Shelf, report: Report) -> Tally:
    """Count what `digest_block` would digest: records that can be read, and all pages."""
    tally = Tally()

    def count() -> None:
        for _ in _articles(block, asked.columns, tally, report, pages=False):
            tally.articles += 1

    _guarded(count, block, shelf, tally)
    return tally


def _guarded(work: Callable[[], object], block: Block, shelf: Shelf, tally: Tally) -> None:
    try:
        work()
    except Problem as problem:
        tally.articles, tally.problem = 0, problem
    except OSError as error:
        full = error.errno in _FULL
        why = "there is no room left" if full else f"cannot be written to ({told(error)})"
        what = f"{block.name} of {spoken(block.file)} is not done"
        tally.articles = 0
        tally.problem = Problem(shelf.spoken, f"{why}; {what}, the same command does it later")


def _articles(
    block: Block, columns: Columns, tally: Tally, report: Report, *, pages: bool = True
) -> Iterator[Article]:
    """Yield the articles of a block, each id once; tell the tally of all else."""
    begin, due = time.monotonic(), 0.0
    seen: set[str] = set()
    for entry in _entries(block, columns, tally):
        tally.seconds = (now := time.monotonic()) - begin
        if now >= due:
            due = now + SECONDS
            report(tally.articles, entry.share)
        try:
            article = article_of(entry, columns, pages=pages)
        except Problem as problem:
            tally.failures.append((problem.where, problem.sentence))
            continue
        if article.id in seen:
            tally.duplicates += 1
            continue
        seen.add(article.id)
        yield article
    tally.seconds = time.monotonic() - begin


def _entries(block: Block, columns: Columns, tally: Tally) -> Iterator[Entry]:
    """Yield the records up to where the block cannot be read on, which is a failure of one."""
    begun = False
    try:
        for entry in entries(block, columns):
            begun = True
            yield entry
    except Unreadable as end:
        tally.failures.append((end.where, end.sentence))
    except OSError as error:
        if begun:
            tally.failures.append(("the rest", f"cannot be read ({told(error)})"))
        else:
            raise Problem(spoken(block.file), f"cannot be read ({told(error)})") from error
