"""Articles to digests, in a process that may die without harm."""

from reader.digesting.digester import Digester
from reader.digesting.worker import Wish, Worker, make_digest

__all__ = ["Digester", "Wish", "Worker", "make_digest"]
