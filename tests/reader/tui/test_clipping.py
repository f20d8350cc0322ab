"""`c` adds the current mark to the clippings, and copies say what they hold."""

import json
from pathlib import Path

import pytest
from reading import reading

from reader.config import ClippingsSettings
from reader.tui.setup import Setup

SPLIT = '"We will stay," Ilka Brandt said, "until the water is gone."'
ARTICLE = f"Nobody leaves\n\n{SPLIT}\n\nShe called the plan to go “silly”. About 300 people left."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "stay.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path / "stay.txt"


async def test_marks_are_clipped_and_copied_whole(path: Path, tmp_path: Path) -> None:
    named = ClippingsSettings(str(tmp_path / "c.md"), str(tmp_path / "c.jsonl"))
    async with reading([path], setup=Setup(clippings=named)) as at_work:
        await at_work.press("enter", "c")
        assert at_work.message == "No mark is chosen to clip; n steps to the next one."
        await at_work.until(lambda: "3 quotes" in at_work.screen)
        await at_work.press("n", "y")
        await at_work.until(lambda: "(quote)" in at_work.message)
        assert at_work.app.clipboard == SPLIT
        await at_work.press("c")
        await at_work.until(lambda: "Clipped" in at_work.message)
        assert at_work.message == f"Clipped {len(SPLIT)} characters to {tmp_path / 'c.md'}"
        await at_work.press("n", "n", "Y")
        await at_work.until(lambda: "(quote with its source)" in at_work.message)
        words, sentence, source = at_work.app.clipboard.split("\n")
        assert (words, sentence) == ("“silly”", "in: She called the plan to go “silly”.")
        assert source.endswith(", Nobody leaves")
        await at_work.press("n", "c")
        await at_work.until(lambda: "Clipped 16" in at_work.message)
    lines = (tmp_path / "c.jsonl").read_text(encoding="utf-8").splitlines()
    told = [json.loads(line) for line in lines]
    assert [(one["kind"], one["text"]) for one in told] == [
        ("quote", SPLIT),
        ("claim", "About 300 people"),
    ]


async def test_a_file_that_cannot_take_a_clipping_is_named(path: Path, tmp_path: Path) -> None:
    named = ClippingsSettings(str(tmp_path), str(tmp_path / "c.jsonl"))
    async with reading([path], setup=Setup(clippings=named)) as at_work:
        await at_work.press("enter")
        await at_work.until(lambda: "3 quotes" in at_work.screen)
        await at_work.press("n", "c")
        await at_work.until(lambda: "Not clipped" in at_work.message)
        assert at_work.message.startswith(f"Not clipped: {tmp_path}: cannot be written to")
