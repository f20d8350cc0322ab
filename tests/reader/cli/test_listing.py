"""`pullquote list`: the articles, newest first, for people and for programs."""

import json
import os
from pathlib import Path

import pytest
from command import MILL, Shell

from reader.library import Library

ARTICLES = [
    {"id": f"id-{number}", "title": f"Of the {name}", "text": f"All of the {name} is told here.",
     "url": f"https://news.example/{number}", "published": f"2026-05-0{number}T10:00:00Z",
     "source": "Hill Post" if number % 2 else "The “Old” Port"}
    for number, name in enumerate(["mill", "ferry", "bridge", "tower", "river bank"], 1)
]  # fmt: skip


@pytest.fixture(autouse=True)
def stored(folder: Path, shell: Shell) -> None:
    (folder / "some.jsonl").write_text("\n".join(map(json.dumps, ARTICLES)))
    shell("add", "some.jsonl")


def library() -> Library:
    return Library.open(Path(os.environ["PULLQUOTE_LIBRARY"]))


def ids(shell: Shell, *arguments: str) -> list[str]:
    return [line.split()[0].removeprefix("id-") for line in shell.out("list", *arguments)]


def test_a_line_is_id_state_date_title_and_outlet(shell: Shell) -> None:
    with library() as kept:
        keys = kept.listing.all()
        kept.states.star(keys[:1])
        kept.states.mark_read(keys[1:2])
        kept.states.tag(keys[1:2], "fire")
    assert shell.out("list")[:3] == [
        "id-5  *N  2026-05-05  Of the river bank (Hill Post)",
        "id-4      2026-05-04  Of the tower (The “Old” Port) #fire",
        "id-3   N  2026-05-03  Of the bridge (Hill Post)",
    ]


def test_a_line_of_json_has_the_documented_fields(shell: Shell) -> None:
    with library() as kept:
        kept.states.tag(kept.listing.newest(limit=1), "fire")
    lines = shell.out("list", "--format", "json", "--limit", "1")
    assert [json.loads(line) for line in lines] == [
        {
            "id": "id-5",
            "title": "Of the river bank",
            "source": "Hill Post",
            "url": "https://news.example/5",
            "published": "2026-05-05T10:00:00Z",
            "read": False,
            "starred": False,
            "tags": ["fire"],
        }
    ]
    (line,) = shell.out("list", "--format", "json", "--text", "mill")
    assert " ".join(json.loads(line)) == "id title source url published read starred tags text"
    assert json.loads(line)["text"] == "All of the mill is told here."


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        ("", "54321"),
        ("--limit 2", "54"),
        ("mill", "1"),
        ("of ferry", "2"),
        ("brid*", "3"),
        ("told -mill -tower", "532"),
        ("-harbour -mill told", "5432"),
        ("-- -mill", "5432"),
        ("told --limit 2 -tower", "53"),
        ("--limit 1 told", "5"),
        ("river --unread bank", "5"),
        ("feed:hill", "531"),
        ("--feed HILL mill", "1"),
        ("after:2026-05-04", "54"),
        ("before:2026-05-02 told", "1"),
        ("--starred", "2"),
        ("--unread", "5321"),
        ("is:read", "4"),
        ("-is:read is:unread --starred", "2"),
        ("tag:fire", "3"),
        ("nowhere", ""),
    ],
)
def test_what_a_query_finds(shell: Shell, arguments: str, found: str) -> None:
    with library() as kept:
        keys = kept.listing.all()
        kept.states.star(keys[3:4])
        kept.states.mark_read(keys[1:2])
        kept.states.tag(keys[2:3], "fire")
    assert "".join(ids(shell, *arguments.split())) == found


def test_what_the_shell_took_the_quotes_off_is_a_phrase_again(shell: Shell) -> None:
    assert ids(shell, "river bank") == ids(shell, '"river bank"') == ["5"]
    assert ids(shell, "bank river") == []
    assert ids(shell, "told", "-river bank") == ["4", "3", "2", "1"]
    assert ids(shell, "feed:Hill Post") == ["5", "3", "1"]
    assert ids(shell, "told feed:hill -mill") == ["5", "3"]
    assert ids(shell, "--feed", "the “Old” port") == ["4", "2"]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("is:great", "there is no “is:great”; there are unread, read, starred, edited"),
        ("author:me", "there is no “author:”; there are speaker:, feed:"),
        ("after:monday", "“monday” is no date; write it as 2026-01-31"),
        ("feed:", "“feed:” is followed by nothing"),
        ("--feed=", "“feed:” is followed by nothing"),
        ("?!", "holds no word to look for"),
        ('"unclosed', "a quotation mark is not closed"),
        ("word " * 65, "that is 65 words"),
    ],
)
def test_a_query_that_cannot_be_read_is_a_sentence(shell: Shell, query: str, words: str) -> None:
    for command in ("list", "quotes", "claims"):
        if command == "list" or not query.startswith("--"):
            code, out, (message,) = shell(command, *query.split())
            assert (code, out) == (2, [])
            assert message.startswith("search: ")
            assert words in message


def test_the_text_goes_with_json_only(shell: Shell) -> None:
    assert shell("list", "--text")[:2] == (2, [])


def test_a_query_for_a_speaker_says_where_digests_are_missing(folder: Path, shell: Shell) -> None:
    (folder / "mill.txt").write_text(MILL)
    shell("add", "mill.txt")
    assert shell("list", "speaker:brandt") == (
        0,
        [],
        [("the speakers of 6 articles are not known yet; pullquote refresh --digests finds them")],
    )
    shell("refresh", "--digests")
    (line,) = shell.out("list", "speaker:brandt")
    assert "Mill on the Varn" in line


def test_what_is_listed_can_be_added_to_another_library_and_is_the_same_there(
    folder: Path, shell: Shell
) -> None:
    listed = shell.out("list", "--format", "json", "--text")
    (folder / "out.jsonl").write_text("\n".join(listed))
    other = ("--library", str(folder / "other.db"))
    for told in ("5 new articles", "nothing new"):
        assert shell("add", *other, "out.jsonl") == (0, [], [f"out.jsonl: {told}"])
    assert sorted(shell.out("list", *other, "--format", "json", "--text")) == sorted(listed)
    assert shell("add", "out.jsonl") == (0, [], ["out.jsonl: nothing new"])
    assert len(ids(shell)) == 5


def test_control_characters_never_come_out(folder: Path, shell: Shell) -> None:
    (folder / "a.jsonl").write_text(
        json.dumps({"title": "A\x1b[2J\x07 title", "text": "B\x9b31m.", "source": "C\u202e"})
    )
    shell("add", "a.jsonl")
    told = "".join(shell.out("list") + shell.out("list", "--format", "json", "--text"))
    assert not set(told) & set("\x1b\x07\x9b\u202e")
