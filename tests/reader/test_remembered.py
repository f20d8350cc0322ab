from pathlib import Path

import pytest

from reader.remembered import Memory, SummaryChoice
from summarize import METHODS, Length


def test_a_choice_is_the_same_in_the_next_session(tmp_path: Path) -> None:
    choice = SummaryChoice("lsa", Length(0.25, "share"))
    assert Memory(tmp_path / "state" / "kept.json").keep(choice)
    assert Memory(tmp_path / "state" / "kept.json").recall() == choice


def test_what_is_kept_is_private(tmp_path: Path) -> None:
    path = tmp_path / "state" / "kept.json"
    Memory(path).keep(SummaryChoice())
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "[]",
        "{}",
        "\x80",
        '{"summary": {"method": "none", "amount": 3, "unit": "sentences"}}',
        '{"summary": {"method": "lead", "amount": -3, "unit": "sentences"}}',
        '{"summary": {"method": "lead", "amount": "NaN", "unit": "sentences"}}',
        '{"summary": {"method": "lead", "amount": 3, "unit": "miles"}}',
        '{"summary": 4}',
    ],
)
def test_a_damaged_file_gives_the_usual_choice(tmp_path: Path, kept: str) -> None:
    path = tmp_path / "kept.json"
    path.write_text(kept, encoding="latin-1")
    assert Memory(path).recall() == SummaryChoice()


def test_a_folder_that_cannot_be_written_is_no_harm(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert not Memory(tmp_path / "file" / "kept.json").keep(SummaryChoice())


def test_methods_and_units_go_round() -> None:
    choice = SummaryChoice()
    for _ in METHODS:
        choice = choice.next_method()
    for _ in range(3):
        choice = choice.next_unit()
    assert choice == SummaryChoice()


def test_a_length_keeps_between_its_ends() -> None:
    assert SummaryChoice().longer(-9).length == Length(1)
    assert SummaryChoice(length=Length(0.9, "share")).longer(9).length == Length(1, "share")
    assert str(SummaryChoice().longer(-2)) == "news, 1 sentence"
