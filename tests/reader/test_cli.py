"""The command line: data on standard output, messages on standard error, and its exit status."""

import json
import os
import pty
import signal
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

from reader.cli import main
from summarize import METHODS

ROOT = Path(__file__).parents[2]
COMMAND = (sys.executable, "-P", "-m", "reader.cli")
ENVIRON = {**os.environ, "PYTHONPATH": str(ROOT)}
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
MISSING = "no such file, folder or command"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder that the commands run in, with one article in it."""
    (tmp_path / "mill.txt").write_text(MILL, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(
    *arguments: str, stdin: bytes = b"", environ: dict[str, str] | None = None
) -> tuple[int, str, str]:
    """Run the command in a process of its own; return its status, its output and its messages."""
    done = subprocess.run(
        (*COMMAND, *arguments),
        input=stdin,
        capture_output=True,
        env={**ENVIRON, **(environ or {})},
        timeout=60,
        check=False,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def status(*arguments: str) -> int:
    """Run the command line here and return its status, wherever it leaves."""
    with pytest.raises(SystemExit) as left:
        sys.exit(main(arguments))
    assert isinstance(left.value.code, int)
    return left.value.code


# Digests


def test_digest_prints_an_article_as_text(folder: Path) -> None:
    code, out, messages = run("digest", str(folder))
    lines = out.splitlines()
    assert (code, messages) == (0, "")
    assert lines[0] == "Mill on the Varn burns down"
    assert lines[1] == "Varn Courier, 2026-05-04, https://varn.example/mill"
    assert "Summary (news, 3 of 5 sentences)" in lines
    assert lines[lines.index("1 quote") + 1 :][:2] == [
        "  Ilka Brandt:",
        '    "Nothing could be saved"',
    ]
    assert "\x1b" not in out


def test_digest_as_json_is_one_object_a_line_with_the_documented_fields(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "naive.txt").write_text(
        "Café — naïve\n\n“It is open,” said Mara Lind.", encoding="utf-8"
    )
    assert status("digest", "--format", "json", "mill.txt", "naive.txt") == 0
    out, messages = capsys.readouterr()
    mill, naive = map(json.loads, out.splitlines())
    assert messages == ""
    assert " ".join(mill) == (
        "id title source url published language text sentences summary quotes claims"
    )
    assert mill["title"] == "Mill on the Varn burns down"
    assert [mill["text"][start:end] for start, end in mill["sentences"]][1:3] == [
        '"Nothing could be saved", Ilka Brandt, head of the fire service, said.',
        "Two barges were lost.",
    ]
    assert list(mill["summary"]) == ["method", "picks"]
    assert len(mill["summary"]["picks"]) == 3
    (quote,) = mill["quotes"]
    assert (
        quote["text"] == mill["text"][quote["start"] : quote["end"]] == '"Nothing could be saved"'
    )
    assert (quote["speaker"]["name"], quote["cue"]["text"]) == ("Ilka Brandt", "said")
    assert (naive["title"], naive["quotes"][0]["text"]) == (
        "Café — naïve",
        "“It is open,”",
    )


def test_method_sentences_and_language_are_the_engine_s(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ("--method", "lead", "--sentences", "1", "--language", "de", "--format", "json")
    assert status("digest", *asked, str(folder)) == 0
    digest = json.loads(capsys.readouterr().out)
    assert digest["language"] == "de"
    assert digest["summary"]["method"] == "lead"
    assert len(digest["summary"]["picks"]) == 1


@pytest.mark.parametrize("method", METHODS)
def test_every_method_may_be_asked_for(
    folder: Path, capsys: pytest.CaptureFixture[str], method: str
) -> None:
    assert status("digest", "--method", method, str(folder)) == 0
    assert f"Summary ({method}, " in capsys.readouterr().out


def test_standard_input_is_a_source(folder: Path) -> None:
    assert folder
    code, out, messages = run("digest", "-", stdin="Bridge opens\n\nIt is “fine”.".encode())
    assert (code, messages) == (0, "")
    assert out.startswith("Bridge opens\n")
    assert "“fine”" in out


def test_without_a_terminal_the_reader_prints_digests(folder: Path) -> None:
    assert run("mill.txt") == run("digest", "mill.txt")
    assert run("-", stdin=(folder / "mill.txt").read_bytes())[1].startswith("Mill on the Varn")


def test_without_a_terminal_and_a_source_the_samples_are_printed() -> None:
    code, out, messages = run()
    assert (code, messages) == (0, "")
    assert "\nMahrstedt streitet um das letzte Torfwerk\n" in out


def test_on_a_terminal_marks_have_their_styles_and_without_colour_they_are_underlined(
    folder: Path,
) -> None:
    assert folder
    coloured = on_terminal("digest", "mill.txt", TERM="xterm-256color")
    plain = on_terminal("digest", "mill.txt", TERM="xterm-256color", NO_COLOR="1")
    assert "\x1b[" in coloured
    assert '\x1b[4m"Nothing could be saved"' in plain
    assert "\x1b[3" not in plain


def on_terminal(*arguments: str, **environ: str) -> str:
    """Run the command with a terminal for its output and return what came there."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        (*COMMAND, *arguments),
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
        env={**ENVIRON, **environ},
    ) as process:
        os.close(theirs)
        seen = b""
        try:
            while piece := os.read(ours, 65536):
                seen += piece
        except OSError:  # Linux says so at the end
            pass
        os.close(ours)
        assert process.wait(timeout=30) == 0
    return seen.decode()


