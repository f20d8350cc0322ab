"""Digests are made in a process that may die, and that never outlives the reader."""

import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from queue import Empty, SimpleQueue

import psutil
import pytest

from reader.article import Article, make_article
from reader.digesting import Digester, Errand, Grouping, Outcome, Wish, make_digest
from reader.digesting.worker import serve
from reader.problems import Problem
from summarize import Length, digest

ROOT = Path(__file__).parents[3]
PATIENCE = 30.0  # seconds: far more than a machine under load needs
STORY = """\
The old mill on the Varn burned down on Sunday. "Nothing could be saved", Ilka Brandt, head of the \
fire service, said. About 300 people lived off the mill.

Two barges were lost. The owner wants to build again by spring.
"""


def article(name: str) -> Article:
    return make_article(title=f"{name} burns", text=STORY.replace("mill", name))


MILL, BARN, CHAPEL, SCHOOL = (Wish(article(name)) for name in ("mill", "barn", "chapel", "school"))


class Asking:
    """A digester together with the answers that it gave, in order."""

    def __init__(self) -> None:
        self.answers: SimpleQueue[tuple[Errand, Outcome]] = SimpleQueue()
        self.digester = Digester(lambda wish, found: self.answers.put((wish, found)))

    def start(self, *wishes: Wish) -> None:
        for wish in wishes:
            self.digester.ask(wish)
        self.digester.start()

    def next(self) -> tuple[Errand, Outcome]:
        return self.answers.get(timeout=PATIENCE)

    @property
    def worker(self) -> "subprocess.Popen[bytes]":
        assert self.digester._worker._process
        return self.digester._worker._process


@pytest.fixture(autouse=True)
def _checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the worker find the packages where they are not installed."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))


@pytest.fixture
def asking() -> Iterator[Asking]:
    asking = Asking()
    yield asking
    asking.digester.close()


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


