"""Articles to stories: which accounts are of one event, and what they agree and disagree on.

Everything here is values made from accounts and their digests; nothing needs sumy but the summary.
"""

from collections.abc import Iterable, Sequence

from summarize.events.accounts import Account, in_time
from summarize.events.agreement import Agreement
from summarize.events.comparing import Comparison, Figure, Given, compare_claims, given
from summarize.events.copies import group_copies
from summarize.events.index import StoryIndex
from summarize.events.quoting import Difference, QuoteComparison, Telling, compare_quotes
from summarize.spans import Span

__all__ = [
    "Account",
    "Agreement",
    "Comparison",
    "Difference",
    "Figure",
    "Given",
    "QuoteComparison",
    "StoryIndex",
    "Telling",
    "compare_claims",
    "compare_quotes",
    "given",
    "group_copies",
    "group_stories",
    "summarize_story",
]


def group_stories(accounts: Iterable[Account], index: StoryIndex | None = None) -> StoryIndex:
    """Give each account the story that it belongs to, and return the index, which knows them.

    The accounts of one call are taken in the order of their times, whatever order they come in. An
    `index` is taken over and grows: what it was before is no more. Without one a new one begins.
    """
    index = StoryIndex() if index is None else index
    for account in sorted(accounts, key=in_time):
        index.add(account)
    return index


def summarize_story(
    accounts: Sequence[Account], *, words: int = 100
) -> tuple[tuple[str, Span], ...]:
    """Return the sentences that sum an event up, each with the key of its account.

    They are picked from all accounts together by `news`, no two alike, up to `words` words, and
    come as they read best: what stands at the top of its account first, then in the order of time.
    An account without a digest has no sentences.
    """
    from summarize.events.summing import sum_up  # only who sums up pays for it

    return sum_up(accounts, words)
