"""`kill -9` of workers, of the command, and Ctrl-C: in the end every article is there once."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
from archives import ids, lines, packed
from invented import records

from reader.archive.blocks import LARGEST

SEED = 20261127
SMALL = 60_000  # bytes a block: many blocks of few articles

# The command with smaller blocks; the guard keeps a new worker from starting it again.
PROGRAM = """
import sys
from reader.archive import archiving
from reader.cli import main
archiving.cut.__defaults__ = ({largest},)
if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
"""


def start(folder: Path, count: int, *, largest: int = LARGEST) -> "subprocess.Popen[bytes]":
    """Start the command on `count` articles, with two workers."""
    source, program = folder / "a.jsonl", folder / "program.py"
    if not source.exists():
        packed(source, lines(records(count)))
        program.write_text(PROGRAM.format(largest=largest))
    arguments = ("digest", str(source), "--out", str(folder / "out"), "--workers", "2")
    return subprocess.Popen(
        (sys.executable, "-P", str(program), *arguments),
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def workers(command: "subprocess.Popen[bytes]") -> list[psutil.Process]:
    """Return the worker processes of a command, as far as they are there."""
    found = psutil.Process(command.pid).children(recursive=True)
    return [process for process in found if _is_worker(process)]


def _is_worker(process: psutil.Process) -> bool:
    try:
        return any("spawn_main" in word for word in process.cmdline())
    except psutil.Error:  # it is gone, or a zombie
        return False


def wait_for(happened: Callable[[], object], seconds: float = 120) -> None:
    """Wait until something is so."""
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end
        time.sleep(0.05)


def made(folder: Path) -> dict[str, int]:
    """Return the files that are whole, with when they were made."""
    return {path.name: path.stat().st_mtime_ns for path in (folder / "out").glob("articles-*")}


def kill(command: "subprocess.Popen[bytes]", worker: psutil.Process) -> None:
    """Kill a worker and wait until it is gone."""
    worker.send_signal(signal.SIGKILL)
    wait_for(lambda: worker not in workers(command))


def kill_workers(folder: Path, count: int, kills: int, largest: int, within: float) -> None:
    """Kill a worker at random moments of a run, and hold that every article is there once.

    Each is killed `within` so many seconds after it is there; a run must not be over by then.
    """
    chance = random.Random(SEED)
    with start(folder, count, largest=largest) as command:
        wait_for(lambda: made(folder))
        for _ in range(kills):
            wait_for(lambda: workers(command))
            time.sleep(chance.random() * within)
            kill(command, chance.choice(workers(command)))
        told = command.stderr.read().decode() if command.stderr else ""
    assert command.returncode == 0, told
    assert f"pullquote: {count:,} articles, 0 failures, 0 duplicates" in told
    assert ids(folder / "out") == sorted(f"a{number}" for number in range(count))
    assert not (folder / "out" / "errors.parquet").exists()


def test_every_article_is_there_once_after_a_kill(tmp_path: Path) -> None:
    kill_workers(tmp_path, 150, 1, SMALL // 2, 0.3)


@pytest.mark.soak
def test_every_article_is_there_once_after_five_kills(tmp_path: Path) -> None:
    kill_workers(tmp_path, 3000, 5, 5 * SMALL, 2)


@pytest.mark.soak
@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGINT])
def test_the_same_command_goes_on_where_it_was_ended(tmp_path: Path, sign: signal.Signals) -> None:
    count = 2000
    with start(tmp_path, count, largest=5 * SMALL) as command:
        wait_for(lambda: len(made(tmp_path)) >= 3)
        left = workers(command)
        before = made(tmp_path)
        begin = time.monotonic()
        # A terminal sends Ctrl-C to the workers too; kill -9 is for the one process.
        (os.killpg if sign == signal.SIGINT else os.kill)(command.pid, sign)
        told = command.stderr.read().decode() if command.stderr else ""
    assert time.monotonic() - begin < 20
    if sign == signal.SIGINT:
        assert command.returncode == 130
        assert told.splitlines() == [
            "pullquote: stopped; what is done is kept, and the same command goes on from there"
        ]
    wait_for(lambda: not any(worker.is_running() for worker in left))
    with start(tmp_path, count, largest=5 * SMALL) as command:
        told = command.stderr.read().decode() if command.stderr else ""
    assert command.returncode == 0, told
    assert "done already" in told
    assert ids(tmp_path / "out") == sorted(f"a{number}" for number in range(count))
    after = made(tmp_path)
    assert {name: after[name] for name in before} == before
    assert not list((tmp_path / "out").glob(".*.unfinished"))


@pytest.mark.soak
def test_a_cluster_that_is_there_does_the_same_by_its_address(tmp_path: Path) -> None:
    python, module = (sys.executable, "-P", "-m"), "distributed.cli.dask_{}"
    packed(tmp_path / "a.jsonl", lines(records(50)))
    address = "tcp://127.0.0.1:18786"
    scheduler = (module.format("scheduler"), "--host", "127.0.0.1", "--port", "18786")
    worker = (module.format("worker"), address, "--nthreads", "1", "--no-dashboard")

    def started(*command: str) -> subprocess.Popen[bytes]:
        quiet = subprocess.DEVNULL
        return subprocess.Popen((*python, *command), cwd=tmp_path, stdout=quiet, stderr=quiet)

    with started(*scheduler, "--no-dashboard") as first, started(*worker) as second:
        try:
            to = ("--out", str(tmp_path / "out"), "--scheduler", address)
            command = (*python, "reader.cli", "digest", str(tmp_path / "a.jsonl"), *to)

            def done() -> bool:
                return subprocess.run(command, check=False, capture_output=True).returncode == 0

            wait_for(done)
        finally:
            second.terminate()
            first.terminate()
    assert ids(tmp_path / "out") == sorted(f"a{number}" for number in range(50))
