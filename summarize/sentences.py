"""Text to sentence spans."""

import re

from summarize.spans import Span, trim

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s)|[。！？]|\n")


def split_sentences(text: str, language: str = "en") -> tuple[Span, ...]:
    """Return the sentences of `text` in order; white space between them belongs to none."""
    del language
    spans, at = [], 0
    for match in _END.finditer(text):
        spans.append(trim(text, Span(at, match.end())))
        at = match.end()
    spans.append(trim(text, Span(at, len(text))))
    return tuple(span for span in spans if span.start < span.end)
