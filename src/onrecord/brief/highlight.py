"""Text and the spans that lie over it, nested and crossing, as flat segments in paragraphs.

Joined again, gaps and all, the segments are the text, character for character.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

__all__ = ["Cover", "Paragraph", "Reference", "Segment", "flat"]


@dataclass(frozen=True, slots=True)
class Reference:
    """A pointer printed after a span's end: where to, and the sign for it."""

    target: str
    sign: str
    about: str


@dataclass(frozen=True, slots=True)
class Cover:
    """A span ``[start, end)`` over a text and how it shows.

    ``look`` is a class, ``anchor`` whose evidence it is.

    Of several covers with one anchor, the first (``opens``) sets it as an id. ``tag`` is a word printed
    before it, ``hint`` one shown on pointing; ``mark`` tells evidence from mere decoration.
    """

    start: int
    end: int
    look: str
    mark: bool = False
    anchor: str | None = None
    opens: bool = True
    tag: str | None = None
    hint: str | None = None
    reference: Reference | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text under one and the same set of covers, with what opens and closes at its edges.

    ``anchors`` are those set here, ``within`` those set earlier whose evidence this run also is.
    """

    text: str
    marked: bool = False
    looks: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Segments up to a blank line, and the white space that follows."""

    segments: tuple[Segment, ...]
    gap: str


# a line end and all white space after it: one pass, nothing to go back over
_BREAK = re.compile(r"\n\s*")


def flat(text: str, covers: Sequence[Cover]) -> tuple[Paragraph, ...]:
    """``text`` in paragraphs of segments; a paragraph ends where a blank line follows.

    Covers are cut to the text; those with nothing to see in them are left out. Their order does not matter.
    """
    laid = sorted((cut for cover in covers if (cut := _cut(text, cover))), key=_order)
    paragraphs = []
    position = 0
    for start, end in [*_gaps(text), (len(text), len(text))]:
        inside = [cover for cover in laid if cover.start < start and cover.end > position]
        paragraphs.append(Paragraph(_segments(text, position, start, inside), text[start:end]))
        position = end
    return tuple(paragraphs)


def _cut(text: str, cover: Cover) -> Cover | None:
    """``cover`` without white space at its edges: it opens and closes where there is something to see."""
    start, end = max(0, cover.start), max(0, min(len(text), cover.end))
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end = start + len(words.strip())
    if start >= end:
        return None
    return replace(cover, start=start, end=end)


def _order(cover: Cover) -> tuple[int, int, str, str]:
    return cover.start, -cover.end, cover.look, cover.anchor or ""


def _gaps(text: str) -> list[tuple[int, int]]:
    """Runs of white space with a blank line in them."""
    breaks = (found.span() for found in _BREAK.finditer(text))
    return [(start, end) for start, end in breaks if text.count("\n", start, end) > 1]


def _segments(text: str, start: int, end: int, covers: Sequence[Cover]) -> tuple[Segment, ...]:
    """The segments of ``[start, end)``: a sweep over the covers still open, so that many stay cheap."""
    edges = {start, end}
    for cover in covers:
        edges.update(edge for edge in (cover.start, cover.end) if start < edge < end)
    cuts = sorted(edges)
    waiting = list(reversed(covers))
    over: list[Cover] = []
    segments = []
    for left, right in itertools.pairwise(cuts):
        over = [cover for cover in over if cover.end > left]
        while waiting and waiting[-1].start <= left:
            over.append(waiting.pop())
        segments.append(_segment(text, left, right, over))
    return tuple(segments)


def _segment(text: str, left: int, right: int, over: Sequence[Cover]) -> Segment:
    opening = [cover for cover in over if cover.start == left]
    closing = [cover for cover in over if cover.end == right]
    return Segment(
        text=text[left:right],
        marked=any(cover.mark for cover in over),
        looks=tuple(dict.fromkeys(cover.look for cover in over)),
        anchors=tuple(cover.anchor for cover in opening if cover.anchor and cover.opens),
        within=tuple(cover.anchor for cover in over if cover.anchor and not (cover.opens and cover.start == left)),
        tags=tuple(dict.fromkeys(cover.tag for cover in opening if cover.tag)),
        hints=tuple(dict.fromkeys(cover.hint for cover in over if cover.hint)),
        references=tuple(dict.fromkeys(cover.reference for cover in closing if cover.reference)),
    )
