"""The engine stays at or above every figure it has reached on the gold."""

import tomllib
from functools import cache
from pathlib import Path

import pytest
from measured import measure

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))
ROWS = [
    (subject, group, name, bound)
    for subject, groups in FLOORS.items()
    for group, bounds in groups.items()
    for name, bound in bounds.items()
]
MOST_ALLOWED = {"non_claims_marked"}


@cache
def figures() -> dict[str, dict[str, dict[str, float]]]:
    return measure()


@pytest.mark.parametrize(("subject", "group", "name", "bound"), ROWS)
def test_the_engine_keeps_what_it_has_reached(
    subject: str, group: str, name: str, bound: float
) -> None:
    figure = figures()[subject][group][name]
    if name in MOST_ALLOWED:
        assert figure <= bound
    else:
        assert figure >= bound
