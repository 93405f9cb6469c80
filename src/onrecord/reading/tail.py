"""The end of a page: readers' comments, the publisher's notices, and the facts that these state."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import Label
from onrecord.reading.dates import written_day
from onrecord.reading.furniture import is_furniture
from onrecord.reading.lines import Block, Line
from onrecord.reading.names import has_institution_word, is_medium, is_syndicate, publisher
from onrecord.reading.stated import Stated

__all__ = ["notice_facts", "tail_labels"]

# A heading over a section of comments; what follows it is readers', not the article's.
COMMENTS_HEAD = re.compile(
    r"(?:leave a (?:reply|comment)|post a comment|add a comment|join the (?:conversation|discussion)|(?:reader )?comments|responses"
    r"|\d{1,6} (?:comments?|responses|replies|thoughts on .{1,200})|comments? \(\d{1,6}\)|one (?:comment|response|thought on .{1,200})"
    r"|(?:one|\d{1,6}) (?:comment|response)s? (?:to|on) .{1,200})[:.]?\Z",
    re.IGNORECASE,
)
# So much prose must stand above a heading of comments: the same words are a link at the head of many pages.
LEAST_PROSE = 300
# What only a reader's comment says: who says it when, and the flattery of spam. Two of them, or one in a numbered
# item, are past chance; "great site" alone is not.
COMMENT_META = re.compile(
    r"(?:.{1,40} says:?\Z|.{0,60}\bat \d{1,2}:\d{2} ?[ap]\.?m\.?\Z|reply\Z|report abuse\Z|↓|↩|log in to reply)",
    re.IGNORECASE,
)
SPAM = re.compile(
    r"(?:great|nice|awesome|excellent|fantastic|wonderful|amazing|good|informative|helpful|lovely) (?:site|website|web site|blog|web ?log|post|article"
    r"|weblog|write-?up|content|info|read|work|job|page|stuff)\b|stumbled ?up ?on|bookmark(?:ed|ing)?\b|saved? (?:as a|it as a|you as a|it to my) favou?rite"
    r"|saved as a favou?rite|(?:re)?visit (?:yet )?(?:once )?again|keep up the (?:good|great)|keep (?:it up|writing|posting)"
    r"|(?:visit|check out|feel free to (?:surf|visit)) (?:to )?my (?:site|web|blog|page|homepage)|thanks for sharing|thank you for sharing"
    r"|(?:really|truly|absolutely|thoroughly) (?:enjoyed|enjoy|love|loved) (?:reading|this|your)|your (?:site|blog|website|weblog)\b"
    r"|money and freedom|be rich and|continue to (?:help|guide) (?:others|other people)|I(?:'|’)ve been (?:browsing|surfing|reading)|i am regular (?:visitor|reader)"
    r"|(?:new|other) (?:posts|updates) from you|subscribe to your|make money (?:online|from home)|earn(?:ed|ing)? \$?\d[\d,]* (?:a|per) (?:week|month|day|hour)"
    r"|[;:]-?[)D](?=\s|\Z)|[😀-🙏]|👍",
    re.IGNORECASE,
)
NUMBERED = re.compile(r"\d{1,4}[.)]\s")
LEAST_SPAM = 2
# Paragraphs looked at from the page's end; comments further up stand under a heading.
TAIL_BLOCKS = 40
LONGEST_COMMENT = 4_000

COPYRIGHT = re.compile(
    r"(?:copyright\s*(?:©|\(c\))?|©\s*(?:copyright)?|\(c\))\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?,?\s*(?:by\s+)?",
    re.IGNORECASE,
)
HOLDER_ENDS = re.compile(r"\.(?:\s|\Z)|\s*\||;|\s+all rights|\s+-\s|\s+–\s|,?\s*\d{4}", re.IGNORECASE)
NAME = r"((?:The )?[A-Z][\w’'&.-]*(?: (?:of |and |the |for )?[A-Z][\w’'&.-]*){0,5})"
SOURCE = re.compile(
    rf"(?:source|credit|kaynak/source|quelle|via|courtesy of|republished from|reprinted from) ?:? ?{NAME}\W{{0,2}}(.{{0,60}})\Z",
    re.IGNORECASE,
)
FIRST_PRINTED = re.compile(
    r"this (?:article|story|post|piece|report) (?:was )?(?:originally|first) (?:published|appeared) (?:by|in|on|at) "
    rf"{NAME}(?: on (.{{6,40}}?))?(?:\.|,|\Z| and )"
)
ABOUT = re.compile(
    rf"{NAME} (?:delivers|provides|offers) .{{0,80}}\b(?:coverage|news|journalism|reporting)\b"
)
REPUBLISH = re.compile(r"republish|about (?:us|[A-Z]{2,6}) can be found")


def tail_labels(text: str, blocks: Sequence[Block]) -> list[Label]:
    """The labels of readers' comments: under their heading, or recognisable at the end of the page."""
    start = _comments_start(blocks)
    found: list[Label] = []
    for block in blocks[start:]:
        if len(block.lines) == 1 and is_furniture(block.text):
            found.append(Label(block.start, block.end, "boilerplate"))
        else:
            found += _comment_lines(block)
    return found


def _comment_lines(block: Block) -> list[Label]:
    """A block of a comment section, with the notices of the form in it apart."""
    if not any(is_furniture(line.text) and not COMMENT_META.match(line.text) for line in block.lines):
        return [Label(block.start, block.end, "comment")]
    return [
        Label(line.start, line.end, "boilerplate" if is_furniture(line.text) else "comment")
        for line in block.lines
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
    """What the notices of a page say of it: who holds the copyright, where it was first printed, whom it credits."""
    facts = Stated()
    for line in lines:
        words = line.text
        if len(words) <= 1_000 and words[0] in "cC©(stkqvrSTKQVR":
            facts = facts.over(_copyright(words)).over(_first_printed(words)).over(_source(words))
        if len(words) <= 1_000 and (about := ABOUT.match(words)) and REPUBLISH.search(words):
            facts = facts.over(Stated(outlet=about[1]))
    return facts


def _copyright(words: str) -> Stated:
    found = COPYRIGHT.match(words)
    if found is None or not words[found.end() : found.end() + 1].isupper():
        return Stated()
    rest = words[found.end() : found.end() + 100]
    ends = HOLDER_ENDS.search(rest)
    holder = publisher(rest[: ends.start()] if ends else rest)
    if holder is None:
        return Stated()
    return Stated(origin=holder) if is_syndicate(rest) else Stated(outlet=holder)


def _first_printed(words: str) -> Stated:
    found = FIRST_PRINTED.match(words[:1].lower() + words[1:])
    if found is None:
        return Stated()
    return Stated(origin=found[1].rstrip("."), origin_published=written_day(found[2]) if found[2] else None)


def _source(words: str) -> Stated:
    """``Source: Meridian``; ``Source: Meridian, 11 August 2016``. A sentence or an address behind it credits nobody."""
    found = SOURCE.match(words)
    if found is None or len(words) > 120:
        return Stated()
    name, rest = found[1].rstrip("."), found[2].strip(" ,;()")
    if not (
        name[0].isupper() and (is_medium(name) or has_institution_word(name) or not rest or written_day(rest))
    ):
        return Stated()
    return Stated(origin=name, origin_published=written_day(rest) if rest else None)
