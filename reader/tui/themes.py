"""Themes: Textual's own, the terminal's palette among them (ansi-), and two of ours.

Ours use the colours of Okabe and Ito (2008), which every kind of colour
vision tells apart.
"""

from functools import cache

from textual.theme import BUILTIN_THEMES, Theme


@cache
def own_themes() -> tuple[Theme, ...]:
    """Return the themes that are ours."""
    return (
        Theme(
            name="colour-blind-dark",
            primary="#56b4e9",
            secondary="#0072b2",
            warning="#e69f00",
            error="#d55e00",
            success="#009e73",
            accent="#f0e442",
            foreground="#e6e6e6",
            background="#121212",
            surface="#1c1c1c",
            panel="#2a2a2a",
            dark=True,
        ),
        Theme(
            name="colour-blind-light",
            primary="#0072b2",
            secondary="#56b4e9",
            warning="#e69f00",
            error="#d55e00",
            success="#009e73",
            accent="#cc79a7",
            foreground="#1a1a1a",
            background="#fafafa",
            surface="#f0f0f0",
            panel="#dddddd",
            dark=False,
        ),
    )


@cache
def theme_names() -> tuple[str, ...]:
    """Return the name of every theme there is, in order."""
    return tuple(sorted((*BUILTIN_THEMES, *(theme.name for theme in own_themes()))))
