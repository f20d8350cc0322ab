"""`pullquote stories`: articles by the events that they are of, and what they disagree on."""

import argparse
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from reader.library import Library


def run(arguments: Sequence[str]) -> int:
    """Print the stories that the articles of a query are in; or split and join some."""
    expected = parser(
        "pullquote stories", "Print what several articles tell of one event, newest events first."
    )
    add_query(expected)
    add_format(expected, "text", "json")
    expected.add_argument("--words", type=positive, metavar="N", help="length of the summaries")
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
    from reader.stories import number_of

    number = number_of(id_)
    if number is not None and library.stories.members(number):
        return number
    key = library.articles.key(id_)
    story = None if key is None else library.stories.of(key)
    if story is None:
        raise Problem(id_, "the library has no story and no article with this id")
    return story


def _print_stories(library: "Library", options: argparse.Namespace) -> int:
    from reader.cli.story_lines import story_lines  # not for `--help`
    from reader.stories import WORDS, story_of
    from reader.story_records import story_record

    if options.format == "json":
        speak_utf8()
    found = library.listing.all(options.query) if options.query.strip() else None
    numbers = library.stories.newest(found)
    keys = [one.key for number in numbers for one in library.stories.members(number)]
    failed = make_digests(library, keys)
    for number in numbers:
        story = story_of(library, number, options.words or WORDS)
        if story and options.format == "json":
            print(json.dumps(story_record(story), ensure_ascii=False))  # noqa: T201
        elif story:
            print("\n".join(story_lines(story)))  # noqa: T201 - what the command is for
    return status_of(len(numbers), failed)
