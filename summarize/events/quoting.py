"""Comparing quotes: the same words in several accounts, and where words or speaker differ."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from summarize.events.accounts import Account, in_time
from summarize.events.copies import Copies, group_copies
from summarize.events.lexicon import lexicon, root, terms
from summarize.quotes import Quote

Difference = Literal["no", "wording", "speaker"]

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_SHINGLE = 3
_SHORTEST = 3
"""Words from which a part of a quote is known as that quote; fewer may be anybody's."""

_LONGEST = 120
"""Words of a quote that are compared."""

_ALIKE = 0.7
_ENOUGH = 5
"""Words from which quotes with other words between may be one."""

_TELLING, _FREELY = 2, 0.6
"""Telling words, and what part of them, that a quote shares with its speaker's own wording."""

_MORE = 2
"""Words at the end by which another wording is longer, and which no piece of a quote lacks."""

_ORDER: Mapping[Difference, int] = {"speaker": 0, "wording": 1, "no": 2}


@dataclass(frozen=True, slots=True)
class Telling:
    """One account's form of a quote; its spans are of that account's text."""

    account: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class QuoteComparison:
    """One quote and who carries it, in the order of time.

    `differs` is "wording" where accounts give other words, "speaker" where they name another
    speaker; a part of the quote is no other wording. `alone` says that one account alone, with its
    copies, has it.
    """

    tellings: tuple[Telling, ...]
    differs: Difference
    alone: bool


class _Told(NamedTuple):
    """A quote with its words, these with contractions written out, and the speaker's name."""

    account: Account
    quote: Quote
    words: tuple[str, ...]
    plain: tuple[str, ...]
    telling: frozenset[str]
    name: frozenset[str]


def compare_quotes(
    accounts: Sequence[Account], copies: Copies | None = None
) -> tuple[QuoteComparison, ...]:
    """Return the quotes of one event's accounts, each once, those that differ first.

    `copies` are what `group_copies` gave, where it was asked before.
    """
    told = list(_told(accounts))
    groups = _groups(told)
    texts = group_copies(accounts) if copies is None else copies
    original = {key: keys[0] for keys in texts for key in keys}
    compared = []
    for group in groups:
        once: dict[str, _Told] = {}
        for one in group:
            once.setdefault(one.account.key, one)
        compared.append(
            QuoteComparison(
                tuple(Telling(key, one.quote) for key, one in once.items()),
                _difference(list(once.values())),
                len({original[key] for key in once}) == 1,
            )
        )
    return tuple(sorted(compared, key=lambda one: (one.alone, _ORDER[one.differs])))


def _told(accounts: Sequence[Account]) -> Iterator[_Told]:
    for account in sorted(accounts, key=in_time):
        for quote in account.digest.quotes if account.digest else ():
            words = _WORD.findall(quote.span.cut(account.text).lower().replace("’", "'"))
            if words:
                told = tuple(words[:_LONGEST])
                plain = tuple(_plain(told, account))
                stems = lexicon(account.language).stems
                telling = frozenset(filter(None, (stems[word] for word in plain)))
                yield _Told(account, quote, told, plain, telling, _name(account, quote))


def _plain(words: Iterable[str], account: Account) -> Iterator[str]:
    """Yield words with their contractions written out: "is", "not" for "isn't"."""
    endings = terms(account.language).contractions
    for word in words:
        ending = next((end for end in endings if word.endswith(end)), None) if "'" in word else None
        if ending:
            yield word.removesuffix(ending)
            yield endings[ending]
        else:
            yield word


def _groups(told: Sequence[_Told]) -> list[list[_Told]]:
    """Return quotes that are one together; each joins the first that it is like."""
    groups: list[list[_Told]] = []
    led: defaultdict[tuple[str, ...], dict[int, None]] = defaultdict(dict)
    for one in told:
        near = dict.fromkeys(place for key in _keys(one) for place in led[key])
        place = next((at for at in near if _is_one(groups[at][0], one)), len(groups))
        if place == len(groups):
            groups.append([])
        groups[place].append(one)
        for key in _keys(one):
            led[key][place] = None
    return groups


def _keys(one: _Told) -> Iterator[tuple[str, ...]]:
    """Yield what quotes must share to be looked at: some words, or a speaker and a telling word."""
    sizes = {min(_SHINGLE, len(one.plain))} | ({2} if len(one.plain) <= _ENOUGH else set())
    for size in sizes:
        for at in range(len(one.plain) - size + 1):
            yield one.plain[at : at + size]
    yield from ((name, word) for name in one.name for word in one.telling)


def _is_one(one: _Told, other: _Told) -> bool:
    """Tell whether two quotes are the same words, a part of them, or nearly the same.

    Nearly the same words of two persons are two quotes: one turns the other's round.
    """
    short, long = sorted((one.plain, other.plain), key=len)
    if short == long or (len(short) >= _SHORTEST and _holds(long, short)):
        return True
    if one.name and other.name and one.name.isdisjoint(other.name):
        return False
    if not one.name.isdisjoint(other.name) and _is_said_freely(one, other):
        return True
    blocks = SequenceMatcher(None, short, long, autojunk=False).get_matching_blocks()
    shared = sum(block.size for block in blocks)
    if len(short) < _ENOUGH:
        return shared == len(short) > _SHORTEST and len(long) <= len(short) + 1
    return max(shared, _held_anywhere(long, short)) >= _ALIKE * len(short)


def _held_anywhere(long: tuple[str, ...], short: tuple[str, ...]) -> int:
    """Return how many words of a quote stand in another beside the same words, in any order.

    "We had water within minutes, and nobody was left"; "Nobody was left; we had water …".
    """
    told = set(_shingles(long))
    shared = (at for at, words in enumerate(_shingles(short)) if words in told)
    return len({at + step for at in shared for step in range(_SHINGLE)})


def _shingles(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    return (words[at : at + _SHINGLE] for at in range(len(words) - _SHINGLE + 1))


def _is_said_freely(one: _Told, other: _Told) -> bool:
    """Tell whether two quotes of one speaker share most words that tell something."""
    shared, least = len(one.telling & other.telling), min(len(one.telling), len(other.telling))
    return shared >= _TELLING and shared >= _FREELY * least


def _holds(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    size = len(short)
    return any(long[at : at + size] == short for at in range(len(long) - size + 1))


def _difference(told: Sequence[_Told]) -> Difference:
    names = [one.name for one in told if one.name]
    if any(one.isdisjoint(other) for one in names for other in names):
        return "speaker"
    long = max((one.words for one in told), key=len)
    return "no" if all(_is_part(one.words, long) for one in told) else "wording"


def _is_part(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell whether a quote is another or a piece of it; a word more at the end is other wording."""
    lacks = len(long) - len(short)
    return _holds(long, short) and not (0 < lacks <= _MORE and long[:-lacks] == short)


def _name(account: Account, quote: Quote) -> frozenset[str]:
    """Return the words of the speaker's name; none where only an office or a pronoun is told."""
    words = lexicon(account.language)
    name = quote.speaker.name if quote.speaker else ""
    return (
        frozenset(
            low
            for word in _WORD.findall(name)
            if word[0].isupper()
            and root(low := word.lower().removesuffix("'s")) not in words.common
        )
        - words.skipped
    )
