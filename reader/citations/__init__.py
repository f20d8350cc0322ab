"""A quote, a claim or other words with their source, in the forms that they leave the reader in."""

from reader.citations.annotations import citation_record
from reader.citations.citation import Citation, cite, said_by
from reader.citations.fragments import passage_address
from reader.citations.markdown import block_quote
from reader.citations.passages import Citable, Excerpt, copied_span
from reader.citations.plain import with_source
from reader.citations.references import Reference, bibtex_entry, csl_item, reference_to

__all__ = [
    "Citable",
    "Citation",
    "Excerpt",
    "Reference",
    "bibtex_entry",
    "block_quote",
    "citation_record",
    "cite",
    "copied_span",
    "csl_item",
    "passage_address",
    "reference_to",
    "said_by",
    "with_source",
]
