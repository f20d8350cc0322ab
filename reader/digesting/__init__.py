"""Digests and stories, found in a process that may die without harm."""

from reader.digesting.digester import Digester
from reader.digesting.errands import (
    Compared,
    Comparing,
    Errand,
    Grouped,
    Grouping,
    Outcome,
    Wish,
    make_digest,
)
from reader.digesting.worker import Worker

__all__ = [
    "Compared",
    "Comparing",
    "Digester",
    "Errand",
    "Grouped",
    "Grouping",
    "Outcome",
    "Wish",
    "Worker",
    "make_digest",
]
