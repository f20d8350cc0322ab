"""Passages in quotation marks, whether somebody says them or not."""

from summarize.spans import Span


def inside_marks(text: str, language: str = "en") -> tuple[Span, ...]:
    """Return every passage that stands in quotation marks, marks included, in order."""
    from summarize.speech.lexicon import lexicon  # only who looks for quotes pays for it
    from summarize.speech.marks import marked_paragraphs

    paragraphs = marked_paragraphs(text, lexicon(language).dialogue_verbs)
    return tuple(pair.span for paragraph in paragraphs for pair in paragraph.pairs)


def inside_single_marks(text: str) -> tuple[Span, ...]:
    """Return every passage in single marks, marks included, in order, whatever the text's style."""
    from summarize.speech.marks import singly_marked

    return tuple(pair.span for paragraph in singly_marked(text) for pair in paragraph.pairs)
