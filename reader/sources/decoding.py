"""Bytes to text: byte order mark, declaration, UTF-8, Windows-1252, or a sentence that says no."""

import codecs
import re
from contextlib import suppress

from reader.problems import Problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FIRST_BYTES = (  # of a "<" or "{" in what has no mark
    (re.compile(rb"\s*[<{]\0\0\0"), "utf-32-le"),
    (re.compile(rb"\0\0\0[<{\s]"), "utf-32-be"),
    (re.compile(rb"(?:\s\0)*[<{]\0"), "utf-16-le"),
    (re.compile(rb"(?:\0\s)*\0[<{]"), "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE
)
_HEAD = 4096
_SAMPLE = 100_000  # bytes; enough to tell an encoding by
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


def decode_feed(data: bytes, label: str = "") -> str:
    """Return the text of a feed, which may say wrong things of itself; what is damaged is U+FFFD.

    `label` is the encoding that whoever sent it gave, if any. What is valid UTF-8 is UTF-8,
    whatever it is called: texts in other encodings practically never are.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    for first_bytes, encoding in _FIRST_BYTES:
        if first_bytes.match(data):
            return data.decode(encoding, "replace")
    found = _DECLARED.search(data[:_HEAD])
    labels = (label, found[1].decode("ascii", "replace") if found else "")
    declared = [encoding for name in labels if (encoding := _declared_encoding(name))]
    # ISO-2022-JP switches by escapes and so is valid UTF-8 too.
    likely = ["iso2022_jp"] if "iso2022_jp" in declared else ["utf-8", *declared]
    for encoding in likely:
        with suppress(UnicodeError):
            return data.decode(encoding)
    fallback = "utf-8" if _is_mostly_utf_8(data[:_SAMPLE]) else [*declared, "cp1252"][0]
    return data.decode(fallback, "replace")


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
    if _is_mostly_utf_8(data):
        raise Problem(where, f"is UTF-8 text but damaged at byte {at:,}; save it again as UTF-8")
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise Problem(
            where,
            f"has bytes that are neither UTF-8 nor Windows-1252, the first at {error.start:,};"
            " save it again as UTF-8",
        ) from error


def _is_mostly_utf_8(data: bytes) -> bool:
    characters = _UTF8_CHARACTER.findall(data)
    strays = len(_HIGH_BYTE.findall(data)) - sum(map(len, characters))
    return len(characters) > strays


def _declared_encoding(label: str) -> str:
    """Return what to read a page as that declares `label`, or "" where that says nothing.

    A page that declares UTF-16 and has no byte order mark is not UTF-16: the declaration was read.
    """
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):  # a name with a NUL in it is a ValueError
        return ""
    return _READ_AS.get(name, name if _ALSO_READ.fullmatch(name) else "")
