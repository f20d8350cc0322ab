"""What the person sets once, in one TOML file. A setting is one line of a class below."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from math import isfinite
from pathlib import Path
from typing import Annotated, Any, NamedTuple, get_type_hints

from reader.article import clean_line
from reader.places import config_path
from reader.problems import Problem

LARGEST = 256 * 1024  # bytes: what is larger is not ours


class Meant(NamedTuple):
    """What a setting means, the least that it may be, what it may be where that is a choice."""

    meaning: str
    least: float | None = None
    choices: tuple[str, ...] = ()


class RefreshSettings(NamedTuple):
    """How feeds are fetched."""

    seconds: Annotated[float, Meant("how many seconds a feed or page may take", least=1)] = 20.0
    connections_a_host: Annotated[int, Meant("how many connections one server gets", least=1)] = 6
    feeds_at_once: Annotated[int, Meant("how many feeds are fetched at once", least=1)] = 40


class LibrarySettings(NamedTuple):
    """Where articles are kept, and how long."""

    path: Annotated[str, Meant("the library's file; if empty, the usual place")] = ""
    keep_days: Annotated[
        int, Meant("after how many days a refresh drops an article; 0: never", least=0)
    ] = 0
    keep_newest: Annotated[
        int, Meant("how many of the newest stay, whatever their age", least=0)
    ] = 0


class ReadingSettings(NamedTuple):
    """The reader on the screen."""

    mouse: Annotated[bool, Meant("whether the reader takes clicks and the wheel")] = True
    theme: Annotated[str, Meant("the theme at every start; if empty, the last session's")] = ""
    signs: Annotated[
        str, Meant("the signs beside the text", choices=("auto", "unicode", "ascii"))
    ] = "auto"


class ClippingsSettings(NamedTuple):
    """The files that clippings are added to."""

    markdown: Annotated[str, Meant("the clippings as Markdown; if empty, the usual place")] = ""
    json: Annotated[str, Meant("the clippings as JSON lines; if empty, the usual place")] = ""


class Origin(NamedTuple):
    """Where settings were read, to name a line of it."""

    path: Path = Path("config.toml")
    text: str = ""

    def problem(self, table: str, key: str, sentence: str) -> Problem:
        """Return what is wrong with a setting, with its file and line."""
        return _problem(self.path, self.text, [table, key], sentence)

    def line(self, table: str, key: str) -> int:
        """Return the line of a setting, from 1."""
        return _line(self.text, [table, key])


@dataclass(frozen=True, slots=True)
class Config:
    """All settings; each field but the last is a table of the file.

    What may stand in `keys` and `styles` is the screen's to know; they are checked where it is made
    ready. Names there may be quoted or dotted.
    """

    refresh: RefreshSettings = RefreshSettings()  # noqa: RUF009 - cannot change
    library: LibrarySettings = LibrarySettings()  # noqa: RUF009 - cannot change
    reading: ReadingSettings = ReadingSettings()  # noqa: RUF009 - cannot change
    clippings: ClippingsSettings = ClippingsSettings()  # noqa: RUF009 - cannot change
    keys: Mapping[str, str] = field(default_factory=dict)
    styles: Mapping[str, str] = field(default_factory=dict)
    origin: Origin = field(default=Origin(), compare=False)


TABLES = ("refresh", "library", "reading", "clippings")
FREE = ("keys", "styles")  # tables of which the names are not settings


class Setting(NamedTuple):
    """One setting as it stands in the file, for messages and documents."""

    table: str
    key: str
    usual: bool | int | float | str
    meaning: str
    least: float | None
    choices: tuple[str, ...]

    @property
    def expected(self) -> str:
        """What its value must be, in words."""
        if self.choices:
            return " or ".join(f'"{choice}"' for choice in self.choices)
        what = _KINDS[type(self.usual)]
        return what if self.least is None else f"{what} from {self.least:g} up"

    def takes(self, value: object) -> bool:
        """Tell whether `value` is one that it may have."""
        kind = type(self.usual)
        if type(value) is not kind and not (kind is float and type(value) is int):
            return False
        if self.choices:
            return value in self.choices
        if not isinstance(value, int | float):
            return True
        return isfinite(value) and (self.least is None or value >= self.least)


_KINDS: Mapping[type, str] = {
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    str: "text in quotes",
}


def settings() -> Iterator[Setting]:
    """Yield every setting there is, in the order of the classes above."""
    for table in TABLES:
        usual = getattr(Config(), table)
        told = get_type_hints(type(usual), include_extras=True)
        for key, value in usual._asdict().items():
            (meant,) = told[key].__metadata__
            yield Setting(table, key, value, *meant)


def read_config(path: Path | None = None) -> Config:
    """Return the settings of a file, the person's own if none is named; usual where it says none.

    A file that is not there is no error. Raises Problem where one cannot be read, naming the line.
    """
    path = path or config_path()
    text = _text(path)
    if not text:
        return Config()
    told = _parsed(path, text)
    free = {name: _free(path, text, name, told.pop(name)) for name in FREE if name in told}
    known = {(one.table, one.key): one for one in settings()}
    for table, values in told.items():
        if not isinstance(values, dict) or table not in {one.table for one in known.values()}:
            raise _problem(path, text, [table], _no_table(table, known))
        for key, value in values.items():
            wanted = known.get((table, key))
            if wanted is None:
                raise _problem(path, text, [table, key], _no_key(table, key, known))
            if not wanted.takes(value):
                said = f"“{key}” must be {wanted.expected}, not {_shown(value)}"
                raise _problem(path, text, [table, key], said)
    usual = Config(origin=Origin(path, text))
    tables = {table: getattr(usual, table)._replace(**told[table]) for table in told}
    whole: Config = replace(usual, **tables, **free)  # type: ignore[arg-type] # names are fields
    return whole


def _free(path: Path, text: str, table: str, values: Any) -> dict[str, str]:  # noqa: ANN401 - TOML
    """Return the names and texts of a table that takes any name."""
    if not isinstance(values, dict):
        raise _problem(path, text, [table], f"“{table}” is a table: write [{table}]")
    told = dict(_flat(values))
    for name, value in told.items():
        if not isinstance(value, str):
            said = f"“{clean_line(name)}” must be text in quotes, not {_shown(value)}"
            raise _problem(path, text, [table, name], said)
    return {name: str(value) for name, value in told.items()}


def _flat(told: Mapping[str, Any], *, inner: bool = False) -> Iterator[tuple[str, Any]]:
    """Yield the values of a table and of those in it by their dotted names.

    Where `inner`, the tables themselves, too.
    """
    waiting = list(told.items())[::-1]
    while waiting:
        name, value = waiting.pop()
        if inner or not isinstance(value, dict):
            yield name, value
        if isinstance(value, dict):
            waiting += [(f"{name}.{below}", one) for below, one in value.items()][::-1]


def _text(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise Problem(str(path), f"is larger than {LARGEST // 1024} kB; it is no configuration")
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError:
        return ""
    except OSError as error:
        reason = (error.strerror or "error").lower()
        raise Problem(str(path), f"cannot be read ({reason})") from error
    except UnicodeDecodeError as error:
        raise Problem(str(path), "is not UTF-8; save it as UTF-8") from error


def _parsed(path: Path, text: str) -> dict[str, Any]:
    import tomllib  # only who has a file pays for it

    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise Problem(str(path), f"is no TOML: {clean_line(str(error))}") from error


def _problem(path: Path, text: str, keys: list[str], sentence: str) -> Problem:
    return Problem(f"{path}, line {_line(text, keys)}", sentence)


def _line(text: str, keys: list[str]) -> int:
    """Return the line of a key: that with which the file begins to have it.

    tomllib does not tell lines; how a key can be written (dotted, inline) is left to it so.
    """
    import tomllib

    lines, wanted = text.split("\n"), ".".join(keys)
    for number in range(1, len(lines)):
        try:
            told: Any = tomllib.loads("\n".join(lines[:number]))
        except tomllib.TOMLDecodeError:
            continue
        if any(name == wanted for name, _ in _flat(told, inner=True)):
            return number
    return len(lines)


def _no_table(name: str, known: Mapping[tuple[str, str], Setting]) -> str:
    tables = [*dict.fromkeys(table for table, _key in known), *FREE]
    if name in tables:
        return f"“{name}” is a table: write [{name}] on a line of its own, its keys below"
    homes = [table for table, key in known if key == name]
    hint = f" (it belongs below [{homes[0]}])" if homes else _alike(name, tables)
    return f"there is no table “{clean_line(name)}”{hint}; there are {', '.join(tables)}"


def _no_key(table: str, name: str, known: Mapping[tuple[str, str], Setting]) -> str:
    keys = [key for home, key in known if home == table]
    homes = [home for home, key in known if key == name]
    hint = f" (it belongs below [{homes[0]}])" if homes else _alike(name, keys)
    return f"there is no key “{clean_line(name)}” in [{table}]{hint}; there are {', '.join(keys)}"


def _alike(name: str, names: list[str]) -> str:
    from difflib import get_close_matches

    alike = get_close_matches(name, names, n=1)
    return f" (did you mean {alike[0]}?)" if alike else ""


def _shown(value: object) -> str:
    return clean_line(repr(value) if isinstance(value, str) else str(value).lower())[:80]
