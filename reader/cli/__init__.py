"""The command line: arguments to the modules that do the work, and what they give to text."""

import gc
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from types import MappingProxyType

INTERRUPTED = 130  # what a shell expects after Ctrl-C

# Each command by the module that has its `run`; a module is loaded when its command is called.
COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "add": "adding",
        "check": "checking",
        "claims": "claims",
        "digest": "digests",
        "doctor": "doctor",
        "export": "exporting",
        "list": "listing",
        "quotes": "quotes",
        "refresh": "refreshing",
        "stories": "stories",
    }
)
OPENING = "opening"  # what is done without a command's name


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status: 0 done, 1 done in part, 2 nothing done."""
    try:
        return _run(sys.argv[1:] if argv is None else argv)
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        gc.enable()  # whatever kept a command from being loaded


def _run(argv: Sequence[str]) -> int:
    gc.disable()  # while modules are loaded: nothing of them is garbage
    # Not at the top of this module: Ctrl-C is quiet while they are loaded, too.
    from reader.cli.console import DONE, complain, prepare_streams
    from reader.problems import Problem

    prepare_streams()
    arguments = _command_first(argv)
    named = bool(arguments) and arguments[0] in COMMANDS
    try:
        run = _command(COMMANDS[arguments[0]] if named else OPENING)
        gc.enable()
        try:
            return run(arguments[named:])
        finally:
            sys.stdout.flush()
    except Problem as problem:
        return complain([problem])
    except BrokenPipeError:
        # Whoever read our output has left; keep Python from complaining when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def _command_first(arguments: Sequence[str]) -> list[str]:
    """Return the arguments with a `--library PATH` before the command put behind it."""
    count = {"--library": 2}.get(arguments[0].partition("=")[0], 0) if arguments else 0
    count -= bool(count) and "=" in arguments[0]
    return [*arguments[count : count + 1], *arguments[:count], *arguments[count + 1 :]]


def _command(module: str) -> Callable[[Sequence[str]], int]:
    run: Callable[[Sequence[str]], int] = import_module(f"reader.cli.{module}").run
    return run
