"""`pullquote export`: articles with their marks by id, and the subscriptions."""

import json
import os
from pathlib import Path

import pytest
from command import Shell

from reader.library import Library

FEEDS = (
    ("https://port.example/feed?a=1&b=2", "The <Port> & more", "News/Local"),
    ("https://hill.example/feed", "Hill Post", "News"),
    ("https://well.example/feed", "", ""),
)


@pytest.fixture(autouse=True)
def stored(folder: Path, shell: Shell) -> None:
    assert folder
    shell("add", "mill.txt")


def library() -> Library:
    return Library.open(Path(os.environ["PULLQUOTE_LIBRARY"]))


def the_id(shell: Shell) -> str:
    return shell.out("list")[0].split()[0]


def test_an_article_is_printed_with_its_marks(shell: Shell) -> None:
    lines = shell.out("export", the_id(shell))
    assert lines[0] == "Mill on the Varn burns down"
    assert "  Ilka Brandt:" in lines
    assert lines == shell.out("export", the_id(shell)[:6])  # the start of an id is enough


def test_an_article_as_json_is_its_digest(shell: Shell) -> None:
    (line,) = shell.out("export", the_id(shell), "--format", "json")
    told = json.loads(line)
    assert told["id"] == the_id(shell)
    assert " ".join(told) == (
        "id title source url published language text sentences summary quotes claims"
    )


def test_the_name_that_the_person_gave_is_exported(shell: Shell) -> None:
    shell("quotes")
    with library() as kept:
        found = next(kept.findings.quotes())
        kept.corrections.correct(found.article.text, found.quote.span, "Mara Lind")
    told = json.loads(shell.out("export", the_id(shell), "--format", "json")[0])
    assert told["quotes"][0]["speaker"]["name"] == "Mara Lind"


def test_the_digest_is_kept(shell: Shell) -> None:
    shell("export", the_id(shell))
    with library() as kept:
        (row,) = kept.listing.rows(kept.listing.all())
        assert row.quotes == 1


def test_an_id_that_is_not_there_is_a_line(shell: Shell) -> None:
    line = "nothing: the library has no article with this id, or several"
    assert shell("export", "nothing") == (2, [], [line])
    code, out, messages = shell("export", "nothing", the_id(shell))
    assert (code, out[0], messages) == (1, "Mill on the Varn burns down", [line])


@pytest.mark.parametrize("arguments", [["export"], ["export", "--format", "opml", "some-id"]])
def test_articles_need_ids_and_subscriptions_none(shell: Shell, arguments: list[str]) -> None:
    assert shell(*arguments)[:2] == (2, [])


def test_the_subscriptions_go_round_by_opml(folder: Path, shell: Shell) -> None:
    with library() as kept:
        for address, title, place in FEEDS:
            kept.feeds.subscribe(address, title=title, folder=place)
        kept.feeds.subscribe(str(folder), kind="folder")
    (folder / "feeds.opml").write_text("\n".join(shell.out("export", "--format", "opml")))
    other = ("--library", str(folder / "other.db"))
    assert shell("add", *other, "feeds.opml")[2] == [
        "feeds.opml: 3 feeds; pullquote refresh fetches them"
    ]
    assert shell.out("export", "--format", "opml", *other) == shell.out(
        "export", "--format", "opml"
    )
    with Library.open(folder / "other.db") as kept:
        assert {(one.address, one.folder) for one in kept.feeds.all()} == {
            (address, place) for address, _, place in FEEDS
        }