def gone(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def test_a_digest_from_the_process_is_the_one_made_here(asking: Asking) -> None:
    other = Wish(MILL.article, method="lead", length=Length(1))
    asking.start(MILL, other, BARN)
    for wish in (MILL, other, BARN):
        here = digest(
            wish.article.text,
            title=wish.article.title,
            method=wish.method,
            sentences=wish.length,
        )
        assert here.quotes
        assert asking.next() == (wish, here)
        assert make_digest(wish) == here


def test_the_newest_urgent_wish_goes_first_and_the_others_in_turn(asking: Asking) -> None:
    asking.digester.ask(MILL)
    asking.digester.ask(BARN)
    asking.digester.ask(CHAPEL, first=True)
    asking.digester.ask(SCHOOL, first=True)
    asking.start()
    assert [asking.next()[0] for _ in range(4)] == [SCHOOL, CHAPEL, MILL, BARN]


def test_a_wish_that_waits_and_is_asked_again_is_answered_once(asking: Asking) -> None:
    asking.digester.ask(BARN)
    asking.digester.ask(MILL)
    asking.digester.ask(MILL, first=True)
    asking.start(BARN)
    assert [asking.next()[0] for _ in range(2)] == [MILL, BARN]
    with pytest.raises(Empty):
        asking.answers.get(timeout=0.05)


def test_a_worker_killed_in_the_middle_is_replaced_and_nothing_is_lost(asking: Asking) -> None:
    asking.start(MILL)
    asking.next()
    first = asking.worker
    os.kill(first.pid, signal.SIGSTOP)
    asking.digester.ask(BARN)
    asking.digester.ask(CHAPEL)
    until(lambda: asking.digester._wishes == [CHAPEL])
    os.kill(first.pid, signal.SIGKILL)
    assert [asking.next() for _ in range(2)] == [
        (BARN, make_digest(BARN)),
        (CHAPEL, make_digest(CHAPEL)),
    ]
    assert first.poll() == -signal.SIGKILL
    assert asking.worker.pid != first.pid


def test_a_worker_killed_while_it_waits_is_replaced(asking: Asking) -> None:
    asking.start(MILL)
    asking.next()
    first = asking.worker
    os.kill(first.pid, signal.SIGKILL)
    until(lambda: gone(first.pid))
    asking.digester.ask(BARN)
    assert asking.next() == (BARN, make_digest(BARN))


@pytest.mark.parametrize("program", ["/bin/false", "/bin/echo", "/no/such/python"])
def test_a_worker_that_dies_twice_gives_a_problem_and_the_next_wish_is_served(
    asking: Asking, monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(sys, "executable", program)
        asking.start(MILL)
        wish, found = asking.next()
    assert wish is MILL
    assert str(found) == "mill burns: its digest could not be made; the text is complete"
    asking.digester.ask(BARN)
    assert asking.next() == (BARN, make_digest(BARN))


def test_an_interrupt_from_the_keyboard_does_not_end_the_worker(asking: Asking) -> None:
    asking.start(MILL)
    asking.next()
    assert os.getsid(asking.worker.pid) != os.getsid(0)
    os.kill(asking.worker.pid, signal.SIGINT)
    asking.digester.ask(BARN)
    assert asking.next() == (BARN, make_digest(BARN))


def test_closing_ends_the_process_even_in_the_middle_and_answers_no_more() -> None:
    asking = Asking()
    asking.start(MILL)
    asking.next()
    worker = asking.worker
    os.kill(worker.pid, signal.SIGSTOP)
    asking.digester.ask(BARN)
    asking.digester.ask(CHAPEL)
    until(lambda: asking.digester._wishes == [CHAPEL])
    asking.digester.close()
    assert worker.poll() == -signal.SIGKILL
    assert asking.answers.empty()


def test_closing_what_never_started_or_never_worked_is_quiet() -> None:
    Asking().digester.close()
    asking = Asking()
    asking.start()
    asking.digester.close()
    asking.digester.close()


PARENT = """\
import sys, time
from reader.article import make_article
from reader.digesting import Digester, Wish

def answer(wish, found):
    print(digester._worker.pid, flush=True)

digester = Digester(answer)
digester.start()
digester.ask(Wish(make_article(title="T", text="It burned down. It was old.")))
time.sleep(60)
"""


def test_no_orphan_remains_when_the_reader_is_killed() -> None:
    parent = subprocess.Popen((sys.executable, "-P", "-c", PARENT), stdout=subprocess.PIPE)
    with parent:
        assert parent.stdout
        worker = int(parent.stdout.readline())
        assert not gone(worker)
        parent.kill()
        until(lambda: gone(worker))


def test_the_worker_answers_each_wish_until_its_input_ends() -> None:
    answers = BytesIO()
    serve(BytesIO(pickle.dumps(MILL) + pickle.dumps(BARN)), answers)
    answers.seek(0)
    assert [pickle.load(answers) for _ in range(2)] == [make_digest(MILL), make_digest(BARN)]  # noqa: S301 - our own
    assert answers.read() == b""


def test_a_slow_digest_gives_way_to_the_one_that_a_person_waits_for(
    asking: Asking, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.digesting.digester.PATIENCE", 0.0)
    long = make_article(
        title="Long", text=" ".join(f"The {i} boats of harbour {i * 7} left it." for i in range(90))
    )
    slow = Wish(long, method="kl")
    asking.start(MILL)
    assert asking.next()[0] == MILL
    asking.digester.ask(slow)
    until(lambda: asking.digester._at_work_on == slow)
    asking.digester.ask(BARN, first=True)
    assert [asking.next()[0], asking.next()[0]] == [BARN, slow]


def test_a_process_without_work_is_ended_and_comes_back(
    asking: Asking, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.digesting.digester.IDLE", 0.05)
    asking.start(MILL)
    asking.next()
    until(lambda: asking.digester._worker.pid is None)
    asking.digester.ask(BARN)
    assert asking.next() == (BARN, make_digest(BARN))


def test_a_library_that_gives_out_is_told_of_once(tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.db"
    foreign.write_text("no library")
    asking = Asking()
    asking.digester = Digester(
        lambda errand, outcome: asking.answers.put((errand, outcome)),
        lambda: Grouping(foreign, (1,)),
    )
    asking.start()
    try:
        assert isinstance(asking.next()[1], Problem)
        asking.digester.ask(MILL)
        assert asking.next()[0] == MILL
        with pytest.raises(Empty):
            asking.answers.get(timeout=0.3)
        asking.digester.look_again()
        assert isinstance(asking.next()[1], Problem)
    finally:
        asking.digester.close()


def test_the_backlog_is_made_while_nobody_waits_and_gives_way_to_those_who_do() -> None:
    backlog = [MILL, BARN]
    asking = Asking()
    asking.digester = Digester(
        lambda wish, found: asking.answers.put((wish, found)),
        lambda: backlog.pop(0) if backlog else None,
    )
    asking.digester.ask(CHAPEL)
    asking.start()
    try:
        assert [asking.next()[0] for _ in range(3)] == [CHAPEL, MILL, BARN]
        backlog.append(SCHOOL)
        asking.digester.look_again()
        assert asking.next()[0] == SCHOOL
    finally:
        asking.digester.close()
