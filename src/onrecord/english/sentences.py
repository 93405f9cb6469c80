"""Where sentences begin and what stands in quotation marks, by offsets: plain rules, linear in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["ABBREVIATIONS", "INITIALS", "quoted_spans", "sentence_starts"]

# Letters with full stops between them, the last one left off: U.S, J.R
INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_])+")
SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[]*[^\W_])|\n+")
MARK = re.compile(r"[“”\"„]|\n")
# Words whose full stop ends no sentence.
ABBREVIATIONS = frozenset(
    "mr mrs ms dr sen sens rep reps gov lt col gen maj capt sgt adm cpl pvt rev hon prof st jr sr vs no inc corp co ltd"
    " u.s u.k u.n d.c jan feb mar apr jun jul aug sept sep oct nov dec calif fla ga ill mass mich minn pa tex va wash"
    " ariz ark colo conn del ind kan ky la md miss mo mont neb nev okla ore tenn vt wis wyo r d i messrs mme".split()
)


def sentence_starts(text: str) -> tuple[int, ...]:
    """The offsets at which the sentences of ``text`` start; a line break always ends one."""
    starts = [0]
    for match in SENTENCE_END.finditer(text):
        if text[match.start()] == ".":
            before = text[max(0, match.start() - 12) : match.start()].split()
            word = before[-1].lower().strip("(“\"'") if before else ""
            short = word in ABBREVIATIONS or len(word) == 1 or INITIALS.fullmatch(word)
            if short and "\n" not in match[0] and not word.isdigit():
                continue
        starts.append(match.end())
    return tuple(starts)


def quoted_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Stretches in double quotation marks, paragraph by paragraph; one left open runs to the paragraph's end."""
    return tuple(_quoted(text))


def _quoted(text: str) -> Iterator[tuple[int, int]]:
    opened: int | None = None
    for match in MARK.finditer(text):
        mark = match[0]
        if mark == "\n":
            if opened is not None:
                yield opened, match.start()
            opened = None
        elif opened is None and mark != "”":
            opened = match.start()
        elif opened is not None and mark not in "“„":
            yield opened, match.end()
            opened = None
    if opened is not None:
        yield opened, len(text)
