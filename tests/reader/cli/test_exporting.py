"""`pullquote export`: articles with their marks by id, and the subscriptions."""

import io
import json
import os
import re
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


FORMS = ("text", "markdown", "html", "json", "csl", "bibtex")


def test_articles_are_chosen_by_a_query_or_by_lines_of_a_list(
    folder: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "tower.txt").write_text("The tower leans\n\nAbout 8 percent of it is gone.")
    shell("add", "tower.txt")
    both = shell.out("export", "--query", "", "--format", "json")
    assert [json.loads(line)["title"] for line in both] == [
        "The tower leans",
        "Mill on the Varn burns down",
    ]
    assert shell.out("export", "--query", "barges", "--format", "json") == both[1:]
    for form in ("text", "json"):
        listed = "\n".join(shell.out("list", "--format", form))
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{listed}\n\n"))
        assert shell.out("export", "-", "--format", "json") == both


def test_every_form_holds_the_article_and_what_was_said(shell: Shell) -> None:
    for form in FORMS:
        told = "\n".join(shell.out("export", "--query", "mill", "--format", form))
        for part in ("Mill on the Varn burns down", "Varn Courier", "2026", "Ilka Brandt"):
            assert part in told, (form, part)
        assert "Nothing could be saved" in told
        assert "https://varn.example/mill" in told


def test_an_empty_selection_is_a_whole_file(shell: Shell) -> None:
    told = {form: shell.out("export", "--query", "nowhere", "--format", form) for form in FORMS}
    assert json.loads("".join(told["csl"])) == []
    assert told["html"][-1] == "</html>"
    assert [told[form] for form in ("text", "markdown", "json", "bibtex")] == [[], [], [], []]


def test_an_edited_article_is_exported_in_its_version(folder: Path, shell: Shell) -> None:
    text = (folder / "mill.txt").read_text()
    (folder / "mill.txt").write_text(text.replace("Two barges", "Three barges"))
    shell("add", "mill.txt")
    (told,) = json.loads("".join(shell.out("export", the_id(shell), "--format", "csl")))
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", told["version"])
    assert f"version of {told['version']}" in "\n".join(shell.out("quotes", "--format", "markdown"))


@pytest.mark.parametrize("arguments", [["x", "--query", "y"], ["--query", "y", "--format", "opml"]])
def test_ids_queries_and_subscriptions_do_not_go_together(
    shell: Shell, arguments: list[str]
) -> None:
    assert shell("export", *arguments)[:2] == (2, [])
