"""What the document says of queries and of JSON is so."""

import json
import re
from pathlib import Path

import pytest
from command import MILL, Shell

from reader.cli import COMMANDS
from reader.library.queries import parse

DOCUMENT = (Path(__file__).parents[3] / "docs" / "using.md").read_text(encoding="utf-8")


def rows(heading: str) -> list[list[str]]:
    """Return the rows of the table below a heading."""
    section = DOCUMENT.partition(f"### {heading}\n")[2].partition("\n#")[0]
    lines = [line.strip("| ") for line in section.splitlines() if line.startswith("|")]
    return [re.split(r" +\| +", line) for line in lines[2:]]


def test_every_query_of_the_document_can_be_read() -> None:
    queries = [query for asked, _ in rows("Queries") for query in re.findall("`([^`]+)`", asked)]
    assert len(queries) > 10
    assert all(parse(query) for query in queries)


def test_every_command_of_the_document_is_there() -> None:
    named = set(re.findall(r"^`?pullquote (\w+)", DOCUMENT, re.MULTILINE))
    assert {"add", "refresh", "list", "quotes", "claims"} <= named <= set(COMMANDS)


@pytest.mark.parametrize("command", ["list", "quotes", "claims", "export"])
def test_the_fields_of_the_document_are_those_of_a_line(
    folder: Path, shell: Shell, command: str
) -> None:
    (folder / "mill.txt").write_text(MILL, encoding="utf-8")
    shell("add", "mill.txt")
    (told,) = (fields for of, fields in rows("JSON") if f"`{command}`" in of)
    asked = [shell.out("list")[0].split()[0]] if command == "export" else []
    line = json.loads(shell.out(command, *asked, "--format", "json")[0])
    assert re.findall("`([^`]+)`", told)[0] == " ".join(line)
