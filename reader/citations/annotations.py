"""A citation as JSON, its place told as in the Web Annotation Data Model (W3C, 2017)."""

from typing import Any

from reader.citations.citation import Citation
from reader.citations.fragments import passage_address

VERSION = 1  # of the fields; docs/formats.md tells what they mean
CONTEXT = 32  # code points before and after the words


def citation_record(citation: Citation) -> dict[str, Any]:
    """Return the words, their source, and selectors that find them in the text.

    `exact` is the words, `prefix` and `suffix` what stands around them (TextQuoteSelector);
    `start` and `end` are code points of the article's text (TextPositionSelector).
    """
    article, (start, end) = citation.article, citation.span
    text = article.text
    speaker = citation.speaker
    return {
        "version": VERSION,
        "kind": citation.kind,
        "text": citation.words,
        "sentence": citation.context or None,
        "speaker": {"name": speaker.name, "inferred": speaker.inferred} if speaker else None,
        "article": {
            "id": article.id,
            "title": article.title,
            "source": article.source,
            "url": article.url,
            "published": article.published,
            "edition": citation.edition or None,
            "language": citation.language or None,
        },
        "address": passage_address(article.url, text, citation.span),
        "target": {
            "source": article.url,
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": citation.words,
                    "prefix": text[max(0, start - CONTEXT) : start],
                    "suffix": text[end : end + CONTEXT],
                },
                {"type": "TextPositionSelector", "start": start, "end": end},
            ],
        },
    }
