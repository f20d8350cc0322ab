"""Account: one outlet's article about an event, as the engine compares it with others."""

from dataclasses import dataclass

from summarize.digests import Digest


@dataclass(frozen=True, slots=True)
class Account:
    """One article as an account of an event.

    `key` names it among all others. `time` is when it was published, in seconds since 1970 (UTC).
    The spans of `digest` are of `text`; without a digest it can be grouped, but has no language, no
    sentences, quotes and figures to be compared.
    """

    key: str
    time: float
    outlet: str
    title: str
    text: str
    digest: Digest | None = None

    @property
    def language(self) -> str:
        """The language that the digest tells, "" without one."""
        return self.digest.language if self.digest else ""


def in_time(account: Account) -> tuple[float, str]:
    """Return what accounts are sorted by: when they came; the key decides between equals."""
    return account.time, account.key
