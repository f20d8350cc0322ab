"""`pullquote` without a command: the reader, or digests where there is no screen."""

from importlib import metadata
from pathlib import Path

import pytest
from command import run, status


def test_without_a_terminal_the_reader_prints_digests(folder: Path) -> None:
    assert run("mill.txt") == run("digest", "mill.txt")
    assert run("-", stdin=(folder / "mill.txt").read_bytes())[1].startswith("Mill on the Varn")


def test_without_a_terminal_and_a_source_the_samples_are_printed() -> None:
    code, out, messages = run()
    assert (code, messages) == (0, "")
    assert "\nMahrstedt streitet um das letzte Torfwerk\n" in out


def test_version_is_the_distribution_s(capsys: pytest.CaptureFixture[str]) -> None:
    assert status("--version") == 0
    try:
        version = metadata.version("pullquote")
    except metadata.PackageNotFoundError:
        version = "(run from its source)"
    assert capsys.readouterr().out == f"pullquote {version}\n"
