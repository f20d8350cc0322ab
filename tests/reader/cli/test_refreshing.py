"""`pullquote refresh`: a line for each feed that fails, and what the settings ask for."""

import asyncio
import os
import time
from pathlib import Path

import pytest
from command import MILL, Shell
from feeds import Item, rss
from web import Asked, Send, answer, served

from reader.library import Library

ONE = answer(rss([Item("One", "<p>Of one, “here”, said Ada Kovac.</p>", "1")]))
TWO = answer(rss([Item("Two", "<p>Of two.</p>", "2")], title="Hill Post"))


def library() -> Library:
    return Library.open(Path(os.environ["PULLQUOTE_LIBRARY"]))


def followed(*addresses: str) -> None:
    with library() as kept:
        for address in addresses:
            kept.feeds.subscribe(address)


async def silence(_asked: Asked, _send: Send) -> None:
    await asyncio.sleep(30)


def test_every_feed_is_fetched_and_the_sum_told(shell: Shell) -> None:
    with served({"/1": ONE, "/2": TWO}) as web:
        followed(web.url("/1"), web.url("/2"))
        assert shell("refresh") == (0, [], ["2 new and 0 changed articles from 2 of 2 feeds"])
        assert shell("refresh") == (0, [], ["0 new and 0 changed articles from 2 of 2 feeds"])


def test_each_feed_that_fails_is_a_line_and_the_status_1(shell: Shell) -> None:
    with served({"/1": ONE, "/bad?key=abc": answer(b"no", "500 No")}) as web:
        followed(web.url("/1"), web.url("/bad?key=abc"), web.url("/gone"))
        code, out, messages = shell("refresh")
        assert (code, out) == (1, [])
        assert sorted(message.partition(": ")[0] for message in messages[:2]) == [
            web.url("/bad?key=***"),
            web.url("/gone"),
        ]
        assert messages[2] == "1 new and 0 changed articles from 1 of 3 feeds"


def test_where_every_feed_fails_the_status_is_2(shell: Shell) -> None:
    with served({}) as web:
        followed(web.url("/gone"))
        assert shell("refresh")[0] == 2


def test_feeds_can_be_named_and_then_are_asked_though_they_want_rest(shell: Shell) -> None:
    resting = answer(b"", "429 Slow", Retry_After="3600")
    with served({"/1": ONE, "/2": TWO, "/3": resting}) as web:
        followed(*(web.url(f"/{number}") for number in (1, 2, 3)))
        shell("refresh")
        assert shell("refresh", "hill")[2] == ["0 new and 0 changed articles from 1 of 1 feeds"]
        assert web.paths[3:] == ["/2"]
        assert shell("refresh")[0] == 1
        assert web.paths.count("/3") == 1
        assert shell("refresh", "/3")[0] == 2
        assert web.paths.count("/3") == 2


def test_a_name_that_no_feed_has_is_a_line(shell: Shell) -> None:
    with served({"/2": TWO}) as web:
        followed(web.url("/2"))
        line = "valley: no feed has this in its name or address"
        assert shell("refresh", "valley") == (2, [], [line])
        assert shell("refresh", "valley", "/2") == (
            1,
            [],
            [line, "1 new and 0 changed articles from 1 of 1 feeds"],
        )


def test_without_a_feed_there_is_nothing_to_do(shell: Shell) -> None:
    sentence = "there is no feed to refresh; pullquote add follows one"
    assert shell("refresh") == (0, [], [sentence])


def test_digests_are_made_where_that_is_asked_for(shell: Shell) -> None:
    with served({"/1": ONE}) as web:
        followed(web.url("/1"))
        assert shell("refresh", "--digests")[0] == 0
    with library() as kept:
        (row,) = kept.listing.rows(kept.listing.all())
        assert row.quotes == 1


def test_full_texts_that_are_missing_are_a_line_of_their_feed(shell: Shell) -> None:
    with served({}) as web:
        items = [Item(name, "Read on…", name, web.url(f"/{name}")) for name in "ab"]
        web.pages["/feed"] = answer(rss(items))
        with library() as kept:
            kept.feeds.subscribe(web.url("/feed"), full_text=True)
        code, _, messages = shell("refresh")
        assert code == 2
        assert messages[0].startswith(
            f"{web.url('/feed')}: the full text of 2 articles could not be fetched: "
        )
        assert messages[0].endswith("(and 1 more)")
        assert messages[1] == "2 new and 0 changed articles from 1 of 1 feeds"


def test_the_settings_say_how_long_a_feed_may_take(folder: Path, shell: Shell) -> None:
    (folder / "config.toml").write_text("[refresh]\nseconds = 1\n")
    with served({"/1": silence}) as web:
        followed(web.url("/1"))
        start = time.monotonic()
        messages = shell("refresh")[2]
        assert "was not there in full within 1 seconds" in messages[0]
        assert time.monotonic() - start < 10


def test_the_settings_say_what_is_dropped_but_never_what_is_marked(
    folder: Path, shell: Shell
) -> None:
    for number in range(5):
        (folder / f"{number}.txt").write_text(MILL.replace("Mill", f"Mill {number}"))
    shell("add", *(f"{number}.txt" for number in range(5)))
    with library() as kept:
        keys = kept.listing.all("", "oldest")
        kept.states.star(keys[:1])
        kept.states.tag(keys[1:2], "fire")
        kept._database.all("UPDATE articles SET arrived = arrived - 40 * 86400")
    for keep_days in (0, 50):
        (folder / "config.toml").write_text(f"[library]\nkeep_days = {keep_days}\n")
        assert len(shell("refresh")[2]) == 1
    (folder / "config.toml").write_text("[library]\nkeep_days = 30\nkeep_newest = 1\n")
    assert shell("refresh")[2][-1] == "dropped 2 articles that came in over 30 days ago"
    with library() as kept:
        assert list(kept.listing.all("", "oldest")) == [*keys[:2], keys[4]]


@pytest.mark.parametrize(
    "command", ["add x.txt", "refresh", "list", "quotes", "claims", "export x"]
)
def test_wrong_settings_are_a_sentence_and_nothing_is_done(
    folder: Path, shell: Shell, command: str
) -> None:
    (folder / "config.toml").write_text("[refresh]\nsecs = 1\n")
    code, out, (message,) = shell(*command.split())
    assert (code, out) == (2, [])
    assert message.startswith(f"{folder}/config.toml, line 2: there is no key “secs”")
    assert not (folder / "kept").exists()
