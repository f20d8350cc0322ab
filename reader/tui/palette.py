"""The palette: every action of the one table with its keys, and every theme."""

from collections.abc import Awaitable, Callable, Iterator
from functools import partial
from typing import NamedTuple, Protocol, cast

from textual import getters
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider

from reader.tui.base import ReaderApp
from reader.tui.key_places import TITLES
from reader.tui.keys import Key, shown
from reader.tui.layout import HEIGHTS
from reader.tui.themes import theme_names

PLACEHOLDER = "Find an action or a theme"
ITSELF = "palette"
BEGINS = 1000.0  # more than any score of Textual's, which is a few times the letters that fit


class Acting(Protocol):
    """A screen that can do what a key of a group does."""

    async def act(self, group: str, key: Key) -> None:
        """Do it."""


class Offer(NamedTuple):
    """One line of the palette, what stands below it, and what it does."""

    words: str
    about: str
    run: Callable[[], Awaitable[None] | None]


class Offers(Provider):
    """What the palette finds."""

    @property
    def _app(self) -> ReaderApp:
        return cast("ReaderApp", self.app)

    def offers(self) -> Iterator[Offer]:
        """Yield every action in the order of the table, then every theme."""
        screen = cast("Acting", self.screen)
        for group, where in TITLES.items():
            for key in self._app.keys.table[group]:
                if key.id != ITSELF:
                    yield Offer(_sentence(key.told), _about(key, where), _doing(screen, group, key))
        for name in theme_names():
            yield Offer(f"Theme: {name}", "", partial(self._app.choose_theme, name))

    async def discover(self) -> Hits:
        """Yield everything, before anything is typed."""
        for offer in self.offers():
            yield DiscoveryHit(offer.words, offer.run, help=offer.about)

    async def search(self, query: str) -> Hits:
        """Yield what fits the letters that were typed; what begins with them comes first."""
        matcher, typed = self.matcher(query), query.strip().casefold()
        for offer in self.offers():
            score = matcher.match(offer.words)
            if score > 0:
                if offer.words.casefold().startswith(typed):
                    score += BEGINS
                yield Hit(score, matcher.highlight(offer.words), offer.run, help=offer.about)


class Palette(CommandPalette):
    """Textual's palette with our offers."""

    app = getters.app(ReaderApp)
    CSS = """
    Palette SearchIcon { display: none; }
    Palette.-ascii #--input { border: ascii $primary; }
    Palette.-ascii CommandList { border: ascii $primary; scrollbar-size: 0 0; }
    Palette.-low > Vertical { margin-top: 0; }
    Palette.-low #--input, Palette.-low CommandList { border: none; }
    Palette.-low CommandInput { border: none; height: 1; padding-left: 2; }
    """
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(self) -> None:
        super().__init__(providers=[Offers], placeholder=PLACEHOLDER)
        self.app.draw_box(self)


def _doing(screen: Acting, group: str, key: Key) -> Callable[[], Awaitable[None]]:
    return partial(screen.act, group, key)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _about(key: Key, where: str) -> str:
    keys = ", ".join(shown(one) for one in key.keys.split(",")) if key.shown else "no key"
    return f"{keys}   {where}"
