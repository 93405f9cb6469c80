"""Which stretches of a text stand inside quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Literal

__all__ = ["quoted_share", "quoted_spans"]

# Double marks of any style; two single marks side by side are an old typewriter's double.
DOUBLE = re.compile(r"[“”„‟\"«»＂]|''|``|‘‘|’’")
OPENING = frozenset({"“", "„", "«", "``", "‘‘"})
CLOSING = frozenset({"”", "»", "’’"})
BEFORE_OPENING = "([{—–-"

# A single mark opens before a word and closes behind one; between two letters it is an apostrophe.
SINGLE = re.compile(r"(?<![\w'‘’])['‘](?=\w)[^'‘’\n]{0,2000}(?:(?<=\w)['’](?=\w)[^'‘’\n]{0,2000}){0,40}['’](?!\w)")


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """The stretches ``[start, end)`` of ``text`` inside quotation marks, in order, the marks themselves
    left out.

    A mark left open closes with its paragraph: a quotation that goes on in the next opens anew there. A straight
    mark opens or closes by what stands beside it, so that one lost mark does not turn the others round. Single
    marks count only outside double ones.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for line in text.splitlines(keepends=True):
        double = list(_in_double(line))
        single = [(m.start() + 1, m.end() - 1) for m in SINGLE.finditer(line)]
        free = [span for span in single if not any(a < span[1] and span[0] < b for a, b in double)]
        spans.extend((start + a, start + b) for a, b in sorted(double + free))
        start += len(line)
    return spans


def _in_double(line: str) -> Iterator[tuple[int, int]]:
    """The stretches of a paragraph in double marks; a closing mark alone ends what the paragraph began with."""
    opened: int | None = None
    first = True
    for match in DOUBLE.finditer(line):
        way = _way(line, match)
        if opened is None and way == "close":
            if first and not line[max(0, match.start() - 1) : match.start()].isdigit():
                yield 0, match.start()
        elif opened is None:
            opened = match.end()
        elif way != "open":
            yield opened, match.start()
            opened = None
        first = False
    if opened is not None:
        yield opened, len(line)


def _way(line: str, match: re.Match[str]) -> Literal["open", "close", "either"]:
    """Which way a mark faces: by its form, or by what stands on either side of it."""
    mark = match.group()
    if mark in OPENING or mark in CLOSING:
        return "open" if mark in OPENING else "close"
    before, after = line[max(0, match.start() - 1) : match.start()], line[match.end() : match.end() + 1]
    opens = (not before or before.isspace() or before in BEFORE_OPENING) and bool(after) and not after.isspace()
    closes = bool(before) and not before.isspace() and (not after or not after.isalnum())
    if opens == closes:
        return "either"
    return "open" if opens else "close"


def quoted_share(spans: Sequence[tuple[int, int]], start: int, end: int) -> float:
    """The share (0..1) of ``[start, end)`` that lies inside ``spans``, which are in order and apart."""
    inside = 0
    for a, b in spans[max(0, bisect_right(spans, (start, start)) - 1) :]:
        if a >= end:
            break
        inside += max(0, min(b, end) - max(a, start))
    return inside / (end - start) if end > start else 0.0
