"""What the commands on a library share: its option, opening it, the digests that they need."""

import argparse
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.article import Article
from reader.cli.console import complain, counted, parse, say
from reader.cli.progress import Progress
from reader.config import Config, read_config
from reader.places import LIBRARY_VARIABLE, library_path
from reader.problems import Problem
from summarize import ENGINE, Digest

if TYPE_CHECKING:
    from reader.library import Library

_WITHOUT = re.compile(r"-(?!-|h\Z|\Z)")  # a word that shall not be there, and no option
_BEFORE_WORDS = re.compile(r"-?(?:[A-Za-z]+:)?")


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
        help='words, "phrases", prefix*, -without, and fields: speaker: feed: tag: is:unread'
        " is:read is:starred is:edited is:changed after:2026-01-31 before:2026",
    )


def parse_query(expected: argparse.ArgumentParser, arguments: Sequence[str]) -> argparse.Namespace:
    """Return what the arguments of a command with a query say; its `query` is one text then."""
    without = [word for word in arguments if _WITHOUT.match(word)]
    options = parse(expected, [word for word in arguments if word not in without])
    options.query = query_of([*options.query, *without])
    return options


def add_format(expected: argparse.ArgumentParser, *forms: str) -> None:
    """Let a command print in one of some forms, the first if none is named."""
    expected.add_argument("--format", choices=forms, default=forms[0])


def query_of(words: Iterable[str]) -> str:
    """Return the query of its words; what the shell took the quotes off is a phrase again."""
    return " ".join(map(_as_phrase, words))


def _as_phrase(word: str) -> str:
    """Return several words in one as a phrase, of a field's value too, unless they are a query.

    The shell gives `speaker:"Ada Kovac"` as `speaker:Ada Kovac`.
    """
    start = _BEFORE_WORDS.match(word)
    words = word[start.end() :] if start else word
    if " " not in words.strip() or '"' in words or ":" in words:
        return word
    return f'{word.removesuffix(words)}"{words}"'


def library_of(options: argparse.Namespace, config: Config) -> Path:
    """Return the path of the library that the person means."""
    return library_path(options.library, config.library.path)


def open_library(
    options: argparse.Namespace, config: Config | None = None, *, make: bool = False
) -> "Library":
    """Open the library that the person means; raise Problem where that cannot be.

    `make` lets one that is named and not there be made: it is no slip where things are put in.
    """
    from reader.library import Library  # the help of a command needs none

    path = library_of(options, config or read_config())
    named = options.library or os.environ.get(LIBRARY_VARIABLE)
    if named and not make and not os.path.lexists(path):
        raise Problem(
            str(path),
            "there is no library; pullquote add makes it, or name another library with --library",
        )
    return Library.open(path)


def keys_to_digest(library: "Library", query: str) -> Sequence[int]:
    """Return the articles that need a digest before a query can be answered in full."""
    from reader.library import asks_for_speakers

    return library.listing.all("" if asks_for_speakers(query) else query)


def note_missing_digests(library: "Library", query: str) -> None:
    """Say that a query may find more once every article has a digest."""
    from reader.library import asks_for_speakers

    if asks_for_speakers(query):
        lacking = library.digests.lacking(library.listing.all(), ENGINE)
        if lacking:
            say(
                f"the speakers of {counted(len(lacking), 'article')} are not known yet;"
                " pullquote refresh --digests finds them"
            )


def digests_of(library: "Library", keys: Iterable[int]) -> Iterator[tuple[Article, Digest]]:
    """Give articles with their digests as they are kept, with the speakers that the person named.

    Digests that are missing are made and kept. What was removed meanwhile is passed over.
    """
    from reader.corrections import corrected
    from reader.digesting import Wish, make_digest
    from reader.digesting.shelving import keep

    for key in keys:
        article = library.articles.get(key)
        if article is None:
            continue
        digest = None if library.digests.lacking([key], ENGINE) else library.digests.get(key)
        if digest is None:
            digest = make_digest(wish := Wish(article))
            keep(library, wish, digest)
        yield article, corrected(digest, library.corrections.of(article.text))


def make_digests(library: "Library", keys: Sequence[int]) -> int:
    """Make the digests that some articles lack, with progress; return how many failed."""
    from reader.digesting.shelving import make_missing

    failed = 0
    with Progress("digests") as progress:
        for problem in make_missing(library, keys, progress.tell):
            progress.end()
            complain([problem])
            failed += 1
    return failed


def group_stories(library: "Library") -> None:
    """Give every article that has none its story, with progress."""
    ungrouped = library.stories.ungrouped()
    with Progress("stories") as progress:
        for done in library.stories.group(ungrouped):
            progress.tell(done, len(ungrouped))
