"""Which stretches of a text stand inside quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

__all__ = ["quoted_share", "quoted_spans"]

# Double marks of any style; two single marks side by side are an old typewriter's double.
DOUBLE = re.compile(r"[“”„‟\"«»＂]|''|``|‘‘|’’")
OPENING = frozenset({"“", "„", "«", "``", "‘‘"})
CLOSING = frozenset({"”", "»", "’’"})

# A single mark opens before a word and closes behind one; between two letters it is an apostrophe.
SINGLE = re.compile(r"(?<![\w'‘’])['‘](?=\w)[^'‘’\n]{0,2000}(?:(?<=\w)['’](?=\w)[^'‘’\n]{0,2000}){0,40}['’](?!\w)")


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """The stretches ``[start, end)`` of ``text`` inside quotation marks, in order, the marks themselves
    left out.

    A mark left open closes with its paragraph: a quotation that goes on in the next opens anew there. Single
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
    opened: int | None = None
    for match in DOUBLE.finditer(line):
        mark = match.group()
        if opened is None:
            if mark not in CLOSING:
                opened = match.end()
        elif mark not in OPENING:
            yield opened, match.start()
            opened = None
    if opened is not None:
        yield opened, len(line)


def quoted_share(spans: Sequence[tuple[int, int]], start: int, end: int) -> float:
    """The share (0..1) of ``[start, end)`` that lies inside ``spans``, which are in order and apart."""
    inside = 0
    for a, b in spans[max(0, bisect_right(spans, (start, start)) - 1) :]:
        if a >= end:
            break
        inside += max(0, min(b, end) - max(a, start))
    return inside / (end - start) if end > start else 0.0
