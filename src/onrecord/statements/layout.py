"""An article's text as paragraphs, tokens and sentences: offsets only, the text itself is never touched.

A quotation is one token, whatever it holds, so that the words around it read as one sentence:
``"Go. Now," she said.`` is QUOTE she said STOP.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.english.words import ABBREVIATIONS, DOTTED_TITLES, SENTENCE_STARTERS
from onrecord.statements.quotes import Quotation

__all__ = ["Paragraph", "Token", "paragraphs", "sentences", "tokens"]

# Initials ("U.S.", "E. Quill") and dotted titles first, then words with inner apostrophes, hyphens, ampersands, @names
# and figures, then single marks.
TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}|[A-Z]\.(?=\s[A-Z])|(?:" + "|".join(sorted(DOTTED_TITLES)) + r")\."
    r"|[@#$€£]?[^\W_]+(?:[.,:'’\-&/_][^\W_]+)*%?|--|\.{2,}|[^\w\s]|_",
    re.UNICODE,
)
LINE = re.compile(r"[^\n\r\u2028\u2029]+")
STOPS = frozenset({".", "!", "?", "…", "...", "...."})
ENDS_A_LINE = frozenset(".!?:;\"”’')]»…")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``[start, end)`` of one paragraph, without the white space around it."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark, or a whole quotation; ``lower`` has straight apostrophes, for look-ups."""

    start: int
    end: int
    text: str
    lower: str
    kind: Literal["word", "mark", "quote"]
    quotation: Quotation | None = None

    @property
    def capital(self) -> bool:
        """Whether it starts with a capital letter (``al-Assad``, ``bin Laden`` do not)."""
        return self.text[0].isupper() or (self.text[0] in "@#" and len(self.text) > 1)


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of ``text``: a line each, save that a line broken in mid-sentence is joined to the next.

    A line is taken to be broken where it ends in a letter or comma and the next, with no blank line between,
    goes on in lower case: hard-wrapped text, and pages whose links were cut onto lines of their own.
    """
    found: list[Paragraph] = []
    for line in LINE.finditer(text):
        stripped = line.group().strip()
        if not stripped:
            continue
        start = line.start() + line.group().index(stripped)
        end = start + len(stripped)
        if found and text.count("\n", found[-1].end, start) == 1 and _broken(text, found[-1].end, start):
            found[-1] = Paragraph(found[-1].start, end)
        else:
            found.append(Paragraph(start, end))
    return found


def _broken(text: str, end: int, start: int) -> bool:
    return text[end - 1] not in ENDS_A_LINE and text[start].islower()


def tokens(text: str, start: int, end: int, quotations: Sequence[Quotation]) -> list[Token]:
    """The tokens of ``text[start:end]``; each of ``quotations`` (sorted, apart) is one token."""
    found: list[Token] = []
    at = start
    for quotation in quotations:
        found.extend(_plain(text, at, quotation.start))
        slice_ = text[quotation.start : quotation.end]
        found.append(Token(quotation.start, quotation.end, slice_, "", "quote", quotation))
        at = quotation.end
    found.extend(_plain(text, at, end))
    return found


def _plain(text: str, start: int, end: int) -> Iterator[Token]:
    for match in TOKEN.finditer(text, start, end):
        word = match.group()
        kind: Literal["word", "mark"] = "word" if any(c.isalnum() for c in word) else "mark"
        yield Token(match.start(), match.end(), word, word.lower().replace("’", "'"), kind)


def sentences(toks: Sequence[Token]) -> list[list[Token]]:
    """``toks`` of one paragraph cut into sentences; a full stop inside a quotation ends one only if what follows
    starts anew, and not with the words that say who spoke."""
    found: list[list[Token]] = []
    current: list[Token] = []
    for i, token in enumerate(toks):
        current.append(token)
        after = toks[i + 1] if i + 1 < len(toks) else None
        if after is None or _ends(token, toks[i - 1] if i else None, after, toks[i + 1 :]):
            found.append(current)
            current = []
    return found


def _ends(token: Token, before: Token | None, after: Token, rest: Sequence[Token]) -> bool:
    if token.kind == "mark" and token.text in STOPS:
        if token.text == "." and before is not None and before.lower in ABBREVIATIONS:
            return False
        return after.kind == "quote" or (after.kind == "word" and not after.text[0].islower())
    if token.kind == "word" and token.text.endswith("."):
        return token.text.count(".") > 1 and after.lower in SENTENCE_STARTERS and after.capital
    if token.quotation is not None and token.quotation.ends_sentence:
        return _starts_anew(token, after, rest)
    return False


def _starts_anew(token: Token, after: Token, rest: Sequence[Token]) -> bool:
    if after.kind == "quote":
        return True
    if not after.capital:
        return False
    # "Is it over?" Quill asked.  A question or exclamation may be followed by its speaker; a full stop may not.
    assert token.quotation is not None
    if token.quotation.last_mark == ".":
        return True
    return not any(t.text in {".", ","} for t in rest[:7])
