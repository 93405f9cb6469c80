"""The lie of an article's text: its words, sentences, quoted stretches and headline lines, by offsets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.english.sentences import INITIALS, quoted_spans, sentence_starts
from onrecord.model import Label

__all__ = ["Ground", "Word", "survey"]

# One word: letters and digits, with full stops, apostrophes, hyphens or ampersands inside (U.S, O'Neill, al-Karsi).
WORD = re.compile(r"[^\W_]+(?:[.'’&‑-][^\W_]+)*")
POSSESSIVE = frozenset({"'s", "’s", "'S", "’S"})
OPENING = frozenset('\n“"‘•:—–')
# A line with this share of its words capitalised is a headline (running prose: under .35; measured on news text).
HEADLINE_SHARE = 0.6
HEADLINE_WORDS = 4
LONGEST_HEADLINE = 40
NOT_PROSE = frozenset({"title", "subhead", "boilerplate", "comment"})


class Word(NamedTuple):
    """A word of the text without its possessive ending: ``[start, end)``, and what the reader sees of it.

    A named tuple, because an article has hundreds: half of this room's time went into making frozen dataclasses.
    """

    start: int
    end: int
    text: str
    capital: bool
    possessive: bool
    opens: bool  # a sentence, line or quotation begins with it


@dataclass(frozen=True, slots=True)
class Ground:
    """An article's text with its words and the places where sentences, quotations and headlines begin and end."""

    text: str
    words: tuple[Word, ...]
    sentence_starts: tuple[int, ...]
    quoted: tuple[tuple[int, int], ...]
    aside: tuple[tuple[int, int], ...]

    def sentence(self, offset: int) -> int:
        """The number of the sentence that ``offset`` lies in."""
        return bisect_right(self.sentence_starts, offset) - 1

    def back(self, offset: int, sentences: int) -> int:
        """Where the sentence begins that lies so many before the one of ``offset``."""
        return self.sentence_starts[max(0, self.sentence(offset) - sentences)]

    def in_quote(self, offset: int) -> bool:
        """Whether ``offset`` lies inside quotation marks."""
        return _covers(self.quoted, offset)

    def is_aside(self, offset: int) -> bool:
        """Whether ``offset`` lies in a headline or in what is not the article's own prose."""
        return _covers(self.aside, offset)


def survey(text: str, labels: Iterable[Label] = ()) -> Ground:
    """The ground of ``text``; ``labels`` mark what is not its own prose."""
    starts = sentence_starts(text)
    words = tuple(_words(text, frozenset(starts)))
    aside = [(label.start, label.end) for label in labels if label.label in NOT_PROSE]
    aside += _headlines(text, words, starts)
    return Ground(text, words, starts, quoted_spans(text), tuple(sorted(aside)))


def _words(text: str, sentences: frozenset[int]) -> Iterable[Word]:
    last = 0
    for match in WORD.finditer(text):
        start, end = match.span()
        shown = match[0]
        gap = text[last:start]
        owner = shown[-2:] in POSSESSIVE and len(shown) > 2
        if owner:
            shown = shown[:-2]
        if not owner and "." in shown and text[end : end + 1] == "." and INITIALS.fullmatch(shown):
            shown += "."
        capital = shown[0].isupper() or ("-" in shown and _inner_capital(shown))
        opens = start == 0 or (gap != " " and (start in sentences or not OPENING.isdisjoint(gap)))
        plural_owner = not owner and shown.endswith("s") and text[end : end + 2] in ("' ", "’ ")
        yield Word(start, start + len(shown), shown, capital, owner or plural_owner, opens)
        last = max(end, start + len(shown))


def _inner_capital(shown: str) -> bool:
    """Whether a word with a hyphen has a capital behind it: al-Karsi, but not pre-2030."""
    return not shown[0].isdigit() and any(piece[:1].isupper() for piece in shown.split("-"))


def _headlines(text: str, words: tuple[Word, ...], starts: tuple[int, ...]) -> Iterable[tuple[int, int]]:
    """Lines of one sentence in headline capitals: names in them run into one another."""
    at = 0
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        total = capitals = 0
        while at < len(words) and words[at].start < end:
            total += 1
            capitals += words[at].capital
            at += 1
        single = bisect_right(starts, end - 1) - bisect_right(starts, start) <= 0
        if single and HEADLINE_WORDS <= total <= LONGEST_HEADLINE and capitals >= HEADLINE_SHARE * total:
            yield start, end
        start = end + 1


def _covers(spans: tuple[tuple[int, int], ...], offset: int) -> bool:
    at = bisect_right(spans, (offset, 1 << 62)) - 1
    return at >= 0 and spans[at][0] <= offset < spans[at][1]
