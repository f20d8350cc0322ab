"""Time the reading of figures beside quantulum3: characters per second of CPU, and their ratio.

Run it from the project's root: python tests/bench/bench_claims.py [ARTICLES]
Both read the same news text, which the script makes itself. Without quantulum3 it says so.
"""

import importlib
import sys
import time
import warnings
from collections.abc import Callable

from summarize import find_claims

SENTENCES = (
    "{who} said on Tuesday that {n} {things} had been moved to {place}.",
    "Shares of {who} fell {p} percent to ${n}.50 after the figures came out.",
    "The council of {place} met for three hours and did not say what it had decided.",
    "At least {n} {things} were counted near {place}, up from {m} a year earlier.",
    "Nobody in {place} had expected the old mill to open its doors again this summer.",
    '"We have waited long enough," said {who}, who has lived in {place} since 1998.',
    "The new road, some {m} kilometres long, will cost between ${p} million and ${n} million.",
    "{who} thanked the neighbours, the school and the fire service for their help that night.",
    "It rained on the market square, and the stalls were packed away before noon.",
    "On March 3 at 10:30 a.m. the jury heard about {p} percent of the {things}.",
)
WHO = ("Lena Harsk", "Orvane Corp", "Jonas Reth", "the Torvania Post", "Veluna Air")
PLACES = ("Torvania", "Lower Harsk", "Port Veluna", "the Reth valley")
THINGS = ("crates of apples", "U.S. visitors", "boats", "letters", "solar panels")


def articles(count: int) -> list[str]:
    """Return invented news articles of twenty sentences, the same on every run."""
    return ["\n\n".join(_sentence(20 * article + n) for n in range(20)) for article in range(count)]


def _sentence(number: int) -> str:
    """Return the sentence of a running number: every list is gone through at its own pace."""
    return SENTENCES[number % len(SENTENCES)].format(
        who=WHO[number // 3 % len(WHO)],
        place=PLACES[number // 7 % len(PLACES)],
        things=THINGS[number // 5 % len(THINGS)],
        n=20 + number * 37 % 880,
        m=2 + number * 11 % 18,
        p=2 + number * 13 % 58,
    )


def speed(read: Callable[[str], object], texts: list[str]) -> float:
    """Return how many characters `read` takes in a second of CPU, warmed up."""
    read(texts[0])
    start = time.process_time()
    for text in texts:
        read(text)
    return sum(map(len, texts)) / (time.process_time() - start)


def peer() -> Callable[[str], object] | None:
    """Return quantulum3's reader, or None where it is not installed."""
    try:
        parser = importlib.import_module("quantulum3.parser")
    except ImportError:
        return None
    parse: Callable[[str], object] = parser.parse
    return parse


def main(count: int) -> None:
    """Print both speeds and their ratio."""
    warnings.simplefilter("ignore")
    texts = articles(count)
    ours = speed(find_claims, texts)
    say(f"summarize.find_claims  {ours:>12,.0f} characters per second of CPU")
    other = peer()
    if other is None:
        say("quantulum3 is not installed: nothing to compare with (pip install quantulum3)")
        return
    theirs = speed(other, texts[: max(1, count // 40)])
    say(f"quantulum3             {theirs:>12,.0f} characters per second of CPU")
    say(f"ratio                  {ours / theirs:>12,.0f}")


def say(line: str) -> None:
    """Write a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
