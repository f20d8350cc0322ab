"""`pullquote check`: the quotes and figures of a person's own text against the library."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence

from reader.article import Article
from reader.checking import Checked, Passage, check
from reader.cli.console import IN_PART, complain, parse, parser, say, speak_utf8, status_of
from reader.cli.findings import place_of
from reader.cli.sources import any_there, missing, read
from reader.cli.stored import add_format, add_library, open_library
from reader.problems import Problem
from reader.records import Record, claim_record, quote_record
from summarize import Quote, Span, split_sentences
from summarize.wording import changes, pieces, wording

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
    add_format(expected, "text", "json")
    add_library(expected)
    options = parse(expected, arguments)
    if not any_there(options.drafts):
        return complain(missing(draft) for draft in options.drafts)
    if options.format == "json":
        speak_utf8()
    printed = _as_json if options.format == "json" else _as_text
    with open_library(options) as library:
        if not library.articles.count():
            raise Problem(
                "check", "the library is empty: pullquote add what your draft quotes from"
            )
        return _print_checked(
            read(options.drafts, sys.stdin.buffer), lambda draft: check(draft, library), printed
        )


def _print_checked(
    drafts: Iterator[Article | Problem],
    checked: Callable[[Article], Sequence[Checked]],
    printed: Callable[[Article, Checked], str],
) -> int:
    done = problems = failing = total = 0
    for draft in drafts:
        if isinstance(draft, Problem):
            complain([draft])
            problems += 1
            continue
        done += 1
        for one in checked(draft):
            print(printed(draft, one), flush=True)  # noqa: T201 - what the command is for
            total += 1
            failing += not one.stands
    if done:
        say(_summed_up(total, failing))
    return IN_PART if failing and done else status_of(done, problems)


def _summed_up(total: int, failing: int) -> str:
    """Return in words how much of a draft stands."""
    if not total:
        return "there is no quote and no figure to check"
    found = "1 quote or figure" if total == 1 else f"{total} quotes and figures"
    return f"{found}, {f'{failing} of them in doubt' if failing else 'and all stand'}"


def _as_json(draft: Article, checked: Checked) -> str:
    return json.dumps(_record(draft.text, checked), ensure_ascii=False)


def _record(text: str, checked: Checked) -> Record:
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


def _as_text(draft: Article, checked: Checked) -> str:
    """Return the words of the draft, the verdict, and the passage with its source beside it."""
    words = " ".join(_told(checked, draft.text).cut(draft.text).split())
    lines = [words, f"{_INDENT}{_SENTENCES[checked.verdict]}"]
    if found := checked.found:
        lines.append(f"{_INDENT}{_passage(draft, checked, found)}")
        lines.append(place_of(found.article, found.speaker))
    return "\n".join(lines)


def _told(checked: Checked, text: str) -> Span:
    from reader.citations import copied_span

    return copied_span(checked.value, text, ())


def _passage(draft: Article, checked: Checked, found: Passage) -> str:
    """Return what the source says: what differs for altered words, the sentence for a figure."""
    text = found.article.text
    if checked.verdict == "altered":
        return word_diff(checked.value.span.cut(draft.text), found.span.cut(text))
    span = found.span if isinstance(checked.value, Quote) else _sentence(text, found.span)
    return " ".join(span.cut(text).split())


def _sentence(text: str, span: Span) -> Span:
    return next((one for one in split_sentences(text) if one.covers(span)), span)


def word_diff(draft: str, source: str) -> str:
    """Return the source's words with `[-those that only the draft has-]` and `{+only it has+}`."""
    mine = [word for piece in pieces(draft) for word in piece.words]
    theirs = wording(source)
    parts = []
    for kind, (first, end), (start, stop) in changes(mine, theirs.words):
        if kind == "equal":
            parts.append(theirs.span(start, stop).cut(source))
            continue
        if end > first:
            parts.append(f"[-{' '.join(mine[first:end])}-]")
        if stop > start:
            parts.append(f"{{+{theirs.span(start, stop).cut(source)}+}}")
    return " ".join(" ".join(parts).split())
