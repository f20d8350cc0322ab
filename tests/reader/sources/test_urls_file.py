"""newsboat's file gives its feeds; what is newsboat's own is named and left out."""

from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from reader.problems import Problem
from reader.sources.subscriptions import Subscription
from reader.sources.urls_file import read_urls_file

FILE = r"""# my feeds
https://varn.example/f news "two words" "~The \"Varn\" Courier"
  "http://moor.example/f?a=b" !hidden
http://plain.example/ # not read

"query:Unread:unread = \"yes\"" all
exec:~/bin/feed "~Own"
ftp://a.example/
"""


def test_feeds_have_their_title_their_tags_and_the_first_tag_for_a_folder() -> None:
    items = [str(item) if isinstance(item, Problem) else item for item in read(FILE)]
    assert items == [
        Subscription("https://varn.example/f", 'The "Varn" Courier', "news", ("news", "two words")),
        Subscription("http://moor.example/f?a=b"),
        Subscription("http://plain.example/", "", "not", ("not", "read")),
        "urls, line 6: is newsboat's own query; left out",
        "urls, line 7: is newsboat's own exec; left out",
        "urls, line 8: has no http or https address; left out",
    ]


def read(text: str) -> list[Subscription | Problem]:
    return list(read_urls_file(text.encode(), "urls"))


@given(st.binary(max_size=80))
def test_all_bytes_give_subscriptions_or_problems(data: bytes) -> None:
    with suppress(Problem):
        list(read_urls_file(b'http://a.example/ "' + data, "urls"))
