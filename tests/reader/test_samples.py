"""The samples that come with the program open, and are ours."""

from io import BytesIO
from pathlib import Path

import pytest

from reader import samples
from reader.article import Article
from reader.sources.files import read_sources

OURS = {
    "ferry-tragedy-live.txt",
    "harbour-ferry.txt",
    "moorwerk.txt",
    "reading-room.txt",
    "tunnel-interview.txt",
    "water-valley.md",
}
GIVEN = "000_b506715465361b2e.txt"


def test_the_folder_of_a_checkout_holds_our_samples_and_the_given_one() -> None:
    assert {path.name for path in samples.folder().iterdir()} == OURS | {GIVEN, "NOTICE"}


def test_the_notice_names_every_sample() -> None:
    notice = (samples.folder() / "NOTICE").read_text(encoding="utf-8")
    theirs, ours = notice.split("Ours,")
    assert GIVEN in theirs
    assert all(name in ours for name in OURS)


def test_every_sample_opens_and_ours_say_where_they_come_from() -> None:
    found = list(read_sources([str(samples.folder())], BytesIO()))
    articles = [item for item in found if isinstance(item, Article)]
    assert len(articles) == len(found) == len(OURS) + 1
    ours = [article for article in articles if article.source]
    assert len(ours) == len(OURS)
    for article in ours:
        assert article.title
        assert article.published.startswith("2026-")
        assert article.url.split("/")[2].endswith(".example")
    assert max(len(article.text.split()) for article in ours) > 2000


def test_an_installed_package_has_its_own_samples(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = tmp_path / "reader" / "seeds"
    installed.mkdir(parents=True)
    monkeypatch.setattr(samples, "__file__", str(tmp_path / "reader" / "samples.py"))
    assert samples.folder() == installed
