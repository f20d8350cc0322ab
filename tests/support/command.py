"""The command line, here or in a process of its own, and articles and feeds for it."""

import os
import subprocess
import sys
from collections.abc import Sequence

import pytest

from reader.cli import main

COMMAND = (sys.executable, "-P", "-m", "reader.cli")
MILL = """\
---
title: Mill on the Varn burns down
source: Varn Courier
published: 2026-05-04T08:00:00Z
url: https://varn.example/mill
---
The old mill on the Varn burned down on Sunday. "Nothing could be saved", Ilka Brandt, head of the \
fire service, said.

Two barges were lost. The owner wants to build again by spring. The valley will wait for it.
"""


def environment(**more: str) -> dict[str, str]:
    """Return the environment of the test, with what is different in it."""
    return {**os.environ, **more}


def run(
    *arguments: str, stdin: bytes = b"", environ: dict[str, str] | None = None
) -> tuple[int, str, str]:
    """Run the command in a process of its own; return its status, its output and its messages."""
    done = subprocess.run(
        (*COMMAND, *arguments),
        input=stdin,
        capture_output=True,
        env=environment(**(environ or {})),
        timeout=60,
        check=False,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def start(*arguments: str) -> "subprocess.Popen[bytes]":
    """Start the command in a process of its own."""
    return subprocess.Popen(
        (*COMMAND, *arguments),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )


def status(*arguments: str) -> int:
    """Run the command line here and return its status, wherever it leaves."""
    with pytest.raises(SystemExit) as left:
        sys.exit(main(arguments))
    assert isinstance(left.value.code, int)
    return left.value.code


class Shell:
    """The command line here, with what it says caught."""

    def __init__(self, caught: pytest.CaptureFixture[str]) -> None:
        self._caught = caught

    def __call__(self, *arguments: str) -> tuple[int, list[str], list[str]]:
        """Run a command; return its status, the lines of its output and those of its messages."""
        self._caught.readouterr()
        code = status(*arguments)
        out, messages = self._caught.readouterr()
        return code, out.splitlines(), _sentences(messages.splitlines())

    def out(self, *arguments: str) -> list[str]:
        """Run a command that must go well without a word, and return the lines of its output."""
        code, out, messages = self(*arguments)
        assert (code, messages) == (0, [])
        return out


def _sentences(lines: Sequence[str]) -> list[str]:
    return [line.removeprefix("pullquote: ") for line in lines]
