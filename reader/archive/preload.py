"""What a local worker process is told at its start (Dask's `preload`)."""

import signal


def dask_setup(_worker: object) -> None:
    """Leave Ctrl-C to the command: a terminal sends it to its workers as well."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
