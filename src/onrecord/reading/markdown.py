"""Markdown pages: the front matter and headings of a text that itself stays exactly as it is."""

from __future__ import annotations

import re
from bisect import bisect_right

from onrecord.model import Label
from onrecord.reading.page import read_page
from onrecord.reading.rows import Json, facts_of
from onrecord.reading.stated import Stated

__all__ = ["read_markdown"]

FENCE = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
FENCE_ENDS = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
FIELD = re.compile(r"([A-Za-z_][\w-]{0,40})[ \t]*:[ \t]*(.*)")
ITEM = re.compile(r"[ \t]*-[ \t]+(.*)")
# Front matter is a page of fields at the most; a text without its end has none.
LONGEST_FRONT = 20_000
HEADING = re.compile(r"^(#{1,6})[ \t]+([^\r\n]{1,300}?)[ \t]*#*[ \t]*\r?$", re.MULTILINE)


def read_markdown(text: str, stated: Stated) -> tuple[Stated, tuple[Label, ...], list[str]]:
    """The facts of a Markdown page (``stated`` first, then its front matter, then the page), its labels, and what is
    wrong with fields of the front matter that could not be used."""
    end, front, wrong = _front_matter(text)
    headings = list(HEADING.finditer(text, end))
    first = headings[0] if headings and headings[0][1] == "#" and not text[end : headings[0].start()].strip() else None
    given = stated.over(front).over(Stated(title=first[2] if first else None))
    found, labels = read_page(text, given.title, end)
    own = [Label(0, len(text[:end].rstrip()), "boilerplate")] if end else []
    own += [
        Label(match.start(), match.start() + len(match[0].rstrip()), "title" if match is first else "subhead")
        for match in headings
    ]
    return given.over(found), tuple(sorted(own + _apart_from(own, labels))), wrong


def _apart_from(own: list[Label], labels: tuple[Label, ...]) -> list[Label]:
    """Those of ``labels`` that touch none of ``own``, which are in order."""
    ends = [label.end for label in own]
    following = ((label, bisect_right(ends, label.start)) for label in labels)
    return [label for label, at in following if at == len(own) or own[at].start >= label.end]


def _front_matter(text: str) -> tuple[int, Stated, list[str]]:
    """Where the front matter ends (0 if there is none), and the facts that it states."""
    opens = FENCE.match(text)
    closes = FENCE_ENDS.search(text, opens.end(), LONGEST_FRONT) if opens else None
    if opens is None or closes is None:
        return 0, Stated(), []
    facts, wrong = facts_of(_fields(text[opens.end() : closes.start()]))
    return closes.end(), facts, [f"front matter: {reason}" for reason in wrong]


def _fields(front: str) -> dict[str, Json]:
    """``name: value`` lines; a value may be quoted, a list in brackets, or ``- item`` lines below its name."""
    fields: dict[str, Json] = {}
    items: list[Json] = []
    for line in front.splitlines():
        if item := ITEM.match(line):
            items.append(_bare(item[1]))
        elif field := FIELD.match(line):
            items = []
            fields[field[1].casefold()] = _value(field[2].strip()) or items
    return fields


def _value(words: str) -> Json:
    if words.startswith("[") and words.endswith("]"):
        return [_bare(part) for part in words[1:-1].split(",") if part.strip()]
    return _bare(words)


def _bare(words: str) -> str:
    words = words.strip()
    quoted = len(words) > 1 and words[0] == words[-1] and words[0] in "\"'"
    return words[1:-1] if quoted else words
