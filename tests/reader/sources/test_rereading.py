"""Files whose articles are open: what they have by now, and what is left as it was."""

from io import BytesIO
from pathlib import Path

import pytest

from reader.article import Article
from reader.sources.files import read_sources
from reader.sources.rereading import Files

TEXT = "A mill\n\nThe mill at Orne burned down on Sunday."


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text(TEXT)
    return path


def opened(source: Path) -> tuple[Files, Article]:
    """Read the first article of a source."""
    files = Files()
    article = next(iter(read_sources([str(source)], BytesIO(), files.note)))
    assert isinstance(article, Article)
    return files, article


def test_what_a_file_has_by_now_is_read_each_time_it_changes(file: Path) -> None:
    files, article = opened(file.parent)
    assert files.newer(article) is None
    file.write_text(f"{TEXT} Nobody was hurt.")
    newer = files.newer(article)
    assert newer is not None
    assert newer.text.endswith("Nobody was hurt.")
    assert files.newer(newer) is None
    file.write_text(TEXT)
    assert files.newer(newer) == article


def test_what_is_edited_before_the_first_look_is_seen(file: Path) -> None:
    files, article = opened(file)
    file.write_text(TEXT.replace("Sunday", "Monday"))
    newer = files.newer(article)
    assert newer is not None
    assert "Monday" in newer.text


def test_a_file_that_is_gone_or_empty_for_a_while_is_looked_at_again(file: Path) -> None:
    files, article = opened(file)
    file.write_text("")
    assert files.newer(article) is None
    file.unlink()
    assert files.newer(article) is None
    file.write_text(TEXT.replace("Sunday", "Monday"))
    assert files.newer(article) is not None


def test_what_is_of_no_file_or_one_of_several_stays(tmp_path: Path) -> None:
    several = tmp_path / "several.jsonl"
    several.write_text('{"title": "A", "text": "B."}\n{"title": "C", "text": "D."}\n')
    files, article = opened(several)
    several.write_text(several.read_text().replace("B.", "E."))
    assert files.newer(article) is None
    assert Files().newer(article) is None
