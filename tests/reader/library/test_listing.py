import random
from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shelves import AT, article, reworded, shelf

from reader.library import ORDERS, Library, Order, asks_for_speakers, highlights
from reader.problems import Problem

WORDS = ("harbour", "quay", "tide", "tidal", "été", "Straße", "ferry", "harp", "U.S.", "1995")


def titles(library: Library, query: str, order: Order = "newest") -> list[str]:
    return [row.title for row in library.listing.rows(library.listing.all(query, order))]


def test_every_order_lists_every_article_once(tmp_path: Path) -> None:
    with shelf(tmp_path) as (library, feed):
        names = ["Öl", "apples", "«Zebras»", "Bees"]
        for place, name in enumerate(names):
            library.articles.store(
                feed,
                [
                    article(
                        str(place),
                        title=name,
                        text="word " * (5 - place),
                        source="AB"[place % 2],
                        published=f"2026-05-0{(place * 3) % 4 + 1}",
                    )
                ],
                AT + place,
            )
        library.states.mark_read(library.listing.newest("", 2))
        assert {order: titles(library, "", order) for order in ORDERS} == {
            "newest": ["Bees", "«Zebras»", "apples", "Öl"],
            "oldest": ["Öl", "apples", "«Zebras»", "Bees"],
            "published": ["apples", "«Zebras»", "Bees", "Öl"],
            "title": ["apples", "Bees", "Öl", "«Zebras»"],
            "feed": ["«Zebras»", "Öl", "Bees", "apples"],
            "unread": ["apples", "Öl", "Bees", "«Zebras»"],
            "longest": ["Öl", "apples", "«Zebras»", "Bees"],
            "story": ["Bees", "«Zebras»", "apples", "Öl"],
        }
        for order in ORDERS:
            assert sorted(titles(library, "word is:unread", order)) == ["apples", "Öl"]


def test_pages_by_key_leave_out_nothing(tmp_path: Path) -> None:
    with shelf(tmp_path) as (library, feed):
        library.articles.store(feed, [article(str(n)) for n in range(25)], AT)
        for query in ("", "known", "-absent", "is:unread"):
            seen: list[int] = []
            while page := library.listing.newest(query, 4, before=seen[-1] if seen else None):
                seen += page
            assert seen == list(library.listing.all(query)) == list(range(25, 0, -1))


