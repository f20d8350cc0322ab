"""Running blocks on Dask: a cluster of this machine's processes, or one that is there already."""

import logging
import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from queue import Empty, Queue
from typing import Any, NamedTuple
from uuid import uuid4

from distributed import Client, LocalCluster, get_worker
from distributed.scheduler import KilledWorker

from reader.archive.asked import Asked
from reader.archive.blocks import Block, spoken
from reader.archive.shelf import Shelf
from reader.archive.work import Report, Tally
from reader.problems import Problem
from summarize import ENGINE

# A worker that is killed over a block is not the block's fault, unless it happens again and again.
KILLS = 10
_ANSWER = 15  # seconds that a scheduler may take to answer
_LOOK = 2.0  # seconds between two looks whether the scheduler is still there

Work = Callable[[Block, Asked, Shelf, Report], Tally]


class UnderWay(NamedTuple):
    """How far a block is: its articles so far, and what share of it that is."""

    name: str
    articles: int
    share: float


class Done(NamedTuple):
    """A block that needs no more work in this run, and what became of it."""

    block: Block
    tally: Tally


def processors() -> int:
    """Return how many workers this machine has room for."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def connected(workers: int | None, scheduler: str) -> Iterator[Client]:
    """Give a client of the scheduler at an address, or of a cluster made here and now."""
    if scheduler:
        with _client_of(scheduler) as client:
            _hold_same_engine(client, scheduler)
            yield client
        return
    with (
        LocalCluster(
            n_workers=workers or processors(),
            threads_per_worker=1,
            host="127.0.0.1",
            dashboard_address=None,
            silence_logs=logging.CRITICAL,
            scheduler_kwargs={
                "allowed_failures": KILLS,
                # Any free port: a warning that the usual one is taken helps nobody.
                "dashboard_address": "127.0.0.1:0",
                "dashboard": False,
            },
            preload=["reader.archive.preload"],
            # Dask's notes on where time goes took 100 MB of a worker in a quarter of an hour.
            config={"distributed.worker.profile.enabled": False},
        ) as cluster,
        Client(cluster) as client,
    ):
        yield client


def run(
    client: Client, work: Work, blocks: Sequence[Block], asked: Asked, shelf: Shelf
) -> Iterator[UnderWay | Done]:
    """Have the blocks worked on, in any order, and tell what happens as it happens."""
    happened: Queue[Any] = Queue()
    topic = f"pullquote-{uuid4().hex}"
    client.subscribe_topic(topic, lambda event: happened.put(UnderWay(*event[1])))
    futures = client.map(
        _task, blocks, work=work, asked=asked, shelf=shelf, topic=topic, pure=False, retries=0
    )
    waiting = {future.key: (future, block) for future, block in zip(futures, blocks, strict=True)}
    for future in futures:
        future.add_done_callback(happened.put)
    del futures, future
    try:
        due = 0.0
        while waiting:
            event = _next(happened, client)
            if (now := time.monotonic()) >= due:
                due = now + _LOOK
                _replace_lost(client)
            if isinstance(event, UnderWay):
                yield event
            elif event is not None and event.key in waiting:
                future, block = waiting.pop(event.key)
                yield Done(block, _outcome(future, block))
    finally:
        client.unsubscribe_topic(topic)
        client.cancel([future for future, _ in waiting.values()])


def _task(block: Block, *, work: Work, asked: Asked, shelf: Shelf, topic: str) -> Tally:
    """Work on a block and tell of it while at it: what a worker does."""
    worker = get_worker()

    def report(articles: int, share: float) -> None:
        worker.log_event(topic, [block.name, articles, share])

    return work(block, asked, shelf, report)


def _next(happened: "Queue[Any]", client: Client) -> Any:  # noqa: ANN401 - a future or UnderWay
    try:
        return happened.get(timeout=_LOOK)
    except Empty:
        if client.status not in ("running", "connecting"):
            raise Problem(
                "the scheduler", "is gone; what is done is kept, the same command goes on"
            ) from None
        return None


def _replace_lost(client: Client) -> None:
    """Have workers of ours started again that Dask has given up.

    It does not replace one that is killed while it starts; with all gone, nothing would go on.
    """
    cluster = client.cluster
    if cluster is not None and len(cluster.workers) < len(cluster.worker_spec):
        cluster.scale(len(cluster.worker_spec))


def _outcome(future: Any, block: Block) -> Tally:  # noqa: ANN401 - distributed's
    """Return what a block came to; a block that breaks its workers is left out and named."""
    if future.status == "finished":
        tally: Tally = future.result()
        return tally
    error = future.exception() if future.status == "error" else None
    if isinstance(error, KilledWorker):
        why = "its workers died over it again and again; is there memory enough for them?"
    else:
        why = f"its worker gave up ({error!r})" if error else "was lost with its worker"
    return Tally(problem=Problem(spoken(block.file), f"{why} ({block.name})"))


def _client_of(scheduler: str) -> Client:
    try:
        return Client(scheduler, timeout=_ANSWER)
    except (OSError, ValueError, TimeoutError) as error:
        raise Problem(
            scheduler, "no scheduler of Dask answers there; give its address as tcp://HOST:8786"
        ) from error


def _engine() -> str:
    return ENGINE


def _hold_same_engine(client: Client, scheduler: str) -> None:
    """Raise Problem unless there are workers and all of them have our version of the engine."""
    if not client.scheduler_info(n_workers=-1)["workers"]:
        raise Problem(scheduler, "has no workers yet; start some with `dask worker`")
    try:
        engines = set(client.run(_engine).values())
    except Exception as error:  # what is missing there is told in many ways
        raise Problem(
            scheduler, "its workers have no such Pullquote; install pullquote[archive] for them"
        ) from error
    if engines != {ENGINE}:
        raise Problem(scheduler, "its workers have another version of Pullquote than is here")
