"""The end of a page: readers' comments, the publisher's notices, and the facts that these state."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import Label
from onrecord.reading.dates import written_day
from onrecord.reading.furniture import is_furniture
from onrecord.reading.head import dated, is_dated
from onrecord.reading.lines import Block, Line
from onrecord.reading.names import has_institution_word, is_medium, is_syndicate, publisher
from onrecord.reading.stated import Stated
from onrecord.reading.wordings import (
    ABOUT,
    COMMENT_META,
    COMMENTS_HEAD,
    COPYRIGHT,
    FIRST_PRINTED,
    LINKS_HEAD,
    REPUBLISH,
    SOURCE,
    SPAM,
)

__all__ = ["notice_facts", "tail_labels"]

# So much prose must stand above a heading of comments: the same words are a link at the head of many pages.
LEAST_PROSE = 100
# Two signs of spam, or one in a numbered item above a comment form, are past chance; "a great site" alone is not.
NUMBERED = re.compile(r"\d{1,4}[.)]\s")
LEAST_SPAM = 2
# Paragraphs looked at from the page's end; comments further up stand under a heading.
TAIL_BLOCKS = 40
LONGEST_COMMENT = 4_000

HOLDER_ENDS = re.compile(r"\.(?:\s|\Z)|\s?\||;|\sall rights|\s[-–]\s|,?\s?\d{4}", re.IGNORECASE)
# Links are headlines: few end as sentences do, and none is a paragraph.
LEAST_LINKS = 2
# Each look goes to the page's end; real pages have a handful of such headings.
MOST_LISTS = 50
LONGEST_LINK = 160
# A copyright line or a source line is short; a sentence that opens like one is not.
LONGEST_SOURCE = 120
LONGEST_NOTICE = 1_000


def tail_labels(text: str, blocks: Sequence[Block]) -> list[Label]:
    """The labels of readers' comments: under their heading, or recognisable at the end of the page."""
    start = _comments_start(blocks)
    links = _links_start(blocks[:start])
    found = [Label(block.start, block.end, "boilerplate") for block in blocks[links:start]]
    for block in blocks[start:]:
        if len(block.lines) == 1 and is_furniture(block.text):
            found.append(Label(block.start, block.end, "boilerplate"))
        else:
            found += _comment_lines(block)
    return found


def _links_start(blocks: Sequence[Block]) -> int:
    """The index of the heading of a list of links that ends the page; as many as there are blocks if there is none."""
    prose = looked = 0
    for at, block in enumerate(blocks):
        heads = prose >= LEAST_PROSE and len(block.lines) == 1 and LINKS_HEAD.match(block.text)
        if heads and looked < MOST_LISTS:
            looked += 1
            below = [other.text for other in blocks[at + 1 :]]
            sentences = sum(words[-1] in '.!?”"' for words in below)
            if len(below) >= LEAST_LINKS and sentences * 4 <= len(below) and max(map(len, below)) <= LONGEST_LINK:
                return at
        prose += len(block.text)
    return len(blocks)


def _comment_lines(block: Block) -> list[Label]:
    """A block of a comment section, with the notices of the form in it apart."""
    if not any(is_furniture(line.text) and not COMMENT_META.match(line.text) for line in block.lines):
        return [Label(block.start, block.end, "comment")]
    return [
        Label(line.start, line.end, "boilerplate" if is_furniture(line.text) else "comment") for line in block.lines
    ]


def _comments_start(blocks: Sequence[Block]) -> int:
    """The index of the first block of comments; as many as there are blocks if there are none."""
    start = len(blocks)
    prose = 0
    for at, block in enumerate(blocks):
        if prose >= LEAST_PROSE and len(block.lines) <= 2 and COMMENTS_HEAD.match(block.lines[0].text):
            start = at
            break
        prose += len(block.text)
    first = start
    for at in range(start - 1, max(0, start - TAIL_BLOCKS) - 1, -1):
        block = blocks[at]
        if _is_comment(block, under_heading=start < len(blocks)):
            first = at
        elif not is_furniture(block.text):
            break
    return first if first > 0 else len(blocks)


def _is_comment(block: Block, *, under_heading: bool) -> bool:
    """Whether a block is a reader's comment by its words."""
    words = block.text
    if len(words) > LONGEST_COMMENT:
        return False
    if under_heading and len(words) <= 100 and COMMENT_META.match(words):
        return True
    hits = len({hit.casefold() for hit in SPAM.findall(words)})
    numbered = NUMBERED.match(words) is not None
    return hits >= LEAST_SPAM or (hits == 1 and numbered and under_heading)


def notice_facts(lines: Sequence[Line]) -> Stated:
    """What a page's notices say of it: who holds the copyright, where it was first printed, whom it credits."""
    facts = Stated()
    for line in lines:
        if len(line.text) <= LONGEST_NOTICE and (found := _notice(line.text)):
            facts = facts.over(found)
    return facts


def _notice(words: str) -> Stated | None:
    if is_dated(words):
        return Stated(published=dated(words))
    if found := COPYRIGHT.match(words):
        return _copyright(words[found.end() : found.end() + LONGEST_SOURCE])
    if found := FIRST_PRINTED.match(words):
        return Stated(origin=_first(found), origin_published=written_day(found[2]) if found[2] else None)
    if len(words) <= LONGEST_SOURCE and (found := SOURCE.match(words)):
        return _source(found)
    if (found := ABOUT.match(words)) and REPUBLISH.search(words):
        return Stated(outlet=_first(found))
    return None


def _first(found: re.Match[str]) -> str:
    return found[1].rstrip(".")


def _copyright(words: str) -> Stated | None:
    """The publisher that a copyright line names; an agency or syndicate is whom the copy came from."""
    ends = HOLDER_ENDS.search(words)
    holder = publisher(words[: ends.start()] if ends else words)
    if holder is None:
        return None
    return Stated(origin=holder) if is_syndicate(holder) else Stated(outlet=holder)


def _source(found: re.Match[str]) -> Stated | None:
    """``Source: Meridian``; ``Source: Meridian, 11 August 2016``. A sentence, address or person credits no outlet."""
    name, rest = _first(found), found[2].strip(" ,;()")
    day = written_day(rest) if rest else None
    if (rest and not day) or not (is_medium(name) or has_institution_word(name) or len(name.split()) == 1):
        return None
    return Stated(origin=name, origin_published=day)
