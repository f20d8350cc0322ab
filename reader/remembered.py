"""What the reader keeps from one session to the next: how to sum up, the order, the theme."""

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from reader.places import state_path
from reader.rows import ORDERS, Order
from summarize import METHODS, Length, LengthUnit

# What a length starts with in each unit, and by how much it is changed.
UNITS: Mapping[LengthUnit, tuple[float, float]] = MappingProxyType(
    {"sentences": (3, 1), "words": (100, 25), "share": (0.2, 0.05)}
)
USUAL_LENGTH = Length(UNITS["sentences"][0])


class SummaryChoice(NamedTuple):
    """By which method, and how long."""

    method: str = METHODS[0]
    length: Length = USUAL_LENGTH

    def __str__(self) -> str:
        amount, unit = self.length.amount, self.length.unit
        if unit == "share":
            return f"{self.method}, {amount:.0%} of the words"
        return f"{self.method}, {amount:.0f} {unit if amount != 1 else unit[:-1]}"

    def next_method(self) -> "SummaryChoice":
        """Return the choice with the method after this one."""
        following = METHODS[(METHODS.index(self.method) + 1) % len(METHODS)]
        return self._replace(method=following)

    def next_unit(self) -> "SummaryChoice":
        """Return the choice with its length in sentences, words or as a share, by turns."""
        units = list(UNITS)
        unit = units[(units.index(self.length.unit) + 1) % len(units)]
        return self._replace(length=Length(UNITS[unit][0], unit))

    def longer(self, steps: int) -> "SummaryChoice":
        """Return the choice with a length some steps up or down, at least one step long."""
        unit = self.length.unit
        step = UNITS[unit][1]
        amount = round(max(step, self.length.amount + steps * step), 2)
        return self._replace(length=Length(min(amount, 1) if unit == "share" else amount, unit))


def _read_choice(kept: Mapping[str, Any]) -> SummaryChoice:
    """Return a choice that was kept; raise ValueError or KeyError on what is none."""
    method, amount = str(kept["method"]), float(kept["amount"])
    unit = next((unit for unit in UNITS if unit == kept["unit"]), None)
    if method not in METHODS or unit is None or not 0 < amount < 10_000:
        raise ValueError("not a choice of summaries")
    return SummaryChoice(method, Length(amount, unit))


class Memory:
    """A small file in the state folder of the person; without a path nothing is kept.

    Each thing has a name in it; what an older or a newer version keeps there stays.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path

    def recall(self) -> SummaryChoice:
        """Return the last choice; the usual one where there is none that can be read."""
        try:
            return _read_choice(self._kept()["summary"])
        except (ValueError, KeyError, TypeError):
            return SummaryChoice()

    def keep(self, choice: SummaryChoice) -> bool:
        """Keep a choice for the next session; tell whether that worked."""
        return self._keep("summary", {"method": choice.method, **asdict(choice.length)})

    def recall_theme(self) -> str:
        """Return the name of the last theme that was chosen, empty where there is none."""
        theme = self._kept().get("theme")
        return theme if isinstance(theme, str) else ""

    def keep_theme(self, theme: str) -> bool:
        """Keep a theme for the next session; tell whether that worked."""
        return self._keep("theme", theme)

    def recall_order(self) -> Order:
        """Return the last order of the list; the usual one where there is none."""
        kept = self._kept().get("order")
        return next((order for order in ORDERS if order == kept), ORDERS[0])

    def keep_order(self, order: Order) -> bool:
        """Keep the order of the list for the next session; tell whether that worked."""
        return self._keep("order", order)

    def _kept(self) -> dict[str, Any]:
        """Return all that is kept; nothing where that cannot be read."""
        if self._path is None or not self._path.is_file():
            return {}
        import json  # not on the way to a first screen

        try:
            kept = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return kept if isinstance(kept, dict) else {}

    def _keep(self, name: str, value: object) -> bool:
        """Write everything beside the file and put it in its place; tell whether that worked."""
        if self._path is None:
            return True
        import json

        kept = {**self._kept(), name: value}
        beside = self._path.with_suffix(".new")
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            beside.touch(mode=0o600)
            beside.write_text(json.dumps(kept), "utf-8")
            beside.replace(self._path)
        except OSError:
            return False
        return True


def memory() -> Memory:
    """Return the memory in the person's state folder."""
    return Memory(state_path() / "remembered.json")
