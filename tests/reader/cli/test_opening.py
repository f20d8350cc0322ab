"""`pullquote` without a command: the reader, or digests where there is no screen."""

from importlib import metadata
from pathlib import Path

import pytest
from command import Shell, run, status
from feeds import Item, rss
from web import answer, served

from reader.library import Library


def test_without_a_terminal_the_reader_prints_digests(folder: Path, shell: Shell) -> None:
    assert shell.out("mill.txt") == shell.out("digest", "mill.txt")
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


def test_without_a_terminal_the_library_s_digests_are_printed_and_kept(
    folder: Path, shell: Shell
) -> None:
    assert shell("add", "mill.txt")[0] == 0
    code, out, messages = run()
    assert (code, messages) == (0, "")
    assert out.splitlines() == shell.out("digest", "mill.txt")
    with Library.open(folder / "kept" / "library.db") as library:
        (row,) = library.listing.rows(library.listing.all())
        assert row.quotes == 1


def test_an_address_is_read_and_not_kept(folder: Path) -> None:
    feed = rss([Item("One", "<p>Of one.</p>"), Item("Two", "<p>Of two.</p>")])
    with served({"/feed": answer(feed)}) as web:
        code, out, messages = run(web.url("/feed"))
        assert (code, messages) == (0, "")
        assert [line for line in out.splitlines() if line in ("One", "Two")] == ["One", "Two"]
        code, out, messages = run("digest", web.url("/gone"))
        assert (code, out, messages.startswith(f"pullquote: {web.url('/gone')}: ")) == (2, "", True)
    assert not (folder / "kept").exists()


def test_wrong_settings_are_a_sentence(folder: Path) -> None:
    (folder / "config.toml").write_text("[reading]\nmouse = 1\n")
    assert run("mill.txt") == (
        2,
        "",
        f"pullquote: {folder}/config.toml, line 2: “mouse” must be true or false, not 1\n",
    )
    assert run("digest", "mill.txt")[0] == 0  # which needs none
