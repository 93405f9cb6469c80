"""The field's words as frozen values: what every room takes in and hands on.

Nothing here knows a file, a store or a user. A span is ``[start, end)`` in characters of its article's text; its
``text`` is that slice, carried for the reader's sake and never stored apart from the article. Unknown is None.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = [
    "Article",
    "Change",
    "Drift",
    "DriftSide",
    "Failure",
    "Findings",
    "Kind",
    "Label",
    "LabelName",
    "Link",
    "Passage",
    "Report",
    "Said",
    "Side",
    "Sources",
    "Span",
    "Speaker",
    "SpeakerType",
    "Statement",
    "Utterance",
    "Wording",
]

LabelName = Literal["boilerplate", "caption", "pull_quote", "subhead", "comment", "dateline", "credit", "title"]
Kind = Literal["direct", "mixed", "indirect"]
SpeakerType = Literal["person", "organisation", "country", "group", "document", "anonymous"]
Wording = Literal["verbatim", "trimmed", "edited", "paraphrase"]
Change = Literal[
    "speaker lost",
    "speaker changed",
    "relay lost",
    "words changed",
    "quotation marks lost",
    "quotation marks gained",
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A run of an article's text: ``[start, end)`` in characters, and the slice itself."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span ``[start, end)`` of ``text``."""
        return cls(start, end, text[start:end])


@dataclass(frozen=True, slots=True, order=True)
class Label:
    """A run ``[start, end)`` of an article's text that is not its own prose, and what it is instead."""

    start: int
    end: int
    label: LabelName


@dataclass(frozen=True, slots=True)
class Article:
    """One report as read. ``text`` never changes; dates are ISO days (``2016-08-12``) that the source states.

    ``outlet`` published this copy, on ``published``; ``origin`` is who is credited for it, on ``origin_published``.
    ``published_from`` and ``published_to`` bound the date where only an interval is known.
    """

    id: str
    text: str
    path: str | None = None
    outlet: str | None = None
    origin: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    origin_published: str | None = None
    published_from: str | None = None
    published_to: str | None = None
    language: str | None = None
    url: str | None = None
    labels: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that could not be read: where (``path``, and ``line`` of a JSONL file), why, and what helps."""

    path: str
    reason: str
    line: int | None = None

    def __str__(self) -> str:
        place = self.path if self.line is None else f"{self.path}, line {self.line}"
        return f"{place}: {self.reason}"


@dataclass(frozen=True, slots=True, order=True)
class Speaker:
    """Who source words stand for. ``id`` is the same in every article for the same folded name and type."""

    id: str
    name: str
    type: SpeakerType


@dataclass(frozen=True, slots=True)
class Said:
    """When a statement was made: the article's words for it, and the days they mean (None where it cannot be told)."""

    text: str
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution in one article: what (content), who (source), the reporting words (cue).

    ``relay`` names who stands between speaker and article, nearest the article first. ``nested_in``, ``continues``
    and ``repeats`` are ids of statements of the same article. ``confidence`` is a judgement in 0..1.
    """

    id: str
    article: str
    kind: Kind
    content: tuple[Span, ...]
    source: Span | None = None
    cue: Span | None = None
    speaker: Speaker | None = None
    addressee: str | None = None
    relay: tuple[str, ...] = ()
    nested_in: str | None = None
    continues: str | None = None
    repeats: str | None = None
    said: Said | None = None
    venue: str | None = None
    act: str | None = None
    confidence: float = 0.5

    @property
    def start(self) -> int:
        """Where its first piece of content starts."""
        return self.content[0].start

    @property
    def end(self) -> int:
        """Where its last piece of content ends."""
        return self.content[-1].end

    @property
    def words(self) -> str:
        """Its content as one string, the pieces joined by an ellipsis."""
        return " … ".join(piece.text for piece in self.content)


@dataclass(frozen=True, slots=True, order=True)
class Side:
    """One article's side of a passage: ``[start, end)`` into its text."""

    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A maximal run of ``words`` words that two articles share; ``quoted``: which side prints it as a quotation."""

    a: Side
    b: Side
    words: int
    quoted: Literal["both", "a", "b", "none"]


@dataclass(frozen=True, slots=True)
class Report:
    """One article's report of an utterance, and how its wording stands to the fullest report."""

    statement: str
    article: str
    wording: Wording


@dataclass(frozen=True, slots=True)
class Utterance:
    """One speech act and the statements that report it; ``origin`` names where it first came from, if any says so."""

    id: str
    speaker: Speaker | None
    reports: tuple[Report, ...]
    origin: str | None = None
    said: Said | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """One step of a chain: ``article`` has it from ``origin`` (an occasion, an outlet or another article's id)."""

    origin: str
    article: str
    how: Literal["names it", "credits it", "shares its words", "unknown"]


@dataclass(frozen=True, slots=True)
class Sources:
    """How many independent origins stand behind an utterance: a range, never one number, and why."""

    claim: str
    articles: int
    outlets: int
    origins: tuple[int, int]
    chain: tuple[Link, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DriftSide:
    """One side of a drift: the words ``[start, end)`` of an article, and whom it gives them to."""

    article: str
    start: int
    end: int
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Drift:
    """The same words told otherwise: ``a`` is the fuller account, ``b`` the one in which something went missing."""

    a: DriftSide
    b: DriftSide
    change: Change


@dataclass(frozen=True, slots=True)
class Findings:
    """What a set of articles shows together; the same whatever the order in which they arrived."""

    passages: tuple[Passage, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    sources: tuple[Sources, ...] = ()
    drift: tuple[Drift, ...] = ()
