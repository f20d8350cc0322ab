"""A whole run: what is there to do, having it done, and what came of it."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from reader.archive.asked import Asked
from reader.archive.blocks import Block, File, cut, find_files
from reader.archive.pace import Pace, Seen
from reader.archive.repeats import drop_repeats
from reader.archive.running import Done, UnderWay, connected, run
from reader.archive.shelf import Shelf
from reader.archive.work import Tally, count_block, digest_block
from reader.problems import Problem


@dataclass(slots=True)
class Plan:
    """The blocks of the inputs in order, and those of them that are still to be done."""

    blocks: list[Block] = field(default_factory=list)
    missing: list[Block] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@dataclass(slots=True)
class Totals:
    """What came of a run: of all its inputs, and in `made` of what it did itself."""

    articles: int = 0
    failures: int = 0
    duplicates: int = 0
    made: int = 0
    seconds: float = 0.0
    problems: list[Problem] = field(default_factory=list)


def plan(sources: Iterable[str], asked: Asked, shelf: Shelf | None) -> Plan:
    """Find the inputs, cut them, and see which blocks are not done as asked yet."""
    planned = Plan()
    for file in find_files(sources, shelf.address if shelf else ""):
        for block in cut(file) if isinstance(file, File) else (file,):
            if isinstance(block, Problem):
                planned.problems.append(block)
                continue
            planned.blocks.append(block)
            if shelf is None or not shelf.has(block, asked):
                planned.missing.append(block)
    return planned


def count(planned: Plan, asked: Asked, tell: Callable[[Seen], object]) -> Totals:
    """Count what is there to be digested, here and now; nothing is written."""
    begin, pace, totals = time.monotonic(), Pace(planned.missing), Totals()
    nowhere = Shelf("")
    for block in planned.missing:

        def report(articles: int, share: float, name: str = block.name) -> None:
            pace.under_way(name, articles, share)
            tell(pace.seen())

        tally = count_block(block, asked, nowhere, report)
        pace.done(block, tally.articles)
        _add(totals, tally)
    totals.seconds = time.monotonic() - begin
    return totals


@dataclass(frozen=True, slots=True)
class Run:
    """A run on some workers of this machine, or on those of a scheduler."""

    asked: Asked
    shelf: Shelf
    workers: int | None = None
    scheduler: str = ""

    def do(self, planned: Plan, tell: Callable[[Seen], object]) -> Totals:
        """Have what is missing done, then put together what is known of all of it."""
        begin = time.monotonic()
        self.shelf.tidy(planned.blocks)
        made = Totals()
        if planned.missing:
            for tally in self._tallies(planned.missing, tell):
                _add(made, tally)
        totals = self.sum_up(planned, made.problems)
        totals.made, totals.seconds = made.articles, time.monotonic() - begin
        return totals

    def _tallies(self, blocks: list[Block], tell: Callable[[Seen], object]) -> Iterator[Tally]:
        with connected(self.workers, self.scheduler) as client:
            pace = Pace(blocks)
            for event in run(client, digest_block, blocks, self.asked, self.shelf):
                match event:
                    case UnderWay():
                        pace.under_way(*event)
                    case Done(block, tally):
                        pace.done(block, tally.articles)
                        yield tally
                tell(pace.seen())

    def sum_up(self, planned: Plan, problems: Iterable[Problem]) -> Totals:
        """Keep each article once, gather what could not be read, and count what is there."""
        totals = Totals(problems=[*planned.problems, *problems])
        try:
            drop_repeats(self.shelf, planned.blocks)
            named = [
                {"input": problem.where, "where": "", "why": problem.sentence}
                for problem in totals.problems
            ]
            totals.failures = self.shelf.gather_errors(named)
        except OSError as error:
            problem = f"errors could not be gathered ({error.strerror}); the same command does it"
            totals.problems.append(Problem(self.shelf.spoken, problem))
        for block in planned.blocks:
            note = self.shelf.note(block)
            totals.articles += note.get("articles", 0)
            totals.duplicates += note.get("duplicates", 0)
        return totals


def _add(totals: Totals, tally: Tally) -> None:
    totals.articles += tally.articles
    totals.duplicates += tally.duplicates
    totals.failures += len(tally.failures)
    if tally.problem:
        totals.problems.append(tally.problem)
