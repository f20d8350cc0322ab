"""The dates of feeds come out as ISO 8601, with the time zone where it is known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article import make_article
from reader.sources.dates import iso_date


@pytest.mark.parametrize(
    ("told", "read"),
    [
        ("Sun, 03 May 2026 21:10:00 +0200", "2026-05-03T21:10:00+02:00"),
        ("3 May 26 21:10 EDT", "2026-05-03T21:10:00-04:00"),
        ("Sunday, 03-May-26 21:10:00 GMT", "2026-05-03T21:10:00+00:00"),
        ("Sun May  3 21:10:00 2026", "2026-05-03T21:10:00"),
        ("May 3, 2026 9:10 PM", "2026-05-03T21:10:00"),
        ("2026-05-03T21:10:00.25Z", "2026-05-03T21:10:00+00:00"),
        ("2026-05-03 21:10", "2026-05-03T21:10:00"),
        ("20260503", "2026-05-03"),
        ("Sun, 03 May 2026 24:00:00 GMT", "2026-05-04T00:00:00+00:00"),
        ("3 May 2026 10:00 Nowhere/Time", "2026-05-03T10:00:00"),
        ("2026-02-30", ""),
        ("2026", ""),
        ("yesterday", ""),
        ("x" * 5000, ""),
    ],
)
def test_a_date_is_read_in_the_forms_that_feeds_use(told: str, read: str) -> None:
    assert iso_date(told) == read


@given(st.text(st.sampled_from("0123456789-:+TtZ ,MayJunGMT٣"), max_size=30) | st.text())
def test_any_text_is_a_date_that_an_article_takes_or_none(told: str) -> None:
    date = iso_date(told)
    assert make_article(title="", text="x", published=date).published == date
