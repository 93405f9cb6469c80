"""An article's text as paragraphs and sentences: offsets only, the text itself is never touched."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.english.sentences import ABBREVIATIONS
from onrecord.statements.quotes import Quotation, overlapping

__all__ = ["Paragraph", "paragraphs", "sentence_at", "words_of"]

LINE = re.compile(r"[^\n\r\u2028\u2029]+")
WORD = re.compile(r"[^\W_]+")
# A sentence's last mark with what closes after it, where something follows that is not in lower case.
STOP = re.compile(r"[.!?…][\"”’'»)\]]{0,3}(?=\s+[^\sa-z])")
# No sentence is looked for farther than this many characters from where one is in it.
FAR = 2_000
ENDS_A_LINE = frozenset(".!?:;\"”’')]»…")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``[start, end)`` of one paragraph, without the white space around it."""

    start: int
    end: int


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of ``text``: a line each, save that a line broken in mid-sentence is joined to the next.

    A line is taken to be broken where it ends in a letter or comma and the next, with no blank line between,
    goes on in lower case: hard-wrapped text, and pages whose links were cut onto lines of their own.
    """
    found: list[Paragraph] = []
    for line in LINE.finditer(text):
        stripped = line.group().strip()
        if not stripped:
            continue
        start = line.start() + line.group().index(stripped)
        end = start + len(stripped)
        if found and text.count("\n", found[-1].end, start) == 1 and _broken(text, found[-1].end, start):
            found[-1] = Paragraph(found[-1].start, end)
        else:
            found.append(Paragraph(start, end))
    return found


def _broken(text: str, end: int, start: int) -> bool:
    return text[end - 1] not in ENDS_A_LINE and text[start].islower()


def sentence_at(text: str, paragraph: Paragraph, offset: int, marks: Sequence[Quotation]) -> tuple[int, int]:
    """The sentence of ``paragraph`` around ``offset``; full stops inside its quotations end none."""
    start, end = max(paragraph.start, offset - FAR), min(paragraph.end, offset + FAR)
    for stop in STOP.finditer(text, start, end):
        around = overlapping(marks, stop.start(), stop.end())
        inside = any(mark.start < stop.start() and stop.end() < mark.end for mark in around)
        if inside or (stop.group() == "." and _abbreviates(text, stop.start())):
            continue
        if stop.end() > offset:
            return start, stop.end()
        start = stop.end()
    return start, end


def _abbreviates(text: str, at: int) -> bool:
    """Whether the full stop at ``at`` belongs to an abbreviation: Mr., U.S., E. Quill."""
    words = WORD.findall(text[max(0, at - 12) : at])
    return bool(words) and (words[-1].lower() in ABBREVIATIONS or len(words[-1]) == 1)


def words_of(text: str) -> list[str]:
    """The words of ``text``."""
    return WORD.findall(text)
