import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article import is_clean
from reader.problems import Problem
from reader.sources.addresses import Address, is_public, masked

NOT_PUBLIC = (
    "0.0.0.0",  # noqa: S104 - not bound to, but refused
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "127.8.9.1",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.8",
    "192.0.2.1",
    "192.168.1.1",
    "198.18.0.1",
    "224.0.0.1",
    "239.1.1.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",  # a mapped address is never given out; no name service answers with one
    "::7f00:1",
    "64:ff9b::7f00:1",
    "64:ff9b::10.0.0.1",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "2002:a00:1::1",
    "3fff::1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "localhost",
    "127.1",
    "",
)


@pytest.mark.parametrize("ip", NOT_PUBLIC)
def test_what_is_not_on_the_public_internet_is_told(ip: str) -> None:
    assert not is_public(ip)


@pytest.mark.parametrize(
    "ip", ["8.8.8.8", "172.32.0.1", "223.255.255.254", "2a00:1450::1", "64:ff9b::8.8.8.8"]
)
def test_what_is_on_the_public_internet_is_told(ip: str) -> None:
    assert is_public(ip)


@pytest.mark.parametrize(
    ("address", "scheme", "host", "port", "target"),
    [
        ("http://News.Example", "http", "news.example", 80, "/"),
        ("https://news.example./a?b=c#d", "https", "news.example", 443, "/a?b=c"),
        ("HTTP://news.example:8080/x", "http", "news.example", 8080, "/x"),
        ("https://bücher.example/ä b", "https", "xn--bcher-kva.example", 443, "/%C3%A4%20b"),
        ("http://[::1]:8080/", "http", "::1", 8080, "/"),
        ("http://news.example/%7Ea?q=%20", "http", "news.example", 80, "/%7Ea?q=%20"),
        ("http://news.example/a\r\nHost: other", "http", "news.example", 80, "/a%20Host:%20other"),
    ],
)
def test_an_address_is_taken_apart(
    address: str, scheme: str, host: str, port: int, target: str
) -> None:
    assert Address.parse(address) == Address(scheme, host, port, target)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "news",
        "http://",
        "http:///feed",
        "http://[::1",
        "http://news.example:99999/",
        "http://news..example/",
        "http://a b.example/",
        "http://" + "a" * 300 + ".example/",
        "http://news.example/" + "a" * 9000,
        "http://" + "ü" * 10_000,
    ],
)
def test_what_is_no_web_address_is_a_problem(address: str) -> None:
    with pytest.raises(Problem, match="is not a web address"):
        Address.parse(address)


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://news.example", "data:,x"])
def test_only_http_and_https_are_read(address: str) -> None:
    with pytest.raises(Problem, match="only http and https are read"):
        Address.parse(address)


def test_a_host_and_a_port_make_one_server() -> None:
    home = Address.parse("http://nas.example/feed")
    assert home.shares_host(Address.parse("https://nas.example/other"))
    assert not home.shares_host(Address.parse("http://nas.example:6379/"))
    assert not home.shares_host(Address.parse("http://other.example/"))


@pytest.mark.parametrize(
    ("start", "location", "there"),
    [
        ("http://ada:pw@a.example/x/y", "z", "http://ada:pw@a.example/x/z"),
        ("http://ada:pw@a.example/x", "https://a.example/x", "https://ada:pw@a.example/x"),
        ("https://ada:pw@a.example/x", "http://a.example/x", "http://a.example/x"),
        ("http://ada:pw@a.example/x", "http://b.example/", "http://b.example/"),
        ("http://a.example/x", "http://eve:pw@b.example/", "http://b.example/"),
        ("https://a.example/x", "//b.example/y", "https://b.example/y"),
    ],
)
def test_a_password_goes_along_to_its_own_host_only(start: str, location: str, there: str) -> None:
    assert Address.parse(start).follow(location).url_with_credentials == there


def test_an_address_without_its_password_can_be_had() -> None:
    address = Address.parse("http://ada%40home:p%2Fw@a.example:81/x")
    assert address.credentials == "ada@home:p/w"
    assert address.url == "http://a.example:81/x"
    assert address.url_with_credentials == "http://ada%40home:p%2Fw@a.example:81/x"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://ada:pw@a.example/x", "https://***@a.example/x"),
        ("https://token@a.example/x", "https://***@a.example/x"),
        ("ada:pw@a.example/x", "***@a.example/x"),
        ("https://a.example/x?token=abc&page=2", "https://a.example/x?token=***&page=2"),
        ("https://a.example/x?page=2&api_key=abc", "https://a.example/x?page=2&api_key=***"),
        ("https://a.example/?feedToken=a#key=b", "https://a.example/?feedToken=***#key=***"),
        ("https://a.example/?X-Amz-Signature=a", "https://a.example/?X-Amz-Signature=***"),
        ("https://a.example/?to%6ben=a;sig=b", "https://a.example/?to%6ben=***;sig=***"),
        ("https://a.example/?PASSWORD=a&auth=b", "https://a.example/?PASSWORD=***&auth=***"),
        ("https://a.example/@ada?author=b&design=c", "https://a.example/@ada?author=b&design=c"),
        ("leads to http://a:b@c.example, twice", "leads to http://***@c.example, twice"),
        ("https://a.example/\x1b[31mred", "https://a.example/red"),
    ],
)
def test_secrets_are_not_shown(address: str, shown: str) -> None:
    assert masked(address) == shown


def test_a_problem_with_an_address_keeps_its_secret() -> None:
    with pytest.raises(Problem) as raised:
        Address.parse("https://ada:pw@a.example:99999/?key=abc")
    assert "pw" not in str(raised.value)
    assert "abc" not in str(raised.value)


@given(st.text(alphabet=st.sampled_from("a:/@?&=#.%[]\\ \x1b\ud800ü1"), max_size=60))
def test_any_text_is_an_address_or_a_problem_and_can_be_shown(text: str) -> None:
    assert is_clean(masked(text))
    assert masked(masked(text)) == masked(text)
    try:
        address = Address.parse(f"http://{text}")
    except Problem as problem:
        said = str(problem)
    else:
        assert Address.parse(address.url_with_credentials) == address
        said = address.host + address.target
    assert is_clean(said)


def test_masking_takes_time_in_proportion_to_the_text() -> None:
    def seconds(piece: str, times: int) -> float:
        text = piece * times
        start = time.process_time()
        masked(text)
        return time.process_time() - start

    for piece in ("://", "a@", "?key=", "?a", ":@/", "=", "&" * 10):
        assert seconds(piece, 40_000) < 40 * seconds(piece, 4_000) + 0.05
