"""The library at 100,000 articles: first page, pages anywhere, searches, orders, storing.

The texts are made by a seeded generator: words by Zipf's law, 5 kB each. Searches stand beside a
plain scan with LIKE over the same texts.
"""

import argparse
import itertools
import random
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from reader.article import Article
from reader.library import ORDERS, Library, Recipe
from summarize import Claim, Digest, Pick, Quote, Span, Speaker, Summary

AT = 1_780_000_000.0
VOCABULARY = 150_000
WORDS = 720  # some 5 kB
BATCH = 1000
SYLLABLES = "ba ke lo mi nu ra st te vo zi an er in or al sh tr pe co de ful gen hum jat"


def vocabulary(chance: random.Random) -> list[str]:
    """Return invented words, the short ones first, as common words are."""
    syllables = SYLLABLES.split()
    made: dict[str, None] = {}
    while len(made) < VOCABULARY:
        size = min(5, 1 + len(made).bit_length() // 5 + chance.randint(0, 1))
        made["".join(chance.choices(syllables, k=size))] = None
    return list(made)


def texts(chance: random.Random, words: list[str]) -> Iterator[str]:
    """Give texts without end; the n-th word of the vocabulary has the weight 1 / (n + 2.7)."""
    weights = list(itertools.accumulate(1 / (rank + 2.7) for rank in range(len(words))))
    while True:
        yield " ".join(chance.choices(words, cum_weights=weights, k=WORDS))


def articles(count: int, chance: random.Random, words: list[str]) -> Iterator[Article]:
    """Give articles of five outlets."""
    for number, text in enumerate(itertools.islice(texts(chance, words), count)):
        title = " ".join(chance.choices(words[:5000], k=8)).capitalize()
        yield Article(
            f"{number:012x}",
            title,
            text,
            f"Outlet {number % 50}",
            f"https://news.example/{number}",
            f"2026-0{1 + number % 5}-{1 + number % 28:02}",
            3,
            str(number),
        )


def fill(library: Library, count: int, chance: random.Random, words: list[str]) -> None:
    """Store the articles and print how many a second, without the time to make them."""
    feed = library.feeds.subscribe("https://news.example/feed", title="News")
    made, wall, cpu = articles(count, chance, words), 0.0, 0.0
    while batch := list(itertools.islice(made, BATCH)):
        start, start_cpu = time.perf_counter(), time.process_time()
        library.articles.store(feed, batch, AT)
        wall, cpu = wall + time.perf_counter() - start, cpu + time.process_time() - start_cpu
    say(f"stored and indexed, batches of {BATCH}", count / wall, "a second")
    say("the same by CPU time", count / cpu, "a second")


def say(what: str, figure: float, unit: str, beside: str = "") -> None:
    """Print one line of the table."""
    sys.stdout.write(f"{what:44} {figure:10.2f} {unit:9} {beside}\n")
    sys.stdout.flush()


def milliseconds(work: Callable[..., object], *given: object, rounds: int = 7) -> float:
    """Return the median time of some rounds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work(*given)
        times.append(time.perf_counter() - start)
    return 1000 * median(times)


def measure_lists(path: Path, library: Library, chance: random.Random) -> None:
    """First page with opening, every order, rows and pages anywhere."""

    def first_page() -> None:
        with Library.open(path) as fresh:
            fresh.listing.rows(fresh.listing.newest("", 50))

    def page_before(key: int) -> None:
        library.listing.rows(library.listing.newest("", 50, key))

    say("open, nothing else", milliseconds(lambda: Library.open(path).close()), "ms")
    say("open and first page of 50 rows", milliseconds(first_page), "ms")
    for order in ORDERS:
        say(f"all keys, {order}", milliseconds(library.listing.all, "", order), "ms")
    keys = library.listing.all("", "title")
    places = [chance.randrange(len(keys)) for _ in range(300)]
    rows = [milliseconds(library.listing.rows, keys[at : at + 50], rounds=1) for at in places]
    pages = [milliseconds(page_before, at, rounds=1) for at in places]
    say("50 rows anywhere by title, 95th percentile", quantiles(rows, n=20)[-1], "ms")
    say("page of 50 by key anywhere, 95th percentile", quantiles(pages, n=20)[-1], "ms")


def searches(words: list[str]) -> dict[str, str]:
    """Return queries of every kind, by what they are."""
    rare, very_rare = words[20_000], words[140_000]
    return {
        "the most common word": words[0],
        "two common words": f"{words[0]} {words[3]}",
        "a middling word": words[2000],
        "rare beside common": f"{words[0]} {rare}",
        "very rare beside common": f"{words[1]} {very_rare}",
        "common without common": f"{words[0]} -{words[1]}",
        "without a common word": f"-{words[5]}",
        "prefix of three letters": "bak*",
        "another of three letters": "ste*",
        "prefix of two letters": "st*",
        "prefix of one letter": "s*",
        "phrase of common words": f'"{words[0]} {words[1]}"',
        "rare phrase": f'"{words[0]} {words[900]}"',
        "common and unread": f"{words[0]} is:unread",
        "common and starred": f"{words[0]} is:starred",
        "unread": "is:unread",
        "starred": "is:starred",
        "a feed": 'feed:"outlet 17"',
        "all feeds by a part of their names": "feed:outlet",
        "since a date": "after:2026-03",
        "no such word": "qqqqqq",
    }


def measure_searches(library: Library, words: list[str]) -> None:
    """The newest 50 of each search, and all of them, beside a scan with LIKE."""
    for what, query in searches(words).items():
        newest = milliseconds(library.listing.newest, query, 50)
        whole = milliseconds(library.listing.all, query, rounds=3)
        found = len(library.listing.all(query))
        say(f"newest 50: {what}", newest, "ms", f"all {found} in {whole:.0f} ms")
    scan = "SELECT key FROM shown_texts WHERE text LIKE ? ORDER BY key DESC LIMIT 50"
    for what, word in (("common", words[0]), ("very rare", words[140_000])):
        took = milliseconds(library._database.all, scan, (f"% {word} %",), rounds=1)
        say(f"beside: LIKE, a {what} word", took, "ms")


def some_digest(key: int) -> Digest:
    """Return a digest with ten quotes and ten claims, of a thousand speakers."""
    speaker = Speaker(Span(1, 9), f"Person {key % 1000}")
    return Digest(
        "en",
        tuple(Span(at, at + 90) for at in range(0, 4000, 100)),
        Summary("news", tuple(Pick(Span(at, at + 90), at // 100, 1) for at in (0, 100, 200))),
        tuple(Quote(Span(at, at + 50), "direct", speaker) for at in range(0, 1000, 100)),
        tuple(Claim(Span(at, at + 9), at, "percent", unit="percent") for at in range(0, 1000, 100)),
    )


def measure_findings(library: Library, count: int) -> None:
    """Quotes by speaker and claims by unit, where the oldest articles have digests."""
    keys = library.listing.all("", "oldest")[:count]
    texts_of = {key: article.text for key in keys if (article := library.articles.get(key))}
    start = time.perf_counter()
    for key, text in texts_of.items():
        library.digests.keep(key, text, some_digest(key), Recipe("1"))
    say("digests kept", len(texts_of) / (time.perf_counter() - start), "a second")

    def first_quote(speaker: str) -> None:
        next(library.findings.quotes(speaker=speaker))

    def every_quote(speaker: str) -> None:
        deque(library.findings.quotes(speaker=speaker), maxlen=0)

    def first_claim(unit: str) -> None:
        next(library.findings.claims(unit=unit))

    for name in ("person 77", "77", "person"):
        whole = milliseconds(every_quote, name, rounds=1)
        say(f"first quote of “{name}”", milliseconds(first_quote, name), "ms", f"all {whole:.0f}")
    say("first claim in percent", milliseconds(first_claim, "percent"), "ms")
    say("1000 articles without a digest", milliseconds(library.digests.missing, "1"), "ms")
    everything = library.listing.all()
    say("mark all as read", milliseconds(library.states.mark_read, everything, rounds=1), "ms")
    say("undo that", milliseconds(library.states.undo, rounds=1), "ms")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--library", type=Path, help="keep it there, or use what is there")
    options = parser.parse_args()
    chance = random.Random(20260614)
    words = vocabulary(chance)
    with TemporaryDirectory() as folder:
        path = options.library or Path(folder, "library.db")
        there = path.exists()
        with Library.open(path) as library:
            if not there:
                fill(library, options.articles, chance, words)
                library.states.star(library.listing.all()[::5000])
            say("size of the file", path.stat().st_size / 1e6, "MB")
            measure_lists(path, library, chance)
            measure_searches(library, words)
            measure_findings(library, options.articles // 5)


if __name__ == "__main__":
    main()
