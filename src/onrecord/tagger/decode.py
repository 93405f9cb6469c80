"""From what the network says of each anchor to statements in characters of the text.

Statements found twice (two anchors, same words) are given once; the likelier anchor stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.tagger.windows import BREAK, Pieces

__all__ = ["Proposed", "Reading", "decode"]

Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]
Chars = tuple[int, int]

SOURCE, CUE, CONTENT = 1, 2, 3
# Two statements whose contents share this much (IoU of characters) and whose sources agree are one
SAME = 0.8
# A single piece apart from the rest of its content is a slip unless the network is this sure of it
STRAY = 0.8
# A piece is source or content a little before that is the likeliest, as both are missed more often than invented
# (dev of the full scheme: content + 0.5, content with source + 1)
WEIGHTS = np.array([1.0, 2.0, 1.0, 1.5], dtype=np.float32)
# What may follow a name or a reporting word, and is no part of it
ENDS = ",;:—– "
MARKS = " \t\n\r\u00a0\"“”„«»'`‘’"


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network says of one anchor: its piece, probability and kind, and the roles of its window's pieces.

    ``roles`` is pieces × 4 (nothing, source, cue, content) and starts at piece ``first`` of the article.
    """

    at: int
    probability: float
    cued: bool
    first: int
    roles: Floats
    act: int
    continues: float


@dataclass(frozen=True, slots=True)
class Proposed:
    """A statement in characters of the text; ``confidence`` as the network has it, before calibration."""

    at: int
    contents: tuple[Chars, ...]
    source: Chars | None
    cue: Chars | None
    act: int
    continues: bool
    confidence: float


def decode(text: str, pieces: Pieces, readings: Sequence[Reading], threshold: float) -> list[Proposed]:
    """The statements of at least ``threshold`` confidence, in order of their first character."""
    likely = [r for r in readings if r.probability >= threshold]
    made = (_proposed(text, pieces, r) for r in likely)
    found = [p for p in made if p is not None and p.confidence >= threshold]
    kept: list[Proposed] = []
    for p in sorted(found, key=lambda p: (-p.confidence, p.at)):
        if not any(_same(p, other) for other in kept):
            kept.append(p)
    return sorted(kept, key=lambda p: (p.contents[0], p.at))


def _proposed(text: str, pieces: Pieces, reading: Reading) -> Proposed | None:
    """The statement at one anchor, or None if no words are left for its content."""
    role = (reading.roles * WEIGHTS).argmax(axis=1)
    sure = reading.roles[:, CONTENT]
    runs = _runs(pieces, reading.first, role == CONTENT, text)
    longest = max((b - a for a, b in runs), default=0)
    runs = [(a, b) for a, b in runs if b - a > 1 or longest == 1 or sure[a] >= STRAY]
    contents = [c for c in (_chars(text, pieces, reading.first, run) for run in runs) if c is not None]
    if not contents:
        return None
    source = _best(text, pieces, reading, role, SOURCE)
    cue = _best(text, pieces, reading, role, CUE) if reading.cued else None
    inside = np.concatenate([sure[a:b] for a, b in runs])
    return Proposed(
        int(pieces.starts[reading.at]),
        tuple(contents),
        source,
        cue,
        reading.act,
        not reading.cued and reading.continues >= 0.5,
        float(reading.probability * inside.mean()),
    )


def _runs(pieces: Pieces, first: int, inside: Bools, text: str) -> list[tuple[int, int]]:
    """Runs of pieces that are ``inside``, joined over marks and spaces, never over a paragraph's end."""
    runs: list[tuple[int, int]] = []
    edges = np.flatnonzero(np.diff(np.concatenate(([False], inside, [False])).astype(np.int8)))
    for a, b in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        if runs and _only_marks(text, pieces, first + runs[-1][1], first + a):
            runs[-1] = (runs[-1][0], b)
        else:
            runs.append((a, b))
    return runs


def _only_marks(text: str, pieces: Pieces, a: int, b: int) -> bool:
    if (pieces.ids[a:b] == BREAK).any():
        return False
    return not any(c.isalnum() for c in text[pieces.starts[a] : pieces.ends[b - 1]])


def _chars(text: str, pieces: Pieces, first: int, run: tuple[int, int]) -> Chars | None:
    """The characters of a run, widened to whole words, without the quotation marks at its edges."""
    a, b = int(pieces.starts[first + run[0]]), int(pieces.ends[first + run[1] - 1])
    while a > 0 and text[a].isalnum() and text[a - 1].isalnum():
        a -= 1
    while b < len(text) and text[b - 1].isalnum() and text[b].isalnum():
        b += 1
    while a < b and text[a] in MARKS:
        a += 1
    while b > a and text[b - 1] in MARKS:
        b -= 1
    return (a, b) if any(c.isalnum() for c in text[a:b]) else None


def _best(text: str, pieces: Pieces, reading: Reading, role: NDArray[np.int64], which: int) -> Chars | None:
    """The run of a role that is likeliest as a whole."""
    runs = _runs(pieces, reading.first, role == which, text)
    best = max(runs, key=lambda r: float(reading.roles[r[0] : r[1], which].sum()), default=None)
    found = None if best is None else _chars(text, pieces, reading.first, best)
    while found is not None and text[found[1] - 1] in ENDS:
        found = (found[0], found[1] - 1)
    return found


def _same(a: Proposed, b: Proposed) -> bool:
    """Whether two anchors found one statement: same content, and a source in common or none of their own."""
    shared = sum(max(0, min(x[1], y[1]) - max(x[0], y[0])) for x in a.contents for y in b.contents)
    size = sum(y - x for x, y in (*a.contents, *b.contents))
    if shared < SAME * (size - shared):
        return False
    if a.source is None or b.source is None:
        return True
    return a.source[0] < b.source[1] and b.source[0] < a.source[1]