# What goes wrong


def test_a_source_that_fails_is_a_line_of_its_own_and_the_rest_is_printed(folder: Path) -> None:
    (folder / "empty.txt").touch()
    (folder / "page.html").write_text("no page at all")
    code, out, messages = run("digest", ".", "nowhere.txt")
    assert code == 1
    assert out.startswith("Mill on the Varn burns down\n")
    assert messages.splitlines() == [
        "pullquote: empty.txt: is empty",
        "pullquote: page.html: has no article text that can be told from the page around it",
        "pullquote: nowhere.txt: there is no such file or folder",
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["digest", "empty.txt"], "pullquote: empty.txt: is empty"),
        (["empty.txt"], "pullquote: empty.txt: is empty"),
        (["digest", "no.txt"], f"pullquote: no.txt: there is {MISSING}"),
        (["digest", "mil.txt"], f"pullquote: mil.txt: there is {MISSING}; did you mean mill.txt?"),
        (["digets"], f"pullquote: digets: there is {MISSING}; did you mean digest?"),
        (
            ["sub/mil.txt"],
            f"pullquote: sub/mil.txt: there is {MISSING}; did you mean sub/mill.txt?",
        ),
        (["no/such/mill"], f"pullquote: no/such/mill: there is {MISSING}"),
        (
            ["ftp://a.example"],
            "pullquote: ftp://a.example: there is no such file, folder or command",
        ),
        (["n" * 300], f"pullquote: {'n' * 300}: there is {MISSING}"),
    ],
)
def test_where_nothing_could_be_done_the_status_is_2_and_the_message_helps(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    (folder / "empty.txt").touch()
    (folder / "sub").mkdir()
    (folder / "sub" / "mill.txt").touch()
    assert status(*arguments) == 2
    assert capsys.readouterr() == ("", f"{message}\n")


def test_every_missing_source_has_its_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert folder
    assert status("one.txt", "two.txt") == 2
    assert len(capsys.readouterr().err.splitlines()) == 2


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


# Help


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["digest", "--help"]])
def test_help_goes_to_standard_output(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert status(*arguments) == 0
    out, messages = capsys.readouterr()
    assert out.startswith("usage: pullquote ")
    assert messages == ""


def test_version_is_the_distribution_s(capsys: pytest.CaptureFixture[str]) -> None:
    assert status("--version") == 0
    try:
        version = metadata.version("pullquote")
    except metadata.PackageNotFoundError:
        version = "(run from its source)"
    assert capsys.readouterr().out == f"pullquote {version}\n"


# Pipes, keys and outside text


@pytest.mark.parametrize("arguments", [["digest", "."], ["--help"]])
def test_a_reader_of_the_output_that_leaves_early_leaves_no_complaint(
    folder: Path, arguments: list[str]
) -> None:
    for number in range(20):
        (folder / f"{number}.txt").write_text(MILL)
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        (*COMMAND, *arguments), stdout=writing, stderr=subprocess.PIPE, env=ENVIRON, check=False
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
        env=ENVIRON,
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()  # it has begun, and waits for standard input at the end
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 130
        assert process.stderr.read() == b""


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_closed_standard_stream_is_no_reason_to_fail(folder: Path, closed: str) -> None:
    assert folder
    done = subprocess.run(
        ("/bin/sh", "-c", f'exec "$@" {closed}', "sh", *COMMAND, "digest", "mill.txt", "no.txt"),
        capture_output=True,
        env=ENVIRON,
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
