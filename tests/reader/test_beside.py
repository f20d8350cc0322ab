"""Work in a process of its own: what it gives, what went wrong, and its end where nobody waits."""

import time
from pathlib import Path

import pytest

from reader.article import Article, clean, make_article
from reader.beside import beside
from reader.library import Library
from reader.problems import Problem


def test_what_the_work_gives_comes_back() -> None:
    assert beside("reader.article:clean", "a\x1bb") == clean("a\x1bb")


def test_more_than_a_pipe_holds_is_given_and_comes_back() -> None:
    end, text = time.monotonic() + 20, "Words. " * 200_000
    found = beside("reader.article:clean", text, is_wanted=lambda: time.monotonic() < end)
    assert found == text


def test_a_problem_is_raised_here_as_it_was_there(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="the library is empty"):
        beside(
            "reader.checking.errands:check_draft", tmp_path / "none", Article("1", "A", "A text.")
        )


def test_a_process_that_dies_is_a_problem() -> None:
    with pytest.raises(Problem, match=r"broke off \(abort\); ask for it again"):
        beside("os:abort")


def test_what_nobody_wants_any_more_is_ended() -> None:
    end = time.monotonic() + 0.2
    started = time.monotonic()
    assert beside("time:sleep", 60, is_wanted=lambda: time.monotonic() < end) is None
    assert time.monotonic() - started < 30


def test_what_the_work_tells_on_the_way_is_heard(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with Library.open(path) as library:
        library.articles.store(None, [make_article(title="Mill", text="A mill burned.")], 1.0)
    draft = make_article(title="A draft", text="At least 12 mills burned. “We ran,” said Ida Moll.")
    heard: list[tuple[int, int]] = []
    work = "reader.checking.errands:check_draft"
    found = beside(work, path, draft, tell=lambda *far: heard.append(far))
    assert len(found) == 2
    assert heard[-1] == (2, 3)
