"""How fast the engine splits and summarises, beside sumy and sentencex in the same run.

usage: python tests/bench/bench_summaries.py

Times are CPU times of one core on articles that the script makes up, the best of several runs.
"""

import random
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SYLLABLES = ("ba", "cor", "den", "fi", "gal", "hu", "kri", "lom", "mer", "no", "pra", "sti", "tur")
SMALL = ("the", "of", "and", "to", "in", "a", "that", "is", "was", "for", "with", "by", "not")
ARTICLES = 40
RUNS = 5


def make_article(seed: int, sentences: int) -> str:
    """Return an article whose words are as uneven in frequency as those of a language."""
    chance = random.Random(seed)
    topics = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(3000)]
    weights = [1 / rank for rank in range(1, len(topics) + 1)]
    lines = []
    for _ in range(sentences):
        words = chance.choices(topics, weights, k=chance.randint(8, 26))
        words = [chance.choice(SMALL) if chance.random() < 0.4 else word for word in words]
        lines.append(" ".join(words).capitalize() + ".")
    return "\n\n".join(" ".join(lines[at : at + 3]) for at in range(0, len(lines), 3))


def cost(work: Callable[[], object], runs: int = RUNS) -> float:
    """Return the least CPU time of several runs, in seconds."""
    times = []
    for _ in range(runs):
        begin = time.process_time()
        work()
        times.append(time.process_time() - begin)
    return min(times)


def each(work: Callable[[str], object], articles: Iterable[str]) -> None:
    """Do the work for every article."""
    for text in articles:
        work(text)


def plain_sumy(text: str) -> object:
    """Summarise as sumy's own documentation does, with our tokens: nltk's need a download."""
    from sumy.parsers.plaintext import PlaintextParser
    from sumy.summarizers.lex_rank import LexRankSummarizer

    from summarize import split_sentences
    from summarize.ranking.rankings import Tokenizer
    from summarize.words import stemmer, stop_words

    class Both(Tokenizer):
        def to_sentences(self, paragraph: str) -> tuple[str, ...]:
            return tuple(span.cut(paragraph) for span in split_sentences(paragraph))

    summarizer = LexRankSummarizer(stemmer("en"))
    summarizer.stop_words = stop_words("en")
    return summarizer(PlaintextParser.from_string(text, Both("en")).document, 3)


def compare_with_sumy() -> Iterator[str]:
    """Yield articles a second of `news` and `lex-rank`, and of sumy's LexRank."""
    from summarize import summarize

    articles = [make_article(seed, 22) for seed in range(ARTICLES)]
    size = sum(map(len, articles)) / len(articles) / 1000
    yield f"{ARTICLES} articles of {size:.1f} thousand characters, one core, three sentences each:"
    peer = cost(partial(each, plain_sumy, articles))
    yield f"  sumy LexRank  {ARTICLES / peer:7.0f} articles/s"
    for method in ("lex-rank", "news"):
        own = cost(partial(each, partial(summarize, method=method), articles))
        yield f"  {method:13} {ARTICLES / own:7.0f} articles/s, {peer / own:.1f} times sumy"


def compare_sizes() -> Iterator[str]:
    """Yield the warm CPU time of texts of growing length, and sumy's where it is bearable."""
    from summarize import summarize

    yield "CPU, warm, by number of sentences:"
    for sentences in (30, 300, 1000):
        text = make_article(7, sentences)
        times = [cost(partial(summarize, text, method=method)) for method in ("news", "lex-rank")]
        peer = f"{cost(partial(plain_sumy, text), 1) * 1000:.0f} ms" if sentences < 1000 else "-"
        yield (
            f"  {sentences:5} sentences: news {times[0] * 1000:.1f} ms, "
            f"lex-rank {times[1] * 1000:.1f} ms, sumy LexRank {peer}"
        )


def compare_splitters() -> Iterator[str]:
    """Yield the rate of `split_sentences`, and of sentencex if it is installed."""
    from summarize import split_sentences

    articles = [make_article(seed, 22) for seed in range(ARTICLES)]
    size = sum(map(len, articles)) / 1e6
    own = cost(partial(each, split_sentences, articles), 15)
    yield f"sentences: split_sentences {size / own:.1f} million characters/s"
    if find_spec("sentencex") is None:
        yield "  sentencex is not installed, so nothing stands beside it"
        return
    sentencex = import_module("sentencex")  # has no types, and need not be there
    peer = cost(partial(each, partial(sentencex.get_sentence_boundaries, "en"), articles), 15)
    rate = f"{size / peer:.1f} million characters/s"
    yield f"  sentencex {rate}; ours is {peer / own:.2f} of that"


def main() -> None:
    """Print every comparison."""
    for compare in (compare_with_sumy, compare_sizes, compare_splitters):
        for line in compare():
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
