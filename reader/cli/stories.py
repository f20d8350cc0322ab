"""`pullquote stories`: articles by the events that they are of, and what they disagree on."""

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from reader.citations import copied_span
from reader.cli.console import DONE, counted, parser, positive, say, speak_utf8, status_of
from reader.cli.stored import (
    add_format,
    add_library,
    add_query,
    group_stories,
    make_digests,
    open_library,
    parse_query,
)
from reader.problems import Problem
from reader.stories import WORDS, Story, number_of, story_of
from reader.story_records import forms, speaker_of, story_record, words_of
from summarize import Comparison, QuoteComparison
from summarize.stories import Figure

if TYPE_CHECKING:
    from reader.library import Library

_DIFFERS = {"no": "", "wording": "  [in other words]", "speaker": "  [another speaker]"}


def run(arguments: Sequence[str]) -> int:
    """Print the stories that the articles of a query are in; or split and join some."""
    expected = parser(
        "pullquote stories", "Print what several articles tell of one event, newest events first."
    )
    add_query(expected)
    add_format(expected, "text", "json")
    expected.add_argument(
        "--words", type=positive, default=WORDS, metavar="N", help="length of the summaries"
    )
    by_hand = expected.add_mutually_exclusive_group()
    by_hand.add_argument(
        "--join", nargs="+", default=[], metavar="ID", help="make one of stories, or of articles'"
    )
    by_hand.add_argument(
        "--split", nargs="+", default=[], metavar="ID", help="give articles a story of their own"
    )
    add_library(expected)
    options = parse_query(expected, arguments)
    with open_library(options) as library:
        group_stories(library)
        if options.join or options.split:
            return _by_hand(library, options)
        return _print_stories(library, options)


def _by_hand(library: "Library", options: argparse.Namespace) -> int:
    """Join or split stories as the person says."""
    if options.split:
        keys = [_article(library, id_) for id_ in options.split]
        made = library.stories.split(keys)
        say(f"{counted(len(set(keys)), 'article')} now make story s{made}")
        return DONE
    stories = {_story(library, id_) for id_ in options.join}
    if len(stories) < 2:
        raise Problem(" ".join(options.join), "these are one story already: name two to join")
    made = library.stories.join(list(stories))
    say(f"story s{made} now has {counted(len(library.stories.members(made)), 'article')}")
    return DONE


def _article(library: "Library", id_: str) -> int:
    key = library.articles.key(id_)
    if key is None:
        raise Problem(id_, "the library has no article with this id, or several")
    return key


def _story(library: "Library", id_: str) -> int:
    """Return the story of that id, or that the article of that id is in."""
    number = number_of(id_)
    if number is not None and library.stories.members(number):
        return number
    key = library.articles.key(id_)
    story = None if key is None else library.stories.of(key)
    if story is None:
        raise Problem(id_, "the library has no story and no article with this id")
    return story


def _print_stories(library: "Library", options: argparse.Namespace) -> int:
    if options.format == "json":
        speak_utf8()
    found = library.listing.all(options.query) if options.query.strip() else None
    numbers = library.stories.newest(found)
    keys = [one.key for number in numbers for one in library.stories.members(number)]
    failed = make_digests(library, keys)
    for number in numbers:
        story = story_of(library, number, options.words)
        if story and options.format == "json":
            print(json.dumps(story_record(story), ensure_ascii=False))  # noqa: T201
        elif story:
            print("\n".join(_as_text(story)))  # noqa: T201 - what the command is for
    return status_of(len(numbers), failed)


def _as_text(story: Story) -> Iterator[str]:
    """Yield the lines of a story: each says all that is to be known of what it tells."""
    newest = story.articles[-1].published.partition("T")[0]
    yield "  ".join(part for part in (story.id, newest, story.title) if part)
    for id_, span in story.summary:
        yield f"    {_line(span.cut(story.article(id_).text))}  [{_outlet(story, id_)}]"
    shared = [one for one in story.claims if not one.alone]
    yield from (f"    {one.agreement:10}  {_claim(story, one)}" for one in shared)
    yield from (f"    {_quote(story, one)}" for one in story.quotes if not one.alone)
    yield from _only_one_has(story)
    for article in story.articles:
        about = (article.title, article.source, article.published.replace("T", " ")[:16])
        yield f"    {article.id}  {', '.join(part for part in about if part)}"
    yield ""


def _claim(story: Story, compared: Comparison) -> str:
    """Return what is counted and what each article says, with its outlet and time."""
    told = (f"{_figure(story, one)} ({_whence(story, [one.account])})" for one in compared.values)
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
    """Yield the figures and quotes that one article alone has, by article."""
    for article in story.articles:
        found = [
            _lone(one, _figure(story, one.values[0]))
            for one in story.claims
            if one.alone and one.values[0].account == article.id
        ]
        found += [
            f"{words_of(story, one.tellings[0])} ({speaker_of(one.tellings[0]) or 'not named'})"
            for one in story.quotes
            if one.alone and one.tellings[0].account == article.id
        ]
        if found:
            yield f"    only {_outlet(story, article.id)}: {'; '.join(found)}"


def _lone(compared: Comparison, figure: str) -> str:
    """Return a figure with what it counts, where its own words do not say it."""
    named = compared.what in figure or compared.what == compared.unit
    return figure if named else f"{compared.what}: {figure}"


def _whence(story: Story, ids: Iterable[str]) -> str:
    return ", ".join(_outlet(story, id_) for id_ in ids)


def _outlet(story: Story, id_: str) -> str:
    """Return whose article it is, and from when."""
    article = story.article(id_)
    when = article.published.replace("T", " ")[:16]
    return " ".join(part for part in (article.source or article.title, when) if part)


def _line(text: str) -> str:
    return " ".join(text.split())
