"""What the page prints, as frozen values: HTML and Markdown are two renderings of one ``Dossier``.

A ``Line`` is a sentence in pieces; a piece with a ``target`` links to that anchor on the same page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.brief.highlight import Paragraph

__all__ = [
    "Card",
    "ChangeView",
    "Day",
    "Dossier",
    "Excerpt",
    "Group",
    "Head",
    "Lead",
    "Line",
    "Moment",
    "Node",
    "Piece",
    "ReportView",
    "Run",
    "TextView",
    "Told",
    "Voice",
]

Tone = Literal["", "words", "who", "unknown", "warn", "strong"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a sentence: its text, the anchor it links to, if any, and what it is."""

    text: str
    target: str | None = None
    tone: Tone = ""


Line = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Lead:
    """One of the most-reported utterances in three answers: who was first, who repeated it, what changed."""

    target: str
    number: int
    speaker: str
    words: str
    tally: str
    first: Line
    repeated: tuple[Line, ...]
    changed: Line


@dataclass(frozen=True, slots=True)
class Head:
    """The first screen."""

    title: str
    read: str
    leads: tuple[Lead, ...]
    findings: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A knot of a family tree: an origin or an article, how it has the words, and what came from it."""

    label: Line
    how: str
    children: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """A run of a report's words set against the fullest report."""

    kind: Literal["same", "dropped", "added"]
    text: str


@dataclass(frozen=True, slots=True)
class ReportView:
    """One report on a card. ``runs`` are its words against the fullest; ``note`` says why none are marked."""

    name: Piece
    number: int
    date: str
    speaker: Line
    relay: str | None
    wording: str
    fullest: bool
    quoted: bool
    runs: tuple[Run, ...]
    note: str | None
    target: str | None


@dataclass(frozen=True, slots=True)
class Card:
    """An utterance that several articles report."""

    anchor: str
    number: int
    speaker: str
    type: str
    words: str
    said: str | None
    tally: str
    why: tuple[str, ...]
    tree: tuple[Node, ...]
    reports: tuple[ReportView, ...]
    grouped: tuple[str, ...]
    more: str | None


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One side of a change: the words, what stands around them, and whom the article gives them to."""

    name: Piece
    date: str
    speaker: str | None
    before: str
    words: str
    after: str
    target: str | None


@dataclass(frozen=True, slots=True)
class ChangeView:
    """What changed between two articles over one passage."""

    anchor: str
    kinds: tuple[str, ...]
    sentence: str
    a: Excerpt
    b: Excerpt


@dataclass(frozen=True, slots=True)
class Told:
    """One statement in a speaker's list."""

    words: str
    kind: str
    details: Line
    again: bool
    target: str | None


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker and what the articles have them say."""

    anchor: str
    name: str
    tally: str
    told: tuple[Told, ...]
    more: str | None


@dataclass(frozen=True, slots=True)
class Group:
    """Speakers of one type."""

    name: str
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """One entry of the timeline: something published or something said."""

    what: Literal["published", "said"]
    line: Line
    when: str | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the timeline, or the undated; ``iso`` is None for the latter."""

    name: str
    iso: str | None
    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class TextView:
    """An article: its heading lines and its text, exact, in paragraphs."""

    anchor: str
    number: int
    outlet: str
    title: str | None
    facts: tuple[str, ...]
    url: str | None
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """The whole page. Each ``more_…`` line says honestly what was left out, or is None."""

    head: Head
    cards: tuple[Card, ...]
    more_cards: str | None
    changes: tuple[ChangeView, ...]
    more_changes: str | None
    groups: tuple[Group, ...]
    more_voices: str | None
    days: tuple[Day, ...]
    more_moments: str | None
    texts: tuple[TextView, ...]
    more_texts: str | None
