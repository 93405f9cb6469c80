"""Which statements report one speech act.

Statements are compared in pairs by a predicate that sees nothing but the two (``judging``); pairs to
compare come from an index of neighbouring telling words; pairs found to be one act are joined, the surest
first, unless the join would bring two speakers or two fuller wordings together that are not one act by
themselves. A fragment that two speeches share therefore goes to one of them and does not make them one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

from onrecord.copies.candidates import candidates, copied_pairs
from onrecord.copies.judging import judged, other_days, overlapping, two_speakers
from onrecord.copies.quotation import quoted_spans
from onrecord.copies.reports import utterance_of
from onrecord.copies.weights import weight
from onrecord.copies.wording import Overlap, compare, normal_words
from onrecord.model import Article, Passage, Statement, Utterance

__all__ = ["utterances"]


# A passage of this many words is copied text, not an idiom with its "she said" around it.
COPIED_WORDS = 20


@dataclass(frozen=True, slots=True)
class _Member:
    """A statement made ready to be compared: its normal words, those of them in quotation marks, its day."""

    statement: Statement
    words: tuple[str, ...]
    quoted: tuple[str, ...]
    published: date | None

    @property
    def key(self) -> tuple[str, int, int, str]:
        """An order that depends on the statement alone."""
        return self.statement.article, self.statement.start, self.statement.end, self.statement.id


def utterances(
    articles: Sequence[Article], statements: Mapping[str, Sequence[Statement]], shared: Sequence[Passage]
) -> list[Utterance]:
    """The speech acts behind ``statements`` (by article id), each with all its reports, sorted by id.

    ``shared`` are the passages of the same articles. Every statement that does not merely repeat another of its
    article belongs to exactly one utterance; one reported once is an utterance too. The order of articles and
    statements changes nothing.
    """
    by_id = {article.id: article for article in articles}
    members = [
        member
        for article_id in statements
        for member in _members(by_id.get(article_id, Article(article_id, "")), statements[article_id])
    ]
    groups = _grouped(sorted(members, key=lambda member: member.key), shared)
    found = [utterance_of([(member.statement, member.words) for member in group], by_id) for group in groups]
    return sorted(found, key=lambda utterance: utterance.id)


def _members(article: Article, statements: Sequence[Statement]) -> Iterator[_Member]:
    marks = quoted_spans(article.text)
    day = _day(article.published)
    for statement in statements:
        if statement.repeats is None:
            words = normal_words(statement.words)
            quoted = words if statement.kind == "direct" else normal_words(_in_marks(article, statement, marks))
            yield _Member(statement, words, quoted, day)


def _in_marks(article: Article, statement: Statement, marks: Sequence[tuple[int, int]]) -> str:
    """The parts of a statement's content that stand in quotation marks, joined by an ellipsis."""
    return " … ".join(
        article.text[max(piece.start, start) : min(piece.end, end)]
        for piece in statement.content
        for start, end in marks
        if start < piece.end and piece.start < end
    )


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


class _Pairs:
    """The pairwise judgement over members by number, each two wordings compared once."""

    def __init__(self, members: Sequence[_Member], shared: Sequence[Passage]) -> None:
        self.members = members
        statements = [member.statement for member in members]
        self.met = set(copied_pairs(statements, shared))
        self.copied = set(copied_pairs(statements, [passage for passage in shared if passage.words >= COPIED_WORDS]))
        self.weights = [weight(member.words) for member in members]
        self._overlaps: dict[tuple[tuple[str, ...], tuple[str, ...]], Overlap] = {}

    def judge(self, i: int, j: int) -> float | None:
        a, b = self.members[i], self.members[j]
        if two_speakers(a.statement, b.statement):
            return None
        apart = abs((a.published - b.published).days) if a.published and b.published else None
        quoted = self._overlap(a.quoted, b.quoted) if a.quoted and b.quoted else None
        copied = (min(i, j), max(i, j)) in self.copied
        return judged(a.statement, b.statement, self._overlap(a.words, b.words), quoted, apart, copied)

    def _overlap(self, a: tuple[str, ...], b: tuple[str, ...]) -> Overlap:
        key = (a, b) if a <= b else (b, a)
        if key not in self._overlaps:
            self._overlaps[key] = compare(*key)
        return self._overlaps[key]


def _grouped(members: Sequence[_Member], shared: Sequence[Passage]) -> list[list[_Member]]:
    """``members`` joined into speech acts; the order within and between groups is that of ``members``."""
    pairs = _Pairs(members, shared)
    links = []
    wordings = [(member.words, member.quoted) for member in members]
    for i, j in candidates(wordings, pairs.met):
        strength = pairs.judge(i, j)
        if strength is not None:
            links.append((-strength, i, j))
    group_of = list(range(len(members)))
    groups = {i: [i] for i in group_of}
    for _, i, j in sorted(links):
        one, other = sorted((group_of[i], group_of[j]))
        if one != other and _joinable(groups[one], groups[other], pairs):
            for k in groups[other]:
                group_of[k] = one
            groups[one].extend(groups.pop(other))
    return [[members[i] for i in sorted(group)] for _, group in sorted(groups.items())]


def _joinable(one: Sequence[int], other: Sequence[int], pairs: _Pairs) -> bool:
    """Whether two groups can be one act: their fullest reports are, and no two of their members forbid it."""
    members = pairs.members
    fullest = [max(group, key=lambda i: (pairs.weights[i], -i)) for group in (one, other)]
    if pairs.judge(*fullest) is None:
        return False
    return not any(
        overlapping(members[i].statement, members[j].statement)
        or other_days(members[i].statement, members[j].statement)
        or two_speakers(members[i].statement, members[j].statement)
        for i, j in product(one, other)
    )
