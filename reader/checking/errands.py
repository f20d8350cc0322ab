"""What a screen asks of a library by its path; done beside it, and answered in values to show."""

from pathlib import Path

from reader.article import Article
from reader.checking.drafts import Tell, check, nobody
from reader.checking.passages import EMPTY, passage_of, words_of
from reader.checking.tracing import trace_claim, trace_quote
from reader.checking.verdicts import Checked
from reader.citations import copied_span
from reader.compared import Carried, Finding
from reader.differing import one_line
from reader.library import Library
from summarize import Claim, Quote


def check_draft(path: Path, draft: Article, tell: Tell = nobody) -> tuple[Finding, ...]:
    """Return what the library says of each quote and figure of a draft, in text order.

    `tell` hears how far it is. Raises Problem where the library is empty or cannot be read.
    """
    if not path.exists():
        raise EMPTY
    with Library.open(path) as library:
        if not library.articles.count():
            raise EMPTY
        return tuple(_finding(draft.text, one, library) for one in check(draft, library, tell))


def trace(path: Path, article: Article, value: Quote | Claim) -> tuple[Carried, ...]:
    """Return every article of a library that carries a quote or a figure, the oldest first.

    A figure is told with its sentence. Raises Problem where the library cannot be read.
    """
    with Library.open(path) as library:
        if isinstance(value, Quote):
            found = trace_quote(article, value, library).passages
        else:
            found = trace_claim(article, value, library).passages
        return tuple(
            Carried(
                words_of(value, one),
                one.article,
                one.span,
                one.speaker,
                library.articles.edition(one.key),
            )
            for one in found
        )


def _finding(text: str, checked: Checked, library: Library) -> Finding:
    words = one_line(copied_span(checked.value, text, ()).cut(text))
    found = checked.found
    if found is None:
        return Finding(checked.value, checked.verdict, words)
    return Finding(
        checked.value,
        checked.verdict,
        words,
        passage_of(text, checked, found),
        found.article,
        found.span,
        found.speaker,
        found.past,
        "" if found.past else library.articles.edition(found.key),
    )