def test_rows_keep_the_order_of_the_keys_and_leave_out_what_is_gone(tmp_path: Path) -> None:
    with shelf(tmp_path) as (library, feed):
        library.articles.store(feed, [article(str(n)) for n in range(5)], AT)
        assert [row.key for row in library.listing.rows([3, 99, 1, 5])] == [3, 1, 5]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("harbour", {"a", "b"}),
        ("HARBOUR ferry", {"a"}),
        ('"ferry harbour"', {"a"}),
        ('"harbour ferry"', set()),
        ("“ferry harbour”", {"a"}),
        ("harb*", {"a", "b", "d"}),
        ('"the harb"*', {"b"}),
        ("-harbour", {"c", "d"}),
        ("harb* -ferry -harbours", {"b"}),
        ("uber", {"c"}),
        ("über", {"c"}),
        ("u.s.", {"d"}),
        ("About", {"a", "b", "c", "d"}),
        ("is:starred", {"b"}),
        ("-is:starred harbour", {"a"}),
        ("is:read", {"c"}),
        ("is:unread", {"a", "b", "d"}),
        ("is:edited", {"d"}),
        ("tag:tide", {"a"}),
        ("-tag:Tide", {"b", "c", "d"}),
        ('feed:"harbour post"', {"a", "b", "c", "d"}),
        ("feed:post -feed:harbour", set()),
        ("after:2026-05-03", {"c", "d"}),
        ("before:2026-05-03", {"a", "b"}),
        ("after:2026-05 before:2026-06 after:2026", {"a", "b", "c", "d"}),
        ("AND", set()),
        ("https://news.example", set()),
    ],
)
def test_the_query_language(tmp_path: Path, query: str, found: set[str]) -> None:
    texts = {
        "a": "A ferry harbour.",
        "b": "The harbour.",
        "c": "Etwas über uns.",
        "d": "U.S. harbours",
    }
    with shelf(tmp_path) as (library, feed):
        batch = [
            article(name, text=text, published=f"2026-05-0{place}")
            for place, (name, text) in enumerate(texts.items(), start=1)
        ]
        keys = library.articles.store(feed, batch, AT).new
        library.states.star([keys[1]])
        library.states.mark_read([keys[2]])
        library.states.tag([keys[0]], "Tide")
        library.articles.store(feed, [reworded(batch[3], "U.S. harbours, now")], AT + 1)
        assert {title.removeprefix("About ") for title in titles(library, query)} == found


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("speker:Rudskoi", "there is no “speker:”"),
        ("is:new", "there is no “is:new”"),
        ("after:yesterday", "is no date"),
        ("after:2026-02-30", "is no date"),
        ("???", "holds no word"),
        ('""', "holds no word"),
        ('mole "ferry line', 'a quotation mark is not closed: "ferry line'),
        ('-speaker:"Ada', "is not closed"),
        ("tag:", "followed by nothing"),
        (" ".join("word" for _ in range(70)), "at most 64"),
    ],
)
def test_a_wrong_query_is_one_sentence(tmp_path: Path, query: str, sentence: str) -> None:
    with shelf(tmp_path) as (library, _feed), pytest.raises(Problem, match=sentence):
        library.listing.all(query)


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Return a library of one article, which is only asked."""
    with shelf(tmp_path_factory.mktemp("asked")) as (library, feed):
        library.articles.store(feed, [article("a")], AT)
        yield library


@settings(max_examples=200, deadline=None)
@given(query=st.text() | st.text('"*-:()^+ANDORT éa\x00\ud800“”', max_size=12))
def test_any_query_gives_a_list_or_a_problem(asked: Library, query: str) -> None:
    with suppress(Problem):
        asked.listing.newest(query)
        asked.listing.all(query, "title")
        highlights("A text of its own.", query)


def random_text(chance: random.Random) -> str:
    return " ".join(chance.choices(WORDS, k=chance.randint(1, 30)))


@pytest.mark.parametrize("seed", range(4))
def test_a_search_finds_what_a_plain_scan_finds_the_newest_first(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    with shelf(tmp_path) as (library, feed):
        live: dict[str, str] = {}
        for turn in range(30):
            guids = [str(chance.randint(0, 400)) for _ in range(chance.randint(1, 40))]
            batch = {guid: article(guid, title="Q", text=random_text(chance)) for guid in guids}
            library.articles.store(feed, batch.values(), AT + turn)
            live.update({guid: one.text for guid, one in batch.items()})
            if turn % 10 == 9:
                library.articles.retire(AT + turn - 6, keep_newest=20)
        shown = {key: library.articles.get(key) for key in library.listing.all()}
        for word in WORDS:
            found = library.listing.all(f'"{word}"')
            assert list(found) == [key for key, one in shown.items() if one and word in one.text]
            assert all(one > next_ for one, next_ in pairwise(found))
            assert library.listing.newest(f'"{word}"', 7) == found[:7]
        for start in ("tid", "har", "t"):
            scan = [key for key, one in shown.items() if one and f" {start}" in f" {one.text}"]
            assert list(library.listing.all(f"{start}*")) == scan
            assert list(library.listing.newest(f"{start}*", 3)) == scan[:3]


@pytest.mark.parametrize(
    ("query", "asks"),
    [
        ("speaker:kovac", True),
        ('harbour -SPEAKER:"Ada Kovac"', True),
        ("harbour", False),
        ("“speaker:kovac”", False),
        ("", False),
    ],
)
def test_only_a_query_for_speakers_needs_digests(query: str, *, asks: bool) -> None:
    assert asks_for_speakers(query) == asks


def test_the_words_of_a_query_are_marked_in_the_text() -> None:
    text = "Über die Fähre: a uber-ferry, ferries. Ferry boats."
    marked = highlights(text, "uber ferr* -boats is:unread")
    assert [span.cut(text) for span in marked] == ["Über", "uber", "ferry", "ferries", "Ferry"]
    assert [span.cut(text) for span in highlights(text, '"ferry boats"')] == ["Ferry boats"]
    assert highlights(text, "absent") == ()
    assert highlights(text, "is:unread") == ()
