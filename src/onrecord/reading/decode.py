"""Bytes to text, and nothing but that: no line ending, space or mark is changed, and nothing is guessed at."""

from __future__ import annotations

import codecs
import re

__all__ = ["Unreadable", "decode", "find_surrogate"]

# Signatures of files that are certainly no text, and what they are; a page sent as one of these gets a plain answer.
SIGNATURES = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x1f\x8b", "a gzip file; unpack it (gzip -dc) or name it .gz"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
)
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SEQUENCES = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
HIGH = re.compile(rb"[\x80-\xff]")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
SURROGATE = re.compile(r"[\ud800-\udfff]")
# In cp1252 text the letters beyond ASCII are accents and quotation marks. German and French news have 2 to 5 in a
# hundred; Cyrillic or Greek taken for cp1252 has more than 50.
MOST_HIGH = 0.25


class Unreadable(Exception):
    """Bytes that are no text onrecord can read; its text says why and what helps."""


def decode(data: bytes) -> str:
    """The text of ``data``: UTF-8, UTF-16 or UTF-32 with a byte order mark, else cp1252 where it can be nothing else.

    The byte order mark says how to read and is no part of the text. Raises Unreadable for anything else.
    """
    for signature, kind in SIGNATURES:
        if data.startswith(signature):
            raise Unreadable(f"not text but {kind}; save its text as a .txt file and read that")
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _marked(data, encoding)
    if b"\x00" in data:
        raise Unreadable("not text: it holds null bytes; if it is UTF-16, save it as UTF-8")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _western(data, error)


def _marked(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.removesuffix("-sig").upper()
        raise Unreadable(f"broken encoding: no {name} at byte {error.start}; save it again as UTF-8") from error


def _western(data: bytes, error: UnicodeDecodeError) -> str:
    broken = f"broken encoding: no UTF-8 at byte {error.start}, nor another encoding for certain; save it as UTF-8"
    high = len(HIGH.findall(data))
    sequences = sum(len(found) for found in SEQUENCES.findall(data))
    # Bytes that mostly make whole UTF-8 characters are UTF-8 with a fault in it, not another encoding.
    if sequences * 2 > high or high > len(data) * MOST_HIGH:
        raise Unreadable(broken) from error
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise Unreadable(broken) from error
    if CONTROL.search(text):
        raise Unreadable(broken) from error
    return text


def find_surrogate(text: str) -> int | None:
    """Where ``text`` has half a surrogate pair, which no file can hold (JSON can spell it); None if nowhere."""
    found = SURROGATE.search(text)
    return found.start() if found else None
