"""How fast accounts are grouped, in how much memory, and what it costs to compare a story.

usage: python tests/bench/bench_stories.py [DAYS] [ARTICLES A DAY] [ARTICLES STORED]

Articles are made up: events with names and words of their own, told by several outlets over two
days. The accounts of a story are of such words, dense with figures that are told alike, or of
sentences of a practice event (`tests/quality/stories/practice`), as outlets tell it. Rates are CPU
of one core, without the making up. The floors are those of the project.
"""

import json
import random
import re
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.library import Library
    from reader.tui.story_page import Told
    from summarize.stories import Account

ROOT = Path(__file__).resolve().parents[2]
SYLLABLES = tuple(one + other for one in "bcdfghjklmnprstvwz" for other in "aeiou")
SMALL = ("the", "of", "and", "to", "in", "a", "that", "is", "was", "for", "with", "by", "not")
OUTLETS = 5  # that tell of an event
DAY = 86_400
RATE, MILLISECONDS = 500, 50  # floors: articles a second, and a story of 30 accounts
LENGTH = 300  # words of an article
ACCOUNTS = 30  # of a story
EVENTS = ROOT / "tests" / "quality" / "stories" / "practice"


class Maker:
    """Makes up accounts of events, in the order of time."""

    def __init__(self, seed: int = 1) -> None:
        self.chance = random.Random(seed)
        self.words = [self._word() for _ in range(20_000)]
        self.weights = [1 / rank for rank in range(10, len(self.words) + 10)]

    def _word(self) -> str:
        return "".join(self.chance.choices(SYLLABLES, k=self.chance.randint(3, 4)))

    def day(self, number: int, articles: int) -> list[tuple[str, int, float, str]]:
        """Return key, event, time and text of a day's articles."""
        made = []
        for event in range(articles // OUTLETS):
            names = [self._word().capitalize() for _ in range(6)]
            topic = self.chance.choices(self.words, k=40)
            for outlet in range(OUTLETS):
                when = number * DAY + self.chance.random() * DAY * (1 if outlet < 3 else 2)
                key = f"{number}-{event}-{outlet}"
                made.append((key, number * articles + event, when, self._text(names, topic)))
        return made

    def _text(self, names: list[str], topic: list[str]) -> str:
        plain = self.chance.choices(self.words, self.weights, k=LENGTH)
        for at in range(0, LENGTH, 7):
            plain[at] = self.chance.choice(topic)
            plain[at - 1] = self.chance.choice(SMALL)
        for at in range(3, LENGTH, 25):
            plain[at] = self.chance.choice(names)
        sentences = (" ".join(plain[at : at + 15]) for at in range(0, LENGTH, 15))
        return ". ".join(one[0].upper() + one[1:] for one in sentences)


def days(count: int, articles: int) -> Iterator[list[tuple[str, int, float, str]]]:
    """Yield the articles of each day in the order of their times."""
    maker, later = Maker(), list[tuple[str, int, float, str]]()
    for number in range(count):
        made = [*later, *maker.day(number, articles)]
        later = [one for one in made if one[2] >= (number + 1) * DAY]
        yield sorted((one for one in made if one[2] < (number + 1) * DAY), key=lambda one: one[2])


def megabytes() -> float:
    """Return how much memory this process has now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def group_days(count: int, articles: int) -> Iterator[str]:
    """Yield the rate and the memory day by day, and how pure and whole the stories are."""
    from summarize.stories import Account, StoryIndex, group_stories

    told: set[str] = set()
    index, total, spent, right, whole = StoryIndex(), 0, 0.0, 0, 0
    for number, made in enumerate(days(count, articles), start=1):
        accounts = [Account(key, when, "", "", text) for key, _event, when, text in made]
        begin = time.process_time()
        index = group_stories(accounts, index)
        took = time.process_time() - begin
        closed = index.take_closed()
        spent, total = spent + took, total + len(accounts)
        right += sum(len({key.rpartition("-")[0] for key in story}) == 1 for story in closed)
        whole += len(closed)
        told.update(story[0] for story in closed)
        yield (
            f"  day {number:2}: {len(accounts)} articles, {len(accounts) / took:.0f} articles/s,"
            f" {megabytes():.0f} MB"
        )
    yield f"  all: {total / spent:.0f} articles/s (floor {RATE})"
    if whole:
        events = len({key.rpartition("-")[0] for key in told})
        yield (
            f"  of {whole} closed stories {100 * right / whole:.1f} percent are of one event;"
            f" there were {events} events"
        )


def group_one_more(stored: int) -> Iterator[str]:
    """Yield what one more article costs a library that has many."""
    from reader.article import make_article
    from reader.library import Library

    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder) / "l.db") as library:
        start = 1_770_000_000
        for made in days(max(1, stored // 10_000), min(stored, 10_000)):
            library.articles.store(
                None,
                [
                    make_article(
                        title="",
                        text=text,
                        url=f"https://a.example/{key}",
                        published=_iso(start + when),
                    )
                    for key, _event, when, text in made
                ],
                start + 400 * DAY,
            )
        keys = library.stories.ungrouped()
        begin = time.process_time()
        for _ in library.stories.group(keys[:-20]):
            pass
        took = time.process_time() - begin
        yield f"  {len(keys)} stored: {len(keys) / took:.0f} articles/s into the library"
        costs = [cost(partial(_group, library, key), 1) for key in keys[-20:]]
        yield f"  one more: {1000 * sorted(costs)[10]:.1f} ms CPU (median of 20)"


def _group(library: "Library", key: int) -> None:
    for _ in library.stories.group([key]):
        pass


def _iso(when: float) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%S+00:00", time.gmtime(when))


def cost(work: Callable[[], object], runs: int = 7) -> float:
    """Return the least CPU time of several runs, in seconds."""
    times = []
    for _ in range(runs):
        begin = time.process_time()
        work()
        times.append(time.process_time() - begin)
    return min(times)


def _written(count: int) -> "list[Account]":
    """Return so many accounts of the practice event that has most figures.

    Each says half of what one outlet told, and some of what others did.
    """
    from summarize import digest
    from summarize.stories import Account

    chance = random.Random(3)
    events = [
        json.loads(path.read_text(encoding="utf-8")) for path in sorted(EVENTS.glob("*.json"))
    ]
    event = max(events, key=lambda one: len(re.findall(r"\d+", json.dumps(one["accounts"]))))
    texts, language = [one["text"] for one in event["accounts"]], event["language"]
    split = [
        [span.cut(text) for span in digest(text, language=language).sentences] for text in texts
    ]
    told = []
    for number in range(count):
        body = "\n\n".join(
            sentence
            for outlet, sentences in enumerate(split)
            for sentence in sentences
            if chance.random() < (0.55 if outlet == number % len(split) else 0.1)
        )
        found = digest(body, language=language, method="lead")
        told.append(Account(f"{number}", 600.0 * number, "", event["event"], body, found))
    return told


def _invented(count: int) -> "list[Account]":
    """Return so many accounts of invented words, with many figures that are told alike."""
    from summarize import digest
    from summarize.stories import Account

    maker = Maker(3)
    told = []
    names, topic = [maker._word().capitalize() for _ in range(6)], maker.words[:40]
    for number in range(count):
        key, when, text = f"0-0-{number}", 60.0 * number, maker._text(names, topic)
        said = f' At least {number + 10} people were killed. "We saw {text[:40]}", said Ada Kovac.'
        body = "\n\n".join(
            f"{part}. Some {at + number} men paid ${at} million." * (at % 3 == 0) + said * (at < 3)
            for at, part in enumerate(text.split(". "))
        )
        found = digest(body, language="en", method="lead")
        told.append(Account(f"{key}-{number}", when, "", key, body, found))
    return told


def page(accounts: "Sequence[Account]") -> Iterator[str]:
    """Yield what the page of a story costs, from the library to what is seen first."""
    from reader.article import make_article
    from reader.library import Library, Recipe
    from reader.tui.marks import UNICODE
    from reader.tui.story_rows import story_sections
    from reader.tui.telling import tell
    from summarize import ENGINE, Length
    from summarize.events.readings import readings

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "l.db"
        with Library.open(path) as library:
            keys = []
            for one in accounts:
                made = make_article(
                    title=one.title, text=one.text, url=f"https://a.example/{one.key}", source="A"
                )
                (key,) = library.articles.store(None, [made], one.time).new
                if one.digest:
                    recipe = Recipe(ENGINE, "lead", Length(3, "sentences"))
                    library.digests.keep(key, made.text, one.digest, recipe)
                keys.append(key)
            for _ in library.stories.group(keys):
                pass
            story = library.stories.split(keys)

        def opening() -> "Told":
            return next(tell(path, story, lambda: False, lambda _: None))

        def whole() -> "Told":
            steps = tell(path, story, lambda: False, lambda _: None)
            return next(told for told in steps if told.story.compared)

        told = whole()
        rows = [row for part in story_sections(told, 120, UNICODE) for row in part.rows]

        def lay_out() -> None:
            sections = story_sections(told, 120, UNICODE)
            for row in [row for section in sections for row in section.rows][:45]:
                row.line(0)

        def forget() -> None:
            with Library.open(path) as library:
                library.stories.keep_comparisons(story, "", ())

        def anew() -> None:
            forget()
            readings.cache_clear()
            whole()

        read, kept, laid = cost(anew), cost(whole), cost(lay_out)
        forget()
        opened = cost(opening)
        yield f"  {len(told.story.articles)} accounts, {len(rows)} rows:"
        yield f"  whole, compared before: {1000 * (kept + laid):.0f} ms (floor {MILLISECONDS})"
        yield f"  not compared yet: summary and accounts in {1000 * (opened + laid):.0f} ms"
        yield f"  read and compared in {1000 * read:.0f} ms, beside the screen"
        yield f"  laid out, a page of it made, in {1000 * laid:.1f} ms, on the screen's thread"


def compare(told: "Sequence[Account]") -> Iterator[str]:
    """Yield what it costs to compare the accounts of one story, and to sum them up."""
    from summarize.stories import compare_claims, compare_quotes, summarize_story

    claims, quotes = (
        sum(len(getattr(one.digest, name)) for one in told) for name in ("claims", "quotes")
    )
    yield f"  {len(told)} accounts, {claims} claims, {quotes} quotes:"
    both = cost(lambda: (compare_claims(told), compare_quotes(told)))
    yield f"  compared in {1000 * both:.0f} ms CPU (floor {MILLISECONDS})"
    summarize_story(told)
    yield f"  summed up in {1000 * cost(lambda: summarize_story(told)):.0f} ms CPU, sumy loaded"


def main() -> None:
    """Print every figure."""
    given = [int(one) for one in sys.argv[1:]]
    count, articles, stored = (*given, *(3, 2000, 2000)[len(given) :])
    for title, lines in (
        (f"{articles} articles a day for {count} days:", group_days(count, articles)),
        ("the library:", group_one_more(stored)),
        ("a story of 30 written accounts:", compare(_written(ACCOUNTS))),
        ("its page:", page(_written(ACCOUNTS))),
        ("a story of 30 accounts of invented words:", compare(_invented(ACCOUNTS))),
        ("its page:", page(_invented(ACCOUNTS))),
    ):
        sys.stdout.write(f"{title}\n")
        for line in lines:
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
