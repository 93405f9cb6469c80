"""An article as word pieces, and the overlapping windows of them that the statement model reads.

The pieces come from an uncased vocabulary, so what it throws away is given back as one small feature for each piece:
how it is capitalised, and whether it stands inside quotation marks. A paragraph's end is a piece of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

__all__ = ["BREAK", "CLS", "FEATURES", "SEP", "Pieces", "Window", "cut", "owners", "read_pieces"]

Ints = NDArray[np.int64]

# Ids of BERT's uncased vocabulary: [CLS], [SEP], and [unused0] for a paragraph's end
CLS, SEP, BREAK = 101, 102, 1
# Four ways to write a piece (lower case, Capitalised, CAPITALS, digits) in four places
# (outside quotation marks, inside, the opening mark, the closing mark)
FEATURES = 16
# Pieces two neighbouring windows share at least: three quarters of the sources and cues stand nearer to their content
OVERLAP = 64
# A paragraph border is preferred for a window's start up to this many shared pieces
MOST_OVERLAP = 144

# A window is filled to at least this share, if a border lies beyond
LEAST = 0.6
# Pieces on either side of a border that decide whether it is chosen
BESIDE = 12

LINE = re.compile(r"[^\r\n\u2028\u2029]+")
DOUBLE = re.compile("''|``|[\"“”„«»]")
OPENING, CLOSING = frozenset({"“", "„", "«", "``"}), frozenset({"”", "»"})
SINGLE_OPEN = re.compile(r"(?<![\w'’‘])['‘](?=\w)")
SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…])['’](?!\w|')")
# One character for one, so that offsets hold: the vocabulary splits these marks in ways its training rarely saw
MARKS: dict[int, str] = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'"})
# Half of a pair is no character, and no tokenizer takes it
MARKS.update(dict.fromkeys(range(0xD800, 0xE000), "\ufffd"))


@dataclass(frozen=True, slots=True)
class Pieces:
    """Word pieces of a text: vocabulary ids, features (``FEATURES`` kinds), and the characters each stands for.

    A ``BREAK`` piece stands between paragraphs and covers no characters.
    """

    ids: Ints
    features: Ints
    starts: Ints
    ends: Ints

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces ``[start, end)`` of an article, read together."""

    start: int
    end: int


def read_pieces(tokenizer: Tokenizer, text: str) -> Pieces:
    """The pieces of ``text``; offsets are characters (code points) of ``text`` itself."""
    lines = [(m.start(), m.group()) for m in LINE.finditer(text) if not m.group().isspace()]
    encoded = tokenizer.encode_batch([line.translate(MARKS) for _, line in lines], add_special_tokens=False)
    ids: list[int] = []
    features: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    for (at, line), encoding in zip(lines, encoded, strict=True):
        if ids:
            ids.append(BREAK)
            features.append(0)
            starts.append(at)
            ends.append(at)
        places = _places(line)
        ids.extend(encoding.ids)
        for a, b in encoding.offsets:
            features.append(4 * _shape(line[a:b]) + places[min(a, len(line) - 1)])
            starts.append(at + a)
            ends.append(at + b)
    return Pieces(*(np.array(column, dtype=np.int64) for column in (ids, features, starts, ends)))


def _shape(piece: str) -> int:
    """0 lower case and marks, 1 Capitalised, 2 CAPITALS, 3 digits."""
    if piece.islower():
        return 0
    if piece[:1].isupper():
        return 2 if len(piece) > 1 and piece.isupper() else 1
    return 3 if piece[:1].isdigit() else 0


def _places(line: str) -> bytearray:
    """For each character of a paragraph: 0 outside quotation marks, 1 inside, 2 an opening mark, 3 a closing one.

    An unclosed quotation runs to the end, the printer's way to carry one on in the next paragraph.
    """
    places = bytearray(len(line))
    opened = -1
    for mark in DOUBLE.finditer(line):
        a, b = mark.span()
        closes = mark.group() in CLOSING or (mark.group() not in OPENING and opened >= 0)
        if closes:
            if opened >= 0:
                places[opened:a] = b"\1" * (a - opened)
            places[a:b] = b"\3" * (b - a)
            opened = -1
        else:
            if opened < 0:
                opened = b
            places[a:b] = b"\2" * (b - a)
    if opened >= 0:
        places[opened:] = b"\1" * (len(line) - opened)
    _single_places(line, places)
    return places


def _single_places(line: str, places: bytearray) -> None:
    """Single quotation marks at words' edges, where no double ones are open."""
    closers = [m.start() for m in SINGLE_CLOSE.finditer(line)]
    done = 0
    for mark in SINGLE_OPEN.finditer(line):
        a = mark.start()
        i = bisect_left(closers, a + 3)
        if a < done or places[a] or i == len(closers):
            continue
        end = closers[i]
        if not any(places[a:end]):
            places[a : end + 1] = b"\2" + b"\1" * (end - a - 1) + b"\3"
            done = end


def cut(pieces: Pieces, most: int) -> list[Window]:
    """Windows of at most ``most`` pieces that cover ``pieces``, at paragraph borders where there are any near.

    Which border is chosen depends on the words at it alone, so that two articles which share paragraphs soon share
    windows, whatever stands before (content-defined chunks: Muthitacharoen, Chen, Mazières 2001).
    """
    total = len(pieces)
    breaks = [int(i) for i in np.flatnonzero(pieces.ids == BREAK)]
    marks = [crc32(pieces.ids[max(0, at - BESIDE) : at + BESIDE].tobytes()) for at in breaks]
    windows: list[Window] = []
    start = end = 0
    while True:
        least = max(end, start + int(LEAST * most))
        end = total if total - start <= most else _border(breaks, marks, least, start + most)
        windows.append(Window(start, end))
        if end == total:
            return windows
        start = _next_start(breaks, start, end)


def _border(breaks: Sequence[int], marks: Sequence[int], start: int, end: int) -> int:
    """The paragraph border in ``(start, end]`` with the lowest mark, else ``end``."""
    near = range(bisect_right(breaks, start), bisect_right(breaks, end))
    return breaks[min(near, key=lambda i: (marks[i], i))] if near else end


def _next_start(breaks: Sequence[int], start: int, end: int) -> int:
    """Where the window behind ``[start, end)`` begins: a border that leaves ``OVERLAP`` pieces in common, if any."""
    i = bisect_left(breaks, end - OVERLAP + 1) - 1
    if i >= 0 and breaks[i] + 1 > start and end - breaks[i] <= MOST_OVERLAP:
        return breaks[i] + 1
    return max(start + 1, end - OVERLAP)


def owners(windows: Sequence[Window], total: int) -> Ints:
    """For each piece the number of the window that sees most of what stands around it."""
    best = np.full(total, -1, dtype=np.int64)
    owner = np.zeros(total, dtype=np.int64)
    for k, w in enumerate(windows):
        at = np.arange(w.start, w.end)
        before = at - w.start if w.start else np.full(len(at), total)
        after = w.end - 1 - at if w.end < total else np.full(len(at), total)
        room = np.minimum(before, after)
        better = room > best[w.start : w.end]
        best[w.start : w.end][better] = room[better]
        owner[w.start : w.end][better] = k
    return owner
