"""A quote, a claim or other words with their source; each form that they leave in is a module."""

from reader.citations.citation import Citation, cite, said_by
from reader.citations.passages import Citable, Excerpt, copied_span

__all__ = ["Citable", "Citation", "Excerpt", "cite", "copied_span", "said_by"]
