"""`pullquote refresh`: every feed and folder, a line for each that fails."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.console import complain, counted, parse, parser, say, status_of
from reader.cli.progress import Progress
from reader.cli.stored import add_library, group_stories, library_of, make_digests, open_library
from reader.config import Config, LibrarySettings, read_config
from reader.problems import Problem

if TYPE_CHECKING:
    from reader.keeping import Outcome
    from reader.library import Feed, Library
    from reader.refresh import Progress as Step


def run(arguments: Sequence[str]) -> int:
    """Refresh the library; make its digests too where that is asked for."""
    expected = parser("pullquote refresh", "Fetch every feed and look through every folder.")
    expected.add_argument(
        "feeds", nargs="*", metavar="FEED", help="only these, by a part of the name or address"
    )
    expected.add_argument(
        "--digests", action="store_true", help="make the missing digests, and find stories, too"
    )
    add_library(expected)
    options = parse(expected, arguments)
    config = read_config()
    with open_library(options, config, make=True) as library:
        feeds, unknown = _chosen(library, options.feeds)
        complain(unknown)
        insist = bool(options.feeds)
        done, failed = _refresh(library_of(options, config), feeds, config, insist=insist)
        failed += len(unknown)
        if not (feeds or unknown):
            say("there is no feed to refresh; pullquote add follows one")
        _drop_old(library, config.library)
        if options.digests:
            failed += make_digests(library, library.listing.all())
            group_stories(library)
            done += 1
    return status_of(done, failed)


def _chosen(library: "Library", names: Sequence[str]) -> tuple[list["Feed"], list[Problem]]:
    """Return the feeds of some names, each once, and a Problem for each name that no feed has."""
    if not names:
        return library.feeds.all(), []
    found = {name: library.feeds.named(name) for name in names}
    unknown = [
        Problem(name, "no feed has this in its name or address")
        for name, feeds in found.items()
        if not feeds
    ]
    return list({one.number: one for feeds in found.values() for one in feeds}.values()), unknown


def _refresh(
    library: Path, feeds: Sequence["Feed"], config: Config, *, insist: bool
) -> tuple[int, int]:
    """Refresh feeds, say what came of them; return how many went well and how many failed."""
    if not feeds:
        return 0, 0
    import asyncio  # the help of the command needs none of it

    from reader import refresh
    from reader.keeping import problem_of

    failed = 0
    with Progress("feeds") as progress:

        def tell(step: "Step") -> None:
            nonlocal failed
            if problem := problem_of(step.outcome):
                failed += 1
                progress.end()
                complain([problem])
            progress.tell(step.done, step.total, f", {failed} failed" if failed else "")

        limits = refresh.limits_of(config.refresh)
        outcomes = asyncio.run(refresh.refresh(library, feeds, tell, limits, insist=insist))
    say(_summary(outcomes))
    return len(feeds) - failed, failed


def _summary(outcomes: Sequence["Outcome"]) -> str:
    new, changed = (sum(getattr(one, name) for one in outcomes) for name in ("new", "changed"))
    read = sum(one.problem is None for one in outcomes)
    return f"{new} new and {changed} changed articles from {read} of {len(outcomes)} feeds"


def _drop_old(library: "Library", settings: LibrarySettings) -> None:
    from reader import refresh

    dropped = refresh.drop_old(library, settings)
    if dropped:
        age = counted(settings.keep_days, "day")
        say(f"dropped {counted(dropped, 'article')} that came in over {age} ago")
