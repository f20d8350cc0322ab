"""Summing up: the sentences of several accounts that tell an event, each thing once."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarize.events.accounts import Account, in_time
from summarize.events.copies import originals
from summarize.lengths import Length, fitting
from summarize.spans import Span
from summarize.words import stop_words, words

_MOST = 300
"""Sentences that are ranked, the first ones of each account."""

_LEAST = 3
"""Sentences of each account that are ranked however many accounts there are."""

_ALIKE = 0.6
"""The part of the shorter sentence's words from which two are alike."""

_GAP = "\n\n"


class _Sentence(NamedTuple):
    account: Account
    span: Span
    place: int


def sum_up(accounts: Sequence[Account], most: int) -> tuple[tuple[str, Span], ...]:
    """Return the best sentences of the accounts; see `summarize.summarize_story`."""
    told = sorted((one for one in originals(accounts) if one.digest), key=in_time)
    sentences = list(_sentences(told))
    if not sentences:
        return ()
    from summarize.ranking.rankings import rank_places

    language = told[0].language
    text = _GAP.join(one.span.cut(one.account.text) for one in sentences)
    spans = list(_joined(sentences))
    ranked = rank_places(
        text,
        spans,
        [one.place for one in sentences],
        title=" ".join(account.title for account in told),
        language=language,
    )
    told_words = [words(text, span, language) for span in spans]
    order = _unlike(ranked, told_words, stop_words(language))
    sizes = [len(told) for told in told_words]
    chosen = [sentences[place] for place in fitting(order, sizes, Length(most, "words"))]
    chosen.sort(key=lambda one: (one.place, in_time(one.account)))
    return tuple((one.account.key, one.span) for one in chosen)


def _unlike(
    order: Sequence[int], told: Sequence[tuple[str, ...]], skipped: frozenset[str]
) -> list[int]:
    """Return `order` without the sentences that say again what a better one says."""
    kept: list[int] = []
    before: list[frozenset[str]] = []
    for place in order:
        own = frozenset(told[place]) - skipped
        if all(len(own & one) < _ALIKE * min(len(own), len(one)) for one in before if one):
            kept.append(place)
            before.append(own)
    return kept


def _sentences(accounts: Sequence[Account]) -> Iterator[_Sentence]:
    """Yield the first sentences of each account, without its furniture."""
    each = max(_LEAST, _MOST // max(1, len(accounts)))
    for account in accounts:
        if account.digest:
            furniture = frozenset(account.digest.furniture)
            kept = [span for span in account.digest.sentences if span not in furniture]
            for place, span in enumerate(kept[:each]):
                yield _Sentence(account, span, place)


def _joined(sentences: Sequence[_Sentence]) -> Iterator[Span]:
    """Yield the spans of the sentences in the text that they make together."""
    start = 0
    for one in sentences:
        end = start + one.span.end - one.span.start
        yield Span(start, end)
        start = end + len(_GAP)
