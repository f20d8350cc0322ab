"""What is heavy is loaded only where it is used: a start must not wait for it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.cli import COMMANDS

ROOT = Path(__file__).parents[1]
HEAVY = [
    *("textual", "sumy", "nltk", "numpy", "trafilatura", "markdown_it", "feedparser"),
    *("asyncio", "ssl", "anyio", "h11", "httpcore2", "brotli", "backports"),
    "lxml",
]
MODULES = (
    "summarize",
    "reader.article",
    "reader.sources.files",
    "reader.library",
    "reader.sources.feeds",
    "reader.sources.discovery",
    "reader.sources.opml",
    "reader.sources.urls_file",
    "reader.citations",
    "reader.clippings",
    "reader.clipboard",
    "reader.records",
    "reader.digesting",
    "reader.samples",
    "reader.cli",
)
HELP = """
import contextlib, io, runpy
sys.argv = ["pullquote", "--help"]
with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()) as told:
    runpy.run_module("reader.cli", run_name="__main__")
assert told.getvalue().startswith("usage: pullquote")
"""


def loaded(program: str) -> set[str]:
    """Run a program in a fresh Python and return the top-level packages that it loaded."""
    done = subprocess.run(
        (sys.executable, "-P", "-c", f"import sys\n{program}\nprint(*sys.modules)"),
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        text=True,
        timeout=60,
        check=True,
    )
    return {name.partition(".")[0] for name in done.stdout.split()}


def test_the_heavy_packages_are_noticed_where_they_are_loaded() -> None:
    assert {"textual", "rich"} <= loaded("import reader.tui.app")


@pytest.mark.parametrize("module", MODULES)
def test_importing_a_module_loads_nothing_heavy(module: str) -> None:
    assert not loaded(f"import {module}") & {*HEAVY, "rich"}


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_asking_for_help_loads_nothing_heavy(command: str) -> None:
    heavy = {*HEAVY, "rich", "sqlite3", "bibtexparser", "pylatexenc"}
    assert not loaded(HELP.replace('"--help"', f'*"{command}".split(), "--help"')) & heavy


def test_the_engine_loads_nothing_of_the_application() -> None:
    assert "reader" not in loaded("import summarize")


@pytest.mark.parametrize("module", ["reader.sources.fetch", "reader.refresh"])
def test_fetching_loads_no_parser_and_no_packing_before_it_is_needed(module: str) -> None:
    light = {"asyncio", "ssl", "anyio", "h11", "httpcore2"}
    assert loaded(f"import {module}") & {*HEAVY, "rich", "lxml"} == light


def test_reading_plain_text_loads_nothing_heavy() -> None:
    program = "from reader.sources.formats import read_text\nread_text('One. Two.', 'a.txt')"
    assert not loaded(program) & {*HEAVY, "rich"}
