"""First paint: CPU time until the list stands on the screen, beside the least Textual app.

Both run in a pseudo-terminal, by turns; the figure is the ratio of the medians.
"""

import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

from terminal import Terminal

ROOT = Path(__file__).parents[2]
ROUNDS = 15
LEAST = """
from textual.app import App
from textual.widgets import Static


class Least(App[None]):
    def compose(self):
        yield Static("The least app")


Least().run()
"""


def cpu_until(command: tuple[str, ...], pattern: str) -> float:
    """Return the CPU seconds that a program took until `pattern` was on its screen."""
    with Terminal(command, {"PYTHONPATH": str(ROOT)}) as terminal:
        terminal.wait_for(pattern)
        return terminal.cpu


def main() -> None:
    """Print the medians and their ratio."""
    with TemporaryDirectory() as folder:
        least = Path(folder, "least.py")
        least.write_text(LEAST, encoding="utf-8")
        ours = (sys.executable, "-m", "reader.cli", str(ROOT / "seeds"))
        pairs = [
            (cpu_until((sys.executable, str(least)), "The least app"), cpu_until(ours, "Ferry"))
            for _ in range(ROUNDS + 1)
        ][1:]  # the first pair may have compiled something
    base, first_paint = (median(column) for column in zip(*pairs, strict=True))
    print(f"least Textual app  {base:.3f} s CPU")  # noqa: T201
    print(f"pullquote seeds    {first_paint:.3f} s CPU")  # noqa: T201
    print(f"ratio              {first_paint / base:.2f}")  # noqa: T201


if __name__ == "__main__":
    main()
