"""The gold for stories and drafts, as read from its files, and what both validators need."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
MARKS = re.compile("[\"'“”„‘’‚«»‹›]")
SCALES = {"million": 1e6, "millionen": 1e6, "billion": 1e9, "m": 1e6, "bn": 1e9}
WORDS = {
    **dict.fromkeys(("one", "ein", "eine"), 1),
    **dict.fromkeys(("two", "zwei"), 2),
    **dict.fromkeys(("three", "drei"), 3),
    **dict.fromkeys(("four", "vier"), 4),
    **dict.fromkeys(("five", "fünf"), 5),
    **dict.fromkeys(("six", "sechs"), 6),
    **dict.fromkeys(("seven", "sieben"), 7),
    **dict.fromkeys(("eight", "acht"), 8),
    **dict.fromkeys(("nine", "neun"), 9),
    **dict.fromkeys(("ten", "zehn"), 10),
    **dict.fromkeys(("eleven", "elf"), 11),
    **dict.fromkeys(("twelve", "zwölf"), 12),
    "thirteen": 13,
    "vierzehn": 14,
    "seventeen": 17,
    "nineteen": 19,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "eighty": 80,
    "sixty-three": 63,
}
PARTS = {
    "four in ten": 0.4,
    "two fifths": 0.4,
    "three quarters": 0.75,
    "nine in ten": 0.9,
    "one in five": 0.2,
    "one in nine": 1 / 9,
    "a quarter": 0.25,
    "two thirds": 2 / 3,
}
NUMERAL = re.compile(r"\d+(?:[.,]\d+)*|[a-zäöü]+(?:-three)?")


def _digits(numeral: str) -> float:
    """Read thousands as marked by comma or point before three digits, else a decimal."""
    return float(re.sub(r"[.,](?=\d{3}(?!\d))", "", numeral).replace(",", "."))


def numbers(words: str) -> set[float]:
    """Every number that the words can be read to hold, in digits or in words."""
    low = words.lower()
    found = {value for part, value in PARTS.items() if part in low}
    pieces = NUMERAL.findall(low)
    for piece, after in zip(pieces, [*pieces[1:], ""], strict=True):
        value = _digits(piece) if piece[0].isdigit() else WORDS.get(piece)
        if value is not None:
            found |= {value, round(value * SCALES.get(after, 1), 6)}
    return found


def plain(words: str) -> str:
    """The words without their marks of quotation, small, to find them again in any dress."""
    return " ".join(MARKS.sub("", words).lower().split())


def load(path: Path) -> Any:  # noqa: ANN401  # what stands in a file of JSON
    """The value of one JSON file."""
    return json.loads(path.read_text(encoding="utf-8"))


@cache
def read_all(folder: str) -> tuple[dict[str, Any], ...]:
    """The values of every JSON file of the folder, in the order of their names."""
    return tuple(load(path) for path in sorted((HERE / folder).glob("*.json")))


def accounts(folder: str = "stories/events") -> dict[str, dict[str, Any]]:
    """Every account of every event of the folder, by its key."""
    return {account["key"]: account for event in read_all(folder) for account in event["accounts"]}
