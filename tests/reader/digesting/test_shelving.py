"""The digests that a library lacks: made newest first, kept with the text they were made of."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from shelves import AT, article, reworded, shelf

from reader.digesting import Wish, make_digest
from reader.digesting.shelving import Backlog, keep, make_missing, recipe_of
from reader.digesting.worker import Worker
from reader.library import Feed, Library
from reader.problems import Problem
from reader.remembered import SummaryChoice
from summarize import ENGINE, Digest

TEXT = "“It is open,” said Ada Kovac. About 40 people came to see it."


@pytest.fixture
def shelved(tmp_path: Path) -> Iterator[tuple[Library, Feed]]:
    with shelf(tmp_path) as (library, feed):
        library.articles.store(feed, [article(name, text=TEXT) for name in ("c", "b", "a")], AT)
        yield library, feed


def made(library: Library) -> tuple[list[Problem], list[tuple[int, int]]]:
    """Make what is missing; return what failed and what was told."""
    told: list[tuple[int, int]] = []
    keys = library.listing.all()
    problems = list(make_missing(library, keys, lambda *step: told.append(step)))
    return problems, told


def test_what_is_missing_is_made_once(shelved: tuple[Library, Feed]) -> None:
    library, _ = shelved
    assert made(library) == ([], [(0, 3), (1, 3), (2, 3), (3, 3)])
    assert [(row.quotes, row.claims) for row in library.listing.rows(library.listing.all())] == [
        (1, 1)
    ] * 3
    assert made(library) == ([], [])


def test_a_changed_text_and_another_engine_make_a_digest_anew(
    shelved: tuple[Library, Feed],
) -> None:
    library, feed = shelved
    made(library)
    library.articles.store(feed, [reworded(article("b"), "It is closed again.")], AT + 1)
    assert made(library)[1] == [(0, 1), (1, 1)]
    library._database.all("UPDATE digests SET engine = 'older' WHERE key = 1")
    assert made(library)[1] == [(0, 1), (1, 1)]
    assert library.digests.missing(ENGINE) == []


def test_the_backlog_gives_each_article_once_newest_first(shelved: tuple[Library, Feed]) -> None:
    library, feed = shelved
    backlog, choice = Backlog(library), SummaryChoice("lead")
    errands = list(iter(lambda: backlog.next(choice), None))
    wishes = [errand for errand in errands if isinstance(errand, Wish)]
    assert [wish.article.title for wish in wishes] == ["About c", "About b", "About a"]
    assert {wish.method for wish in wishes} == {"lead"}
    library.articles.store(feed, [article("d")], AT)
    assert backlog.next(choice) is None
    wish = Backlog(library).next(choice)
    assert isinstance(wish, Wish)
    assert wish.article.title == "About d"


def test_a_digest_is_kept_only_with_the_text_that_it_is_of(shelved: tuple[Library, Feed]) -> None:
    library, feed = shelved
    wish = Wish(article("a", text=TEXT))
    digest = make_digest(wish)
    assert keep(library, wish, digest)
    assert (
        library.digests.get(library.articles.key(wish.article.id) or 0, recipe_of(wish)) == digest
    )
    library.articles.store(feed, [reworded(wish.article, "It is closed again.")], AT + 1)
    assert not keep(library, wish, digest)
    assert not keep(library, Wish(article("nowhere")), digest)


def test_a_digest_that_cannot_be_made_is_a_problem_and_the_rest_is_made(
    shelved: tuple[Library, Feed], monkeypatch: pytest.MonkeyPatch
) -> None:
    def ask(_worker: Worker, wish: Wish) -> Digest | Problem:
        if wish.article.title == "About b":
            raise EOFError
        return make_digest(wish)

    library, _ = shelved
    monkeypatch.setattr(Worker, "ask", ask)
    problems, _told = made(library)
    assert [str(problem) for problem in problems] == ["About b: its digest could not be made"]
    assert len(library.digests.missing(ENGINE)) == 1
