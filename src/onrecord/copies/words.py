"""The word rule: what counts as one word when articles are compared, and where it stands in the text."""

from __future__ import annotations

import re

__all__ = ["fold_apostrophes", "word_spans"]

# Letters and digits of any script, held together by apostrophes inside (don't, O'Neill); an underscore is
# no letter ("___" is a ruled line). One character class and a fixed separator: linear on any text.
WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")

# Typographic apostrophes, the wrongly turned one included (Quill‘s); each is one character, so offsets stay.
APOSTROPHES = str.maketrans("‘’ʼ＇", "''''")


def fold_apostrophes(text: str) -> str:
    """``text`` with every kind of apostrophe straight; as long as before."""
    return text.translate(APOSTROPHES)


def word_spans(text: str) -> tuple[list[str], list[int], list[int]]:
    """The casefolded words of ``text``, and where in it (in characters) each starts and ends."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in WORD.finditer(fold_apostrophes(text)):
        words.append(match.group().casefold())
        starts.append(match.start())
        ends.append(match.end())
    return words, starts, ends
