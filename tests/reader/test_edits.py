import asyncio
from pathlib import Path

import pytest
from feeds import Item, rss
from web import Web, answer, serving

from reader.edits import Changed, Edit, Told, compare_versions, edits
from reader.library import Library
from reader.refresh import refresh
from reader.sources.fetch import Limits
from summarize import Claim, Quote

FIRST = (
    "Twenty-one people died when the ferry Kestrel sank off Port Veluna.\n\n"
    "“Nobody told us where the boats were,” said Mara Tolvik.\n\n"
    "The repair of the pier will cost about $18 million."
)


def shown(edit: Edit) -> list[tuple[str, str, str]]:
    """Return every change with its words before and after."""
    changes: list[Changed[Quote] | Changed[Claim]] = [*edit.quotes, *edit.claims]
    return [
        (
            one.kind,
            one.before.span.cut(edit.before.text) if one.before else "",
            one.after.span.cut(edit.after.text) if one.after else "",
        )
        for one in changes
    ]


def changed(text: str, title: str = "Ferry") -> list[tuple[str, str, str]]:
    return shown(compare_versions(Told("Ferry", FIRST), Told(title, text)))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Twenty-one", "Twenty-three", ("changed", "Twenty-one", "Twenty-three")),
        ("about $18", "$18", ("changed", "$18 million", "$18 million")),
        (
            "the boats were",
            "the rafts were",
            (
                "changed",
                "“Nobody told us where the boats were,”",
                "“Nobody told us where the rafts were,”",
            ),
        ),
        ("The repair of the pier will cost about $18 million.", "", ("removed", "$18 million", "")),
        ("Port Veluna.", "Port Veluna. “It was dark,” he said.", ("added", "", "“It was dark,”")),
    ],
)
def test_what_changed_is_named(old: str, new: str, told: tuple[str, str, str]) -> None:
    assert changed(FIRST.replace(old, new)) == [told]


def test_another_speaker_of_the_same_words_is_a_change() -> None:
    (one,) = compare_versions(
        Told("", FIRST), Told("", FIRST.replace("Mara Tolvik", "Jonas Reth"))
    ).quotes
    assert one.kind == "changed"


def test_layout_and_marks_are_no_change() -> None:
    flat = FIRST.replace("\n\n", " ").replace("“", '"').replace("”", '"')
    assert not compare_versions(Told("Ferry sinks", FIRST), Told("Ferry  sinks", flat))
    assert edits([Told("Ferry", FIRST)] * 3) == ()


def test_a_headline_is_compared_by_its_words() -> None:
    assert compare_versions(Told("Ferry sinks", FIRST), Told("Ferry lost", FIRST)).headline


SECOND = FIRST.replace("Twenty-one", "Twenty-three")
THIRD = SECOND.replace("the boats were", "the rafts were")
FOURTH = THIRD.replace("about $18", "$19") + "\n\n“It was put off,” said Jonas Reth."
VERSIONS = [FIRST, SECOND, THIRD, FOURTH]


def feed(text: str, space: str = "", title: str = "Ferry") -> bytes:
    body = "".join(f"<p>{space}{part}</p>" for part in text.split("\n\n"))
    return answer(rss([Item(title, guid="1", body=body)]))


async def test_an_article_that_its_feed_edits_is_kept_in_every_version(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Library.open(path) as library:
        async with serving({"/": feed(FIRST)}) as web:
            library.feeds.subscribe(web.url("/"))
            await _refreshed(library, path, web, [feed(FIRST)])
            (key,) = library.listing.all()
            library.states.mark_read([key])
            relaid = [feed(FIRST, "  "), feed(SECOND), feed(SECOND, " \n ")]
            await _refreshed(library, path, web, [*relaid, feed(THIRD)])
            await _refreshed(library, path, web, [feed(FOURTH), feed(FOURTH, title="Ferry lost")])
        versions = library.articles.versions(key)
        assert [one.text for one in versions] == [*VERSIONS, FOURTH]
        assert list(library.listing.all("is:changed")) == [key]
        told = edits(Told(one.title, one.text) for one in versions)
        library.states.mark_read([key])
        assert not library.listing.all("is:changed")
    assert [shown(edit) for edit in told] == [
        [("changed", "Twenty-one", "Twenty-three")],
        [
            (
                "changed",
                "“Nobody told us where the boats were,”",
                "“Nobody told us where the rafts were,”",
            )
        ],
        [("added", "", "“It was put off,”"), ("changed", "$18 million", "$19 million")],
        [],
    ]
    assert [edit.headline for edit in told] == [False, False, False, True]


async def _refreshed(library: Library, path: Path, web: Web, pages: list[bytes]) -> None:
    for page in pages:
        web.pages["/"] = page
        await refresh(path, library.feeds.all(), None, Limits(seconds=5.0))
        await asyncio.sleep(0.01)  # versions are ordered by when they were seen
