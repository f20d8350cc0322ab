"""Bytes to text: byte order mark, declaration, UTF-8, Windows-1252, or a sentence that says no."""

import codecs
import re

from reader.problems import Problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE
)
_HEAD = 4096
_UTF8_CHARACTER = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_HIGH_BYTE = re.compile(rb"[\x80-\xff]")


def decode(data: bytes, where: str) -> str:
    """Return the text of `data`; raise Problem where its encoding cannot be told."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_as(data, encoding, where)
    if b"\0" in data:
        raise Problem(where, "is a binary file, not text; open .txt, .md or .html files")
    declared = _DECLARED.search(data[:_HEAD])
    if declared and _is_text_encoding(name := declared[1].decode("ascii", "replace")):
        return _decode_as(data, name, where)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        return _decode_without_clue(data, where, error.start)


def _decode_as(data: bytes, encoding: str, where: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeError as error:
        at = error.start if isinstance(error, UnicodeDecodeError) else 0
        sentence = (
            f"says that it is {encoding} but is damaged at byte {at:,}; save it again as UTF-8"
        )
        raise Problem(where, sentence) from error


def _decode_without_clue(data: bytes, where: str, at: int) -> str:
    """Read as Windows-1252 what was never UTF-8; text that mostly is UTF-8 is damaged instead."""
    characters = _UTF8_CHARACTER.findall(data)
    strays = len(_HIGH_BYTE.findall(data)) - sum(map(len, characters))
    if len(characters) > strays:
        raise Problem(where, f"is UTF-8 text but damaged at byte {at:,}; save it again as UTF-8")
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise Problem(
            where,
            f"has bytes that are neither UTF-8 nor Windows-1252, the first at {error.start:,};"
            " save it again as UTF-8",
        ) from error


def _is_text_encoding(name: str) -> bool:
    try:
        return bool(codecs.lookup(name)._is_text_encoding)  # noqa: SLF001 - bytes.decode asks the same
    except LookupError:
        return False
