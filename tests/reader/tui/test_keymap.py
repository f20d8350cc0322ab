"""The person's own keys: read from the configuration, followed everywhere, mistakes named."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import GIVEN, reading

from reader.config import read_config
from reader.problems import Problem
from reader.tui.keymap import changed_keys, key_named
from reader.tui.keys import Keys, shown
from reader.tui.setup import Setup


def keys_of(folder: Path, text: str) -> Keys:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    config = read_config(path)
    return changed_keys(config.keys, config.origin)


def problem(folder: Path, text: str) -> str:
    with pytest.raises(Problem) as raised:
        keys_of(folder, text)
    return str(raised.value).removeprefix(f"{folder}/")


@pytest.mark.parametrize(
    "text",
    [
        '[keys]\n"text.next" = "space,x"\n"move.page_down" = ">"',
        '[keys]\ntext.next = "space, x"\nmove = { page_down = ">" }',
    ],
)
def test_an_id_may_be_quoted_or_dotted(tmp_path: Path, text: str) -> None:
    keys = keys_of(tmp_path, text)
    assert keys.changed == {"text.next": "space,x", "move.page_down": "greater_than_sign"}
    assert (keys.shown("text.next"), keys.shown("move.page_down")) == ("space", ">")
    assert keys.shown("text.previous") == "N"


def test_an_action_can_lose_its_keys(tmp_path: Path) -> None:
    keys = keys_of(tmp_path, '[keys]\narticle.browser = ""\nspeaker = "o"')
    assert (keys.shown("article.browser"), keys.shown("speaker")) == ("", "o")


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('[keys]\n\n"text.nxt" = "n"', 3, "no action “text.nxt” (did you mean text.next?)"),
        ('[keys]\nsearch = "f"\nhelp = "foo"', 3, "“help”: there is no key “foo”"),
        ('[keys]\nsearch = "hyperactive+f"', 2, "there is no key “hyperactive+f”"),
        ("[keys]\nsearch = 3", 2, "“search” must be text in quotes, not 3"),
        (
            '[keys]\nsearch = "n"',
            2,
            "“n” would do two things in the list: list.next_unread (“next unread”) and search",
        ),
        (
            '[keys]\nundo = "ctrl+x"\nsearch = "ctrl+x"',
            3,
            "a star, a tag, a name, a split or a join”) and search (“search”); the other",
        ),
        ('[keys]\n"box.close" = "k"', 2, "in a list of passages: move.up (“up”) and box.close"),
    ],
)
def test_a_mistake_names_file_line_and_both_actions(
    tmp_path: Path, text: str, line: int, said: str
) -> None:
    told = problem(tmp_path, text)
    assert told.startswith(f"config.toml, line {line}: ")
    assert said in told


def test_two_actions_can_change_places(tmp_path: Path) -> None:
    keys = keys_of(tmp_path, '[keys]\n"article.next" = "K"\n"article.previous" = "J"')
    assert keys.shown("article.next") == "K"


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("n", "n"),
        ("?", "question_mark"),
        ("+", "plus"),
        ("comma", "comma"),
        ("shift+a", "A"),
        ("Shift+Tab", "shift+tab"),
        ("ctrl+I", "tab"),
        ("Esc", "escape"),
        ("PageDown", "pagedown"),
        ("ctrl+shift+left", "ctrl+shift+left"),
        ("ß", "ß"),
        ("", None),
        ("ctrl+", None),
        ("enter key", None),
    ],
)
def test_a_key_is_written_as_people_write_it(written: str, named: str | None) -> None:
    assert key_named(written) == named


@given(st.text(max_size=12))
def test_any_text_is_a_key_or_none(written: str) -> None:
    named = key_named(written)
    assert named is None or shown(named)


async def test_bar_help_sentences_and_bindings_follow_the_changed_keys(tmp_path: Path) -> None:
    text = '[keys]\n"text.next" = "x"\nhelp = "f1"\nfull_text = ""\n"article.next" = "K"\n'
    keys = keys_of(tmp_path, text + '"article.previous" = "J"\n')
    async with reading([GIVEN], (150, 150), setup=Setup(keys)) as at_work:
        assert at_work.message.startswith("Enter reads; there x steps to quotes and figures")
        assert at_work.lines_of("keys")[0].strip().startswith("F1 keys")
        await at_work.press("enter", "y")
        assert at_work.message == "No mark is chosen to copy; x steps to the next one."
        assert "x next" in at_work.lines_of("keys")[0]
        await at_work.press("n")
        assert at_work.text.current is None
        await at_work.press("x")
        assert at_work.text.current is not None
        await at_work.press("K")
        assert at_work.message == "This is the last article."
        await at_work.press("J")
        assert at_work.message == "This is the first article."
        await at_work.press("f1")
        assert "x" in at_work.screen
        assert "no key" in at_work.screen
