"""Print every figure of the engine on the gold, beside its floor.

Run `python tests/quality/report.py` where the project is installed.
"""

import sys
import tomllib
from pathlib import Path

from gold import GoldText
from gold_claims import claim_gold
from gold_quotes import quote_gold
from measured import measure


def main() -> None:
    """Print the size of the gold and a line per figure."""
    floors = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))
    lines = [
        _size("quotes", quote_gold()),
        _size("names", quote_gold("names")),
        _size("claims", claim_gold()),
    ]
    for subject, groups in measure().items():
        for group, figures in groups.items():
            lines.append(f"\n{subject} {group}")
            for name, value in figures.items():
                floor = floors.get(subject, {}).get(group, {}).get(name)
                lines.append(
                    f"  {name:26}{value:6.1f}" + (f"  ({floor})" if floor is not None else "")
                )
    sys.stdout.write("\n".join(lines) + "\n")


def _size(subject: str, texts: tuple[GoldText, ...]) -> str:
    """Return how many texts and labels there are."""
    labels = sum(len(text.quotes) + len(text.claims) for text in texts)
    return f"{subject}: {labels} labels in {len(texts)} texts"


if __name__ == "__main__":
    main()
