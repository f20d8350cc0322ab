"""`pullquote check`: a verdict beside each quote and figure, and a status that can guard."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from command import Shell

from reader.library import Library

SOURCE = """\
---
title: The tower leans
published: 2026-05-05
---
"We will not close the old tower this year," said the mayor, Jón Varga.

Some 1,200 people climb the tower in a week.
"""
GOOD = "“We will not close the old tower this year,” Varga said."
BAD = "“We will never close the old tower this year,” Varga said."


@pytest.fixture(autouse=True)
def stored(folder: Path, shell: Shell) -> None:
    (folder / "tower.txt").write_text(SOURCE)
    (folder / "good.txt").write_text(f"My page\n\n{GOOD}")
    (folder / "bad.md").write_text(f"# My page\n\n{GOOD}\n\n{BAD}\n")
    shell("add", "tower.txt")


def test_a_draft_that_stands_ends_with_0(shell: Shell) -> None:
    status, lines, told = shell("check", "good.txt")
    assert status == 0
    assert lines[1:3] == [
        "    stands word for word",
        '    "We will not close the old tower this year," said the mayor, Jón Varga.',
    ]
    assert "Jón Varga, The tower leans, 2026-05-05" in lines[3]
    assert "1 quote or figure, and all stand" in told[-1]


def test_what_does_not_stand_is_shown_word_by_word_and_ends_with_1(shell: Shell) -> None:
    status, lines, told = shell("check", "bad.md")
    assert status == 1
    assert "    We will [-never-] {+not+} close the old tower this year" in lines
    assert "2 quotes and figures, 1 of them in doubt" in told[-1]


def test_json_has_the_verdict_and_the_place(shell: Shell) -> None:
    _status, lines, _told = shell("check", "bad.md", "--format", "json")
    good, bad = map(json.loads, lines)
    assert (good["verdict"], bad["verdict"]) == ("verbatim", "altered")
    assert good["found"]["text"] == "We will not close the old tower this year"
    assert good["speaker"]["name"] == "Varga"


def test_of_several_drafts_each_finding_says_which_it_is_in(shell: Shell, folder: Path) -> None:
    (folder / "none.txt").write_text("Nothing\n\nNothing is counted here.")
    _status, lines, _told = shell("check", "good.txt", "none.txt", "bad.md")
    assert [line for line in lines if "My page" in line] == ["good.txt: My page", "bad.md: My page"]
    assert lines[0] == "good.txt: My page"
    assert "none.txt" not in " ".join(lines)
    assert not any(line.startswith("good.txt") for line in shell("check", "good.txt")[1])
    _status, lines, _told = shell("check", "./good.txt", "bad.md", "--format", "json")
    assert [json.loads(line)["draft"] for line in lines] == ["./good.txt", "bad.md", "bad.md"]


def test_wrong_use_ends_with_2(shell: Shell, folder: Path) -> None:
    assert shell("check", "nowhere.txt")[0] == 2
    status, _lines, told = shell("check", "good.txt", "--library", str(folder / "none.db"))
    assert status == 2
    assert "there is no library" in told[-1]
    Library.open(folder / "none.db").close()
    status, _lines, told = shell("check", "good.txt", "--library", str(folder / "none.db"))
    assert status == 2
    assert "the library is empty" in told[-1]


def test_the_screen_needs_a_terminal(shell: Shell) -> None:
    status, _lines, told = shell("check", "good.txt", "--screen")
    assert status == 2
    assert "--screen needs a terminal" in told[-1]


def test_a_draft_that_cannot_be_read_never_passes(shell: Shell) -> None:
    status, _lines, told = shell("check", "good.txt", "gone.txt")
    assert status == 1
    assert "gone.txt" in " ".join(told)


def test_a_check_loads_no_engine_of_summaries() -> None:
    code = (
        "import sys; from reader.cli import main; main(['check', 'good.txt']);"
        "print(*(name for name in ('nltk', 'sumy', 'numpy', 'textual') if name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == ""
