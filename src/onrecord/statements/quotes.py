"""The structure of quotation marks in a paragraph: who opens, who closes, what is nested, what was left open.

Real pages mix styles, lose marks, and close with the wrong one. The rules here are those of a careful reader:
an opening mark stands at a word's front edge and a closing one at a back edge; a mark inside another's pair is
nested; a quotation left open runs to the end of its paragraph (the old convention for one carried on in the next).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Quotation", "overlapping", "quotations"]

MARK = re.compile(r"''|``|[\"“”„«»‘’'‚‹›]")
DOUBLE_OPEN = frozenset({"“", "„", "«", "``"})
DOUBLE_CLOSE = frozenset({"”", "»"})
STRAIGHT = frozenset({'"', "''"})
SINGLE_OPEN = frozenset({"‘", "‚", "‹"})
SINGLE_CLOSE = frozenset({"’", "›"})
SENTENCE_MARKS = frozenset(".!?…")
CLOSERS = frozenset("”»’'\"›")
# How far ahead a mark's partner is looked for, in characters: longer than any real quotation of a few sentences.
AHEAD = 1_500
# Real text nests two deep, three at most; marks that would nest deeper are noise.
DEEPEST = 4
# "…, Quill told the paper on Monday.": words between a quotation's comma and the end of its sentence
ATTRIBUTION = 7
STOP = re.compile(r"[.!?]")
SPOKE = re.compile(r",\s(?:\S{1,30}\s){1,5}said\b|,\ssaid\s")
# Words that begin with an apostrophe: not the front edge of a quotation.
ELISIONS = re.compile(r"['’‘](?:tis|twas|em|cause|til|bout|n['’]?|\d0s)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A run in quotation marks: ``[start, end)`` with its marks, ``[inner_start, inner_end)`` without.

    ``closed`` is false where the closing mark is missing; ``inner`` are the quotations inside it.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool
    ends_sentence: bool
    inner: tuple[Quotation, ...] = ()


@dataclass(slots=True)
class _Open:
    """A quotation being read: its opening mark and what was found inside so far."""

    start: int
    inner_start: int
    single: bool
    inner: list[Quotation]


def overlapping(marks: Sequence[Quotation], start: int, end: int) -> Sequence[Quotation]:
    """Those of ``marks`` (in order, apart) that have any of ``[start, end)``, found without a look at the others."""
    first = bisect_right(marks, start, key=lambda mark: mark.end)
    return marks[first : bisect_left(marks, end, lo=first, key=lambda mark: mark.start)]


def quotations(text: str, start: int, end: int) -> list[Quotation]:
    """The outermost quotations of ``text[start:end]`` (one paragraph), in order; offsets into ``text``."""
    found: list[Quotation] = []
    stack: list[_Open] = []
    for mark in MARK.finditer(text, start, end):
        role = _role(text, mark.start(), mark.end(), start, end, stack)
        if role == "open" and len(stack) < DEEPEST:
            if stack and _forgotten(text, stack[-1], mark.start(), end):
                _close(text, stack, found, _lost_close(text, stack[-1].inner_start, mark.start()), closed=False)
            single = mark.group() in SINGLE_OPEN or mark.group() in SINGLE_CLOSE or mark.group() == "'"
            stack.append(_Open(mark.start(), mark.end(), single, []))
        elif role == "close":
            _close(text, stack, found, mark.start(), closed=True, mark_end=mark.end())
    while stack:
        _left_open(text, stack, found, end)
    return found


def _role(text: str, at: int, after: int, start: int, end: int, stack: list[_Open]) -> str | None:
    """Whether the mark ``text[at:after]`` opens, closes, or (an apostrophe, a stray mark) does neither."""
    mark = text[at:after]
    front = at == start or text[at - 1].isspace() or text[at - 1] in "([{—–-/“‘\"'"
    front = front and after < end and not text[after].isspace()
    back = at > start and not text[at - 1].isspace()
    if mark in DOUBLE_OPEN and not (mark == "“" and stack and not front and back):
        return "open" if after < end else None
    if mark in DOUBLE_CLOSE or mark in DOUBLE_OPEN:
        return "close" if any(not o.single for o in stack) else None
    if mark in STRAIGHT:
        return _straight(front, back, stack)
    return _single(text, at, after, end, front, back, stack)


def _straight(front: bool, back: bool, stack: list[_Open]) -> str | None:
    """A straight double mark opens or closes by the edge it stands at, and by what is open."""
    if not any(not o.single for o in stack):
        return "open" if front or not back else None
    return "open" if front and not back else "close"


def _single(text: str, at: int, after: int, end: int, front: bool, back: bool, stack: list[_Open]) -> str | None:
    """A single mark is a quotation mark only at a word's edge; between letters it is an apostrophe."""
    mark = text[at:after]
    word_after = after < end and text[after].isalnum()
    word_before = at > 0 and text[at - 1].isalnum()
    if word_before and word_after:
        return None
    singles = bool(stack) and stack[-1].single
    if singles and mark not in SINGLE_OPEN and back and not word_after:
        # "the ministers' plan": a plural possessive closes nothing, unless no other mark can
        if word_before and text[at - 1] in "sS" and _later_close(text, after, end):
            return None
        return "close"
    if mark in SINGLE_CLOSE and not (front and _later_close(text, after, end)):
        return None
    opens = front and (word_after or text[after] in '([“"…') and not ELISIONS.match(text, at)
    return "open" if opens and (mark in SINGLE_OPEN or _later_close(text, after, end)) else None


