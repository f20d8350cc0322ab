"""What a source has changed, and what the person took from it and reads otherwise now."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shelves import AT, article, reworded, shelf

from reader.article import Article
from reader.citations import cite
from reader.clippings import Files, clip
from reader.compared import TakenNote
from reader.differing import plainly
from reader.library import Feed, Library, Taken
from reader.noticing import _difference, changed_takings, edits_of
from summarize import find_quotes

FIRST = (
    "Twenty-one people died when the ferry Kestrel sank off Port Veluna.\n\n"
    "“Nobody told us where the boats were,” said Mara Tolvik.\n\n"
    "The repair of the pier will cost about $18 million."
)
FERRY = article("ferry", text=FIRST)


@pytest.fixture
def stored(tmp_path: Path) -> Iterator[tuple[Library, Feed, Path]]:
    with shelf(tmp_path) as (library, feed):
        library.articles.store(feed, [FERRY], AT)
        yield library, feed, tmp_path / "library.db"


def edit(stored: tuple[Library, Feed, Path], *texts: str) -> int:
    """Let the source have other texts, one after the other; return the key."""
    library, feed, _path = stored
    for number, text in enumerate(texts, 1):
        library.articles.store(feed, [reworded(FERRY, text)], AT + 60 * number)
    return library.articles.key(FERRY.id) or 0


def shown(path: Path, key: int) -> list[tuple[str, str]]:
    return [(note.what, plainly(note.pieces)) for note in edits_of(path, key)]


def test_the_last_edit_comes_first_with_both_wordings(stored: tuple[Library, Feed, Path]) -> None:
    second = FIRST.replace("Twenty-one", "Twenty-three")
    third = second.replace("the boats were", "the rafts were")
    key = edit(stored, second, third)
    assert shown(stored[2], key) == [
        ("Quote reworded", "Nobody told us where the [-boats-] {+rafts+} were,"),
        (
            "Figure: Twenty-one people, now Twenty-three people",
            "Twenty [-one-] {+three+} people died when the ferry Kestrel sank off Port Veluna.",
        ),
    ]


def test_words_that_came_back_are_an_edit_too(stored: tuple[Library, Feed, Path]) -> None:
    key = edit(stored, FIRST.replace("Twenty-one", "Twenty-three"), FIRST)
    assert [what for what, _ in shown(stored[2], key)] == [
        "Figure: Twenty-three people, now Twenty-one people",
        "Figure: Twenty-one people, now Twenty-three people",
    ]


def test_another_speaker_what_is_new_and_what_is_gone_are_named(
    stored: tuple[Library, Feed, Path],
) -> None:
    moved = FIRST.replace("Mara Tolvik", "Jonas Reth").replace("about $18 million", "much")
    key = edit(stored, moved + "\n\n“It was dark,” said Ilse Brandt.")
    told = dict(shown(stored[2], key))
    assert told["Another speaker: Mara Tolvik, now Jonas Reth"]
    assert told["Figure removed: about $18 million"].startswith("[-The repair of the pier")
    assert told["Quote added"] == "{+“It was dark,”+}"


def test_an_edit_without_quote_figure_or_headline_says_so(
    stored: tuple[Library, Feed, Path],
) -> None:
    key = edit(stored, FIRST + "\n\nThe valley waits.")
    assert [what for what, _ in shown(stored[2], key)] == [
        "Other words; no quote, figure or headline has changed"
    ]


def test_a_change_leads_to_its_place_only_where_it_stands_now(
    stored: tuple[Library, Feed, Path],
) -> None:
    second = FIRST.replace("Twenty-one", "Twenty-three")
    key = edit(stored, second, second.replace("the boats were", "the rafts were"))
    quote, figure = edits_of(stored[2], key)
    assert figure.span is None
    assert quote.span
    assert "rafts" in quote.span.cut(stored[0].articles.get(key).text)  # type: ignore[union-attr]


def take(library: Library, words: str, speaker: str = "", kind: str = "quote") -> None:
    library.taken.note([Taken(FERRY.id, "copied", kind, words, speaker, AT + 1)])


def told_of(stored: tuple[Library, Feed, Path]) -> list[TakenNote]:
    notes = list(looked_at(stored))
    stored[0].taken.tell((note.number for note in notes), told=True)
    return notes


def looked_at(stored: tuple[Library, Feed, Path]) -> tuple[TakenNote, ...]:
    return changed_takings(stored[2], stored[2].parent / "clippings.jsonl")


def test_what_was_found_by_a_look_that_was_broken_off_is_still_to_be_told(
    stored: tuple[Library, Feed, Path],
) -> None:
    take(stored[0], "about $18 million", kind="claim")
    edit(stored, FIRST.replace("about $18", "$19"))
    for _ in range(2):
        assert [note.new for note in looked_at(stored)] == [True]


def test_who_copied_a_quote_is_told_once_that_it_has_changed(
    stored: tuple[Library, Feed, Path],
) -> None:
    take(stored[0], "“Nobody told us where the boats were,”", "Mara Tolvik")
    take(stored[0], "about $18 million", kind="claim")
    assert told_of(stored) == []
    edit(stored, FIRST.replace("the boats were", "the rafts were"))
    (note,) = told_of(stored)
    assert (note.how, note.new, note.what) == ("copied", True, "it reads otherwise now")
    assert plainly(note.pieces) == "Nobody told us where the [-boats-] {+rafts+} were"
    assert [note.new for note in told_of(stored)] == [False]


def test_layout_and_words_elsewhere_change_nothing_that_was_copied(
    stored: tuple[Library, Feed, Path],
) -> None:
    take(stored[0], "“Nobody told us where the boats were,”", "Mara Tolvik")
    edit(stored, FIRST.replace("\n\n", " ").replace("“", '"').replace("about $18", "$19"))
    assert told_of(stored) == []


def test_a_change_that_was_taken_back_is_told_again_when_it_comes_again(
    stored: tuple[Library, Feed, Path],
) -> None:
    take(stored[0], "about $18 million", kind="claim")
    other = FIRST.replace("about $18", "$19")
    for text, new in ((other, [True]), (FIRST, []), (other + " A word.", [True])):
        edit(stored, text)
        assert [note.new for note in told_of(stored)] == new


def test_what_is_gone_and_what_another_says_now_are_told(
    stored: tuple[Library, Feed, Path],
) -> None:
    take(stored[0], "“Nobody told us where the boats were,”", "Mara Tolvik")
    take(stored[0], "about $18 million", kind="claim")
    moved = FIRST.replace("Mara Tolvik", "Jonas Reth").replace(" will cost about $18 million", "")
    edit(stored, moved)
    assert sorted(note.what for note in told_of(stored)) == [
        "it is no more there",
        "said by Jonas Reth there now",
    ]


def test_who_clipped_a_quote_is_told_too_and_a_line_that_is_none_is_passed_over(
    stored: tuple[Library, Feed, Path], tmp_path: Path
) -> None:
    files = Files(tmp_path / "clippings.md", tmp_path / "clippings.jsonl")
    clip(cite(FERRY, find_quotes(FIRST)[0]), files, AT + 5)
    with files.records.open("a") as lines:
        lines.write("no clipping\n" + json.dumps({"text": "x"}) + "\n")
    edit(stored, FIRST.replace("the boats were", "the rafts were"))
    (note,) = told_of(stored)
    assert (note.how, note.at, note.new) == ("clipped", AT + 5, True)
    assert [note.new for note in told_of(stored)] == [False]


def test_words_that_are_taken_again_are_as_they_were_then(
    stored: tuple[Library, Feed, Path],
) -> None:
    library = stored[0]
    take(library, "about $18 million", kind="claim")
    edit(stored, FIRST.replace("about $18", "$19"))
    assert [note.new for note in told_of(stored)] == [True]
    library.taken.note([Taken(FERRY.id, "copied", "claim", "about $18 million", "", AT + 99)])
    assert [note.new for note in told_of(stored)] == [True]


@given(st.text(max_size=120), st.text(max_size=60))
def test_whatever_was_taken_from_whatever_text_is_looked_for(text: str, words: str) -> None:
    taken = Taken("1", "copied", "quote", words, "Ida Holm", 0.0)
    _what, _pieces, span = _difference(Article("1", "", text).text, taken)
    assert span is None or span.end <= len(text)
