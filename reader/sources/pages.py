"""An HTML page to its article, by trafilatura."""

from reader.article import Article, make_article
from reader.problems import Problem


def main_text(html: str, where: str, name: str) -> Article:
    """Return the article on a page; raise Problem where the page has no text of its own.

    `name` is the title where the page gives none.
    """
    from trafilatura import bare_extraction  # it takes half a second to load
    from trafilatura.settings import Document

    document = bare_extraction(html, include_comments=False, with_metadata=True)
    if not isinstance(document, Document) or not document.text:
        raise Problem(where, "has no article text that can be told from the page around it")
    return make_article(
        title=document.title or name,
        text="\n\n".join(document.text.split("\n")),
        source=document.sitename or "",
        url=document.url or "",
        published=document.date or "",
    )
