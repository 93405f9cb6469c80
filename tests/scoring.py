"""Scores the statements of one article against its gold: what was found, and how much of it is right.

A content is found if it shares at least half its words with a gold content (intersection over union), pairs
being made one to one, best first. Gold rows that repeat another, that are ``low`` or scare quotes are nobody's
loss: they are not asked for, and a prediction that matches one is not counted. Predictions with ``repeats`` are
left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass

from anyascii import anyascii

from gold.compile import Gold, GoldRow
from onrecord.model import Statement

__all__ = ["Counts", "f1", "same_name", "score"]

FOUND = 0.5
NAMED = frozenset({"person", "organisation", "country"})
WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
NOT_THE_NAME = frozenset({"the", "mr", "mrs", "ms", "dr"})
# where a source's head noun ends: "the spokesman | for the union", "Wim Aderholt | , who was ..."
AFTER_HEAD = re.compile(r"[,(]|\s(?:who|which|that|of|for|from|in|with|at|on)\s")

Words = frozenset[int]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows were asked for and given, how many of them found, and of those how many have what right.

    ``nested``, ``continued`` and ``relay`` count found gold rows that have one; ``..._right`` those told so.
    """

    gold: int = 0
    predicted: int = 0
    found: int = 0
    speaker: int = 0
    source: int = 0
    nested: int = 0
    nested_right: int = 0
    continued: int = 0
    continued_right: int = 0
    relay: int = 0
    relay_right: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))


def f1(right: int, counts: Counts) -> float:
    """The F1 of ``right`` rows (found, or found with the speaker right) in 0..1; 1.0 where there was nothing."""
    asked = counts.gold + counts.predicted
    return 2 * right / asked if asked else 1.0


def score(text: str, gold: Gold, predicted: Sequence[Statement]) -> Counts:
    """The counts of one article of ``text``; both sides are offsets into it."""
    rows = gold["statements"]
    given = [statement for statement in predicted if statement.repeats is None]
    words = [match.span() for match in WORD.finditer(text)]
    pairs = _pairs(
        [_touched(words, row["content"]) for row in rows],
        [_touched(words, ((span.start, span.end) for span in statement.content)) for statement in given],
    )
    free = {index for index, row in enumerate(rows) if _is_free(row)}
    on_free = sum(1 for index, _ in pairs if index in free)
    counts = Counts(gold=len(rows) - len(free), predicted=len(given) - on_free)
    for index, other in pairs:
        if index not in free:
            counts += _judge(text, words, rows[index], given[other])
    return counts


def same_name(a: str, b: str) -> bool:
    """Whether two names are one, folded: first and last word the same, or one's words all among the other's."""
    first, second = _fold(a), _fold(b)
    if not first or not second:
        return False
    ends = first[0] == second[0] and first[-1] == second[-1]
    return ends or set(first) <= set(second) or set(second) <= set(first)


def _is_free(row: GoldRow) -> bool:
    return row.get("low", False) or "repeats" in row or row["act"] == "scare"


def _judge(text: str, words: list[tuple[int, int]], row: GoldRow, statement: Statement) -> Counts:
    relay = row.get("relay")
    return Counts(
        found=1,
        speaker=_speaker_right(row, statement),
        source=_source_right(text, words, row, statement),
        nested="nested" in row,
        nested_right="nested" in row and statement.nested_in is not None,
        continued="cont" in row,
        continued_right="cont" in row and statement.continues is not None,
        relay=bool(relay),
        relay_right=bool(relay and statement.relay and same_name(relay[0], statement.relay[0])),
    )


def _speaker_right(row: GoldRow, statement: Statement) -> bool:
    speaker = statement.speaker
    if row["type"] not in NAMED or row["speaker"] is None:
        return speaker is None or speaker.type not in NAMED
    return speaker is not None and any(same_name(name, speaker.name) for name in row["speaker"].split(" / "))


def _source_right(text: str, words: list[tuple[int, int]], row: GoldRow, statement: Statement) -> bool:
    if "cont" in row:
        return True
    span = statement.source
    if span is None or not row["source"]:
        return span is None and not row["source"]
    start, end = row["source"][0][0], row["source"][-1][1]
    alike = _overlap(_touched(words, row["source"]), _touched(words, [(span.start, span.end)])) >= FOUND
    return alike or _head(text[start:end]) == _head(span.text)


def _head(source: str) -> str:
    kept = WORD.findall(AFTER_HEAD.split(source.strip(" ,"), maxsplit=1)[0])
    return kept[-1].casefold() if kept else ""


def _pairs(gold: list[Words], predicted: list[Words]) -> list[tuple[int, int]]:
    alike = ((-_overlap(a, b), index, other) for index, a in enumerate(gold) for other, b in enumerate(predicted))
    pairs: list[tuple[int, int]] = []
    used_gold: set[int] = set()
    used: set[int] = set()
    for overlap, index, other in sorted(alike):
        if -overlap >= FOUND and index not in used_gold and other not in used:
            used_gold.add(index)
            used.add(other)
            pairs.append((index, other))
    return pairs


def _overlap(a: Words, b: Words) -> float:
    return len(a & b) / len(a | b) if a or b else 0.0


def _touched(words: list[tuple[int, int]], spans: Iterable[tuple[int, int]]) -> Words:
    pieces = list(spans)
    return frozenset(index for index, (start, end) in enumerate(words) if any(a < end and start < b for a, b in pieces))


def _fold(name: str) -> list[str]:
    found = re.findall(r"[a-z0-9]+", anyascii(name).lower())
    return [word for word in found if word not in NOT_THE_NAME]
