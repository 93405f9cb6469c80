"""What stands within an article's prose and is none of it: subheads, pull quotes, captions, datelines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import Label
from onrecord.reading.furniture import is_caption, is_credit, is_furniture
from onrecord.reading.head import fold, is_byline, is_dated
from onrecord.reading.lines import Block
from onrecord.reading.names import is_medium, is_named_person

__all__ = ["body_labels", "dateline_of"]

# Subheads: nine in ten of those seen have at most 8 words; a longer line without a full stop is as often prose.
SUBHEAD_WORDS = 9
SUBHEAD_CHARACTERS = 70
# What a subhead heads is a paragraph: a line of fewer characters is an item of the same list.
LEAST_PARAGRAPH = 60
# The longest pull quote seen has 38 words.
PULL_WORDS = 45
# Looking for a quotation's words elsewhere costs a pass over the text; no article has this many pull quotes.
MOST_LOOKED_FOR = 100
# So many words standing again elsewhere are no coincidence; a shorter quotation ("No comment.") may be.
LEAST_REPEATED = 4

QUOTES = {"“": "”", '"': '"', "‘": "’", "'": "'", "«": "»", "„": "“"}
ENDS_SENTENCE = ".!?…"

# KARSK (Meridian) —; KARSK, Ostria —; KARSK, May 1 (Meridian) -; New Karsk (Meridian): a place, maybe a day, maybe who
# sends it. In capitals and above a dash any name in the brackets is the sender; otherwise it must be a known one.
PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þ'’.-]{1,20}(?: [A-ZÀ-Þ][A-ZÀ-Þ'’.-]{1,20}){0,3}"
NAMED = r"[A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{1,20}){0,3}"
REST = r"(?:, [A-Z][\w.’' -]{1,30})?(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?"
DASH = r"(?:\s?—\s?|\s?–\s|\s--?\s)"
CAPITALS = re.compile(rf"{PLACE}{REST}(?:\s?\(([A-Z][^()]{{1,40}})\))?{DASH}(?=\S)")
SENT = re.compile(rf"(?:{NAMED}{REST}\s?)?\(([A-Z][^()]{{1,40}})\)(?:{DASH}|:? )(?=\S)")
LONGEST_DATELINE = 120
# A place in capitals before a dash opens a report; further down the same form opens an item of a list.
DATELINE_BLOCKS = 5


def dateline_of(words: str) -> tuple[int, str | None] | None:
    """The length of the dateline at the head of a paragraph and the agency it credits, if it has one."""
    top = words[:LONGEST_DATELINE]
    found = CAPITALS.match(top)
    if found is None:
        found = SENT.match(top)
        found = found if found and is_medium(found[1]) else None
    if found is None or not (found[1] or " " in found[0]):
        return None
    return len(found[0].rstrip()), found[1]


def body_labels(text: str, blocks: Sequence[Block]) -> list[Label]:
    """The labels of the blocks of a body, the head and the tail of the page aside."""
    found: list[Label] = []
    folded: str | None = None
    looked = 0
    times = _times(blocks)
    for at, block in enumerate(blocks):
        lines = _line_labels(block)
        if lines:
            found += lines
        elif not _is_led_to(blocks, at) and (quoted := _quoted(block)):
            again = False
            if not _is_open(quoted) and looked < MOST_LOOKED_FOR:
                looked += 1
                folded = folded if folded is not None else fold(text)
                again = _stands_again(quoted, folded)
            if again or _is_open(quoted):
                short = len(quoted.split()) < LEAST_REPEATED
                found.append(Label(block.start, block.end, "subhead" if short else "pull_quote"))
        elif times[block.text] == 1 and _is_subhead(blocks, at, below_label=found[-1:]):
            found.append(Label(block.start, block.end, "subhead"))
        elif at < DATELINE_BLOCKS and (dateline := dateline_of(block.lines[0].text)):
            found.append(Label(block.start, block.start + dateline[0], "dateline"))
    return found


def _times(blocks: Sequence[Block]) -> dict[str, int]:
    """How often each block's words stand: a name that stands again and again marks whose turn it is to speak."""
    times: dict[str, int] = {}
    for block in blocks:
        times[block.text] = times.get(block.text, 0) + 1
    return times


