"""`pullquote doctor`: what works on this machine, and what to do where something does not."""

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from reader.cli.console import counted, parse, parser, status_of
from reader.cli.stored import add_library, library_of
from reader.config import Config, read_config
from reader.places import clippings_paths, config_path
from reader.problems import Problem

EPILOG = """\
Nothing is changed, and the clipboard is not touched unless --copy says so. The exit status is 1
where something does not work.
"""
WORDS = "“Pullquote was here” – ½ 東京\n"
DISTRIBUTIONS = ("textual", "rich", "sumy", "trafilatura", "httpcore2")
TMUX_ASKS = ("tmux", "show-options", "-sv", "set-clipboard")


class Told(NamedTuple):
    """What is told of one thing; `hint` is what to do, `works` whether nothing need be done."""

    thing: str
    state: str
    hint: str = ""
    works: bool = True


def run(arguments: Sequence[str]) -> int:
    """Print what works; return 1 where something does not."""
    expected = parser("pullquote doctor", "Say what works here and what to do.", EPILOG)
    expected.add_argument("--copy", action="store_true", help="copy a few words to try it")
    add_library(expected)
    options = parse(expected, arguments)
    done = failed = 0
    config, told = _configuration()
    for one in (
        *_versions(),
        *_terminal(config),
        *_clipboard(),
        *(_copied() if options.copy else ()),
        told,
        _library(library_of(options, config)),
        *_clippings(config),
    ):
        _print(one)
        done += one.works
        failed += not one.works
    return status_of(done, failed)


def _print(one: Told) -> None:
    sign = "ok" if one.works else "!!"
    print(f"{sign}  {one.thing + ':':<14} {one.state}")  # noqa: T201 - what the command is for
    if one.hint:
        print(f"    {'':<14} {one.hint}")  # noqa: T201


def _configuration() -> tuple[Config, Told]:
    """Return the settings that hold, and what is to be said of their file."""
    from reader.tui.setup import set_up

    path = config_path()
    try:
        set_up(config := read_config(path), os.environ, sys.__stderr__)
    except Problem as problem:
        return Config(), Told("configuration", str(problem), "correct that line", works=False)
    there = "" if path.exists() else " (not there; the usual settings hold)"
    return config, Told("configuration", f"{path}{there}")


def _versions() -> Iterator[Told]:
    import sqlite3

    from reader.records import SCHEMA
    from summarize import ENGINE

    python = ".".join(map(str, sys.version_info[:3]))
    yield Told("pullquote", f"{_version('pullquote')}, engine {ENGINE}, JSON {SCHEMA}")
    others = [f"{name} {_version(name)}" for name in DISTRIBUTIONS]
    beneath = [f"Python {python}", f"SQLite {sqlite3.sqlite_version}", *others]
    yield Told("runs on", ", ".join(beneath))


def _version(name: str) -> str:
    from importlib import metadata  # the help of the command needs none of it

    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "(not installed)"


def _terminal(config: Config) -> Iterator[Told]:
    from reader.tui.setup import shows_ascii_only

    kind = os.environ.get("TERM", "")
    if not sys.stdout.isatty():
        yield Told("terminal", "standard output is none; digests are printed instead of a screen")
    elif kind in ("", "dumb"):
        hint = "set TERM to what it is, such as xterm-256color"
        yield Told("terminal", f"TERM is {kind or 'not set'}", hint, works=False)
    else:
        columns, lines = shutil.get_terminal_size()
        narrow = "from 80 columns on, two panes stand side by side" if columns < 80 else ""
        yield Told("terminal", f"{kind}, {columns} columns, {lines} rows", narrow)
    yield _colours()
    plain = config.reading.signs == "ascii" or (
        config.reading.signs == "auto" and shows_ascii_only(os.environ, sys.__stderr__)
    )
    hint = 'signs = "unicode" below [reading] takes ▌ ❝ → ● instead' if plain else ""
    yield Told("signs", "ASCII" if plain else "▌ ❝ → ● ★, each one cell wide", hint)


def _colours() -> Told:
    from rich.console import Console

    if os.environ.get("NO_COLOR"):
        return Told("colours", "none, as NO_COLOR says; marks are bold, underlined or reversed")
    system = Console(stderr=True).color_system
    told = {"standard": "16", "256": "256", "truecolor": "16 million"}.get(system or "", "none")
    few = told == "16" and not os.environ.get("COLORTERM")
    hint = "COLORTERM=truecolor tells of more, if your terminal has them" if few else ""
    return Told("colours", told, hint)


def _clipboard() -> Iterator[Told]:
    """Tell the way that a copy would take first, and what it depends on."""
    from reader import clipboard

    way = next(clipboard.ways(os.environ))
    limit = f"up to {way.largest:,} bytes"
    if way.command[:1] == ("tmux",):
        yield _tmux(f"{way.name}, {limit}")
    elif way.command:
        yield Told("clipboard", f"{way.name}, {limit}")
    else:
        hint = "the terminal must allow programs to set the clipboard; it never says whether it did"
        if not (os.environ.get("SSH_TTY") or os.environ.get("SSH_CONNECTION")):
            hint += "; wl-copy, xclip or xsel would be surer"
        yield Told("clipboard", f"{way.name}, {limit}", hint)


def _tmux(state: str) -> Told:
    import subprocess

    from reader.clipboard import DEADLINE

    try:
        asked = subprocess.run(  # noqa: S603 - a fixed command
            TMUX_ASKS, capture_output=True, text=True, timeout=DEADLINE, check=False
        ).stdout.strip()
    except (OSError, subprocess.TimeoutExpired):
        asked = ""
    if asked == "off":
        hint = "tmux keeps the copy to itself; set -s set-clipboard external passes it on"
        return Told("clipboard", f"{state}; set-clipboard is off", hint)
    return Told("clipboard", state + (f"; set-clipboard is {asked}" if asked else ""))


def _copied() -> Iterator[Told]:
    from reader import clipboard

    told = clipboard.copy(WORDS.strip(), os.environ, _send_to_terminal)
    if isinstance(told, clipboard.Copied):
        yield Told("tried", str(told), "" if told.certain else "paste somewhere to see it")
    else:
        yield Told("tried", str(told), works=False)


def _send_to_terminal(text: str) -> None:
    from reader.clipboard import sequence

    with Path("/dev/tty").open("w", encoding="ascii") as terminal:
        terminal.write(sequence(text, os.environ))


def _library(path: Path) -> Told:
    """Tell what is in the library; none is made."""
    if not path.exists():
        return Told("library", f"{path} is not there yet", "pullquote add SOURCE makes it")
    from reader.library import Library
    from summarize import ENGINE

    try:
        with Library.open(path) as library:
            keys = library.listing.all()
            lacking = len(library.digests.lacking(keys, ENGINE))
            feeds = counted(len(library.feeds.all()), "feed")
    except Problem as problem:
        return Told("library", str(problem), "--library PATH names another", works=False)
    todo = f"{counted(lacking, 'digest')} to be made; pullquote refresh --digests makes them"
    state = f"{path}, {counted(len(keys), 'article')}, {feeds}"
    return Told("library", state, todo if lacking else "")


def _clippings(config: Config) -> Iterator[Told]:
    for path in clippings_paths(config.clippings.markdown, config.clippings.json):
        there = path if path.exists() else next(one for one in path.parents if one.exists())
        works = os.access(there, os.W_OK) and not path.is_dir()
        hint = "" if works else f"{there} cannot be written to; [clippings] names another file"
        yield Told("clippings", str(path), hint, works=works)
