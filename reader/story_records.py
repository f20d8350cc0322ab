"""A story to the JSON object that the command line prints."""

from collections.abc import Iterator

from reader.records import Record
from reader.stories import Story
from summarize import Comparison, QuoteComparison
from summarize.stories import Telling


def story_record(story: Story) -> Record:
    """Return a story with what its articles agree and disagree on; spans are of their texts."""
    return {
        "id": story.id,
        "title": story.title,
        "articles": [
            {
                "id": article.id,
                "title": article.title,
                "source": article.source,
                "published": article.published,
                "copy_of": story.original(article.id),
            }
            for article in story.articles
        ],
        "summary": [
            {
                "article": id_,
                "start": span.start,
                "end": span.end,
                "text": span.cut(story.article(id_).text),
            }
            for id_, span in story.summary
        ],
        "claims": [_claim_record(one) for one in story.claims],
        "quotes": [record for one in story.quotes for record in _quote_records(story, one)],
    }


def forms(story: Story, compared: QuoteComparison) -> Iterator[tuple[Telling, list[str]]]:
    """Yield the forms of a quote and the ids of the articles that have each.

    It is one form, the longest, unless words or speakers differ.
    """
    if compared.differs == "no":
        longest = max(compared.tellings, key=lambda one: one.quote.span.end - one.quote.span.start)
        yield longest, [one.account for one in compared.tellings]
        return
    found: dict[tuple[str, str], tuple[Telling, list[str]]] = {}
    for one in compared.tellings:
        key = (words_of(story, one).casefold(), speaker_of(one))
        found.setdefault(key, (one, []))[1].append(one.account)
    yield from found.values()


def words_of(story: Story, telling: Telling) -> str:
    """Return the words of a quote as its article has them, on one line."""
    return " ".join(telling.quote.span.cut(story.article(telling.account).text).split())


def speaker_of(telling: Telling) -> str:
    """Return the name of who said it, "" where none is told."""
    return telling.quote.speaker.name if telling.quote.speaker else ""


def _claim_record(compared: Comparison) -> Record:
    return {
        "what": compared.what,
        "unit": compared.unit,
        "agreement": compared.agreement,
        "values": [
            {
                "value": one.value,
                "high": one.high,
                "modifier": one.modifier,
                "article": one.account,
                "start": one.claim.span.start,
                "end": one.claim.span.end,
            }
            for one in compared.values
        ],
    }


def _quote_records(story: Story, compared: QuoteComparison) -> Iterator[Record]:
    for telling, articles in forms(story, compared):
        yield {
            "text": telling.quote.span.cut(story.article(telling.account).text),
            "speaker": speaker_of(telling) or None,
            "articles": articles,
        }
