"""`pullquote check`: the quotes and figures of a person's own text against the library."""

import argparse
import gc
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from reader.article import Article, clean_line
from reader.cli.console import IN_PART, complain, parse, parser, say, speak_utf8, status_of
from reader.cli.findings import place_of
from reader.cli.progress import Progress
from reader.cli.sources import any_there, missing, read
from reader.cli.stored import add_format, add_library, library_of, open_library
from reader.problems import Problem
from reader.records import Record, claim_record, quote_record
from summarize import Quote, Span

if TYPE_CHECKING:
    from reader.checking import Checked

EPILOG = """\
A quote is verbatim, altered (with what differs), said by another speaker, changed (its source had
the words once and has them no more) or missing. A figure is the same, has another value, another
modifier, or is missing. The exit status is 0 when all stand, 1 when something does not, 2 when
nothing could be checked.
"""
_SENTENCES = {
    "verbatim": "stands word for word",
    "altered": "ALTERED: [-so in the draft-] {+so in the source+}",
    "speaker": "ANOTHER SPEAKER",
    "changed": "CHANGED: the source had these words and has them no more",
    "same": "same",
    "value": "ANOTHER VALUE",
    "modifier": "ANOTHER MODIFIER",
    "missing": "NOT FOUND",
}
_INDENT = "    "


def run(arguments: Sequence[str]) -> int:
    """Print what the library says of each quote and figure of some drafts."""
    expected = parser(
        "pullquote check",
        "Check every quote and figure of your own text against the library.",
        EPILOG,
    )
    expected.add_argument(
        "drafts",
        nargs="+",
        metavar="DRAFT",
        help="a .txt, .md or .html file, or - for standard input",
    )
    expected.add_argument(
        "--screen", action="store_true", help="open the reader on the drafts, with what is found"
    )
    add_format(expected, "text", "json")
    add_library(expected)
    options = parse(expected, arguments)
    if not any_there(options.drafts):
        return complain(missing(draft) for draft in options.drafts)
    gc.disable()  # until the first draft is checked: it is a fifth of that time and finds nothing
    from reader.checking import check  # not for `--help`
    from reader.checking.passages import EMPTY

    if options.screen:
        return _open_screen(options)
    if options.format == "json":
        speak_utf8()
    printed = _as_json if options.format == "json" else _as_text
    with open_library(options) as library:
        if not library.articles.count():
            raise EMPTY

        def checked(draft: Article) -> "Sequence[Checked]":
            with Progress("checking") as progress:
                return check(draft, library, progress.tell)

        several = len(options.drafts) > 1 or os.path.isdir(options.drafts[0])  # noqa: PTH112
        return _print_checked(
            _read_named(options.drafts),
            checked,
            printed,
            headed=several and options.format == "text",
        )


def _open_screen(options: argparse.Namespace) -> int:
    """Open the reader on the drafts; raise Problem where there is no screen or no library."""
    if not sys.stdout.isatty():
        raise Problem("check", "--screen needs a terminal; without it, what is found is printed")
    from reader.checking.passages import EMPTY
    from reader.cli.opening import open_screen
    from reader.config import read_config

    config = read_config()
    with open_library(options, config) as library:
        if not library.articles.count():
            raise EMPTY
    drafts = options.drafts
    place = drafts[0] if len(drafts) == 1 else f"{len(drafts)} drafts"
    return open_screen(drafts, place, library_of(options, config), config, drafts=True)


def _read_named(drafts: Sequence[str]) -> Iterator[tuple[str, Article | Problem]]:
    """Yield what is read of each draft, with the name that the person gave."""
    for name in drafts:
        shown = os.fsencode(name).decode(errors="replace")
        for draft in read([name], sys.stdin.buffer):
            yield shown, draft


def _print_checked(
    drafts: Iterator[tuple[str, Article | Problem]],
    checked: Callable[[Article], "Sequence[Checked]"],
    printed: "Callable[[str, Article, Checked], str]",
    *,
    headed: bool,
) -> int:
    """Print what is found in each draft, `headed` by its name and title."""
    done = problems = failing = total = 0
    for name, draft in drafts:
        if isinstance(draft, Problem):
            complain([draft])
            problems += 1
            continue
        done += 1
        for number, one in enumerate(checked(draft)):
            if headed and number == 0:
                print(f"{clean_line(name)}: {draft.title}")  # noqa: T201
            print(printed(name, draft, one), flush=True)  # noqa: T201 - what the command is for
            total += 1
            failing += not one.stands
        gc.enable()
    if done:
        say(_summed_up(total, failing))
    return IN_PART if failing and done else status_of(done, problems)


def _summed_up(total: int, failing: int) -> str:
    """Return in words how much of a draft stands."""
    if not total:
        return "there is no quote and no figure to check"
    found = "1 quote or figure" if total == 1 else f"{total} quotes and figures"
    return f"{found}, {f'{failing} of them in doubt' if failing else 'and all stand'}"


def _as_json(name: str, draft: Article, checked: "Checked") -> str:
    return json.dumps({"draft": name, **_record(draft.text, checked)}, ensure_ascii=False)


def _record(text: str, checked: "Checked") -> Record:
    """Return a quote or claim of a draft with its verdict and the passage that it rests on."""
    value, found = checked.value, checked.found
    record = quote_record(text, value) if isinstance(value, Quote) else claim_record(text, value)
    passage = found and {
        "article": found.article.id,
        "start": found.span.start,
        "end": found.span.end,
        "text": found.span.cut(found.article.text),
    }
    return {**record, "verdict": checked.verdict, "found": passage}


def _as_text(_name: str, draft: Article, checked: "Checked") -> str:
    """Return the words of the draft, the verdict, and the passage with its source beside it."""
    from reader.checking.passages import passage_of
    from reader.differing import plainly

    words = " ".join(_told(checked, draft.text).cut(draft.text).split())
    lines = [words, f"{_INDENT}{_SENTENCES[checked.verdict]}"]
    if found := checked.found:
        lines.append(f"{_INDENT}{plainly(passage_of(draft.text, checked, found))}")
        lines.append(place_of(found.article, found.speaker))
    return "\n".join(lines)


def _told(checked: "Checked", text: str) -> Span:
    from reader.citations import copied_span

    return copied_span(checked.value, text, ())
