"""When the application has come to rest after a key, told by what is left to do, not by a pause.

Textual's pilot sleeps 20 ms and more for each key, until its process takes little time. That is
slow, and on a busy machine too early. Here the event loop is run until nothing waits in it; only
what threads do is waited for with the clock.
"""

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from textual._context import active_app

from reader.tui.app import PullquoteApp

STEP = 0.005  # seconds between two looks at what threads do
IDLE = 0.02, 0.002  # a process that took less of its time in as much time only waits
LONGEST = 1.0  # seconds that a key is waited for whose work is long
RESIZE = 0.3  # seconds by when a screen has its new size


@contextmanager
def settling_at_once() -> Iterator[None]:
    """Let Textual's pilot wait for what is left to do."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("textual.app.wait_for_idle", settled)
        patch.setattr("textual.pilot.wait_for_idle", settled)
        yield


async def settled(_least: float = 0) -> None:
    """Wait until the application has nothing to do, or only waits itself."""
    app = active_app.get()
    assert isinstance(app, PullquoteApp)
    end = time.monotonic() + LONGEST
    await _nothing_left(app)
    while _is_at_work(app) and time.monotonic() < end:
        if not await _moved_on(app):
            break
        await _nothing_left(app)


async def _nothing_left(app: PullquoteApp) -> None:
    """Let the event loop do all that it can do now, the next painting with it."""
    loop = asyncio.get_running_loop()
    for _ in range(2):  # painting may set off more
        await asyncio.sleep(0)
        while loop._ready:  # type: ignore[attr-defined] # noqa: ASYNC110 - it is no event
            await asyncio.sleep(0)
        await _has_its_size(app)
        if app.screen_stack:
            app.screen._on_timer_update()


async def _has_its_size(app: PullquoteApp) -> None:
    """Wait while Textual gathers sizes that come quickly, which it does with a timer."""
    end = time.monotonic() + RESIZE
    while app._resize_timer and time.monotonic() < end:  # noqa: ASYNC110 - nor is this
        await asyncio.sleep(STEP)


def _is_at_work(app: PullquoteApp) -> bool:
    """Tell whether threads work for the application."""
    digester = app._digester
    with digester._changed:
        digesting = bool(digester._wishes or digester._at_work_on or digester._more)
    return (digesting and digester._thread.is_alive()) or any(
        not worker.is_finished for worker in app.workers
    )


async def _moved_on(app: PullquoteApp) -> bool:
    """Wait while threads work; False where they have taken next to no time."""
    begin, before = time.monotonic(), time.process_time()
    while _is_at_work(app):
        await asyncio.sleep(STEP)
        if time.monotonic() - begin >= IDLE[0]:
            return time.process_time() - before >= IDLE[1]
    return True
