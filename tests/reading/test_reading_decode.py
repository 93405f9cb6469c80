"""Bytes become the text they hold, or a reason why not."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from reading_values import TEXT

from onrecord.reading.decode import Unreadable, decode, find_surrogate


@given(TEXT)
def test_utf_8_is_read_as_it_is(text: str) -> None:
    assert decode(text.encode()) == text
    assert decode(codecs.BOM_UTF8 + text.encode()) == text


@given(TEXT)
def test_utf_16_and_32_are_read_by_their_mark(text: str) -> None:
    # "utf-16" writes the mark; a text that is empty or starts with a null after it would look like UTF-32
    assert decode(text.encode("utf-16")) == text
    assert decode(text.encode("utf-32")) == text


@pytest.mark.parametrize(
    "text", ["Çavuşoğlu".replace("ş", "s").replace("ğ", "g"), "“So it is,” he said – at 3 €.", "café"]
)
def test_western_text_is_read_where_it_can_be_nothing_else(text: str) -> None:
    words = f"The minister said it again and again in the town of Velm: {text}"
    assert decode(words.encode("cp1252")) == words


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("Это не кодировка UTF-8, а другая".encode("cp1251"), "broken encoding"),
        ("“So it is,” he said.".encode()[:-1] + b"\xff", "broken encoding: no UTF-8 at byte"),
        ("A café in Velm: “so”".encode()[:-1], "broken encoding"),
        (b"The town \x81 of Velm", "broken encoding"),
        (b"The town \xe9 of \x01 Velm", "broken encoding"),
        (codecs.BOM_UTF16_LE + b"a", "broken encoding: no UTF-16"),
        (codecs.BOM_UTF8 + b"\xff", "broken encoding: no UTF-8"),
        (b"a\x00b", "null bytes"),
        (b"%PDF-1.7", "a PDF"),
        (b"PK\x03\x04rest", "zip archive or an office document"),
        (b"\x89PNG\r\n", "a picture"),
        (b"\x1f\x8b\x08", "a gzip file"),
    ],
)
def test_what_is_no_text_says_what_it_is(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        decode(data)


def test_half_a_pair_is_found() -> None:
    assert find_surrogate("a\ud83d") == 1
    assert find_surrogate("a😀") is None
