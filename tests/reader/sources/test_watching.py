"""A folder tells which of its files are new, changed or gone."""

import os
from pathlib import Path

import pytest

from reader.sources.watching import changes_in


def names(paths: tuple[Path | str, ...]) -> list[str]:
    return [Path(path).name for path in paths]


def test_new_changed_and_gone_files_are_told(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    one, two = tmp_path / "one.txt", tmp_path / "in" / "two.md"
    one.write_text("One.")
    two.write_text("Two.")
    (tmp_path / "three.pdf").write_text("No.")
    first = changes_in(tmp_path, {})
    assert (names(first.changed), first.gone) == (["one.txt", "two.md"], ())
    assert changes_in(tmp_path, first.seen)[:3] == ((), (), first.seen)

    one.write_text("One and more.")
    two.unlink()
    second = changes_in(tmp_path, first.seen)
    assert (names(second.changed), names(second.gone)) == (["one.txt"], ["two.md"])

    os.utime(one, ns=(1, 1))
    assert names(changes_in(tmp_path, second.seen).changed) == ["one.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_what_is_in_a_folder_that_cannot_be_read_is_not_gone(tmp_path: Path) -> None:
    inside = tmp_path / "in"
    inside.mkdir()
    (inside / "one.txt").write_text("One.")
    seen = changes_in(tmp_path, {}).seen
    inside.chmod(0)
    changes = changes_in(tmp_path, seen)
    inside.chmod(0o700)
    assert (changes.gone, changes.seen) == ((), seen)
    assert [problem.where for problem in changes.problems] == [str(inside)]


def test_a_folder_that_is_gone_is_a_problem_and_its_files_are_not(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "one.txt").write_text("One.")
    seen = changes_in(folder, {}).seen
    (folder / "one.txt").unlink()
    folder.rmdir()
    changes = changes_in(folder, seen)
    assert (changes.changed, changes.gone, len(changes.problems)) == ((), (), 1)
