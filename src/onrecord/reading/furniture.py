"""What stands around an article on its page, told line by line by how it is worded: links, pleas, notices, credits.

The wordings are in ``wordings``. Precision comes first: a plea counts only with the thing it pleads for, since to call
the article's own prose furniture loses statements.
"""

from __future__ import annotations

import re

from onrecord.reading.names import is_medium, is_person, is_photo_agency
from onrecord.reading.wordings import (
    ALONE,
    CAPTION_OPENS,
    CONTRIBUTED,
    CREDITS,
    OPENS,
    PHOTO_BY,
    PLEA,
    PLEADED,
    POINTS,
)

__all__ = ["is_caption", "is_credit", "is_furniture"]

# The longest plea or notice seen in 9,379 articles of 491 outlets has about 900 characters; a longer line is not
# looked at, nor is a caption or a credit longer than the longest of those.
LONGEST_NOTICE = 1_500
LONGEST_POINTER = 200
LONGEST_CAPTION = 600
LONGEST_CREDIT = 400
# An agency alone in brackets ends captions of a sentence; behind more it credits an item of a digest of news.
LONGEST_BARE = 220
LONGEST_NAME = 40
# A credit at a line's end fits in so many characters.
TAIL = 90

ORNAMENT = re.compile(r"[\W_]{1,40}\Z")
BRACKETED = re.compile(r"[(\[]([^()\[\]]{2,80})[)\]]\.?\Z")
TAIL_CREDIT = re.compile(
    r"(?:\bREUTERS/[\w. /-]{2,60}"
    r"|(?:[.,)] |\A)(?:AP Photo|AFP|EPA|Reuters|AP)/[A-Z][\w.-]+(?: [A-Z][\w.-]+){0,3}"
    r"|\b(?:Getty Images|Shutterstock))(?: ?-|\.)?\Z"
)


def is_furniture(line: str) -> bool:
    """Whether a line is the page's own: a link, a plea, a notice, an ornament."""
    if len(line) > LONGEST_NOTICE:
        return False
    if len(line) <= LONGEST_POINTER:
        bare = line.casefold().strip(" \t.…:*-–—|»«>[]()!")
        if bare in ALONE or ORNAMENT.match(line) or POINTS.match(line):
            return True
    if OPENS.match(line):
        return True
    return PLEA.match(line) is not None and PLEADED.search(line) is not None


def is_credit(line: str) -> bool:
    """Whether a line only says who made or supplied the report."""
    if len(line) > LONGEST_CREDIT:
        return False
    tail = line[-TAIL:]
    # Here and below the plain look for a word goes first: it settles nearly every line in a tenth of the time.
    if CREDITS.match(line) or ("contributed" in tail and CONTRIBUTED.search(tail)):
        return True
    if len(line) > LONGEST_NAME or not (line[0] in "([—–-" or " " not in line):
        return False
    return is_medium(line.strip("()[]–—- ."))


def is_caption(line: str) -> bool:
    """Whether a line is a picture's caption: it opens as one, or ends in the credit of a picture."""
    if len(line) > LONGEST_CAPTION:
        return False
    tail = line[-TAIL:]
    credited = ("/" in tail or "Getty" in tail or "Shutter" in tail) and TAIL_CREDIT.search(tail)
    if credited or CAPTION_OPENS.match(line):
        return True
    bracket = BRACKETED.search(tail) if tail.endswith((")", "]", ").", "].")) else None
    return bracket is not None and _credits_a_picture(
        bracket[1].strip(), alone=len(bracket[0]) == len(line), length=len(line)
    )


def _credits_a_picture(words: str, *, alone: bool, length: int) -> bool:
    """Whether words in brackets credit a picture; ``(Meridian)`` alone on its line credits the report."""
    if PHOTO_BY.match(words) or " photo" in words:
        return True
    taker, slash, agency = words.replace(" via ", "/").rpartition("/")
    if not slash:
        return not alone and length <= LONGEST_BARE and is_photo_agency(words)
    return is_photo_agency(agency.strip()) or is_person(taker.split("/")[0].strip())
