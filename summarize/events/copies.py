"""Copies: accounts that are one text, as when several outlets print an agency's."""

import re
from collections.abc import Sequence
from functools import lru_cache

from summarize.events.accounts import Account, in_time

_WORD = re.compile(r"\w+")
_SHINGLE = 4
"""Words that follow each other and are compared as one."""

_LEAST = 0.7
"""The part of the shorter text's shingles that a copy shares."""

_SHORTEST = 0.4
"""How long the shorter text must be beside the longer."""

_KEPT = 64
"""Texts of which the runs are remembered, some 30 kB each."""

Copies = tuple[tuple[str, ...], ...]
"""The keys of accounts that are one text, by texts."""


def group_copies(accounts: Sequence[Account]) -> Copies:
    """Return the keys of accounts that are near-identical copies, the earliest first.

    Texts are compared by the runs of words that they share (Broder 1997), so that one that was cut
    or touched up is still known. An account without copies is alone in its group.
    """
    groups: list[list[str]] = []
    shingles: list[frozenset[int]] = []
    for account in sorted(accounts, key=in_time):
        own = _shingles(account.text)
        found = next((i for i, other in enumerate(shingles) if _is_copy(own, other)), None)
        if found is None:
            groups.append([account.key])
            shingles.append(own)
        else:
            groups[found].append(account.key)
    return tuple(map(tuple, groups))


def originals(accounts: Sequence[Account]) -> list[Account]:
    """Return the accounts without copies of others; the earliest of each is kept."""
    first = {keys[0] for keys in group_copies(accounts)}
    return [account for account in accounts if account.key in first]


@lru_cache(maxsize=_KEPT)
def _shingles(text: str) -> frozenset[int]:
    """Return the runs of words of a text, by numbers that stand for them while the program runs."""
    words = _WORD.findall(text.lower())
    shifted = (words[at:] for at in range(min(_SHINGLE, len(words))))
    return frozenset(map(hash, zip(*shifted, strict=False)))


def _is_copy(one: frozenset[int], other: frozenset[int]) -> bool:
    short, long = sorted((one, other), key=len)
    if not short or len(short) < _SHORTEST * len(long):
        return short == long
    return len(short & long) >= _LEAST * len(short)
