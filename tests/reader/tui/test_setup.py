"""What the configuration and the terminal make of the screen: signs, styles, themes."""

import io
from collections.abc import Mapping
from pathlib import Path

import pytest
from reading import GIVEN, reading
from rich.style import Style

from reader.config import Config, read_config
from reader.problems import Problem
from reader.remembered import Memory
from reader.tui.marks import ASCII, UNICODE, style_names, style_table
from reader.tui.setup import Setup, set_up, shows_ascii_only
from reader.tui.themes import theme_names

UTF8 = {"TERM": "xterm-256color", "LANG": "de_DE.UTF-8"}


def stream(encoding: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding=encoding)


def configured(folder: Path, text: str) -> Config:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return read_config(path)


@pytest.mark.parametrize(
    ("environ", "encoding", "ascii_only"),
    [
        (UTF8, "utf-8", False),
        ({"TERM": "xterm"}, "utf-8", False),
        ({"TERM": "xterm", "LANG": "en_US.utf8@euro"}, "utf-8", False),
        ({"TERM": "linux", "LANG": "en_US.UTF-8"}, "utf-8", True),
        ({"TERM": "dumb"}, "utf-8", True),
        ({**UTF8, "LC_ALL": "C"}, "utf-8", True),
        ({"TERM": "xterm", "LANG": "de_DE.ISO-8859-1"}, "utf-8", True),
        (UTF8, "latin-1", True),
    ],
)
def test_signs_are_ascii_where_the_terminal_may_lack_ours(
    environ: Mapping[str, str],
    encoding: str,
    ascii_only: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    assert shows_ascii_only(environ, stream(encoding)) is ascii_only
    signs = set_up(Config(), environ, stream(encoding)).signs
    assert signs is (ASCII if ascii_only else UNICODE)


def test_the_configuration_decides_on_the_signs_where_it_says_so(tmp_path: Path) -> None:
    plain = configured(tmp_path, '[reading]\nsigns = "ascii"')
    assert set_up(plain, UTF8, stream("utf-8")).signs is ASCII
    ours = configured(tmp_path, '[reading]\nsigns = "unicode"')
    assert set_up(ours, {"TERM": "linux"}, stream("ascii")).signs is UNICODE


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('[styles]\nqote = "bold"', 2, "there is no mark “qote”; there are quote, claim"),
        ('[styles]\n\nquote = "bold on on"', 3, "“quote”: “bold on on” is no style"),
        ('[reading]\ntheme = "pink"', 2, "there is no theme “pink”; there are ansi-dark"),
        ('[keys]\nhelp = "n"', 2, "“n” would do two things in the list"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, text: str, line: int, said: str) -> None:
    with pytest.raises(Problem) as raised:
        set_up(configured(tmp_path, text), UTF8, stream("utf-8"))
    assert str(raised.value).startswith(f"{tmp_path}/config.toml, line {line}: {said}")


def test_no_mark_is_italic_and_no_hue_is_left_without_colour() -> None:
    tables = [style_table(colour=True, theme=theme) for theme in theme_names()]
    plain = style_table(colour=False, changed={"text": Style.parse("red on blue")})
    assert not any(style.italic for table in (*tables, plain) for style in table.values())
    assert not any(style.color or style.bgcolor for style in plain.values())
    assert all(tuple(table) == style_names() for table in (*tables, plain))


async def test_marks_look_as_the_configuration_says(tmp_path: Path) -> None:
    config = configured(tmp_path, '[styles]\nquote = "underline not bold"\n')
    async with reading([GIVEN], setup=set_up(config, UTF8, stream("utf-8"))) as at_work:
        assert all(style.underline for style in at_work.styles_of(at_work.text, '"unprecedented"'))
        assert all(style.bold for style in at_work.styles_of(at_work.text, "250"))


async def test_ascii_signs_leave_no_other_sign_on_the_screen() -> None:
    async with reading([GIVEN], setup=Setup(signs=ASCII)) as at_work:
        await at_work.press("enter", "n")
        text = at_work.text.article.text if at_work.text.article else ""
        for key in ("question_mark", "M", "w", "ctrl+p"):
            await at_work.press(key)
            assert len(at_work.app.screen_stack) == 2
            await at_work.pilot.pause(0.5)
            assert {sign for sign in at_work.screen if not sign.isascii()} <= set(text)
            await at_work.press("escape")


async def test_a_theme_is_kept_from_session_to_session(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "state" / "remembered.json")
    async with reading([GIVEN], memory=memory) as at_work:
        at_work.app.choose_theme("colour-blind-light")
        await at_work.pilot.pause()
        assert at_work.message == "Theme: colour-blind-light"
        hues = {style.color for style in at_work.styles_of(at_work.text, '"unprecedented"')}
        assert [colour.name for colour in hues if colour] == ["#0072b2"]
    async with reading([GIVEN], memory=memory) as at_work:
        assert at_work.app.theme == "colour-blind-light"
        assert at_work.app.screen.styles.background.hex == "#FAFAFA"
    async with reading([GIVEN], memory=memory, setup=Setup(theme="nord")) as at_work:
        assert at_work.app.theme == "nord"


async def test_a_theme_that_is_no_more_is_passed_over(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "remembered.json")
    memory.keep_theme("gone")
    async with reading([GIVEN], memory=memory) as at_work:
        assert at_work.app.theme == "textual-dark"
