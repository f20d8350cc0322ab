"""Marks: the one table of their styles and signs, for the screen and for printed digests."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from rich.style import Style

from summarize import Claim, Digest, Quote
from summarize.claims import is_strict

Table = Mapping[str, Style]


@dataclass(frozen=True, slots=True)
class Signs:
    """The characters that stand beside the text; each is one cell wide, modifiers up to two."""

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
    story: str
    edited: str
    modifiers: Mapping[str, str]
    verdicts: Mapping[str, str]

    def of_claim(self, claim: Claim, text: str) -> str:
        """Return the sign of how sure a figure of `text` is, "" where nothing says so."""
        if claim.modifier is None:
            return ""
        return self.modifiers[
            f"strict {claim.modifier}" if is_strict(claim, text) else claim.modifier
        ]


_STRICT = {"strict min": ">", "strict max": "<"}

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
    story="≡",
    edited="±",
    modifiers=MappingProxyType(
        {"approx": "~", "min": "≥", "max": "≤", "up": "↑", "down": "↓", **_STRICT}
    ),
    verdicts=MappingProxyType(
        {
            "verbatim": "✓",
            "same": "✓",
            "altered": "≠",
            "value": "≠",
            "modifier": "≈",
            "speaker": "@",
            "changed": "±",
            "missing": "?",
        }
    ),
)
ASCII = Signs(
    summary="|",
    quote='"',
    current=">",
    unread="o",
    star="*",
    pick=">",
    gap="~",
    rule="-",
    edge="|",
    more="~",
    story="=",
    edited="+",
    modifiers=MappingProxyType(
        {"approx": "~", "min": ">=", "max": "<=", "up": "+", "down": "-", **_STRICT}
    ),
    verdicts=MappingProxyType(
        {
            "verbatim": "v",
            "same": "v",
            "altered": "#",
            "value": "#",
            "modifier": "~",
            "speaker": "@",
            "changed": "+",
            "missing": "?",
        }
    ),
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
        "doubt": Style(color="red", bold=True, underline=True),  # what no source bears out
    }
)
# The colours of Okabe and Ito, for the themes that are made of them.
_OKABE_ITO = MappingProxyType(
    {
        "colour-blind-dark": ("#56b4e9", "#e69f00", "#009e73", "#cc79a7"),
        "colour-blind-light": ("#0072b2", "#a34700", "#00694d", "#8f3a6b"),
    }
)
_COLOURLESS = MappingProxyType(
    {
        name: style.without_color + Style(underline=name == "quote" or None)
        for name, style in _COLOURED.items()
    }
)


@cache
def style_names() -> tuple[str, ...]:
    """Return the names of all that has a style."""
    return tuple(_COLOURED)


def style_table(
    *, colour: bool, theme: str = "", changed: Mapping[str, Style] = MappingProxyType({})
) -> Table:
    """Return the style of each kind of mark; without colour, quotes are underlined.

    `changed` holds what the person wants otherwise, in the place of the usual styles.
    """
    usual = _of_theme(theme) if colour else _COLOURLESS
    if not changed:
        return usual
    wanted = {name: style if colour else style.without_color for name, style in changed.items()}
    return MappingProxyType({**usual, **wanted})


def _of_theme(theme: str) -> Table:
    if theme not in _OKABE_ITO:
        return _COLOURED
    quote, claim, summary, doubt = _OKABE_ITO[theme]
    hues = {
        "quote": quote,
        "claim": claim,
        "modifier": claim,
        "summary": summary,
        "sign": quote,
        "doubt": doubt,
    }
    return MappingProxyType(
        {name: style + Style(color=hues.get(name)) for name, style in _COLOURED.items()}
    )


def marks_of(digest: Digest) -> tuple[Quote | Claim, ...]:
    """Return the marks that a reader steps through, quotes and claims, in the order of the text."""
    marks: list[Quote | Claim] = [*digest.quotes, *digest.claims]
    return tuple(sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end)))
