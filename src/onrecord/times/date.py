"""The words that say when, found near the reporting words: same sentence, outside content, source and quotation."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from re import Match

from onrecord.english.calendar import NOT_WHEN, WHEN
from onrecord.english.sentences import quoted_spans, sentence_starts
from onrecord.model import Article, Said, Span, Statement
from onrecord.times.days import days_of

__all__ = ["date_statements"]

# A phrase further than this from cue and source tells of something else, unless it opens the sentence.
NEAR = 60
LONGEST = 100  # NEAR and the longest phrase
LEADING = 4  # marks that may stand before the first word of a sentence


@dataclass(frozen=True, slots=True)
class _Text:
    """An article's text with its sentences, quotations and phrases of time, found once."""

    text: str
    starts: tuple[int, ...]
    quoted: tuple[tuple[int, int], ...]
    phrases: tuple[Match[str], ...]
    phrase_starts: tuple[int, ...]

    def between(self, start: int, end: int) -> tuple[Match[str], ...]:
        """The phrases of time that start in ``[start, end)``."""
        return self.phrases[bisect_left(self.phrase_starts, start) : bisect_left(self.phrase_starts, end)]

    def sentence(self, offset: int) -> tuple[int, int]:
        at = bisect_right(self.starts, offset)
        return self.starts[at - 1], self.starts[at] if at < len(self.starts) else len(self.text)


def date_statements(article: Article, statements: Sequence[Statement]) -> list[Statement]:
    """``statements`` of ``article`` with ``said`` set where the text says when.

    The days are given only if they follow from the text and the article's own date (the credited original's, if it
    has one); else the words stand alone. A statement that continues another was made when that was.
    """
    text = article.text
    phrases = tuple(match for match in WHEN.finditer(text) if _sound(match))
    starts = tuple(match.start() for match in phrases)
    ground = _Text(text, sentence_starts(text), quoted_spans(text), phrases, starts)
    published = _date(article.origin_published) or _date(article.published)
    said = {statement.id: _said(ground, statement, published) for statement in statements}
    return [replace(one, said=said[one.id] or said.get(one.continues or "")) for one in statements]


def _said(ground: _Text, statement: Statement, published: date | None) -> Said | None:
    anchor = statement.cue or statement.source
    if anchor is None:
        return None
    best = min(_candidates(ground, statement, anchor), default=None, key=lambda found: (found[0], found[1].start()))
    if best is None:
        return None
    match = best[1]
    # Inside somebody's quotation "on Monday" counts from the day of speaking, which is not known here.
    quoted = any(start <= match.start() < end for start, end in ground.quoted)
    days = None if quoted and not (match["y1"] or match["y2"]) else days_of(match, published)
    words = match[0].strip()
    return Said(words, days[0].isoformat(), days[1].isoformat()) if days else Said(words)


def _candidates(ground: _Text, statement: Statement, anchor: Span) -> Iterator[tuple[int, Match[str]]]:
    """Phrases in the anchor's sentence with their distance from it; one that opens the sentence counts as near."""
    first, last = ground.sentence(anchor.start)
    taken = [*statement.content, *([statement.source] if statement.source else [])]
    in_quote = any(start <= anchor.start < end for start, end in ground.quoted)
    spans = [anchor, *([statement.source] if statement.source else [])]
    near = min(span.start for span in spans) - LONGEST, max(span.end for span in spans) + LONGEST
    window = ground.between(first, first + 1 + LEADING), ground.between(max(first, near[0]), min(last, near[1]))
    for match in sorted({*window[0], *window[1]}, key=lambda match: match.start()):
        if match.start() >= last or any(span.start <= match.start() < span.end for span in taken):
            continue
        if not in_quote and any(start <= match.start() < end for start, end in ground.quoted):
            continue
        distance = min(_gap(match, span) for span in spans)
        opens = not ground.text[first : match.start()].strip(" \"“'‘") and not _crosses(statement, match, anchor)
        if distance <= NEAR or opens:
            yield min(distance, NEAR) if opens else distance, match


def _crosses(statement: Statement, match: Match[str], anchor: Span) -> bool:
    """Whether content lies between the phrase and the reporting words."""
    return any(match.end() <= span.start < anchor.start for span in statement.content)


def _gap(match: Match[str], span: Span) -> int:
    return max(0, match.start() - span.end, span.start - match.end())


def _sound(match: Match[str]) -> bool:
    """Whether a match is a time after all: "May" and "2010" alone are not, nor "the 2010 race" or "before Monday"."""
    lead = (match["lead"] or "").lower()
    before = match.string[max(0, match.start() - 12) : match.start()].lower().split()
    if (before and before[-1] in NOT_WHEN) or (lead.endswith("the ") and not (match["weekend"] or match["vague"])):
        return False
    if match["month3"] and not (match["of"] or match["y2"]):
        return "in " in lead
    if match["y3"]:
        return "in " in lead
    if match["weekend"]:
        return "over" in lead or "at" in lead or "on" in lead
    return True


def _date(day: str | None) -> date | None:
    try:
        return date.fromisoformat(day[:10]) if day else None
    except ValueError:
        return None
