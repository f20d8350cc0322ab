"""`pullquote refresh`: every feed and folder, a line for each that fails."""

import asyncio
from collections.abc import Sequence

from reader import refresh
from reader.cli.console import DONE, complain, parser, say, status_of
from reader.cli.progress import Progress
from reader.cli.stored import add_library, make_digests, open_library
from reader.library import Feed, Library
from reader.places import library_path


def run(arguments: Sequence[str]) -> int:
    """Refresh the library; make its digests too where that is asked for."""
    expected = parser("pullquote refresh", "Fetch every feed and look through every folder.")
    expected.add_argument(
        "feeds", nargs="*", metavar="FEED", help="only these, by a part of the name"
    )
    expected.add_argument("--digests", action="store_true", help="make the missing digests, too")
    add_library(expected)
    options = expected.parse_args(arguments)
    with open_library(options) as library:
        feeds = _chosen(library, options.feeds)
        status = _refresh(options.library, feeds, named=bool(options.feeds))
        failed = make_digests(library, library.listing.all()) if options.digests else 0
    return max(status, status_of(1, failed))


def _chosen(library: Library, names: Sequence[str]) -> list[Feed]:
    if not names:
        return library.feeds.all()
    return list(
        {feed.number: feed for name in names for feed in library.feeds.named(name)}.values()
    )


def _refresh(library: str, feeds: Sequence[Feed], *, named: bool) -> int:
    if not feeds:
        say("there is no feed to refresh; pullquote add follows one")
        return DONE
    progress, failed = Progress("feeds"), 0

    def tell(step: refresh.Progress) -> None:
        nonlocal failed
        if step.outcome.problem:
            failed += 1
            progress.end()
            complain([step.outcome.problem])
        progress.tell(step.done, step.total, f", {failed} failed" if failed else "")

    refreshing = refresh.refresh(library_path(library), feeds, tell, insist=named)
    outcomes = asyncio.run(refreshing)
    progress.end()
    new, changed = (sum(getattr(one, name) for one in outcomes) for name in ("new", "changed"))
    say(
        f"{new} new and {changed} changed articles from {len(feeds) - failed} of {len(feeds)} feeds"
    )
    return status_of(len(feeds) - failed, failed)
