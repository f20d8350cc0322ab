"""What the documents and the help say of commands, queries and formats is so."""

import json
import re
from pathlib import Path

import pytest
from citing import article_with
from command import MILL, Shell, status

from reader.citations.annotations import VERSION, citation_record
from reader.cli import COMMANDS
from reader.library.queries import parse
from reader.records import SCHEMA

DOCS = Path(__file__).parents[3] / "docs"
DOCUMENT = (DOCS / "using.md").read_text(encoding="utf-8")
FORMATS = (DOCS / "formats.md").read_text(encoding="utf-8")


def rows(heading: str, document: str = DOCUMENT) -> list[list[str]]:
    """Return the rows of the table below a heading."""
    section = document.partition(f"# {heading}\n")[2].partition("\n#")[0]
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
    (told,) = (fields for of, fields in rows("JSON", FORMATS) if f"`{command}`" in of)
    asked = [shell.out("list")[0].split()[0]] if command == "export" else []
    line = json.loads(shell.out(command, *asked, "--format", "json")[0])
    assert re.findall("`([^`]+)`", told)[0] == " ".join(line)


def help_of(command: str, caught: pytest.CaptureFixture[str]) -> str:
    """Return the help of a command, of the reader itself where it has no name."""
    assert status(*filter(None, [command]), "--help") == 0
    return caught.readouterr().out


def test_the_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    told = help_of("", capsys)
    assert set(re.findall(r"^  pullquote (\w+)", told, re.MULTILINE)) == set(COMMANDS)


def test_every_option_of_the_documents_is_in_the_help_and_the_other_way_round(
    capsys: pytest.CaptureFixture[str],
) -> None:
    helps = "".join(help_of(command, capsys) for command in ("", *COMMANDS))
    known = set(re.findall(r"--[a-z-]+", helps)) | {"--help"}
    told = "".join(
        path.read_text(encoding="utf-8") for path in (*DOCS.glob("*.md"), DOCS.parent / "README.md")
    )
    told = re.sub(r"^ *ssh .*$", "", told, flags=re.MULTILINE)  # another program's options
    named = set(re.findall(r"(?<![-\w])--[a-z][a-z-]+", told))
    assert named - known <= {"--version", "--extra"}
    assert known - named <= {"--help", "--version"}


@pytest.mark.parametrize("command", ["digest", "list", "quotes", "claims", "export"])
def test_the_formats_of_the_document_are_those_of_the_help(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    choices = re.search(r"--format \{([a-z,]+)\}", help_of(command, capsys))
    assert choices is not None
    table = FORMATS.partition("| `--format` |")[2].partition("\n\n")[0]
    told = [re.findall(r"`(\w+)`|\b(all)\b", row)[:6] for row in table.splitlines()[2:]]
    of = {names[0][0]: {one or every for one, every in names[1:]} for names in told}
    assert set(choices[1].split(",")) == {
        form for form, commands in of.items() if command in commands or "all" in commands
    } - ({"opml"} if command != "export" else set())


def test_the_fields_of_a_clipping_are_those_of_the_document() -> None:
    record = citation_record(article_with("plain words")[1])
    assert [field for field, _ in rows("Clippings", FORMATS)] == [
        *(f"`{name}`" for name in record),
        "`clipped`",
    ]
    (article,) = (told for field, told in rows("Clippings", FORMATS) if field == "`article`")
    assert re.findall("`([^`]+)`", article)[0] == " ".join(record["article"])


def test_the_version_of_the_document_is_that_of_the_formats() -> None:
    assert f"are version {SCHEMA};" in FORMATS
    assert SCHEMA == VERSION
