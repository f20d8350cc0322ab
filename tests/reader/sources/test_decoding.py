"""Bytes become text in the encoding that they are in, or a sentence says why not."""

import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.problems import Problem
from reader.sources.decoding import decode

WORDS = "„Grüße“ — naïve café: ½ €, żółć, Москва, 東京"
WESTERN = "“Naïve” — café, € 5"


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode(),
        codecs.BOM_UTF8 + WORDS.encode(),
        WORDS.encode("utf-16"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
        WORDS.encode("utf-32"),
        codecs.BOM_UTF32_BE + WORDS.encode("utf-32-be"),
    ],
)
def test_unicode_is_read_with_and_without_a_byte_order_mark(data: bytes) -> None:
    assert decode(data, "a.txt") == WORDS


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=40))
def test_what_is_utf_8_is_read_as_utf_8(text: str) -> None:
    if "<meta" not in text and "<?xml" not in text:
        assert decode(text.encode(), "a.txt") == text.removeprefix("\ufeff")


@pytest.mark.parametrize(
    ("declaration", "encoding", "words"),
    [
        ('<meta charset="windows-1251">', "cp1251", "Москва"),
        ("<META charset='koi8-r'>", "koi8-r", "Москва"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">', "cp932", "①東"),
        ('<?xml version="1.0" encoding="ISO-8859-2"?>', "iso8859-2", "żółć"),
        ("<meta charset=gb2312>", "gb18030", "朱镕基"),
        ("<meta charset=iso-8859-1>", "cp1252", WESTERN),
        ("<meta charset=us-ascii>", "cp1252", WESTERN),
        ("<meta charset=utf-8>", "utf-8", WORDS),
    ],
)
def test_a_declared_encoding_is_read_as_browsers_read_it(
    declaration: str, encoding: str, words: str
) -> None:
    page = f"{declaration}<p>{words}</p>"
    assert decode(page.encode(encoding), "a.html") == page


@pytest.mark.parametrize(
    "label",
    ["utf-16", "utf-7", "idna", "punycode", "unicode_escape", "rot13", "zip", "no-such", "."],
)
def test_a_declaration_that_says_nothing_is_passed_over(label: str) -> None:
    page = f'<meta charset="{label}"><p>{WORDS} +AGE- \\x41</p>'
    assert decode(page.encode(), "a.html") == page


def test_western_bytes_without_a_declaration_are_windows_1252() -> None:
    assert decode(WESTERN.encode("cp1252"), "a.txt") == WESTERN


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ("Grüße an alle, Jürgen".encode() + b"\xff end", "is UTF-8 text but damaged at byte 24;"),
        (b"1234 \x81 \x8d", "has bytes that are neither UTF-8 nor Windows-1252, the first at 5;"),
        (codecs.BOM_UTF16_LE + b"a\0b", "says that it is utf-16 but is damaged at byte 4;"),
        (codecs.BOM_UTF8 + b"ab\xff", "says that it is utf-8-sig but is damaged at byte"),
        (b"<meta charset=utf-8>caf\xe9", "says that it is utf-8 but is damaged at byte 23;"),
    ],
)
def test_bytes_that_cannot_be_told_are_a_sentence_with_their_place_and_what_to_do(
    data: bytes, sentence: str
) -> None:
    with pytest.raises(Problem) as raised:
        decode(data, "a.txt")
    assert raised.value.where == "a.txt"
    assert raised.value.sentence.startswith(sentence)
    assert raised.value.sentence.endswith("; save it again as UTF-8")


def test_a_binary_file_is_told_from_text() -> None:
    with pytest.raises(Problem, match=r"is a binary file, not text; open \.txt, \.md or \.html"):
        decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a.txt")


@given(st.binary(max_size=60), st.sampled_from([b"", codecs.BOM_UTF16_BE, b"<meta charset="]))
def test_all_bytes_give_a_text_or_a_problem(data: bytes, head: bytes) -> None:
    with suppress(Problem):
        assert isinstance(decode(head + data, "a"), str)