def _later_close(text: str, at: int, end: int) -> bool:
    """Whether a single mark that can close stands in ``text[at:end]``."""
    for mark in re.finditer(r"['’›]", text[at : min(end, at + AHEAD)]):
        i = at + mark.start()
        before = text[i - 1]
        after = text[i + 1] if i + 1 < end else " "
        if not before.isspace() and not after.isalnum() and not (before in "sS" and after == " "):
            return True
    return False


def _forgotten(text: str, opened: _Open, at: int, end: int) -> bool:
    """Whether the quotation ``opened`` was never closed, now that a mark of its own kind opens again at ``at``."""
    if opened.single or text[at] in "‘'‚‹’":
        return False
    rest = text[at : min(end, at + AHEAD)]
    closers = rest.count("”") + rest.count("»")
    openers = rest.count("“") + rest.count("«") + rest.count("„")
    return closers <= openers and _last_stop(text, opened.inner_start, at) > opened.inner_start


def _lost_close(text: str, start: int, end: int) -> int:
    """Where the closing mark of ``text[start:end]`` was lost: before a comma's few words ("…, Quill said."), as those
    that say who speaks are few; else at the last sentence mark."""
    for comma in re.finditer(",", text[start : min(end, start + AHEAD)]):
        rest = STOP.split(text[start + comma.end() : start + comma.end() + 200], maxsplit=1)[0]
        if 2 <= len(rest.split()) <= ATTRIBUTION:
            return start + comma.end()
    return _last_stop(text, start, end)


def _last_stop(text: str, start: int, end: int) -> int:
    """Just behind the last sentence mark or comma of ``text[start:end]``; ``start`` if there is none."""
    near = max(start, end - AHEAD)
    return max(start, *(text.rfind(mark, near, end) + 1 for mark in ".!?,…"))


def _left_open(text: str, stack: list[_Open], found: list[Quotation], end: int) -> None:
    """Close what the paragraph left open: at a wrong closing mark if there is one, else at the paragraph's end."""
    opened = stack[-1]
    if opened.single and len(stack) == 1:
        stack.pop()
        found.extend(opened.inner)
        return
    wrong = None if opened.single else _wrong_close(text, opened.inner_start, end)
    if wrong is not None and not any(q.end > wrong for q in opened.inner):
        _close(text, stack, found, wrong, closed=True, mark_end=wrong + 1)
    else:
        spoke = SPOKE.search(text, max(opened.inner_start, end - AHEAD), end)
        lost = _lost_close(text, opened.inner_start, end) if spoke else end
        _close(text, stack, found, lost, closed=False)


def _wrong_close(text: str, start: int, end: int) -> int | None:
    """The first single mark behind a sentence mark or comma: “Yes, we can,’ he said."""
    for i in range(start + 1, end):
        edge = i + 1 >= end or text[i + 1].isspace() or text[i + 1] in CLOSERS
        if text[i] in "’'" and text[i - 1] in ".,!?…" and edge:
            return i
    return None


def _close(
    text: str,
    stack: list[_Open],
    found: list[Quotation],
    at: int,
    *,
    closed: bool,
    mark_end: int | None = None,
) -> None:
    """End the innermost open quotation that the mark at ``at`` can close, with whatever was left open inside it."""
    if closed and mark_end is not None and text[at] not in "’'›":
        while stack and stack[-1].single and len(stack) > 1:
            inner = stack.pop()
            stack[-1].inner.extend(inner.inner)
    opened = stack.pop()
    inner_end = at = max(at, opened.inner_start, opened.inner[-1].end if opened.inner else 0)
    mark_end = None if mark_end is None else max(mark_end, at)
    while inner_end > opened.inner_start and text[inner_end - 1].isspace():
        inner_end -= 1
    quotation = Quotation(
        start=opened.start,
        end=mark_end if mark_end is not None else inner_end,
        inner_start=opened.inner_start,
        inner_end=inner_end,
        closed=closed,
        ends_sentence=_last_mark(text, opened.inner_start, inner_end) in SENTENCE_MARKS,
        inner=tuple(opened.inner),
    )
    (stack[-1].inner if stack else found).append(quotation)


def _last_mark(text: str, start: int, end: int) -> str:
    """The last mark before any closing marks: ``.`` of ``…the country.'``"""
    while end > start and (text[end - 1] in CLOSERS or text[end - 1].isspace()):
        end -= 1
    return text[end - 1] if end > start else ""
