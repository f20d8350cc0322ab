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
# What may be declared, by Python's name, and what is then read: as browsers do (WHATWG Encoding
# Standard), the larger set that pages really use. Python's other codecs are no encodings of pages;
# some of them take quadratic time.
_READ_AS = {
    "ascii": "cp1252",
    "big5": "big5hkscs",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "shift_jis": "cp932",
    "tis-620": "cp874",
}
_ALSO_READ = re.compile(
    r"utf-8|cp(?:125\d|866|874|932|949)|iso8859-\d+|koi8-[ru]|mac-(?:roman|cyrillic)|gb18030"
    r"|big5hkscs|euc_jp|iso2022_jp"
)
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
    if declared and (encoding := _declared_encoding(declared[1].decode("ascii", "replace"))):
        return _decode_as(data, encoding, where)
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


def _declared_encoding(label: str) -> str:
    """Return what to read a page as that declares `label`, or "" where that says nothing.

    A page that declares UTF-16 and has no byte order mark is not UTF-16: the declaration was read.
    """
    try:
        name = codecs.lookup(label).name
    except LookupError:
        return ""
    return _READ_AS.get(name, name if _ALSO_READ.fullmatch(name) else "")
