"""How fast archives are digested, beside plain sumy LexRank, and by two workers beside one.

usage: python tests/bench/bench_archive.py [ARTICLES]

Rates are those of one core on invented articles of 2.3 kB: CPU time, the least of several runs by
turns, so that a busy machine tells what an idle one would. Workers are measured by the clock on
ARTICLES (2,000 if left out), start and stop aside, part by part in turns with a pool of as many
plain processes: how much faster two of those are is what the machine has to give.
"""

import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import AbstractContextManager, ExitStack, contextmanager
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

from archives import files_of, lines, packed
from invented import records

from reader.archive.asked import Asked
from reader.archive.blocks import Block, cut
from reader.archive.running import connected, run
from reader.archive.shelf import Shelf
from reader.archive.work import digest_block
from summarize import digest, split_sentences
from summarize.ranking.rankings import Tokenizer

SAMPLE = 40
RUNS = 8
BLOCK = 400  # articles of a block that is measured whole
PARTS, PIECES = 5, 8  # of the articles for the workers, and blocks of a part

Work = Callable[[dict[str, str]], object]
Team = Callable[[Path, Sequence[Block]], object]  # digests blocks to a folder


def plain_sumy() -> Work:
    """Return sumy's LexRank with its own stemmer; the tokens are ours, nltk's need a download."""
    from sumy.nlp.stemmers import Stemmer
    from sumy.parsers.plaintext import PlaintextParser
    from sumy.summarizers.lex_rank import LexRankSummarizer
    from sumy.utils import get_stop_words

    class Both(Tokenizer):
        def to_sentences(self, paragraph: str) -> tuple[str, ...]:
            return tuple(span.cut(paragraph) for span in split_sentences(paragraph))

    summarizer = LexRankSummarizer(Stemmer("english"))
    summarizer.stop_words = get_stop_words("english")

    def work(told: dict[str, str]) -> object:
        return summarizer(PlaintextParser.from_string(told["text"], Both("en")).document, 3)

    return work


def digest_only() -> Work:
    """Return the engine's part of it: summary, quotes and claims."""
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


def block_rate(place: Path) -> float:
    """Return articles a second of a block's whole way from a file of JSON lines to Parquet."""
    (block,) = blocks_of(place, BLOCK, 1)
    least = float("inf")
    for number in range(RUNS):
        begin = time.process_time()
        digest_in(place / str(number), block)
        least = min(least, time.process_time() - begin)
    return BLOCK / least


def blocks_of(place: Path, articles: int, count: int) -> list[Block]:
    """Write articles to a file and cut it into blocks."""
    (file,) = files_of(packed(place / "a.jsonl", lines(records(articles))))
    return [block for block in cut(file, -(-file.size // count)) if isinstance(block, Block)]


def digest_in(out: Path, block: Block) -> int:
    """Digest a block to a folder, as a worker does, and return how many articles it had."""
    return digest_block(block, Asked(), Shelf.at(str(out)), lambda *_: None).articles


def compare_with_sumy() -> Iterator[str]:
    """Yield articles a second of one core: everything, its parts, and plain sumy alone."""
    told = list(records(SAMPLE))
    size = sum(len(one["text"]) for one in told) / len(told) / 1000
    yield f"one core, articles of {size:.1f} kB:"
    peer, engine = rates([plain_sumy(), digest_only()], told)
    with TemporaryDirectory() as place:
        whole = block_rate(Path(place))
    yield f"  plain sumy LexRank, summary only    {peer:5.0f} articles/s"
    yield f"  summary, quotes and claims          {engine:5.0f} articles/s, {engine / peer:.1f} x"
    yield f"  the same from JSON line to Parquet  {whole:5.0f} articles/s, {whole / peer:.1f} x"


@contextmanager
def of_dask(workers: int) -> Iterator[Team]:
    """Give what `pullquote digest` runs."""
    with connected(workers, "") as client:
        yield lambda out, blocks: list(
            run(client, digest_block, blocks, Asked(), Shelf.at(str(out)))
        )


@contextmanager
def of_processes(workers: int) -> Iterator[Team]:
    """Give a pool of plain processes."""
    with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
        yield lambda out, blocks: list(pool.map(partial(digest_in, out), blocks))


KINDS: dict[str, Callable[[int], AbstractContextManager[Team]]] = {
    "worker(s)": of_dask,
    "plain process(es)": of_processes,
}


def compare_workers(count: int) -> Iterator[str]:
    """Yield how many articles a second one and two workers digest, and plain processes."""
    took: defaultdict[tuple[str, int], float] = defaultdict(float)
    with TemporaryDirectory() as folder, ExitStack() as stack:
        blocks = blocks_of(Path(folder), count, PARTS * PIECES)
        teams = {
            (kind, number): stack.enter_context(start(number))
            for kind, start in KINDS.items()
            for number in (1, 2)
        }
        for team in teams.values():  # the first blocks warm every process
            team(Path(folder, "warm"), blocks[:4])
        for part in range(PARTS):
            some = blocks[part::PARTS]
            for name, team in teams.items():
                begin = time.monotonic()
                team(Path(folder, f"{part}-{name[0]}-{name[1]}"), some)
                took[name] += time.monotonic() - begin
    for kind in KINDS:
        one, two = took[kind, 1], took[kind, 2]
        yield (
            f"  1 and 2 {kind}: {count / one:.0f} and {count / two:.0f} articles/s by the clock,"
            f" {one / two:.2f} times as fast"
        )


def main() -> None:
    """Print every comparison."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    for comparison in (compare_with_sumy(), compare_workers(count)):
        for line in comparison:
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
