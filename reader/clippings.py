"""Clippings: what the person collects while reading, in two files that only ever grow.

One is Markdown, for people, the other JSON lines, for programs. Both are the person's own: they are
appended to and never rewritten, and several processes may do so at once.
"""

import json
import os
import time
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from reader.article import Article, clean_line
from reader.citations import Citation
from reader.citations.annotations import citation_record
from reader.citations.markdown import block_quote
from reader.problems import Problem

_ABOUT = ("id", "title", "source", "url", "published")


class Clipping(NamedTuple):
    """What was clipped, as it may be shown: the file may be anybody's by now.

    `who` is the speaker, empty for what is no quote; `record` is all that the line says.
    """

    words: str
    who: str
    article: Article
    record: Mapping[str, Any]

    @property
    def at(self) -> float:
        """When it was clipped, in seconds since 1970; 0 where that is not told."""
        try:
            return datetime.fromisoformat(self.record["clipped"]).timestamp()
        except (LookupError, TypeError, ValueError):
            return 0.0


class Files(NamedTuple):
    """Where clippings go."""

    markdown: Path
    records: Path


def clip(citation: Citation, files: Files, at: float) -> str:
    """Add a citation to both files at a time (seconds since 1970); say where it is.

    The line of JSON is there before the Markdown is. Raises Problem where a file cannot be
    written to.
    """
    clipped = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(at))
    record = {**citation_record(citation), "clipped": clipped}
    _append(files.records, f"{json.dumps(record, ensure_ascii=False)}\n")
    _append(files.markdown, f"{block_quote(citation)}\n\n")
    return f"Clipped {len(citation.words):,} characters to {files.markdown}"


def clippings(path: Path) -> Iterator[Clipping | Problem]:
    """Give what was clipped, in that order, and a Problem for each line that is no clipping.

    A file that is not there holds none. Raises Problem where it cannot be read.
    """
    try:
        with path.open(encoding="utf-8", errors="replace", newline="\n") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _clipping(line) or Problem(f"{path}, line {number}", "is no clipping")
    except FileNotFoundError:
        return
    except OSError as error:
        raise Problem(str(path), f"cannot be read ({_reason(error)})") from error


def _clipping(line: str) -> Clipping | None:
    """Return the clipping of a line; None if it is none."""
    try:
        told = json.loads(line)
        words, article, speaker = told["text"], told["article"], told["speaker"]
        about: Any = {name: clean_line(article[name]) for name in _ABOUT}
        who = clean_line(speaker["name"]) if speaker else ""
        who += " (inferred)" * bool(who and speaker["inferred"])
        return Clipping(clean_line(words), who, Article(**about, text=""), told)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None


def _append(path: Path, entry: str) -> None:
    """Write an entry behind all others, in one piece, on a line of its own."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            data = (_line_end(handle) + entry).encode()
            if os.write(handle, data) < len(data):
                raise Problem(str(path), "took only a part of the clipping; its disk may be full")
        finally:
            os.close(handle)
    except OSError as error:
        raise Problem(str(path), f"cannot be written to ({_reason(error)})") from error


def _line_end(handle: int) -> str:
    """Return the line end that the last entry lacks, where somebody else wrote it."""
    size = os.fstat(handle).st_size
    if not size:
        return ""
    os.lseek(handle, size - 1, os.SEEK_SET)
    return "" if os.read(handle, 1) == b"\n" else "\n"


def _reason(error: OSError) -> str:
    return clean_line(error.strerror or "error").lower()
