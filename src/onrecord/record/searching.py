"""From the words that a user types to the statements that have them.

The words are never handed to FTS5 as they are: each is quoted, so that nothing typed can be a syntax error or
an operator. All words must be there, in any order; words within "double" or “typographic” quotation marks
stand together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from anyascii import anyascii

from onrecord.errors import BadInput
from onrecord.model import Kind
from onrecord.record.database import Database, Value

__all__ = ["Filters", "fts_query", "search_keys", "terms"]

QUOTED = re.compile(r'["“”„«»]')
DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
# What a person types is short; a pasted page would be a query of thousands of phrases.
MOST_TERMS = 64
MOST_CHARACTERS = 4000


@dataclass(frozen=True, slots=True)
class Filters:
    """What a statement must be besides having the words: None asks for nothing.

    ``speaker`` and ``outlet`` are part of a name, whatever its case and accents. ``since`` and ``until``
    (``2016``, ``2016-08`` or ``2016-08-12``) bound the days it may have been said on, or, where the text does
    not say when, the day of its article; a statement with neither passes no bound.
    """

    speaker: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    kind: Kind | None = None


def terms(words: str) -> list[str]:
    """The terms of ``words``: single words, and the runs between quotation marks (the last one may stay
    open).
    """
    found: list[str] = []
    for number, part in enumerate(QUOTED.split(words[:MOST_CHARACTERS])):
        found += [part] if number % 2 else part.split()
    return [term for term in found if any(map(str.isalnum, term))][:MOST_TERMS]


def fts_query(wanted: Sequence[str], joined: str = "AND") -> str:
    """``wanted`` as a query of FTS5 in which nothing has a meaning of its own."""
    return f" {joined} ".join('"' + term.replace('"', " ").replace("\0", " ") + '"' for term in wanted)


def search_keys(db: Database, words: str, filters: Filters, *, every_word: bool = True) -> list[int]:
    """Keys of the statements that have ``words`` in their content or source and pass ``filters``, the best
    first.

    Best is FTS5's bm25; ties go by article and place. Where ``words`` is blank, all that pass, in that order.
    With ``every_word`` false, one of the words is enough. Raises BadInput for words without a letter or
    digit, or bad days.
    """
    wanted = terms(words)
    if words.strip() and not wanted:
        raise BadInput(f"nothing to search for in {words!r}: it has no letter or digit")
    db.define("folded", folded)
    clauses, parameters = _conditions(filters)
    if wanted:
        clauses.insert(0, "statement_index MATCH ?")
        parameters.insert(0, fts_query(wanted, "AND" if every_word else "OR"))
    index = "JOIN statement_index ON statement_index.rowid = s.key" if wanted else ""
    rank = "statement_index.rank," if wanted else ""
    found = db.rows(
        f"""
        SELECT s.key FROM statements AS s {index}
        JOIN articles AS a ON a.id = s.article
        LEFT JOIN speakers AS p ON p.key = s.speaker
        WHERE {" AND ".join(clauses) or "1"}
        ORDER BY {rank} s.article, s.position
        """,
        parameters,
    )
    return [key for (key,) in found]


def _conditions(filters: Filters) -> tuple[list[str], list[Value]]:
    """The conditions of ``filters`` in SQL, and what stands for their question marks."""
    asked: list[tuple[str, Value]] = []
    if filters.speaker is not None:
        asked.append(("instr(folded(p.name), ?)", folded(filters.speaker)))
    if filters.outlet is not None:
        asked.append(("instr(folded(a.outlet), ?)", folded(filters.outlet)))
    if filters.since is not None:
        asked.append(("coalesce(s.said_until, s.said_since, a.published) >= ?", _day(filters.since)))
    if filters.until is not None:
        # "~" sorts after every digit and stroke, so that a year or a month takes in all of its days
        asked.append(("coalesce(s.said_since, s.said_until, a.published) <= ?", _day(filters.until) + "~"))
    if filters.kind is not None:
        asked.append(("s.kind = ?", filters.kind))
    return [clause for clause, _ in asked], [value for _, value in asked]


def folded(text: str | None) -> str | None:
    """``text`` without case and accents, in Latin letters: Çavuşoğlu is cavusoglu."""
    return None if text is None else anyascii(text).casefold().strip()


def _day(text: str) -> str:
    if not DAY.fullmatch(text):
        raise BadInput(f"not a day: {text!r}; write it as 2016, 2016-08 or 2016-08-12")
    return text
