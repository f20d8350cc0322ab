"""Per-language data: one folder a language, one TOML table a topic, read when first asked for."""

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

HOME = Path(__file__).parent
LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "cs")


@lru_cache(maxsize=64)  # asked for every sentence
def known(language: str) -> str | None:
    """Return the base code of `language` ("en" for "en-GB") if there is data for it, else None."""
    base = language.replace("_", "-").partition("-")[0].lower()
    return base if base in LANGUAGES else None


@cache
def table(language: str, topic: str) -> Mapping[str, Any]:
    """Return the data of `topic` ("quotes", "claims", ...) of a language; empty where it has none.

    The modules that read a table turn it into values of their own, once.
    """
    base = known(language)
    path = HOME / (base or "") / f"{topic}.toml"
    if base is None or not path.is_file():
        return {}
    import tomllib  # not before the first table is read

    return tomllib.loads(path.read_text(encoding="utf-8"))
