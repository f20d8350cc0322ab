"""Sources that are not there, and what else may have been meant."""

from pathlib import Path

import pytest
from command import status

MISSING = "no such file, folder or command"


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
