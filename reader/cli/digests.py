"""`pullquote digest`: what is found in articles, as text or as JSON, one object a line."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from reader.article import Article
from reader.cli.archives import add_options, run_archive, without_out
from reader.cli.console import complain, parse, parser, positive, speak_utf8, status_of
from reader.cli.sources import any_there, missing, read
from reader.problems import Problem
from summarize import METHODS, Digest, digest

Printer = Callable[[Article, Digest], str]


def run(arguments: Sequence[str]) -> int:
    """Print the digests of sources as text, as Markdown or as JSON, one object a line."""
    expected = parser("pullquote digest", "Print what was found in articles.")
    expected.add_argument("sources", nargs="+", metavar="SOURCE")
    expected.add_argument("--format", choices=("text", "markdown", "json"), default="text")
    expected.add_argument(
        "--method",
        choices=METHODS,
        default=METHODS[0],
        metavar="NAME",
        help=f"how to sum up: {', '.join(METHODS)}",
    )
    expected.add_argument(
        "--sentences", type=positive, default=3, metavar="N", help="how many sentences to pick (3)"
    )
    expected.add_argument(
        "--language", metavar="CODE", help="the texts' language; detected if left out"
    )
    add_options(expected)
    options = parse(expected, arguments)
    if options.out:
        return run_archive(options)
    if lost := without_out(options, expected):
        expected.error(f"{lost} is for archives; say where to write to with --out DIR")
    if not any_there(options.sources):
        return complain(missing(source) for source in options.sources)
    ways = {name: getattr(options, name) for name in ("method", "sentences", "language")}
    read_now = read(options.sources, sys.stdin.buffer)
    return print_digests(digested(read_now, **ways), options.format)


def _printer(form: str) -> Printer:
    if form == "json":
        import json

        from reader.records import digest_record

        speak_utf8()
        return lambda article, found: json.dumps(digest_record(article, found), ensure_ascii=False)
    if form == "markdown":
        from reader.exporting.markdown import article_markdown

        speak_utf8()
        return lambda article, found: f"{article_markdown(article, found)}\n"
    return _text_printer()


def _text_printer() -> Printer:
    """Return a printer of text: with colours on a terminal, plain in a pipe."""
    from rich.console import Console

    from reader.tui.marks import style_table
    from reader.tui.printing import printed_digest

    console = Console(soft_wrap=True, highlight=False)
    table = style_table(colour=console.color_system is not None and not console.no_color)

    def printed(article: Article, found: Digest) -> str:
        text = printed_digest(article, found, table)
        with console.capture() as capture:
            console.print(text, end="", soft_wrap=True)
        return capture.get()

    return printed


def digested(
    items: Iterable[Article | Problem],
    **options: Any,  # noqa: ANN401 - the options of `digest`
) -> Iterator[tuple[Article, Digest] | Problem]:
    """Give each article with its digest, made here and now as `digest` does with the options."""
    for item in items:
        if isinstance(item, Problem):
            yield item
        else:
            yield item, digest(item.text, title=item.title, **options)


def print_digests(items: Iterable[tuple[Article, Digest] | Problem], form: str = "text") -> int:
    """Print the digest of each article and return the exit status."""
    printed = _printer(form)
    done = problems = 0
    for item in items:
        if isinstance(item, Problem):
            problems += 1
            complain([item])
        else:
            print(printed(*item), flush=True)  # noqa: T201 - what the command is for
            done += 1
    return status_of(done, problems)
