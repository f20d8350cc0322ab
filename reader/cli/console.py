"""What the commands share: exit statuses, streams, arguments, complaints."""

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from io import TextIOWrapper

from reader.article import clean_line
from reader.problems import Problem

DONE, IN_PART, WRONG = 0, 1, 2


def prepare_streams() -> None:
    """Let every standard stream be there and standard output take any text.

    A stream that was closed (`<&-`) is None in Python; output may be for ASCII or Latin-1 only.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode))
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def speak_utf8() -> None:
    """Let standard output be UTF-8, as JSON always is (RFC 8259)."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")


def parser(name: str, description: str, epilog: str | None = None) -> argparse.ArgumentParser:
    """Return a parser that takes options by their whole name."""
    form = argparse.RawDescriptionHelpFormatter
    return argparse.ArgumentParser(
        name, description=description, epilog=epilog, formatter_class=form, allow_abbrev=False
    )


def parse(expected: argparse.ArgumentParser, arguments: Sequence[str]) -> argparse.Namespace:
    """Return what the arguments say; options may stand anywhere among the others."""
    return expected.parse_intermixed_args(list(arguments))


def positive(text: str) -> int:
    """Parse a number from 1 up."""
    if text.isdecimal() and int(text) > 0:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 up")


def counted(number: int, name: str) -> str:
    """Return how many of something there are, in words."""
    return f"{number} {name}{'' if number == 1 else 's'}"


def say(sentence: str) -> None:
    """Tell what was done, on standard error."""
    print(f"pullquote: {clean_line(sentence)}", file=sys.stderr)  # noqa: T201


def complain(problems: Iterable[Problem]) -> int:
    """Say what is wrong, a line each, on standard error."""
    for problem in problems:
        say(str(problem))
    return WRONG


def status_of(done: int, problems: int) -> int:
    """Return the exit status after so many things were done and so many were not."""
    if not problems:
        return DONE
    return IN_PART if done else WRONG
