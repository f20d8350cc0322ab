"""newsboat's `urls` file: a feed a line, with its tags and its title."""

import re
from collections.abc import Iterator

from reader.article import clean_line
from reader.problems import Problem
from reader.sources.decoding import decode_feed
from reader.sources.subscriptions import FOLDER_SIGN, Subscription, feed_address

_WORD = re.compile(r'"((?:[^"\\]|\\.)*+)"?|([^\s"]\S*+)')
_NOT_FEEDS = ("query:", "exec:", "filter:")


def read_urls_file(data: bytes, where: str) -> Iterator[Subscription | Problem]:
    """Yield the feeds of the file in order, each in the folder that its first tag names.

    What newsboat makes itself (`query:`), or runs as a program, is a Problem that names the line.
    """
    for number, line in enumerate(decode_feed(data).splitlines(), 1):
        words = [_word(found) for found in _WORD.finditer(line)]
        if not words or words[0].startswith("#"):
            continue
        address = feed_address(words[0])
        if address:
            yield _subscription(address, words[1:])
        elif words[0].startswith(_NOT_FEEDS):
            kind = words[0].partition(":")[0]
            yield Problem(f"{where}, line {number}", f"is newsboat's own {kind}; left out")
        else:
            yield Problem(f"{where}, line {number}", "has no http or https address; left out")


def _subscription(address: str, words: list[str]) -> Subscription:
    title = next((word[1:] for word in words if word.startswith("~")), "")
    tags = tuple(word for word in words if word and word[0] not in "~!#")
    folder = tags[0].replace(FOLDER_SIGN, "-") if tags else ""
    return Subscription(address, title, folder, tags)


def _word(found: re.Match[str]) -> str:
    quoted, bare = found.groups()
    return clean_line(bare if quoted is None else re.sub(r"\\(.)", r"\1", quoted))
