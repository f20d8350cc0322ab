"""What the screen shows, character for character, at the three layouts.

When a change to the screen is meant, delete the files in `snapshots/`, run this once and read what
it has written before you commit it.
"""

from pathlib import Path

import pytest
from reading import reading

SNAPSHOTS = Path(__file__).parent / "snapshots"
ARTICLE = """\
---
title: Bridge at Ulm Hythe closed
source: The Ulm Post
published: 2019-02-03T08:00:00Z
---
The bridge at Ulm Hythe is closed. The mayor, Tamsin Orde, blamed the frost.

"We lost at least 40 metres of road," said Orde. It will cost about £3m to mend it.

Nobody was hurt. Two buses turned back, and 31 passengers walked home through the snow.
"""


@pytest.mark.parametrize(
    ("size", "keys"),
    [
        ((150, 20), ("enter", "n")),
        ((100, 20), ("enter", "v", "n")),
        ((60, 20), ("enter", "n", "n")),
    ],
)
async def test_the_screen_looks_as_it_did(
    size: tuple[int, int], keys: tuple[str, ...], tmp_path: Path
) -> None:
    (tmp_path / "bridge.txt").write_text(ARTICLE, encoding="utf-8")
    async with reading([tmp_path / "bridge.txt"], size) as at_work:
        for key in keys:
            await at_work.press(key)
        shown = "\n".join(line.rstrip() for line in at_work.screen.split("\n")) + "\n"
    kept = SNAPSHOTS / f"{size[0]}x{size[1]}.txt"
    if not kept.exists():
        kept.write_text(shown, encoding="utf-8")
        pytest.fail(f"{kept.name} is new: read it, then run this again")
    assert shown == kept.read_text(encoding="utf-8")
