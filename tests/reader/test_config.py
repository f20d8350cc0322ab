"""The settings: one file, each mistake in it named with its line, and described as they are."""

import tomllib
from collections.abc import Iterator
from contextlib import suppress
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.config import Config, Setting, read_config, settings
from reader.problems import Problem

DOCUMENT = Path(__file__).parents[2] / "docs" / "configuration.md"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def problem(path: Path, text: str) -> str:
    """Return what is said of a file with this text, without its folder."""
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Problem) as raised:
        read_config(path)
    return str(raised.value).removeprefix(f"{path.parent}/")


def test_what_a_file_says_holds_and_the_rest_is_as_usual(path: Path) -> None:
    path.write_text("[refresh]\nseconds = 5\n[library]\nkeep_days = 30\n", encoding="utf-8")
    config = read_config(path)
    assert (config.refresh.seconds, config.refresh.feeds_at_once) == (5, 40)
    assert (config.library.keep_days, config.library.path) == (30, "")
    assert config.reading == Config().reading


def test_names_of_keys_and_styles_may_be_quoted_or_dotted(path: Path) -> None:
    path.write_text('[keys]\n"text.next" = "n"\nmove.up = "i"\n[styles]\nquote = "bold"\n')
    config = read_config(path)
    assert config.keys == {"text.next": "n", "move.up": "i"}
    assert config.styles == {"quote": "bold"}


def test_a_file_that_is_not_there_or_says_nothing_is_no_error(path: Path) -> None:
    assert read_config(path) == Config()
    for text in ("", "# nothing\n", "[refresh]\n", "\ufeff[refresh]\r\n"):
        path.write_text(text, encoding="utf-8")
        assert read_config(path) == Config()


def test_the_environment_names_the_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_text("[reading]\nmouse = false\n", encoding="utf-8")
    monkeypatch.setenv("PULLQUOTE_CONFIG", str(path))
    assert not read_config().reading.mouse


def test_settings_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Config().refresh.seconds = 1  # type: ignore[misc]


THERE = "; there are seconds, connections_a_host, feeds_at_once"
TABLES = "; there are refresh, library, reading, clippings, keys, styles"


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        (
            "[refresh]\n\nsecond = 3\n",
            3,
            f"there is no key “second” in [refresh] (did you mean seconds?){THERE}",
        ),
        (
            "[refresh]\nmouse = true\n",
            2,
            f"there is no key “mouse” in [refresh] (it belongs below [reading]){THERE}",
        ),
        ("[refresh]\nodd = 1\n", 2, f"there is no key “odd” in [refresh]{THERE}"),
        (
            "# mine\n[refrehs]\nseconds = 3\n",
            2,
            f"there is no table “refrehs” (did you mean refresh?){TABLES}",
        ),
        (
            "seconds = 3\n",
            1,
            f"there is no table “seconds” (it belongs below [refresh]){TABLES}",
        ),
        (
            "refresh = 3",
            1,
            "“refresh” is a table: write [refresh] on a line of its own, its keys below",
        ),
        ("[refresh]\nseconds = 0.5", 2, "“seconds” must be a number from 1 up, not 0.5"),
        ("refresh.seconds = nan", 1, "“seconds” must be a number from 1 up, not nan"),
        (
            "[library]\nkeep_days = 1.5\n",
            2,
            "“keep_days” must be a whole number from 0 up, not 1.5",
        ),
        (
            "[library]\nkeep_days = true\n",
            2,
            "“keep_days” must be a whole number from 0 up, not true",
        ),
        ('[reading]\nmouse = "yes"\n', 2, "“mouse” must be true or false, not 'yes'"),
        ("[library]\npath = 3\n", 2, "“path” must be text in quotes, not 3"),
        (
            '[reading]\nsigns = "emoji"',
            2,
            """“signs” must be "auto" or "unicode" or "ascii", not 'emoji'""",
        ),
        ("keys = 3", 1, "“keys” is a table: write [keys]"),
        ("[styles]\n\nquote = true", 3, "“quote” must be text in quotes, not true"),
        ("[keys.text]\nnext = 1", 2, "“text.next” must be text in quotes, not 1"),
    ],
)
def test_a_mistake_is_named_with_file_line_and_what_there_is(
    path: Path, text: str, line: int, said: str
) -> None:
    assert problem(path, text) == f"config.toml, line {line}: {said}"


def test_the_line_is_right_however_the_key_is_written(path: Path) -> None:
    lines = '[library]\npath = """\n[refresh]\nsecond = 1\n"""\n\n[refresh]\n"second" = 3\n'
    assert problem(path, lines).startswith("config.toml, line 8: there is no key “second”")
    assert problem(path, "[reading]\n\nrefresh = {\n").startswith("config.toml: is no TOML: ")
    assert problem(path, "\nrefresh = { second = 1 }\n").startswith("config.toml, line 2: ")
    assert problem(path, "\n\nrefresh.second = 1").startswith("config.toml, line 3: ")


def test_a_file_that_cannot_be_read_is_a_sentence(path: Path) -> None:
    assert "(at line 1, column 9)" in problem(path, "[refresh\n")
    path.write_bytes(b"[refresh]\n# \xff\n")
    with pytest.raises(Problem, match="is not UTF-8"):
        read_config(path)
    path.write_bytes(b" " * 1_000_000)
    with pytest.raises(Problem, match="is larger than 256 kB"):
        read_config(path)
    with pytest.raises(Problem, match="cannot be read"):
        read_config(path.parent)


@given(st.text(max_size=200) | st.sampled_from(("[refresh]\nseconds = ", "a = {")))
def test_any_text_gives_settings_or_a_problem(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_bytes(text.encode(errors="surrogatepass"))
    with suppress(Problem):
        assert isinstance(read_config(path), Config)


# The document


def described() -> str:
    """Return a file with every setting, its meaning and its usual value."""
    return "\n\n".join(
        "\n".join((f"[{table}]", *map(_described, of_table)))
        for table, of_table in groupby(settings(), lambda one: one.table)
    )


def _described(one: Setting) -> str:
    usual = f'"{one.usual}"' if isinstance(one.usual, str) else str(one.usual).lower()
    return f"# {one.meaning} ({one.expected})\n{one.key} = {usual}"


def blocks(text: str) -> Iterator[str]:
    """Yield the TOML in a document."""
    for part in text.split("```toml\n")[1:]:
        yield part.partition("\n```")[0]


def test_the_document_describes_the_settings_as_they_are() -> None:
    there, *_ = blocks(DOCUMENT.read_text(encoding="utf-8"))
    assert there == described(), f"write this into {DOCUMENT}:\n\n{described()}\n"


def test_what_the_document_describes_is_what_holds_without_a_file(path: Path) -> None:
    path.write_text(described(), encoding="utf-8")
    assert read_config(path) == Config()
    assert tomllib.loads(described())


def test_every_example_of_the_document_can_be_read(path: Path) -> None:
    for block in blocks(DOCUMENT.read_text(encoding="utf-8")):
        path.write_text(block, encoding="utf-8")
        assert read_config(path)
