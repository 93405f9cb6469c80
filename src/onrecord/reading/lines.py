"""The lines of a text and the blocks they form, as offsets: what every label is laid over. Pure; changes nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Block", "Line", "blocks_of", "lines_of"]

LINE = re.compile(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)")

# Some pages put a blank line between paragraphs, some only a line break. With fewer blank lines than one for four
# lines, a line is a paragraph; unless the lines are as short as hand-wrapped text, which breaks at 60 to 80 columns.
LINES_A_GAP = 4
WRAPPED_AT = 100


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: ``[start, end)`` without the blanks around it, and that slice."""

    start: int
    end: int
    text: str
    after_blank: bool


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that stand together: a paragraph, a heading, an item of a list."""

    lines: tuple[Line, ...]

    @property
    def start(self) -> int:
        """Where its first line starts."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Where its last line ends."""
        return self.lines[-1].end

    @property
    def text(self) -> str:
        """Its lines joined by a space: for looking at, not for offsets, unless it is one line."""
        return self.lines[0].text if len(self.lines) == 1 else " ".join(line.text for line in self.lines)


def lines_of(text: str, start: int = 0) -> list[Line]:
    """The lines of ``text[start:]`` that are not blank; a line of no-break spaces alone is blank."""
    found: list[Line] = []
    blank = True
    for match in LINE.finditer(text, start):
        raw = match[1]
        kept = raw.strip()
        if not kept:
            blank = True
            continue
        begin = match.start() + raw.index(kept[0])
        found.append(Line(begin, begin + len(kept), kept, blank))
        blank = False
    return found


def blocks_of(lines: Sequence[Line]) -> list[Block]:
    """``lines`` as blocks: divided at blank lines or, in a text that has hardly any, one block a line."""
    gaps = sum(line.after_blank for line in lines)
    apart = gaps * LINES_A_GAP <= len(lines) and any(len(line.text) > WRAPPED_AT for line in lines)
    groups: list[list[Line]] = []
    for line in lines:
        if apart or line.after_blank or not groups:
            groups.append([line])
        else:
            groups[-1].append(line)
    return [Block(tuple(group)) for group in groups]
