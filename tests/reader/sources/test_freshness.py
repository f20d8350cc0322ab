import pytest

from reader.sources.freshness import LONGEST, seconds_to_wait

NOW = 1_800_000_000.0  # 15 January 2027, 08:00 UTC


@pytest.mark.parametrize(
    ("status", "headers", "seconds"),
    [
        (200, {}, 0),
        (200, {"cache-control": "public, max-age=900"}, 900),
        (304, {"cache-control": 'MAX-AGE="60"'}, 60),
        (200, {"cache-control": "max-age=900", "age": "300"}, 600),
        (200, {"cache-control": "max-age=900", "age": "1200"}, 0),
        (200, {"cache-control": "no-cache, max-age=900"}, 0),
        (200, {"cache-control": "s-maxage=900"}, 0),
        (200, {"cache-control": "max-age=31536000"}, LONGEST),
        (200, {"cache-control": "max-age=" + "9" * 5000}, LONGEST),
        (200, {"cache-control": "max-age=-5"}, 0),
        (429, {"retry-after": "3600"}, 3600),
        (429, {}, 600),
        (503, {"retry-after": "Fri, 15 Jan 2027 08:10:00 GMT"}, 600),
        (503, {"retry-after": "Fri, 15 Jan 2027 07:10:00 GMT"}, 0),
        (503, {"retry-after": "soon"}, 0),
        (503, {"retry-after": "Mon, 99 Foo 99999 99:99:99 GMT"}, 0),
        (503, {"retry-after": "٣"}, 0),
    ],
)
def test_a_server_may_ask_to_be_left_alone_for_a_while(
    status: int, headers: dict[str, str], seconds: int
) -> None:
    assert seconds_to_wait(status, headers, NOW) == seconds
