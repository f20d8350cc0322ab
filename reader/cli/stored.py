"""What the commands on a library share: its option, opening it, the digests that they need."""

import argparse
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reader.cli.console import complain
from reader.cli.progress import Progress
from reader.places import LIBRARY_VARIABLE, library_path

if TYPE_CHECKING:
    from reader.library import Library


def add_library(expected: argparse.ArgumentParser) -> None:
    """Let a command take the library's path."""
    expected.add_argument(
        "--library", default="", metavar="PATH", help=f"the database (or {LIBRARY_VARIABLE})"
    )


def add_query(expected: argparse.ArgumentParser) -> None:
    """Let a command take a query, in as many words as the person likes."""
    expected.add_argument(
        "query",
        nargs="*",
        metavar="QUERY",
        help='words, "phrases", prefix*, -without, speaker: feed: tag: is:unread is:starred after:',
    )


def add_format(expected: argparse.ArgumentParser, *forms: str) -> None:
    """Let a command print in one of some forms, the first if none is named."""
    expected.add_argument("--format", choices=forms, default=forms[0])


def query_of(words: Iterable[str]) -> str:
    """Return the query of its words; what the shell took the quotes off is a phrase again."""
    return " ".join(_as_phrase(word) if " " in word.strip() else word for word in words)


def _as_phrase(words: str) -> str:
    """Return words as one phrase, unless they are a query of their own."""
    return words if '"' in words or ":" in words else f'"{words}"'


def open_library(options: argparse.Namespace) -> "Library":
    """Open the library that the person means; raise Problem where that cannot be."""
    from reader.library import Library  # the help of a command needs none

    return Library.open(library_path(options.library))


def make_digests(library: "Library", keys: Sequence[int]) -> int:
    """Make the digests that some articles lack, with progress; return how many failed."""
    from reader.digesting.shelving import make_missing

    progress, failed = Progress("digests"), 0
    for problem in make_missing(library, keys, progress.tell):
        progress.end()
        complain([problem])
        failed += 1
    progress.end()
    return failed
