"""Selecting words of the text by mouse and by keys: what is copied is the text, not the screen."""

import pytest
from reading import Reading, reading_articles
from rich.cells import cell_len
from textual.events import MouseDown, MouseMove, MouseUp

from reader.article import Marked, make_article

FERRY = make_article(
    title="The ferry",
    text="The ferry left Port Mara at nine on a grey morning with more people than seats, and the "
    "harbour master counted them twice because nobody believed the first figure he wrote.\n\n"
    "漢字の船 sank slowly. Nobody was hurt, said Ida Holm.\n\n"
    + "\n\n".join(f"The inquiry heard witness {number}." for number in range(60)),
)


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No tmux, no display, no ssh: a copy goes to the terminal, and the pilot reads it there."""
    for name in ("TMUX", "DISPLAY", "WAYLAND_DISPLAY", "SSH_TTY", "SSH_CONNECTION"):
        monkeypatch.delenv(name, raising=False)


def cell_of(at_work: Reading, words: str) -> tuple[int, int]:
    """Return where words begin on the screen, counted from the text pane's corner."""
    for y, line in enumerate(at_work.lines_of("text")):
        if words in line:
            return cell_len(line[: line.index(words)]), y
    raise AssertionError(words)


async def drag(at_work: Reading, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Press the button on one cell of the text pane, move to another and let it go."""
    pilot, pane = at_work.pilot, at_work.text
    button = {"button": 1, "widget": pane}
    await pilot._post_mouse_events([MouseDown], offset=start, **button)  # type: ignore[arg-type]
    await pilot._post_mouse_events([MouseMove], offset=end, **button)  # type: ignore[arg-type]
    await pilot._post_mouse_events([MouseUp], offset=end, **button)  # type: ignore[arg-type]
    await pilot.pause()


async def copied(at_work: Reading) -> str:
    at_work.app._clipboard = ""
    await at_work.press("y")
    await at_work.until(lambda: "characters" in at_work.message and bool(at_work.app.clipboard))
    return at_work.app.clipboard


async def test_a_drag_over_lines_selects_the_text_without_its_line_breaks() -> None:
    async with reading_articles(FERRY) as at_work:
        await at_work.press("enter")
        x, y = cell_of(at_work, "master")
        await drag(at_work, cell_of(at_work, "grey morning"), (x + 5, y))
        words = FERRY.text[FERRY.text.index("grey") : FERRY.text.index("master") + 6]
        assert await copied(at_work) == words
        assert "\n" not in words
        assert at_work.app.screen.get_selected_text() == words
        assert all(cell.reverse for cell in at_work.styles_of(at_work.text, "grey morning"))
        await at_work.pilot.resize_terminal(90, 30)
        await at_work.pilot.pause()
        assert at_work.app.screen.get_selected_text() == words
        await at_work.press("escape")
        assert at_work.app.screen.get_selected_text() is None
        assert at_work.app.focused is at_work.text


async def test_a_drag_backwards_and_out_of_the_pane_stays_in_the_text() -> None:
    async with reading_articles(FERRY) as at_work:
        await at_work.press("enter")
        await drag(at_work, cell_of(at_work, "counted"), (-20, 0))
        assert await copied(at_work) == FERRY.text[: FERRY.text.index("counted") + 1]
        x, y = cell_of(at_work, "Nobody was")
        await drag(at_work, (x, y), (x + 9, y))
        assert await copied(at_work) == "Nobody was"


async def test_keys_select_by_lines_and_words() -> None:
    async with reading_articles(FERRY) as at_work:
        await at_work.press("enter", "V")
        assert at_work.message.startswith("Selecting")
        lines = [line.span for line in at_work.text.seen]
        assert await copied(at_work) == lines[0].cut(FERRY.text)
        await at_work.press("j")
        assert await copied(at_work) == FERRY.text[: lines[1].end]
        await at_work.press("k", "w", "w")
        words = await copied(at_work)
        assert words.split() == [*lines[0].cut(FERRY.text).split(), *words.split()[-2:]]
        await at_work.press("b", "b", "b")
        assert await copied(at_work) == lines[0].cut(FERRY.text).rpartition(" ")[0]
        await at_work.press("escape", "j", "j")
        assert at_work.text.top > 0
        await at_work.press(*"VjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjY")
        assert at_work.text.selected is not None
        assert at_work.text.seen[-1].span.end >= at_work.text.selected.end


async def test_a_selection_starts_at_the_current_mark_and_ends_with_the_next_one() -> None:
    async with reading_articles(FERRY) as at_work:
        await at_work.press("enter", "n", "V", "w")
        selected = at_work.text.selected
        current = at_work.text.current
        assert selected is not None
        assert current is not None
        assert selected.start == current.span.start
        assert selected.end > current.span.end
        await at_work.press("n")
        assert at_work.text.selected is None


FAMILY, FLAG, HEART = "👨\u200d👩\u200d👧", "🇨🇿", "❤\ufe0f"
ITEM = "• rope and a lamp for the tunnel, which was never lit since it was dug"
SIGNS = make_article(
    title="Signs",
    text=f"漢字の船が{FAMILY}沈んだ。 The {FLAG} crew {HEART} left cafe\u0301 society "
    "שלום עולם and nobody was asked whether the boats had been paid for in full by then.\n\n"
    f"{ITEM}\n\nWe never saw the sea again, or so my mother told me when I was a child of five.",
    markup=[
        Marked("item", ITEM),
        Marked(
            "quotation",
            "We never saw the sea again, or so my mother told me when I was a child of five.",
        ),
    ],
)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("沈んだ", "crew"),
        ("漢字", "society"),
        ("The", "paid"),
        ("rope", "dug"),
        ("tunnel", "mother"),
        ("We never", "five"),
        ("society", "nobody"),
    ],
)
async def test_any_signs_are_copied_as_they_stand_over_lines_items_and_quotations(
    first: str, last: str
) -> None:
    text = SIGNS.text
    async with reading_articles(SIGNS, size=(60, 30)) as at_work:
        await at_work.press("enter")
        x, y = cell_of(at_work, last)
        await drag(at_work, cell_of(at_work, first), (x + cell_len(last) - 1, y))
        assert await copied(at_work) == text[text.index(first) : text.index(last) + len(last)]
        await at_work.press("escape", "V", "j", "j")
        selected = at_work.text.selected
        assert selected is not None
        assert await copied(at_work) == selected.cut(text)
