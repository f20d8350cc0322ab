"""The help of each command, in CPU seconds over a bare Python in the same run: at most 0.1."""

import resource
import subprocess
import sys

from reader.cli import COMMANDS

ROUNDS = 15


def main() -> None:
    """Print the least of some runs of each, by turns."""
    commands = {
        name: ("-m", "reader.cli", *filter(None, [name]), "--help") for name in ("", *COMMANDS)
    }
    bare = min(cpu("-c", "pass") for _ in range(ROUNDS))
    print(f"bare Python: {bare:.3f} s")  # noqa: T201 - a script
    for name, command in commands.items():
        least = min(cpu(*command) for _ in range(ROUNDS))
        print(f"pullquote {name:<8} --help: {least - bare:.3f} s more")  # noqa: T201


def cpu(*arguments: str) -> float:
    """Return the CPU seconds of a run of Python."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run((sys.executable, *arguments), stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
