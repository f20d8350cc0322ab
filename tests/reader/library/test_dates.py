from hypothesis import given
from hypothesis import strategies as st
from shelves import AT

from reader.library.dates import dated, seconds


def test_a_date_without_a_zone_is_utc() -> None:
    assert seconds("1970-01-02") == 86_400
    assert seconds("1970-01-01T01:00") == seconds("1970-01-01T01:00:00Z") == 3_600
    assert seconds("1970-01-01T01:00+02:00") == -3_600


def test_what_says_no_date_or_one_to_come_is_dated_by_its_arrival() -> None:
    assert dated("", AT) == dated("soon", AT) == dated("2999-01-01", AT) == int(AT)
    assert dated("1999-01-01", AT) == seconds("1999-01-01")


@given(
    st.text() | st.datetimes(timezones=st.timezones() | st.none()).map(lambda one: one.isoformat())
)
def test_any_text_is_a_date_or_none(text: str) -> None:
    assert seconds(text) is None or isinstance(seconds(text), int)
