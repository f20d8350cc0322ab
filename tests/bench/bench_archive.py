"""How fast archives are digested, beside plain sumy LexRank, and by two workers beside one.

usage: python tests/bench/bench_archive.py [ARTICLES]

Rates are those of one core on invented articles of 2.3 kB: CPU time, of every article the least of
several runs by turns, so that a busy machine tells what an idle one would. The workers are measured
by the clock, on ARTICLES (2,000 if left out), start and stop of the cluster aside: for that the
machine must be idle.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = 40
RUNS = 8

Work = Callable[[dict[str, str]], object]


def plain_sumy() -> Work:
    """Return sumy's LexRank with its own stemmer; the tokens are ours, nltk's need a download."""
    from sumy.nlp.stemmers import Stemmer
    from sumy.parsers.plaintext import PlaintextParser
    from sumy.summarizers.lex_rank import LexRankSummarizer
    from sumy.utils import get_stop_words

    from summarize import split_sentences
    from summarize.ranking.rankings import Tokenizer

    class Both(Tokenizer):
        def to_sentences(self, paragraph: str) -> tuple[str, ...]:
            return tuple(span.cut(paragraph) for span in split_sentences(paragraph))

    summarizer = LexRankSummarizer(Stemmer("english"))
    summarizer.stop_words = get_stop_words("english")

    def work(told: dict[str, str]) -> object:
        return summarizer(PlaintextParser.from_string(told["text"], Both("en")).document, 3)

    return work


def everything() -> Work:
    """Return what a worker does with an article: read it, digest it, make its row of Parquet."""
    import json

    import pyarrow as pa

    from reader.archive.articles import article_of
    from reader.archive.asked import Asked
    from reader.archive.entries import Entry
    from reader.archive.tables import row, schema
    from summarize import digest

    asked = Asked()
    columns = schema(asked)

    def work(told: dict[str, str]) -> object:
        article = article_of(Entry("", 0, json.loads(json.dumps(told))), asked.columns)
        found = row(article, digest(article.text, title=article.title))
        return pa.Table.from_pylist([found], columns)

    return work


def digest_only() -> Work:
    """Return the engine's part of it: summary, quotes and claims."""
    from summarize import digest

    return lambda told: digest(told["text"], title=told["title"])


def rates(works: Sequence[Work], told: Sequence[dict[str, str]]) -> list[float]:
    """Return articles a second of each work, by the least CPU time of each article."""
    least = [[float("inf")] * len(told) for _ in works]
    for work in works:
        work(told[0])
    for _ in range(RUNS):
        for times, work in zip(least, works, strict=True):
            for number, one in enumerate(told):
                begin = time.process_time_ns()
                work(one)
                times[number] = min(times[number], (time.process_time_ns() - begin) / 1e9)
    return [len(told) / sum(times) for times in least]


def compare_with_sumy() -> Iterator[str]:
    """Yield articles a second of one core: everything, its parts, and plain sumy alone."""
    from invented import records

    told = list(records(SAMPLE))
    size = sum(len(one["text"]) for one in told) / len(told) / 1000
    yield f"one core, articles of {size:.1f} kB:"
    peer, engine, whole = rates([plain_sumy(), digest_only(), everything()], told)
    yield f"  plain sumy LexRank, summary only    {peer:5.0f} articles/s"
    yield f"  summary, quotes and claims          {engine:5.0f} articles/s, {engine / peer:.1f} x"
    yield f"  the same from JSON line to Parquet  {whole:5.0f} articles/s, {whole / peer:.1f} x"


def compare_workers(count: int) -> Iterator[str]:
    """Yield the seconds that one and two workers take, from the first report to the last block."""
    from archives import lines, packed
    from invented import records

    with tempfile.TemporaryDirectory() as place:
        source = packed(Path(place) / "a.jsonl", lines(records(count)))
        seconds = {
            workers: _seconds(source, Path(place) / str(workers), workers) for workers in (1, 2)
        }
    for workers, took in seconds.items():
        yield f"  {workers} worker(s): {count / took:.0f} articles/s by the clock"
    yield f"  two are {seconds[1] / seconds[2]:.2f} times as fast as one"


def _seconds(source: Path, out: Path, workers: int) -> float:
    from archives import files_of

    from reader.archive.asked import Asked
    from reader.archive.blocks import Block, cut
    from reader.archive.running import connected, run
    from reader.archive.shelf import Shelf
    from reader.archive.work import digest_block

    (file,) = files_of(source)
    blocks = [block for block in cut(file, file.size // 40) if isinstance(block, Block)]
    shelf, asked = Shelf.at(str(out)), Asked()
    with connected(workers, "") as client:
        events: list[Any] = list(run(client, digest_block, blocks[:4], asked, shelf))  # warm
        begin = time.monotonic()
        events += run(client, digest_block, blocks, asked, shelf)
        return time.monotonic() - begin


def main() -> None:
    """Print every comparison."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    for comparison in (compare_with_sumy(), compare_workers(count)):
        for line in comparison:
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support")]
    main()
