"""`pullquote digest --out`: the digests of whole archives, as Parquet."""

import argparse
from typing import TYPE_CHECKING

from reader.cli import INTERRUPTED
from reader.cli.console import complain, positive, say, status_of
from reader.cli.progress import Progress
from reader.problems import Problem

if TYPE_CHECKING:
    from reader.archive.archiving import Plan, Run, Totals
    from reader.archive.asked import Asked
    from reader.archive.pace import Seen
    from reader.archive.shelf import Shelf

NEEDED = ("distributed", "fastwarc", "fsspec", "pyarrow")
FIELDS = ("id", "title", "text", "source", "url", "published")
_BAR = 20


def add_options(expected: argparse.ArgumentParser) -> None:
    """Let the command take what concerns archives."""
    group = expected.add_argument_group(
        "whole archives",
        "With --out, SOURCE is a .jsonl (also .gz, .zst), Parquet or WARC file, a folder or a\n"
        "glob of these, here or at any address that fsspec knows. See docs/archives.md.",
    )
    group.add_argument("--out", metavar="DIR", help="write the digests to Parquet files in DIR")
    where = group.add_mutually_exclusive_group()
    where.add_argument(
        "--workers", type=positive, metavar="N", help="processes at work (one a processor)"
    )
    where.add_argument("--scheduler", metavar="ADDRESS", help="work on this Dask cluster")
    group.add_argument("--dry-run", action="store_true", help="only count what there is to do")
    group.add_argument("--text", choices=("yes", "no"), help="write the texts too (yes)")
    for name in FIELDS:
        told = f"what the archive calls an article's {name} ({name})"
        group.add_argument(f"--{name}-column", metavar="NAME", help=told)


def without_out(options: argparse.Namespace, expected: argparse.ArgumentParser) -> str:
    """Return an option that was given and says nothing where no archive is read; else nothing."""
    names = ["workers", "scheduler", "dry_run", "text", *(f"{name}_column" for name in FIELDS)]
    given = (name for name in names if getattr(options, name) != expected.get_default(name))
    return next((f"--{name.replace('_', '-')}" for name in given), "")


def run_archive(options: argparse.Namespace) -> int:
    """Digest archives and return the exit status."""
    from importlib.util import find_spec

    if any(find_spec(name) is None for name in NEEDED):
        how = " or ".join(f"{tool} install 'pullquote[archive]'" for tool in ("uv tool", "pipx"))
        raise Problem("--out", f"reading archives needs the extra archive; install it with {how}")
    from reader.archive.archiving import Run, plan
    from reader.archive.asked import Asked, Columns

    named = {name: getattr(options, f"{name}_column") or name for name in FIELDS}
    asked = Asked(
        method=options.method,
        sentences=options.sentences,
        language=options.language,
        text=options.text != "no",
        columns=Columns(**named),
    )
    shelf = _shelf(options.out, makes=not options.dry_run)
    planned = plan(options.sources, asked, shelf)
    if not planned.blocks:
        return complain(planned.problems)
    if options.dry_run:
        return _count(planned, asked)
    return _digest(planned, Run(asked, shelf, options.workers, options.scheduler or ""))


def _shelf(out: str, *, makes: bool) -> "Shelf":
    from reader.archive.shelf import Shelf

    try:
        return Shelf.at(out) if makes else Shelf.named(out)
    except (OSError, ValueError, ImportError) as error:
        why = str(getattr(error, "strerror", None) or error).lower()
        raise Problem(out, f"cannot be written to ({why})") from error


def _count(planned: "Plan", asked: "Asked") -> int:
    from reader.archive.archiving import count

    with Progress("counted") as progress:
        totals = count(planned, asked, lambda seen: _tell(progress, seen, len(planned.missing)))
    complain([*planned.problems, *totals.problems])
    done = len(planned.blocks) - len(planned.missing)
    say(
        f"{_many(totals.articles, 'article')} to digest in {_many(len(planned.missing), 'block')},"
        f" {_many(totals.failures, 'failure')}, {_many(totals.duplicates, 'duplicate')};"
        f" {_many(done, 'block')} done already"
    )
    return status_of(totals.articles + done, len(planned.problems) + len(totals.problems))


def _digest(planned: "Plan", run: "Run") -> int:
    total = len(planned.missing)
    if (done := len(planned.blocks) - total) > 0:
        say(f"{_many(done, 'block')} of {len(planned.blocks):,} done already")
    try:
        with Progress("blocks") as progress:
            totals = run.do(planned, lambda seen: _tell(progress, seen, total))
    except KeyboardInterrupt:
        say("stopped; what is done is kept, and the same command goes on from there")
        return INTERRUPTED
    return _sum_up(totals, run.shelf.spoken)


def _sum_up(totals: "Totals", folder: str) -> int:
    complain(totals.problems)
    rate = totals.made / totals.seconds if totals.seconds else 0
    say(
        f"{_many(totals.articles, 'article')}, {_many(totals.failures, 'failure')},"
        f" {_many(totals.duplicates, 'duplicate')} in {folder};"
        f" {totals.made:,} made in {totals.seconds:.1f} s, {rate:.0f} a second"
    )
    if totals.failures:
        say(f"{folder}/errors.parquet names what could not be read, and why")
    return status_of(totals.articles, totals.failures + len(totals.problems))


def _tell(progress: Progress, seen: "Seen", total: int) -> None:
    bar = "#" * round(_BAR * seen.share)
    left = f", {_duration(seen.left)} left" if seen.left is not None else ""
    more = f" [{bar:-<{_BAR}}] {seen.articles:,} articles, {seen.rate:.0f} a second{left}"
    progress.tell(seen.blocks, total, more)


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _many(number: int, name: str) -> str:
    return f"{number:,} {name}{'' if number == 1 else 's'}"
