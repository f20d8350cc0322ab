"""Parts to standard output in a form, one behind another."""

import sys
from collections.abc import Iterable
from typing import TypeVar

from reader.cli.console import speak_utf8
from reader.exporting import Form

Part = TypeVar("Part")


def print_form(form: Form[Part], parts: Iterable[Part]) -> None:
    """Print parts as they come; a form that holds none is a whole one, too."""
    speak_utf8()
    before = form.start
    for part in parts:
        sys.stdout.write(before + form.write(part))
        before = form.between
    opened = before is not form.start
    sys.stdout.write(form.end if opened else form.start + form.end.lstrip())
