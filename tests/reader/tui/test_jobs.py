"""The three jobs of a reader, done by keys on the screen: browse, sum up, quote."""

from pathlib import Path

import pytest
from reading import GIVEN, SEEDS, WIDE, Reading, reading

from reader.remembered import Memory
from reader.tui.screens import digests

FIRST_QUOTE = (
    '"The mission of defeating the Islamic State bandit groups in Syria has been accomplished"'
)


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No tmux, no display, no ssh: a copy goes to the terminal, and the pilot reads it there."""
    for name in ("TMUX", "DISPLAY", "WAYLAND_DISPLAY", "SSH_TTY", "SSH_CONNECTION", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)


async def step_to(at_work: Reading, start: str) -> str:
    """Step through the marks until the one that starts with `start` is the current one."""
    text = at_work.text.article.text if at_work.text.article else ""
    for _ in range(30):
        await at_work.press("n")
        if at_work.text.current and at_work.text.current.span.cut(text).startswith(start):
            return at_work.message
    raise AssertionError(f"no mark starts with {start!r}")


async def test_one_browses_to_an_article_and_reads_it() -> None:
    async with reading([SEEDS]) as at_work:
        await at_work.until(lambda: "7 articles" in at_work.screen)
        titles = [line for line in at_work.lines_of("list") if "●" in line]
        assert len(titles) == 7
        await at_work.press("g", "j", "j", "enter")
        assert "Death toll" in at_work.lines_of("text")[0]
        assert "7 articles, 6 unread" in at_work.screen
        await at_work.press("q")
        assert at_work.app.focused is at_work.list
        await at_work.press("n")
        assert at_work.list.cursor == 3


async def test_a_cursor_that_runs_shows_the_article_where_it_rests(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with reading([SEEDS]) as at_work:
        await at_work.until(lambda: "7 articles" in at_work.screen)
        monkeypatch.setattr(digests, "RUN_SECONDS", 1e9)
        monkeypatch.setattr(digests, "REST_SECONDS", 1)
        before = at_work.text.article
        await at_work.press("j")
        assert at_work.list.cursor == 1
        assert at_work.text.article == before
        await at_work.until(lambda: at_work.text.article != before)


async def test_the_next_article_is_there_at_once_where_one_reads(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with reading([SEEDS]) as at_work:
        await at_work.until(lambda: "7 articles" in at_work.screen)
        monkeypatch.setattr(digests, "RUN_SECONDS", 1e9)
        monkeypatch.setattr(digests, "REST_SECONDS", 1e9)
        await at_work.press("enter")
        before = at_work.text.article
        await at_work.press("J")
        assert at_work.text.article != before


@pytest.mark.parametrize("key", ["enter", "tab", "y"])
async def test_what_is_done_before_the_cursor_rests_is_done_to_its_article(
    key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading([SEEDS]) as at_work:
        await at_work.until(lambda: "7 articles" in at_work.screen)
        monkeypatch.setattr(digests, "RUN_SECONDS", 1e9)
        monkeypatch.setattr(digests, "REST_SECONDS", 1000)
        before = at_work.text.article
        await at_work.press("j")
        assert at_work.text.article == before
        await at_work.press(key)
        assert at_work.text.article
        assert at_work.text.article != before


async def test_one_reads_the_summary_and_jumps_from_a_pick_to_the_text() -> None:
    async with reading([GIVEN]) as at_work:
        await at_work.press("tab", "tab", "g", "j", "enter")
        pick = at_work.text.current
        text = at_work.text.article.text if at_work.text.article else ""
        assert pick is not None
        words = pick.span.cut(text).split("\n")[0][:20]
        assert at_work.app.focused is at_work.text
        styles = at_work.styles_of(at_work.text, words)
        assert all(style.reverse for style in styles)
        assert any("▌" in line or "→" in line for line in at_work.lines_of("text"))


async def test_one_steps_to_a_quote_and_copies_it() -> None:
    async with reading([GIVEN]) as at_work:
        await at_work.press("enter")
        message = await step_to(at_work, '"The mission')
        assert "Rudskoi" in message
        await at_work.press("y")
        await at_work.until(lambda: "characters" in at_work.message)
        assert at_work.app.clipboard == FIRST_QUOTE
        assert at_work.message.startswith(f"Sent {len(FIRST_QUOTE)} characters to the terminal")


async def test_a_copy_with_its_source_carries_speaker_and_title() -> None:
    async with reading([GIVEN]) as at_work:
        await at_work.press("enter")
        await step_to(at_work, '"The mission')
        await at_work.press("Y")
        await at_work.until(lambda: "characters" in at_work.message)
        words, about = at_work.app.clipboard.split("\n")
        assert words == FIRST_QUOTE
        assert about.startswith("— ")
        assert "Sergei Rudskoi, Mission in Syria 'accomplished'" in about


async def test_a_quote_is_tinted_and_a_claim_is_bold_with_its_modifier() -> None:
    async with reading([GIVEN], (150, 60)) as at_work:
        quoted = at_work.styles_of(at_work.text, '"unprecedented"')
        assert {style.color.name for style in quoted if style.color} == {"cyan"}
        for words in ("to 250", "21", "around eight percent", "roughly 2,000"):
            assert all(style.bold for style in at_work.styles_of(at_work.text, words)), words
        plain = at_work.styles_of(at_work.text, "strikes daily")
        assert not any(style.bold or style.underline for style in plain[-5:])


async def test_a_row_of_the_digest_is_copied_from_the_digest() -> None:
    async with reading([GIVEN]) as at_work:
        await at_work.press("tab", "tab", "G", "y")
        await at_work.until(lambda: "characters" in at_work.message)
        assert at_work.app.clipboard == "roughly 2,000 U.S. troops"


async def test_copying_without_a_mark_says_what_to_do() -> None:
    async with reading([GIVEN]) as at_work:
        await at_work.press("enter", "y")
        assert at_work.message == "No mark is chosen to copy; n steps to the next one."


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        ("y", "No mark is chosen to copy"),
        ("Y", "No mark is chosen to copy"),
        ("c", "No mark is chosen to clip"),
        ("T", "No quote or figure is chosen to trace"),
        ("w", "No quote is chosen to name its speaker"),
    ],
)
async def test_what_wants_a_mark_says_in_the_list_that_one_must_read_first(
    key: str, wanted: str
) -> None:
    async with reading([GIVEN]) as at_work:
        await at_work.press(key)
        assert at_work.message == (
            f"{wanted}; Enter reads the article, and there n steps to the next one."
        )
        await at_work.press("enter", key)
        assert at_work.message == f"{wanted}; n steps to the next one."
        await at_work.press("n")
        assert at_work.text.current is not None


async def test_the_text_can_be_read_while_its_digest_is_made(tmp_path: Path) -> None:
    path = tmp_path / "slow.txt"
    path.write_text("A headline\n\n" + "Nothing was said about it. " * 200, encoding="utf-8")
    async with reading([GIVEN, path], WIDE) as at_work:
        await at_work.press("j", "enter", "space")
        assert at_work.text.top > 0


async def test_methods_and_lengths_are_switched_in_place_and_remembered(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "state" / "remembered.json")
    async with reading([GIVEN], memory=memory) as at_work:
        await at_work.press("S")
        await at_work.until(lambda: "lead, 3 of" in at_work.screen)
        await at_work.press("plus")
        await at_work.until(lambda: "lead, 4 of" in at_work.screen)
        await at_work.press("minus", "minus")
        await at_work.until(lambda: "lead, 2 of" in at_work.screen)
        await at_work.press("L")
        assert at_work.message == "Summary by lead, 100 words"
    async with reading([GIVEN], memory=memory) as at_work:
        assert "lead, " in at_work.lines_of("digest")[0]
        await at_work.press("L")
        assert at_work.message == "Summary by lead, 20% of the words"
