"""Check: what came of holding a draft against the library, and how far the work on it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from textual.worker import Worker

from reader.article import Article
from reader.problems import Problem

if TYPE_CHECKING:
    from reader.compared import Finding

AT_WORK: Final = "Checking against the library…"


@dataclass(slots=True)
class Check:
    """The check of one draft.

    `draft` is the newest that was read of it, shown once it is checked. `result` is what the last
    check came to, None until there was one; `share` how much of the one that is at `work` is done,
    in percent.
    """

    draft: Article
    result: "Sequence[Finding] | Problem | None" = None
    work: Worker[None] | None = None
    share: int = 0
    cancelled: bool = False

    def begin(self, work: Worker[None]) -> None:
        """Take note of work that has begun."""
        self.work, self.share, self.cancelled = work, 0, False

    def end(self, result: "Sequence[Finding] | Problem") -> None:
        """Take what the work came to."""
        self.work, self.result = None, result

    def cancel(self) -> None:
        """End the work; what an earlier one came to stays."""
        if self.work:
            self.work.cancel()
        self.work, self.cancelled = None, True

    @property
    def findings(self) -> "Sequence[Finding]":
        """What was found last, as far as anything was."""
        return () if self.result is None or isinstance(self.result, Problem) else self.result

    @property
    def has_come(self) -> bool:
        """Whether there is anything to show, be it that nothing was found."""
        return not (self.result is None or isinstance(self.result, Problem))

    @property
    def is_due(self) -> bool:
        """Whether the person may ask for it anew: it was cancelled, or could not be done."""
        return self.work is None and (self.cancelled or not self.has_come)

    def told(self, key: str) -> str:
        """Say how far it is, or why nothing was found; `key` cancels it and begins it anew."""
        if self.work:
            return f"{AT_WORK} {self.share} % ({key} cancels)"
        if self.cancelled:
            return f"Check cancelled; {key} begins it anew"
        return str(self.result)
