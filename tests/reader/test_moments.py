"""Times as they are here: of one zone, so that they can be compared; days as they are anywhere."""

import time
from collections.abc import Iterator

import pytest

from reader.moments import day, day_and_time, moment


@pytest.fixture(autouse=True)
def _in_berlin() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "Europe/Berlin")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.parametrize(
    ("published", "here"),
    [
        ("2026-08-02T14:30:00+02:00", "2026-08-02 14:30"),
        ("2026-08-02T13:45:00+00:00", "2026-08-02 15:45"),
        ("2026-08-02T23:45:00Z", "2026-08-03 01:45"),
        ("2026-08-02", "2026-08-02"),
        ("", ""),
    ],
)
def test_the_time_is_that_of_here_and_a_day_without_time_stays(published: str, here: str) -> None:
    assert day_and_time(published) == here
    assert day(published) == here[:10]
    assert (moment(published) is None) == (here == "")
