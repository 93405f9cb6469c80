"""From words or an id to the utterances that are meant by them."""

from __future__ import annotations

import json
import re

from onrecord.errors import BadInput
from onrecord.model import Utterance
from onrecord.record.database import Database
from onrecord.record.searching import Filters, folded, search_keys, terms

__all__ = ["report_keys", "utterance_ids"]

WORD = re.compile(r"\w+")
# A quotation typed from one report differs by a word or two from another's. Where no statement has all the
# words, those with at least this share of them are meant, if the words are enough for a share to mean
# something.
NEAR = 0.6
FEWEST_WORDS_FOR_NEAR = 5
# How many of the best candidates are looked at for that.
MOST_CANDIDATES = 200


def utterance_ids(db: Database, words_or_id: str) -> list[str]:
    """Ids of the utterances meant by ``words_or_id``, the best first: one with that id or reported by the
    statement with that id; else those with all the words, the most reported first; else those with most of
    the words, the nearest first. Raises BadInput for words without a letter or digit.
    """
    wanted = words_or_id.strip()
    found = db.rows("SELECT id FROM utterances WHERE id = ?", (wanted,)) or db.rows(
        "SELECT utterance FROM reports WHERE statement = ? ORDER BY utterance", (wanted,)
    )
    if found:
        return [key for (key,) in found]
    if not terms(wanted):
        raise BadInput(f"nothing to look for in {words_or_id!r}: give words of it, or an id")
    keys = search_keys(db, wanted, Filters())
    if keys:
        return _reported(db, keys, by_reports=True)
    return _reported(db, _near(db, wanted), by_reports=False)


def report_keys(db: Database, utterance: Utterance) -> list[int]:
    """Keys of the statements that report ``utterance``, in its order."""
    found = db.rows(
        "SELECT s.key FROM reports AS r JOIN statements AS s ON s.id = r.statement"
        " WHERE r.utterance = ? ORDER BY r.position",
        (utterance.id,),
    )
    return [key for (key,) in found]


def _reported(db: Database, keys: list[int], *, by_reports: bool) -> list[str]:
    """Ids of the utterances that the statements ``keys`` (the best first) report, each once."""
    found = db.rows(
        """
        SELECT r.utterance, min(wanted.key) AS best,
            (SELECT count(*) FROM reports AS own WHERE own.utterance = r.utterance) AS told
        FROM json_each(?) AS wanted
        JOIN statements AS s ON s.key = wanted.value
        JOIN reports AS r ON r.statement = s.id
        GROUP BY r.utterance
        """,
        (json.dumps(keys),),
    )
    order = sorted(found, key=lambda row: (-row[2] if by_reports else 0, row[1], row[0]))
    return [key for key, _, _ in order]


def _near(db: Database, words: str) -> list[int]:
    """Keys of the statements that have most of ``words``, those with the most first."""
    wanted = _folded_words(words)
    if len(wanted) < FEWEST_WORDS_FOR_NEAR:
        return []
    keys = search_keys(db, words, Filters(), every_word=False)[:MOST_CANDIDATES]
    found = db.rows(
        "SELECT key, words FROM statement_words WHERE key IN (SELECT value FROM json_each(?))",
        (json.dumps(keys),),
    )
    share = {key: len(wanted & _folded_words(text)) / len(wanted) for key, text in found}
    return sorted((key for key in keys if share[key] >= NEAR), key=lambda key: -share[key])


def _folded_words(text: str) -> frozenset[str]:
    return frozenset(WORD.findall(folded(text) or ""))
