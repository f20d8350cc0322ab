"""What of the configuration the screen follows: its keys, signs, styles and theme."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TextIO

from rich.style import Style

from reader.article import clean_line
from reader.config import ClippingsSettings, Config
from reader.tui.keys import Keys
from reader.tui.marks import ASCII, UNICODE, Signs, style_names

ASCII_TERMINALS = ("linux", "dumb", "vt100", "vt102", "vt220")


@dataclass(frozen=True, slots=True)
class Setup:
    """How the screen is set up. `theme` is empty where the last session's holds."""

    keys: Keys = field(default_factory=Keys)
    signs: Signs = UNICODE
    styles: Mapping[str, Style] = field(default_factory=dict)
    theme: str = ""
    clippings: ClippingsSettings = field(default_factory=ClippingsSettings)


def set_up(config: Config, environ: Mapping[str, str], stream: TextIO | None) -> Setup:
    """Return how a configuration wants the screen, on the terminal that `stream` leads to.

    Raises Problem, with the line, on what is not there.
    """
    signs = config.reading.signs
    plain = signs == "ascii" or (signs == "auto" and shows_ascii_only(environ, stream))
    return Setup(
        keys=_keys(config),
        signs=ASCII if plain else UNICODE,
        styles=_styles(config),
        theme=_theme(config),
        clippings=config.clippings,
    )


def shows_ascii_only(environ: Mapping[str, str], stream: TextIO | None) -> bool:
    """Tell whether a terminal may not have our signs: by its kind, its locale or its encoding."""
    if environ.get("TERM", "") in ASCII_TERMINALS:
        return True
    names = (environ.get(name, "") for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    locale = next((name for name in names if name), "").lower()
    codeset = locale.partition(".")[2].partition("@")[0]
    if locale in ("c", "posix") or (codeset and codeset.replace("-", "") != "utf8"):
        return True
    encoding = (stream.encoding if stream else "") or "utf-8"
    return encoding.lower().replace("-", "") != "utf8"


def _keys(config: Config) -> Keys:
    if not config.keys:
        return Keys()
    from reader.tui.keymap import changed_keys  # only who has keys of their own pays for it

    return changed_keys(config.keys, config.origin)


def _styles(config: Config) -> dict[str, Style]:
    return {name: _style(config, name, told) for name, told in config.styles.items()}


def _style(config: Config, name: str, told: str) -> Style:
    if name not in style_names():
        said = f"there is no mark “{clean_line(name)}”; there are {', '.join(style_names())}"
        raise config.origin.problem("styles", name, said)
    from rich.errors import StyleSyntaxError

    try:
        return Style.parse(told)
    except StyleSyntaxError as error:
        said = (
            f"“{name}”: “{clean_line(told)}” is no style; one is like “bold cyan”, “underline” or"
            " “#e69f00 on default”"
        )
        raise config.origin.problem("styles", name, said) from error


def _theme(config: Config) -> str:
    theme = config.reading.theme
    if not theme:
        return ""
    from reader.tui.themes import theme_names

    if theme in theme_names():
        return theme
    said = f"there is no theme “{clean_line(theme)}”; there are {', '.join(theme_names())}"
    raise config.origin.problem("reading", "theme", said)
