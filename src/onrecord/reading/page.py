"""A page's text taken apart: the runs that are not the article's own prose, and the facts that the page states."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model import Label
from onrecord.reading.body import DATELINE_BLOCKS, body_labels, dateline_of
from onrecord.reading.head import read_head
from onrecord.reading.lines import Block, blocks_of, lines_of
from onrecord.reading.stated import Stated
from onrecord.reading.tail import notice_facts, tail_labels

__all__ = ["read_page"]


def read_page(text: str, title: str | None = None, start: int = 0) -> tuple[Stated, tuple[Label, ...]]:
    """The facts that ``text[start:]`` states and its labels, in order and apart, as offsets into ``text``.

    ``title`` is its headline where that is known from elsewhere. Nothing is guessed: see ``head`` for what counts.
    """
    lines = lines_of(text, start)
    if not lines:
        return Stated(), ()
    head = read_head(lines, title)
    taken = {label.start for label in head.labels}
    blocks = blocks_of([line for line in lines if line.start not in taken])
    tail = tail_labels(text, blocks)
    body = [block for block in blocks if not tail or block.start < tail[0].start]
    labels = head.labels + body_labels(text, body) + tail
    facts = head.facts.over(_dateline(body)).over(notice_facts(lines))
    return facts, tuple(sorted(labels))


def _dateline(blocks: Sequence[Block]) -> Stated:
    for block in blocks[:DATELINE_BLOCKS]:
        found = dateline_of(block.lines[0].text)
        if found:
            return Stated(origin=found[1])
    return Stated()
