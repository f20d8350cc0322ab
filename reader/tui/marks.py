"""Marks: the one table of their styles and signs, for the screen and for printed digests."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rich.style import Style

from summarize import Claim, Digest, Quote

Table = Mapping[str, Style]


@dataclass(frozen=True, slots=True)
class Signs:
    """The characters that stand beside the text; every one is a single cell wide."""

    summary: str
    quote: str
    current: str
    unread: str
    star: str
    pick: str
    gap: str
    rule: str
    edge: str
    more: str
    modifiers: Mapping[str, str]


UNICODE = Signs(
    summary="▌",
    quote="❝",
    current="→",
    unread="●",
    star="★",
    pick="▸",
    gap="…",
    rule="─",
    edge="│",
    more="…",
    modifiers=MappingProxyType({"approx": "~", "min": "≥", "max": "≤", "up": "↑", "down": "↓"}),
)
# Marks differ by more than hue: quotes are tinted, claims bold with their modifier, the current
# mark reversed. Not italic: under TERM=screen-256color, common in tmux, italic arrives as reverse.
_COLOURED = MappingProxyType(
    {
        "quote": Style(color="cyan"),
        "claim": Style(color="yellow", bold=True),
        "modifier": Style(color="yellow", bold=True),
        "summary": Style(color="green"),
        "sign": Style(color="cyan", bold=True),
        "current": Style(reverse=True),
        "left": Style(reverse=True, dim=True),  # the chosen row of a pane that lost the focus
        "heading": Style(bold=True),
        "title": Style(bold=True),
        "aside": Style(dim=True),
        "text": Style(),
        "link": Style(underline=True),
        "hit": Style(color="magenta", bold=True, underline=True),
    }
)
_COLOURLESS = MappingProxyType(
    {
        name: style.without_color + Style(underline=name == "quote" or None)
        for name, style in _COLOURED.items()
    }
)


def style_table(*, colour: bool) -> Table:
    """Return the style of each kind of mark; without colour, quotes are underlined."""
    return _COLOURED if colour else _COLOURLESS


def marks_of(digest: Digest) -> tuple[Quote | Claim, ...]:
    """Return the marks that a reader steps through, quotes and claims, in the order of the text."""
    marks: list[Quote | Claim] = [*digest.quotes, *digest.claims]
    return tuple(sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end)))
