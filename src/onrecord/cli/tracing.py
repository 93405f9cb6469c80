"""What ``trace`` and ``sources`` share: the utterance that is meant, and naming the others that might be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.cli.printing import note, plural, printable, shortened
from onrecord.errors import NotOnRecord

if TYPE_CHECKING:
    from onrecord.model import Statement, Utterance
    from onrecord.record import Record

__all__ = ["best_match", "fullest"]

# A screen has room for these; who wants them all narrows the words.
MOST_OTHERS = 8


def best_match(record: Record, words: str) -> Utterance:
    """The utterance meant by ``words`` or an id; the others that match are named on stderr.

    Raises NotOnRecord where none matches.
    """
    found = record.find_utterances(words)
    if not found:
        raise NotOnRecord(f"nothing on the record answers to {words!r}; try fewer words, or: onrecord search WORDS")
    best, *others = found
    if others:
        note(f"{plural(len(others), 'other utterance')} could be meant; give the id to see one:")
    for other in others[:MOST_OTHERS]:
        note(f"  {printable(other.id)}  {_line(record, other)}")
    if len(others) > MOST_OTHERS:
        note(f"  … and {plural(len(others) - MOST_OTHERS, 'other')}; more words narrow it down")
    return best


def _line(record: Record, utterance: Utterance) -> str:
    speaker = utterance.speaker.name if utterance.speaker else "nobody named"
    return shortened(f"{speaker}: {fullest(record.reports(utterance)).words}", 90)


def fullest(statements: list[Statement]) -> Statement:
    """The fullest of the reports of one utterance: the room that finds utterances puts it first."""
    return statements[0]
