"""The screen as a whole: sizes, bad sources, colours, keys."""

from pathlib import Path

import pytest
from reading import GIVEN, SEEDS, reading

from reader.article import make_article
from reader.problems import Problem
from reader.remembered import Memory
from reader.tui.app import PullquoteApp
from reader.tui.shelves.given import GivenShelf

NOWHERE = Memory()


@pytest.mark.parametrize("size", [(30, 8), (60, 20), (79, 24), (80, 24)])
async def test_small_terminals_show_what_fits(size: tuple[int, int]) -> None:
    async with reading([GIVEN], size) as at_work:
        for keys in ("enter", "n", "y", "tab", "j", "enter", "v", "J", "question_mark", "q", "q"):
            await at_work.press(keys)
        lines = at_work.screen.split("\n")
        assert len(lines) == size[1]


async def test_a_terminal_too_small_to_read_in_says_so() -> None:
    async with reading([GIVEN], (29, 7)) as at_work:
        assert "Pullquote needs 30" in at_work.screen
        await at_work.pilot.resize_terminal(150, 40)
        await at_work.pilot.pause()
        assert "Pullquote needs" not in at_work.screen
        assert "Articles" in at_work.screen


async def test_the_words_at_the_top_stay_there_when_the_terminal_changes() -> None:
    async with reading([SEEDS / "water-valley.md"]) as at_work:
        await at_work.press("enter", "space", "space")
        text = at_work.text.article.text if at_work.text.article else ""
        before = at_work.text.top
        await at_work.pilot.resize_terminal(70, 30)
        await at_work.pilot.pause()
        line = at_work.text.seen[0].span
        assert line.start <= before < line.end + 1, (line.cut(text), text[before : before + 20])
        await at_work.pilot.resize_terminal(150, 40)
        await at_work.pilot.pause()
        assert at_work.text.seen[0].span.start == before


async def test_one_pane_at_a_time_on_a_narrow_terminal() -> None:
    async with reading([GIVEN], (60, 24)) as at_work:
        assert at_work.list.display
        assert not at_work.text.display
        await at_work.press("enter")
        assert at_work.text.display
        assert not at_work.list.display
        await at_work.press("q")
        assert at_work.list.display


async def test_two_panes_on_a_terminal_of_middle_width() -> None:
    async with reading([GIVEN], (100, 30)) as at_work:
        panes = (at_work.list, at_work.text, at_work.digest)
        assert [pane.display for pane in panes] == [True, True, False]
        await at_work.press("enter", "v")
        assert [pane.display for pane in panes] == [False, True, True]


async def test_a_source_that_cannot_be_read_is_named_and_the_rest_opens(tmp_path: Path) -> None:
    (tmp_path / "broken.txt").write_bytes(b"\x81\x8d broken")
    async with reading([tmp_path / "broken.txt", GIVEN]) as at_work:
        assert "broken.txt" in at_work.message
        assert "UTF-8" in at_work.message
        assert at_work.list.rows() == 1


async def test_nothing_to_read_is_said_in_the_list() -> None:
    app = PullquoteApp(
        GivenShelf(),
        "nowhere",
        NOWHERE,
        reading=[Problem("nowhere", "there is no such file or folder")],
    )
    async with app.run_test(size=(150, 30)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        lines = app.screen._compositor.render_strips()
        text = "\n".join(strip.text for strip in lines)
    assert "Nothing to read here." in text
    assert "nowhere: there is no such file or folder" in text


async def test_the_help_shows_every_key_and_closes_again() -> None:
    async with reading([GIVEN]) as at_work:
        await at_work.press("question_mark")
        assert "copy" in at_work.screen
        assert "previous unread" in at_work.screen
        await at_work.press("q")
        assert at_work.app.screen.query("#list")


async def test_markup_in_outside_text_is_shown_as_it_stands() -> None:
    hostile = make_article(
        title="[bold red]Title[/] \x1b]52;c;aGk=\x07",
        text="A [link=file:///etc/passwd]sentence[/link] \x1b[31mhere. [/nonsense]",
        source="[@click=app.quit]source[/]",
    )
    app = PullquoteApp(GivenShelf(), "[reverse]place[/]", NOWHERE, reading=[hostile])
    async with app.run_test(size=(150, 30)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        text = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
    assert "[bold red]Title[/]" in text
    assert "[link=file:///etc/passwd]sentence[/link] here. [/nonsense]" in text
    assert "[@click=app.quit]sour" in text
    assert "[reverse]place[/]" in text


async def test_without_colour_quotes_are_underlined_and_claims_bold(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading([GIVEN]) as at_work:
        quoted = at_work.styles_of(at_work.text, '"unprecedented"')
        claimed = at_work.styles_of(at_work.text, "250")
        assert all(style.underline and not style.bold for style in quoted)
        assert all(style.bold and not style.underline for style in claimed)
        assert any("▌" in line for line in at_work.lines_of("text"))


async def test_the_footer_shows_the_keys_of_what_has_the_focus() -> None:
    async with reading([GIVEN]) as at_work:
        assert "f filter" in at_work.lines_of("keys")[0]
        await at_work.press("enter")
        assert "n next" in at_work.lines_of("keys")[0]
        assert "f filter" not in at_work.lines_of("keys")[0]
        await at_work.pilot.resize_terminal(40, 20)
        await at_work.pilot.pause()
        assert at_work.lines_of("keys")[0].strip() == "? keys   q back   n next   N before"


async def test_an_article_without_an_address_has_none_to_open() -> None:
    async with reading([GIVEN]) as at_work:
        await at_work.press("o")
        assert at_work.message == "There is no web address to open."


async def test_a_key_of_the_footer_can_be_clicked() -> None:
    async with reading([GIVEN]) as at_work:
        bar = at_work.lines_of("keys")[0]
        await at_work.pilot.click("#keys", offset=(bar.index("Enter read") + 2, 0))
        await at_work.pilot.pause()
        assert at_work.app.focused is at_work.text
        bar = at_work.lines_of("keys")[0]
        await at_work.pilot.click("#keys", offset=(bar.index("n next"), 0))
        await at_work.pilot.pause()
        assert at_work.text.current is not None
        await at_work.pilot.click("#keys", offset=(at_work.app.size.width - 2, 0))
        assert at_work.app.focused is at_work.text
