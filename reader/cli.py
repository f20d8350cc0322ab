"""The command line: arguments to the modules that do the work, and what they give to text."""

import argparse
import gc
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import Any, BinaryIO

from reader import samples
from reader.article import Article, clean_line
from reader.problems import Problem
from reader.sources.files import STANDARD_INPUT, read_sources
from summarize import METHODS, Digest, digest

DONE, IN_PART, WRONG = 0, 1, 2
INTERRUPTED = 130  # what a shell expects after Ctrl-C

EPILOG = """\
commands:
  pullquote [SOURCE ...]          open the reader on files and folders; on the samples without any
  pullquote digest SOURCE ...     print what was found in articles

A SOURCE is a .txt, .md or .html file, a folder of them, or - for standard input. Where standard
output is no terminal, digests are printed instead of opening the reader. A command's name wins over
a file of that name: ./digest is the file.
"""


Command = Callable[[Sequence[str]], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status: 0 done, 1 done in part, 2 nothing done."""
    _prepare_streams()
    arguments = list(sys.argv[1:] if argv is None else argv)
    command = COMMANDS.get(arguments[0]) if arguments else None
    try:
        try:
            return command(arguments[1:]) if command else open_reader(arguments)
        finally:
            sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has left; keep Python from complaining when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def _prepare_streams() -> None:
    """Let every standard stream be there and standard output take any text.

    A stream that was closed (`<&-`) is None in Python; output may be for ASCII or Latin-1 only.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode))
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def open_reader(arguments: Sequence[str]) -> int:
    """Open the reader on sources, or print their digests where there is no screen."""
    parser = _parser("pullquote", "A news reader for the terminal.", EPILOG)
    parser.add_argument("--version", action="store_true", help="print the version and leave")
    parser.add_argument("sources", nargs="*", metavar="SOURCE")
    options = parser.parse_args(arguments)
    if options.version:
        return _print_version()
    sources: list[str] = options.sources
    if not _any_there(sources):
        return _complain(_missing(source) for source in sources)
    chosen = sources or [str(samples.folder())]
    if not sys.stdout.isatty():
        return _print_digests(read_sources(chosen, sys.stdin.buffer), _printer("text"), {})
    return _open_screen(chosen, _place(sources))


def print_digests(arguments: Sequence[str]) -> int:
    """Print the digests of sources as text or as JSON, one object a line."""
    parser = _parser("pullquote digest", "Print what was found in articles.", None)
    parser.add_argument("sources", nargs="+", metavar="SOURCE")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument(
        "--method",
        choices=METHODS,
        default=METHODS[0],
        metavar="NAME",
        help=f"how to sum up: {', '.join(METHODS)}",
    )
    parser.add_argument(
        "--sentences", type=_positive, default=3, metavar="N", help="how many sentences to pick (3)"
    )
    parser.add_argument(
        "--language", metavar="CODE", help="the texts' language; detected if left out"
    )
    options = vars(parser.parse_args(arguments))
    sources, form = options.pop("sources"), options.pop("format")
    if not _any_there(sources):
        return _complain(_missing(source) for source in sources)
    return _print_digests(read_sources(sources, sys.stdin.buffer), _printer(form), options)


COMMANDS: Mapping[str, Command] = {"digest": print_digests}


def _parser(name: str, description: str, epilog: str | None) -> argparse.ArgumentParser:
    form = argparse.RawDescriptionHelpFormatter
    return argparse.ArgumentParser(
        name, description=description, epilog=epilog, formatter_class=form, allow_abbrev=False
    )


def _print_version() -> int:
    from importlib import metadata  # slower to load than all of this module

    try:
        version = metadata.version("pullquote")
    except metadata.PackageNotFoundError:
        version = "(run from its source)"
    print(f"pullquote {version}")  # noqa: T201
    return DONE


def _positive(text: str) -> int:
    """Parse a number of sentences."""
    if text.isdecimal() and int(text) > 0:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 up")


# The screen


def _place(sources: Sequence[str]) -> str:
    """Return where the articles come from, in a word or two."""
    if not sources:
        return "Samples"
    return sources[0] if len(sources) == 1 else f"{len(sources)} sources"


def _open_screen(sources: Sequence[str], place: str) -> int:
    """Read, and say afterwards once more what could not be read."""
    stdin = _keyboard_on_stdin()
    gc.disable()  # until the first paint: nothing that is loaded on the way there is garbage
    from reader.remembered import memory
    from reader.tui.app import PullquoteApp

    problems: list[Problem] = []
    articles = _gathering(read_sources(sources, stdin), problems)
    PullquoteApp(articles, place, memory()).run()
    _complain(problems)
    return IN_PART if problems else DONE


def _gathering(
    items: Iterable[Article | Problem], problems: list[Problem]
) -> Iterator[Article | Problem]:
    for item in items:
        if isinstance(item, Problem):
            problems.append(item)
        yield item


def _keyboard_on_stdin() -> BinaryIO:
    """Return standard input, and put the keyboard in its place where it is a pipe or a file."""
    if sys.stdin.isatty():
        return sys.stdin.buffer
    piped = os.fdopen(os.dup(sys.stdin.fileno()), "rb")
    with suppress(OSError), Path("/dev/tty").open("rb") as keyboard:
        os.dup2(keyboard.fileno(), sys.stdin.fileno())
    return piped


# Printing

Printer = Callable[[Article, Digest], str]


def _printer(form: str) -> Printer:
    if form == "json":
        import json

        from reader.records import digest_record

        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8")  # as JSON always is (RFC 8259)
        return lambda article, found: json.dumps(digest_record(article, found), ensure_ascii=False)
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


def _print_digests(
    items: Iterable[Article | Problem], printed: Printer, options: Mapping[str, Any]
) -> int:
    done, problems = 0, 0
    for item in items:
        if isinstance(item, Problem):
            problems += 1
            _complain([item])
            continue
        found = digest(item.text, title=item.title, **options)
        print(printed(item, found), flush=True)  # noqa: T201 - what the command is for
        done += 1
    if not problems:
        return DONE
    return IN_PART if done else WRONG


# What is wrong


def _any_there(sources: Sequence[str]) -> bool:
    return not sources or any(s == STANDARD_INPUT or os.path.lexists(s) for s in sources)


def _complain(problems: Iterable[Problem]) -> int:
    """Say what is wrong, a line each, on standard error."""
    for problem in problems:
        print(f"pullquote: {clean_line(str(problem))}", file=sys.stderr)  # noqa: T201
    return WRONG


def _missing(source: str) -> Problem:
    """Return the Problem of a source that is not there, with a name that is and looks like it."""
    if source.startswith(("http://", "https://")):
        return Problem(source, "is an address; only files, folders and - can be opened")
    from difflib import get_close_matches

    folder = Path(source).parent
    beside = [str(path) for path in folder.iterdir()] if folder.is_dir() else []
    alike = get_close_matches(source, [*COMMANDS, *beside], n=1)
    hint = f"; did you mean {alike[0]}?" if alike else ""
    return Problem(source, f"there is no such file, folder or command{hint}")


if __name__ == "__main__":
    sys.exit(main())
