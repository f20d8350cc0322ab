from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shelves import AT, article, shelf

from reader.article import Article
from reader.library.matching import Known, Match, match

# Documents of a feed that gives few guids, addresses and titles to many articles.
items = st.builds(
    lambda guid, url, title: article(guid, url=url, title=title),
    st.sampled_from("12"),
    st.sampled_from(["", "https://a.example", "https://b.example", "https://c.example"]),
    st.sampled_from(["", "One", "Two", "Three"]),
)
documents = st.lists(items, max_size=12)


def known(matches: list[Match]) -> list[Known]:
    """Return the stored articles that matches with nothing before become."""
    return [
        Known(key, one.id, one.article.id, one.article.url, one.article.title)
        for key, one in zip(count(1), matches, strict=False)
    ]


@given(documents)
def test_nothing_of_a_document_is_swallowed(document: list[Article]) -> None:
    matches = match(document, [])
    assert len({one.id for one in matches}) == len(matches)
    assert {(one.article.id, one.article.url, one.article.title) for one in matches} == {
        (one.id, one.url, one.title) for one in document
    }


@given(documents)
def test_nothing_is_doubled_when_a_document_comes_again(document: list[Article]) -> None:
    stored = known(match(document, []))
    again = match(reversed(document), stored)
    assert sorted(one.key or 0 for one in again) == [one.key for one in stored]
    assert {(one.key, one.id) for one in again} == {(one.key, one.id) for one in stored}


@given(documents, documents)
def test_two_articles_never_become_one(first: list[Article], second: list[Article]) -> None:
    matches = match(second, known(match(first, [])))
    keys = [one.key for one in matches if one.key]
    assert len(keys) == len(set(keys))
    assert len({one.id for one in matches}) == len(matches)


def test_a_guid_that_stood_for_one_article_finds_it_whatever_else_changed() -> None:
    one = article("1")
    (found,) = match(
        [replace(one, title="New", url="https://new.example")], known(match([one], []))
    )
    assert (found.key, found.id) == (1, one.id)


def test_a_guid_that_stood_for_several_does_not() -> None:
    pair = [article("1", url=f"https://{name}.example", title=name) for name in "ab"]
    other = article("1", url="https://c.example", title="c")
    (found,) = match([other], known(match(pair, [])))
    assert found.key is None


@settings(max_examples=40, deadline=None)
@given(st.lists(documents, max_size=4))
def test_a_library_has_every_article_once(
    tmp_path_factory: pytest.TempPathFactory, many: list[list[Article]]
) -> None:
    with shelf(tmp_path_factory.mktemp("any")) as (library, feed):
        for turn, document in enumerate(many):
            before = library.articles.count()
            stored = library.articles.store(feed, document, AT + turn)
            assert library.articles.count() == before + len(stored.new)
            assert library.articles.store(feed, document, AT + turn).new == ()
            assert library.articles.store(feed, document, AT + turn).changed == ()
