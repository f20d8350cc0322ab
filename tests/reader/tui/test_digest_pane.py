"""The digest's pane: what it says while it waits, where its rows lead, and every pane's theme."""

from reading import GIVEN, Reading, reading, reading_articles
from rich.style import Style

from reader.article import make_article
from reader.citations import Excerpt
from reader.tui.marks import style_table

MOLE = make_article(
    title="The mole",
    text="The mole was paid for with 40 boats. "
    + "Nobody came to see it that year. " * 9
    + '"We paid at least 300 crowns," said Ida Holm.',
)


async def test_a_digest_that_is_not_there_yet_is_said_in_its_own_pane_and_by_its_keys() -> None:
    async with reading_articles(MOLE) as at_work:
        at_work.app._digester.close()  # or the same digest comes once more
        await at_work.pilot.pause(0.2)
        at_work.digest.wait(at_work.text.article, "Reading for the summary (news)…")
        await at_work.press("enter", "tab")
        assert at_work.lines_of("digest")[1].strip("│ ") == "Reading for the summary (news)…"
        for key in ("j", "G", "space", "enter"):
            at_work.app.screen.query_one("#message").say("")  # type: ignore[attr-defined]
            await at_work.press(key)
            assert at_work.message == "Reading for the summary (news)…", key


async def test_a_gap_of_the_summary_leads_to_what_is_left_out() -> None:
    async with reading_articles(MOLE) as at_work:
        await at_work.press("enter", "tab")
        values = [at_work.digest.value]
        while not isinstance(values[-1], Excerpt):
            await at_work.press("j")
            values.append(at_work.digest.value)
        await at_work.press("enter")
        assert at_work.app.focused is at_work.text
        assert at_work.text.current == values[-1]


async def test_the_row_under_the_cursor_stays_in_sight_when_the_terminal_changes() -> None:
    async with reading([GIVEN]) as at_work:
        await at_work.press("enter", "tab", "G")
        for size in ((150, 12), (60, 9), (150, 40), (141, 10)):
            await at_work.pilot.resize_terminal(*size)
            await at_work.pilot.pause()
            line = at_work.digest.lines_of(at_work.digest.cursor).start
            assert 0 <= line - at_work.digest.top < at_work.digest.page


def painted(at_work: Reading) -> dict[str, list[Style]]:
    """Return the styles of what is painted on the screen, by pane."""
    panes = (at_work.list, at_work.text, at_work.digest)
    return {
        str(pane.id): [part.style or Style() for strip in pane._strips for part in strip]
        for pane in panes
    }


async def test_another_theme_repaints_every_pane_at_once() -> None:
    async with reading([GIVEN]) as at_work:
        await at_work.press("enter", "n")
        for theme in ("colour-blind-dark", "colour-blind-light", "nord", "textual-dark"):
            at_work.app.take_theme(theme)
            await at_work.pilot.pause(0.1)
            table = style_table(colour=True, theme=theme)
            background = at_work.app.screen.styles.background.rich_color
            for pane, styles in painted(at_work).items():
                grounds = {s.bgcolor for s in styles if s.bgcolor and not s.reverse}
                assert {ground.triplet for ground in grounds} == {background.triplet}, pane
            if not theme.startswith("colour-blind"):
                continue  # the terminal's hues, which Textual turns into those of the theme
            hues = {style.color for style in painted(at_work)["text"]}
            assert _hue(table["quote"]) in {c.triplet or c.name for c in hues if c}
            digest = {
                s.color.triplet or s.color.name for s in painted(at_work)["digest"] if s.color
            }
            assert _hue(table["quote"]) in digest
            assert _hue(table["summary"]) in digest


def _hue(style: Style) -> object:
    return style.color and (style.color.triplet or style.color.name)
