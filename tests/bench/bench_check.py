"""Measure `pullquote check` on a draft of 2,000 words, start of Python included, beside a floor.

Run it from the project's root: python tests/bench/bench_check.py [LIBRARY]
LIBRARY is any library; without one, one of 100,000 articles is made first, as for bench_library.
The draft is made of its texts: 20 quotes, half of them with a word changed, and 40 figures. The
floor is a process that opens the library and asks its index for the same quotes as phrases, and
does nothing with the answers. CPU seconds, least of five.
"""

import random
import re
import resource
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

FLOOR = """
import sqlite3, sys
library = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
for line in open(sys.argv[2], encoding="utf-8"):
    library.execute("SELECT rowid FROM search WHERE search MATCH ? LIMIT 30", (line,)).fetchall()
"""
WORDS, QUOTES, ARTICLES = 2000, 20, 100_000


def draft(library: Path) -> tuple[str, list[str]]:
    """Return a draft about the library's articles, and its quotes."""
    picked = random.Random(7)
    with sqlite3.connect(f"file:{library}?mode=ro", uri=True) as connection:
        (last,) = connection.execute("SELECT max(key) FROM articles").fetchone()
        keys = picked.sample(range(1, last + 1), QUOTES)
        texts = [
            connection.execute("SELECT text FROM shown_texts WHERE key = ?", (key,)).fetchone()[0]
            for key in keys
        ]
    paragraphs, quotes = [], []
    for number, text in enumerate(texts):
        words = re.findall(r"\w+", text)
        start = picked.randrange(len(words) - 80)
        quoted = words[start : start + 15]
        quotes.append(" ".join(quoted))
        if number % 2:
            quoted[7] = "otherwise"
        told = " ".join(words[start + 16 : start + 16 + WORDS // QUOTES - 32])
        paragraphs.append(
            f"“{' '.join(quoted).capitalize()},” said Ada Kovac. At least {number + 20} {words[5]}s"
            f" of the {words[6]} {words[7]} were counted. It cost ${number + 3} million. {told}."
        )
    return "\n\n".join(paragraphs), quotes


def cpu(*command: str) -> float:
    """Return the CPU seconds that a command takes, the least of five runs."""
    return min(_once(command) for _ in range(5))


def _once(command: tuple[str, ...]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, capture_output=True, check=False)
    if b"Traceback" in done.stderr or done.returncode not in {0, 1}:
        sys.exit(done.stderr.decode())
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(library: Path) -> None:
    """Print both figures and their ratio."""
    text, quotes = draft(library)
    with tempfile.TemporaryDirectory() as folder:
        written, phrases = Path(folder, "draft.txt"), Path(folder, "phrases.txt")
        written.write_text(text, encoding="utf-8")
        phrases.write_text("\n".join(f'"{quote}"' for quote in quotes), encoding="utf-8")
        python = sys.executable
        check = ("-m", "reader.cli", "check", "--library", str(library), str(written))
        ours = cpu(python, *check)
        floor = cpu(python, "-c", FLOOR, str(library), str(phrases))
    words = len(re.findall(r"\w+", text))
    sys.stdout.write(
        f"pullquote check, {words} words   {ours:6.2f} s of CPU\n"
        f"the phrases asked for alone      {floor:6.2f} s of CPU\n"
        f"ratio                            {ours / floor:6.1f}\n"
    )


def made(path: Path) -> Path:
    """Return a new library of invented articles."""
    from bench_library import fill, vocabulary

    from reader.library import Library

    chance = random.Random(7)
    with Library.open(path) as library:
        fill(library, ARTICLES, chance, vocabulary(chance))
    return path


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as place:
            main(made(Path(place, "library.db")))
