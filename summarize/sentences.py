"""Text to sentence spans."""

from summarize.spans import Span, trim


def split_sentences(text: str, language: str = "en") -> tuple[Span, ...]:
    """Return the sentences of `text` in order; white space between them belongs to none."""
    del language
    spans, at = [], 0
    for line in text.split("\n"):
        span = trim(text, Span(at, at + len(line)))
        at += len(line) + 1
        if span.start < span.end:
            spans.append(span)
    return tuple(spans)
