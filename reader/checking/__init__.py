"""A person's own text held against the library: whether its quotes and figures stand there."""

from reader.checking.drafts import check
from reader.checking.tracing import Trace, trace_claim, trace_quote
from reader.checking.verdicts import STANDS, Checked, Passage, Verdict

__all__ = [
    "STANDS",
    "Checked",
    "Passage",
    "Trace",
    "Verdict",
    "check",
    "trace_claim",
    "trace_quote",
]