def _line_labels(block: Block) -> list[Label]:
    """The lines of a block that are furniture, credit or caption by their own words."""
    whole = block.text
    if len(block.lines) > 1 and is_furniture(whole):
        return [Label(block.start, block.end, "boilerplate")]
    found = []
    for line in block.lines:
        if is_caption(line.text):
            found.append(Label(line.start, line.end, "caption"))
        elif is_dated(line.text):
            found.append(Label(line.start, line.end, "dateline"))
        elif is_credit(line.text) or is_byline(line.text):
            found.append(Label(line.start, line.end, "credit"))
        elif is_furniture(line.text):
            found.append(Label(line.start, line.end, "boilerplate"))
    return found


def _quoted(block: Block) -> str | None:
    """The words of a short paragraph that is one quotation and nothing else."""
    words = block.text
    close = QUOTES.get(words[0])
    if close is None or len(words) < 3 or words[-1] != close or len(words.split()) > PULL_WORDS:
        return None
    inner = words[1:-1]
    if words[0] in inner if words[0] not in "'‘" else re.search(r"(?<!\w)['‘]", inner):
        return None
    return None if close in '”»"“' and close in inner else inner


def _is_led_to(blocks: Sequence[Block], at: int) -> bool:
    """Whether a paragraph's speaker stands beside it: a colon leads to it, or a name of a voice follows it."""
    led = at > 0 and blocks[at - 1].lines[-1].text.endswith(":")
    return led or (at + 1 < len(blocks) and _names_a_voice(blocks[at + 1].text))


def _is_open(quoted: str) -> bool:
    """Whether a quotation ends in no mark: one that is carried on, or runs on into its speaker, ends in one."""
    return quoted.rstrip(" ’”'\"")[-1:] not in (*ENDS_SENTENCE, ",", ";", ":", "-", "—", "–")


def _stands_again(quoted: str, folded: str) -> bool:
    words = fold(quoted)
    return len(words.split()) >= LEAST_REPEATED and folded.count(words) > 1


def _is_subhead(blocks: Sequence[Block], at: int, below_label: Sequence[Label]) -> bool:
    """Whether a block heads the paragraph below it: a short line, no sentence, between two paragraphs.

    What stands above it may be a caption or the like instead, where ``below_label`` (the last label) ends there.
    """
    block = blocks[at]
    words = block.text
    if len(block.lines) > 1 or len(words) > SUBHEAD_CHARACTERS or not 1 <= len(words.split()) <= SUBHEAD_WORDS:
        return False
    if not (words[0].isupper() or words[0] in QUOTES) or not (words[-1].isalnum() or words[-1] in "’'”\")"):
        return False
    if words.casefold().startswith("by ") or words.rstrip("’”'\")")[-1:] in ENDS_SENTENCE or _names_a_voice(words):
        return False
    if sum(letter.isalpha() for letter in words) < len(words) / 2:
        return False
    if not 0 < at < len(blocks) - 1:
        return False
    above = blocks[at - 1]
    apart = any(label.end == above.end and label.label != "subhead" for label in below_label)
    return _is_paragraph(blocks[at + 1].text) and (apart or _is_paragraph(above.text))


def _names_a_voice(words: str) -> bool:
    """Whether a line says who speaks above or below it: ``Ada Quill``, ``Ada Quill, Harbour Post``."""
    if len(words) > SUBHEAD_CHARACTERS:
        return False
    name, _, rest = words.lstrip("—–- ").partition(", ")
    return is_named_person(name) or is_medium(rest)


def _is_paragraph(words: str) -> bool:
    return len(words) >= LEAST_PARAGRAPH or words[-1:] in (*ENDS_SENTENCE, "”", '"')
