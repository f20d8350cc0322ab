"""`pullquote digest`: what is found, as text for people and as JSON for programs."""

import json
import os
import pty
import subprocess
from pathlib import Path

import pytest
from command import COMMAND, environment, run, status

from summarize import METHODS


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
        env=environment(**environ),
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
