"""Feeds damaged at random, in many encodings: articles or one sentence, in time, and clean."""

import codecs
import gzip
import json
import time
from html import escape
from random import Random

import pytest

from reader.article import Article, is_clean
from reader.problems import Problem
from reader.sources.feeds import read_feed

SEED = 20260503
SECONDS = 1.0
SCRIPT = "stealTheCookies(document)"
ENCODINGS = (
    *("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le"),
    *("windows-1251", "windows-1252", "iso-8859-1", "iso-8859-2", "iso-8859-5", "iso-8859-15"),
    *("koi8-r", "shift_jis", "euc-jp", "iso-2022-jp", "gb2312", "gb18030", "big5", "euc-kr"),
)
NAMES = (*ENCODINGS, "us-ascii", "nonsense", "utf-7", "x-user-defined", "")
WORDS = ("Grüße", "Москва", "東京", "서울", "水坝", "żółć", "mill", "café", "— “so” …", "1 €")
HTML = (
    f"<p>The mill <b>burned</b>, said “Ilka”.</p><script>{SCRIPT}</script><ul><li>one<li>two</ul>"
    f"<style>p {{ x: '{SCRIPT}' }}</style><table><tr><td>1<td>2</table>"
    f"<p onclick='{SCRIPT}'>End &eacute;.</p>"
    f"<a href='javascript:{SCRIPT}'>link</a><svg><script>{SCRIPT}</script></svg><!-- {SCRIPT} -->"
)
PIECES = (
    *(
        "<item>",
        "</item>",
        "<title>",
        "</title>",
        "<description>",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
    ),
    *("&#27;[2J", "&amp;#27;]52;c;eA==&amp;#7;", "\x1b[31m", "\x9b31m", "\u202e", "\u200b", "\x00"),
    *(
        "&nbsp;",
        "&nosuch;",
        "&",
        "<",
        ">",
        '"',
        "'",
        "&#x110000;",
        "&#xD800;",
        "\ufffe",
        "<p",
        "</",
    ),
    *(
        "<content:encoded>",
        "<link/>",
        "<b>" * 300,
        "xmlns:a='http://purl.org/rss/1.0/'",
        "<?x",
        "%x;",
    ),
)
DOCTYPES = (
    "",
    "<!DOCTYPE rss>",
    '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
    '<!DOCTYPE l [<!ENTITY a "lolol"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY x "&b;&b;&b;&b;">]>',
    '<!DOCTYPE p [<!ENTITY % e SYSTEM "http://127.0.0.1:9/e"> %e;]>',
)


def document(random: Random) -> str:
    """Return a feed of some kind, with markup written in one of the ways that feeds use."""
    words = " ".join(random.choices(WORDS, k=5))
    ways = (HTML, escape(HTML), f"<![CDATA[{HTML}]]>", escape(escape(HTML)), "&x;")
    body, kind = random.choice(ways[:3]), random.choice(["rss", "atom", "rdf", "json"])
    title = random.choice(
        [words, f"{words} &x;", f"<![CDATA[<i>{words}</i>]]>", escape(f"<b>{words}</b>")]
    )
    if kind == "json":
        items = [{"id": at, "title": words, "content_html": f"{words}{HTML}"} for at in range(3)]
        return json.dumps({"items": items}, ensure_ascii=random.random() < 0.5)
    item, root, guid, text = {
        "atom": ("entry", "feed", "id", "content"),
        "rss": ("item", "rss", "guid", "description"),
        "rdf": ("item", "rdf:RDF", "dc:identifier", "content:encoded"),
    }[kind]
    told = "".join(
        f"<{item}><{guid}>{at}</{guid}><title>{title}</title><{text} type='html'>{words}{body}"
        f"</{text}><link>https://a.example/{at}</link></{item}>"
        for at in range(3)
    )
    head = f"<?xml version='1.0'?>{random.choice(DOCTYPES)}"
    return f"{head}<{root}><channel><title>{title}</title></channel>{told}</{root}>"


def damaged(text: str, random: Random) -> str:
    for _ in range(random.choice([0, 0, 1, 3, 20])):
        at, length = random.randrange(len(text) + 1), random.randrange(1, 60)
        put_in = random.choice([random.choice(PIECES), "", text[:length]])
        text = text[:at] + put_in + text[at + (0 if put_in else length) :]
    return text


def encoded(text: str, random: Random) -> bytes:
    """Return the bytes in some encoding, declared rightly, wrongly or not at all."""
    encoding = random.choice(ENCODINGS)
    name = encoding if random.random() < 0.6 else random.choice(NAMES)
    declaration = f'<?xml version="1.0" encoding="{name}"?>' if random.random() < 0.8 else ""
    data = text.replace("<?xml version='1.0'?>", declaration).encode(encoding, "ignore")
    if random.random() < 0.1:
        data = random.choice([codecs.BOM_UTF8, codecs.BOM_UTF16_BE, b"\n \t", b"junk"]) + data
    if random.random() < 0.2:
        data = data[: random.randrange(len(data) + 1)]
    return gzip.compress(data)[: random.choice([None, 400])] if random.random() < 0.1 else data


def strewn(data: bytes, random: Random) -> bytes:
    """Return the bytes with some that mean nothing put in."""
    at = random.randrange(len(data) + 1)
    return data[:at] + random.choice([b"", b"", b"", random.randbytes(5)]) + data[at:]


def fields(article: Article) -> tuple[str, ...]:
    marks = tuple(mark.address for mark in article.markup)
    return (
        article.id,
        article.title,
        article.text,
        article.source,
        article.url,
        article.guid,
        *marks,
    )


@pytest.mark.parametrize("feeds", [400, pytest.param(40_000, marks=pytest.mark.soak)])
def test_damaged_feeds_give_clean_articles_or_a_problem_in_time(feeds: int) -> None:
    random = Random(SEED)
    read = 0
    for at in range(feeds):
        whole = document(random)
        text = damaged(whole, random)
        sent = encoded(text, random)
        data = strewn(sent, random)
        started = time.process_time()
        try:
            feed = read_feed(data, address="https://a.example/f", key="f", media_type="text/xml")
        except Problem:
            continue
        assert time.process_time() - started < SECONDS, at
        read += len(feed.articles)
        for article in feed.articles:
            assert all(map(is_clean, fields(article))), at
            if text == whole and data == sent:
                assert SCRIPT not in "".join(fields(article)), (at, data)
    assert read > feeds
