"""A citation as plain words: what a copy with its source holds."""

from reader.citations.citation import Citation, said_by


def with_source(citation: Citation) -> str:
    """Return the words, then the speaker, title, outlet, date and address, as far as known.

    A piece of a sentence carries its sentence on a line of its own.
    """
    article = citation.article
    about = (
        *(said_by(citation.value), article.title),
        *(article.source, citation.date, article.url),
    )
    sentence = f"\nin: {citation.context}" if citation.context else ""
    return f"{citation.words}{sentence}\n— {', '.join(part for part in about if part)}"
