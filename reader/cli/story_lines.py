"""A story as lines of text: what its articles agree and disagree on, for people and pipes."""

from collections.abc import Iterable, Iterator

from reader.citations import copied_span
from reader.moments import day, day_and_time
from reader.stories import Story
from reader.story_records import forms, speaker_of, words_of
from summarize import Comparison, QuoteComparison
from summarize.stories import Figure

_DIFFERS = {"no": "", "wording": "  [in other words]", "speaker": "  [another speaker]"}


def story_lines(story: Story) -> Iterator[str]:
    """Yield the lines of a story: each says all that is to be known of what it tells."""
    newest = day(story.articles[-1].published)
    yield "  ".join(part for part in (story.id, newest, story.title) if part)
    for id_, span in story.summary:
        yield f"    {_line(span.cut(story.article(id_).text))}  [{_outlet(story, id_)}]"
    shared = [one for one in story.claims if not one.alone]
    yield from (f"    {one.agreement:10}  {_claim(story, one)}" for one in shared)
    yield from (f"    {_quote(story, one)}" for one in story.quotes if not one.alone)
    yield from _only_one_has(story)
    for article in story.articles:
        about = (
            article.title,
            article.source,
            day_and_time(article.published),
            f"copy of {_outlet(story, first)}" if (first := story.original(article.id)) else "",
        )
        yield f"    {article.id}  {', '.join(part for part in about if part)}"
    yield ""


def _claim(story: Story, compared: Comparison) -> str:
    """Return what is counted and what each article says, with its outlet and time."""
    told = (f"{_figure(story, one)} ({_whence(story, [one.account])})" for one in compared.told)
    return f"{compared.what}: {'; '.join(told)}"


def _figure(story: Story, one: Figure) -> str:
    """Return a figure as it stands, with its modifier and what it counts."""
    text = story.article(one.account).text
    return _line(copied_span(one.claim, text, ()).cut(text))


def _quote(story: Story, compared: QuoteComparison) -> str:
    """Return the words of a quote, in each form that it has, with speaker and outlets."""
    told = (
        f"{words_of(story, telling)} — {speaker_of(telling) or 'speaker not named'}"
        f" ({_whence(story, ids)})"
        for telling, ids in forms(story, compared)
    )
    return "; ".join(told) + _DIFFERS[compared.differs]


def _only_one_has(story: Story) -> Iterator[str]:
    """Yield the figures and quotes that one account alone has, by the articles that carry them."""
    found: dict[tuple[str, ...], list[str]] = {}
    for claim in (one for one in story.claims if one.alone):
        figure = claim.values[0]
        told = found.setdefault(tuple(story.carriers(figure)), [])
        told.append(_lone(claim, _figure(story, figure)))
    for quote in (one for one in story.quotes if one.alone):
        first = quote.tellings[0]
        told = found.setdefault(tuple(one.account for one in quote.tellings), [])
        told.append(f"{words_of(story, first)} ({speaker_of(first) or 'not named'})")
    order = {article.id: at for at, article in enumerate(story.articles)}
    for ids in sorted(found, key=lambda ids: [order[id_] for id_ in ids]):
        yield f"    only {_whence(story, ids)}: {'; '.join(found[ids])}"


def _lone(compared: Comparison, figure: str) -> str:
    """Return a figure with what it counts, where its own words do not say it."""
    named = compared.what in figure or compared.what == compared.unit
    return figure if named else f"{compared.what}: {figure}"


def _whence(story: Story, ids: Iterable[str]) -> str:
    return ", ".join(_outlet(story, id_) for id_ in ids)


def _outlet(story: Story, id_: str) -> str:
    """Return whose article it is, and from when."""
    article = story.article(id_)
    about = (article.source or article.title, day_and_time(article.published))
    return " ".join(part for part in about if part)


def _line(text: str) -> str:
    return " ".join(text.split())
