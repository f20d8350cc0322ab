"""`python -m reader.digesting`: the process beside the reader."""

import signal
import sys

from reader.digesting.worker import serve

signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal's Ctrl-C is for the reader
serve(sys.stdin.buffer, sys.stdout.buffer)
