"""What all commands share: usage, help, pipes, keys, standard streams and outside text."""

import asyncio
import gc
import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest
from command import COMMAND, MILL, Shell, environment, run, start, status
from web import Asked, Send, served


@pytest.mark.parametrize(
    "arguments",
    [
        ["digest"],
        ["--no-such-option"],
        ["digest", "--method", "magic", "mill.txt"],
        ["digest", "--sentences", "0", "mill.txt"],
        ["digest", "--sentences", "x", "mill.txt"],
        ["digest", "--form", "json", "mill.txt"],
    ],
)
def test_wrong_usage_is_status_2_with_the_usage_on_standard_error(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert folder
    assert status(*arguments) == 2
    out, messages = capsys.readouterr()
    assert out == ""
    assert messages.startswith("usage: pullquote")


def test_a_command_wins_over_a_file_of_its_name(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "digest").write_text("Of digests\n\nA text that is called digest.")
    assert status("digest", "./digest") == 0
    assert capsys.readouterr().out.startswith("Of digests\n")
    assert status("digest") == 2


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["digest", "--help"]])
def test_help_goes_to_standard_output(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert status(*arguments) == 0
    out, messages = capsys.readouterr()
    assert out.startswith("usage: pullquote ")
    assert messages == ""


@pytest.mark.parametrize(
    "arguments",
    [["digest", "."], ["--help"], ["list"], ["list", "--format", "json"], ["quotes"], ["claims"]],
)
def test_a_reader_of_the_output_that_leaves_early_leaves_no_complaint(
    folder: Path, shell: Shell, arguments: list[str]
) -> None:
    for number in range(20):
        (folder / f"{number}.txt").write_text(MILL)
    shell("add", ".")
    shell("quotes")  # which makes the digests
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        (*COMMAND, *arguments),
        stdout=writing,
        stderr=subprocess.PIPE,
        env=environment(),
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_ctrl_c_is_quiet(folder: Path) -> None:
    assert folder
    with subprocess.Popen(
        (*COMMAND, "digest", "mill.txt", "-"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()  # it has begun, and waits for standard input at the end
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 130
        assert process.stderr.read() == b""


def test_ctrl_c_is_quiet_while_a_command_is_loaded(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(_name: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("reader.cli.import_module", interrupted)
    assert status("list") == 130
    assert capsys.readouterr() == ("", "")
    assert gc.isenabled()


def test_ctrl_c_ends_a_refresh_quietly(folder: Path) -> None:
    assert folder
    with served({"/1": silence}) as web:
        (folder / "urls").write_text(web.url("/1"))
        status("add", "urls")
        with start("refresh") as process:
            while not web.asked and process.poll() is None:
                time.sleep(0.01)
            process.send_signal(signal.SIGINT)
            out, messages = process.communicate(timeout=30)
    assert (process.returncode, out, messages) == (130, b"", b"")


async def silence(_asked: Asked, _send: Send) -> None:
    await asyncio.sleep(30)


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_closed_standard_stream_is_no_reason_to_fail(folder: Path, closed: str) -> None:
    assert folder
    done = subprocess.run(
        ("/bin/sh", "-c", f'exec "$@" {closed}', "sh", *COMMAND, "digest", "mill.txt", "no.txt"),
        capture_output=True,
        env=environment(),
        check=False,
    )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


def test_output_for_ascii_only_takes_any_text(folder: Path) -> None:
    (folder / "a.txt").write_text("Café\n\nIt is “open” now.", encoding="utf-8")
    ascii_only = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    code, out, messages = run("digest", "a.txt", environ=ascii_only)
    assert (code, messages) == (0, "")
    assert out.startswith("Caf?\n")
    code, out, _ = run("digest", "--format", "json", "a.txt", environ=ascii_only)
    assert (code, json.loads(out)["title"]) == (0, "Café")


HOSTILE = "x\x1b]52;c;eA==\x07\x1b[2J\x9b31m\u202e"


def test_what_acts_on_a_terminal_never_comes_out_raw(folder: Path) -> None:
    named = folder / f"{HOSTILE}.txt"
    named.write_text(f"{HOSTILE} title [bold]:smile:\n\nIt is “{HOSTILE}”, {HOSTILE} said.")
    (folder / f"{HOSTILE}.md").touch()
    (folder / "a\udcffb.txt").touch()
    for arguments in (["digest", "."], ["digest", "--format", "json", "."], [f"{HOSTILE}.tx"]):
        _, out, messages = run(*arguments)
        assert messages
        assert not set(out + messages) & set("\x1b\x07\x9b\u202e\udcff")
    assert "title [bold]:smile:" in run("digest", named.name)[1]
