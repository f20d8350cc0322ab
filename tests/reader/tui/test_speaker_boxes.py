"""What one person says, and who says a quote, on the screen."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest
from reading import Reading, reading, reading_library

from reader.article import make_article
from reader.citations import cite
from reader.citations.plain import with_source
from reader.library import Library
from summarize import Quote

ARTICLE = """\
Cranes stand still

"The cranes are older than I am," said Ida Holm, who runs the port.

Holm added that repairs were "a question of years".

"We load by hand until then," said Piet Oster, a docker.
"""


def article(folder: Path) -> Path:
    path = folder / "cranes.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


async def stand_on(at_work: Reading, words: str) -> None:
    """Move the digest's cursor to the row of a speaker or a quote."""
    await at_work.press("tab", "tab", "g")
    for _ in range(at_work.digest.rows()):
        if any(words in line for line in at_work.lines_of("digest")):
            cells = at_work.styles_of(at_work.digest, words)
            if all(cell.reverse for cell in cells):
                return
        await at_work.press("j")
    raise AssertionError(f"no row holds {words!r}:\n{at_work.screen}")


async def current_quote(at_work: Reading, start: str) -> Quote:
    """Step to the quote that starts so."""
    text = at_work.text.article.text if at_work.text.article else ""
    for _ in range(20):
        await at_work.press("n")
        current = at_work.text.current
        if isinstance(current, Quote) and current.span.cut(text).startswith(start):
            return current
    raise AssertionError(start)


async def test_choosing_a_speaker_lists_all_that_they_say_and_leads_to_its_place(
    tmp_path: Path,
) -> None:
    async with reading([article(tmp_path)]) as at_work:
        await stand_on(at_work, "Ida Holm   ")
        await at_work.press("enter")
        listed = at_work.screen
        assert '"The cranes are older than I am,"' in listed
        assert '"a question of years"' in listed
        assert "1/2" in listed
        await at_work.press("j", "enter")
        assert at_work.app.focused is at_work.text
        assert at_work.text.current is not None
        assert at_work.text.current.span.cut(ARTICLE.partition("\n\n")[2]) == (
            '"a question of years"'
        )


async def test_a_speaker_is_heard_across_the_library_and_each_quote_leads_to_its_article(
    tmp_path: Path,
) -> None:
    path = tmp_path / "library.sqlite"
    with Library.open(path) as library:
        for number, what in enumerate(("ferry", "mole", "crane")):
            text = f'"The {what} waits," said Ida Holm.\n\n"The {what} is old," said Piet Oster.'
            article = make_article(title=f"About the {what}", text=text, source="Harbour Post")
            library.articles.store(None, [article], 1_780_000_000.0 + number)
    async with reading_library(path) as at_work:
        await at_work.until(lambda: sum("2 ❝" in row for row in at_work.lines_of("list")) == 3)
        await at_work.press("slash", *"crane", "enter")
        await stand_on(at_work, "Ida Holm  ")
        await at_work.press("enter")
        await at_work.until(lambda: "2 quotes in other articles" in at_work.screen)
        listed = at_work.screen
        assert "1/3" in listed
        assert listed.index("The mole waits") < listed.index("About the mole, Harbour Post")
        assert listed.index("About the mole, Harbour Post") < listed.index("The ferry waits")
        await at_work.press("j", "j", "enter")
        assert at_work.text.article is not None
        assert at_work.text.article.title == "About the ferry"
        assert at_work.text.current is not None
        assert at_work.text.current.span.start == 0
        assert at_work.app.focused is at_work.text
        assert "About the ferry" in at_work.lines_of("list")[7]


async def test_a_wrong_speaker_is_corrected_by_typing_a_name(tmp_path: Path) -> None:
    async with reading([article(tmp_path)]) as at_work:
        await at_work.press("enter")
        await current_quote(at_work, '"We load')
        await at_work.press("w", *"Jan Oster", "enter")

        assert "Jan Oster" in at_work.message
        assert "named by you" in at_work.screen
        current = at_work.text.current
        assert isinstance(current, Quote)
        assert at_work.text.article is not None
        assert "— Jan Oster, Cranes stand still" in with_source(cite(at_work.text.article, current))


async def test_a_correction_can_be_chosen_from_the_names_and_taken_back(tmp_path: Path) -> None:
    async with reading([article(tmp_path)]) as at_work:
        await at_work.press("enter")
        found = await current_quote(at_work, '"We load')
        await at_work.press("w", "h", "o", "enter")
        named = at_work.text.current
        assert isinstance(named, Quote)
        assert named.speaker is not None
        assert named.speaker.name == "Ida Holm"

        await at_work.press("w", "up", "enter")
        assert at_work.text.current == found


def given(folder: Path) -> AbstractAsyncContextManager[Reading]:
    return reading([article(folder)])


def stored(folder: Path) -> AbstractAsyncContextManager[Reading]:
    title, _, text = ARTICLE.partition("\n\n")
    with Library.open(folder / "library.sqlite") as library:
        library.articles.store(None, [make_article(title=title, text=text)], 1_780_000_000.0)
    return reading_library(folder / "library.sqlite")


@pytest.mark.parametrize("opened", [given, stored])
async def test_a_name_that_was_given_can_be_undone(
    tmp_path: Path, opened: Callable[[Path], AbstractAsyncContextManager[Reading]]
) -> None:
    async with opened(tmp_path) as at_work:
        await at_work.press("enter")
        found = await current_quote(at_work, '"We load')
        await at_work.press("w", *"Jan Oster", "enter")
        assert at_work.message == "The speaker of this quote: Jan Oster (U undoes it)"
        await at_work.press("w", "up", "up", "enter")
        await at_work.press("U")
        assert at_work.message == "Undone: named nobody as a speaker"
        named = at_work.text.current
        assert isinstance(named, Quote)
        assert named.speaker is not None
        assert named.speaker.name == "Jan Oster"
        await at_work.press("U")
        assert at_work.message == "Undone: named Jan Oster as a speaker"
        assert at_work.text.current == found
        assert "named by you" not in at_work.screen
        await at_work.press("U")
        assert at_work.message == "There is nothing to undo."


async def test_without_a_quote_there_is_no_speaker_to_name(tmp_path: Path) -> None:
    async with reading([article(tmp_path)]) as at_work:
        await at_work.press("w")
        assert "No quote is chosen" in at_work.message
        await at_work.press("q")


async def test_leaving_the_box_changes_nothing(tmp_path: Path) -> None:
    async with reading([article(tmp_path)]) as at_work:
        await at_work.press("enter")
        found = await current_quote(at_work, '"We load')
        await at_work.press("w", "x", "escape")
        assert at_work.text.current == found
        assert "named by you" not in at_work.screen
