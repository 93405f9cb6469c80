"""Findings: into the tables as one whole, and back; with a mark that tells which articles they were derived
from.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import Any

from onrecord.model import (
    Drift,
    DriftSide,
    Findings,
    Link,
    Passage,
    Report,
    Said,
    Side,
    Sources,
    Speaker,
    Utterance,
)
from onrecord.record.articles import marks
from onrecord.record.database import Database
from onrecord.record.statements import speaker_key

__all__ = [
    "current_mark",
    "load_drift",
    "load_passages",
    "load_sources",
    "load_utterances",
    "mark_of_findings",
    "store_findings",
]

NOTHING = hashlib.sha256(b"[]").hexdigest()


def current_mark(db: Database, version: str) -> str:
    """What ``version`` of onrecord would derive findings from now: a digest over all articles and who
    extracted them.
    """
    now = marks(db)
    return hashlib.sha256(json.dumps([version, *now] if now else []).encode()).hexdigest()


def mark_of_findings(db: Database) -> str:
    """What the findings on the record were derived from."""
    found = db.rows("SELECT mark FROM derived")
    return found[0][0] if found else NOTHING


def store_findings(db: Database, findings: Findings, mark: str) -> None:
    """Put ``findings`` in place of the former ones, all or nothing."""
    with db.writing():
        for table in ("drift", "links", "sources", "reports", "utterances", "passages", "derived"):
            db.rows(f"DELETE FROM {table}")
        _store_passages(db, findings.passages)
        _store_utterances(db, findings.utterances)
        _store_sources(db, findings.sources)
        _store_drift(db, findings.drift)
        db.insert("INSERT INTO derived VALUES (1, ?)", (mark,))


def _store_passages(db: Database, passages: Iterable[Passage]) -> None:
    db.run_many(
        "INSERT INTO passages VALUES (?,?,?,?,?,?,?,?,?)",
        (
            (i, p.a.article, p.a.start, p.a.end, p.b.article, p.b.start, p.b.end, p.words, p.quoted)
            for i, p in enumerate(passages)
        ),
    )


def _store_utterances(db: Database, utterances: Sequence[Utterance]) -> None:
    for i, utterance in enumerate(utterances):
        said = utterance.said
        db.insert(
            "INSERT INTO utterances VALUES (?,?,?,?,?,?,?,?)",
            (
                i,
                utterance.id,
                speaker_key(db, utterance.speaker),
                utterance.origin,
                *((said.text, said.since, said.until) if said else (None, None, None)),
                _packed(utterance.reasons),
            ),
        )
    db.run_many(
        "INSERT INTO reports VALUES (?,?,?,?)",
        ((u.id, i, report.statement, report.wording) for u in utterances for i, report in enumerate(u.reports)),
    )


def _store_sources(db: Database, sources: Sequence[Sources]) -> None:
    db.run_many(
        "INSERT INTO sources VALUES (?,?,?,?,?,?,?)",
        ((i, s.claim, s.articles, s.outlets, *s.origins, _packed(s.reasons)) for i, s in enumerate(sources)),
    )
    db.run_many(
        "INSERT INTO links VALUES (?,?,?,?,?)",
        ((s.claim, i, link.origin, link.article, link.how) for s in sources for i, link in enumerate(s.chain)),
    )


def _store_drift(db: Database, drift: Iterable[Drift]) -> None:
    db.run_many(
        "INSERT INTO drift VALUES (?,?,?,?,?,?,?,?,?,?)",
        ((i, *_side(change.a), *_side(change.b), change.change) for i, change in enumerate(drift)),
    )


def _side(side: DriftSide) -> tuple[str, int, int, str | None]:
    return (side.article, side.start, side.end, side.speaker)


def _packed(sentences: Iterable[str]) -> str:
    return json.dumps(list(sentences), ensure_ascii=False)


def load_passages(db: Database) -> list[Passage]:
    """All passages, in the order in which they were found."""
    return [
        Passage(Side(*columns[0:3]), Side(*columns[3:6]), *columns[6:])
        for columns in db.rows(
            "SELECT a_article, a_start, a_stop, b_article, b_start, b_stop, words, quoted"
            " FROM passages ORDER BY position"
        )
    ]


def load_utterances(db: Database, ids: Sequence[str] | None = None) -> list[Utterance]:
    """The utterances called ``ids``, in that order; where None, all, in the order they were found in."""
    chosen = "" if ids is None else "WHERE u.id IN (SELECT value FROM json_each(?))"
    found = db.rows(
        f"""
        SELECT u.id, p.id, p.name, p.type,
            (SELECT json_group_array(json_array(statement, article, wording)) FROM (
                SELECT r.statement, s.article, r.wording
                FROM reports AS r JOIN statements AS s ON s.id = r.statement
                WHERE r.utterance = u.id ORDER BY r.position)),
            u.origin, u.said_text, u.said_since, u.said_until, u.reasons
        FROM utterances AS u LEFT JOIN speakers AS p ON p.key = u.speaker {chosen}
        ORDER BY u.position
        """,
        () if ids is None else (json.dumps(list(ids)),),
    )
    made = {columns[0]: _utterance(columns) for columns in found}
    return list(made.values()) if ids is None else [made[key] for key in ids if key in made]


def _utterance(columns: tuple[Any, ...]) -> Utterance:
    key, speaker, name, type_, reports, origin, said, since, until, reasons = columns
    return Utterance(
        id=key,
        speaker=None if speaker is None else Speaker(speaker, name, type_),
        reports=tuple(Report(*report) for report in json.loads(reports)),
        origin=origin,
        said=None if said is None else Said(said, since, until),
        reasons=tuple(json.loads(reasons)),
    )


def load_sources(db: Database, claims: Sequence[str] | None = None) -> list[Sources]:
    """The sources of the utterances ``claims``, in that order; where None, all, in their order."""
    chosen = "" if claims is None else "WHERE claim IN (SELECT value FROM json_each(?))"
    found = db.rows(
        f"""
        SELECT claim, articles, outlets, origins_low, origins_high,
            (SELECT json_group_array(json_array(origin, article, how))
             FROM (SELECT * FROM links WHERE claim = sources.claim ORDER BY position)),
            reasons
        FROM sources {chosen} ORDER BY position
        """,
        () if claims is None else (json.dumps(list(claims)),),
    )
    made = {
        claim: Sources(
            claim=claim,
            articles=articles,
            outlets=outlets,
            origins=(low, high),
            chain=tuple(Link(*link) for link in json.loads(chain)),
            reasons=tuple(json.loads(reasons)),
        )
        for claim, articles, outlets, low, high, chain, reasons in found
    }
    return list(made.values()) if claims is None else [made[claim] for claim in claims if claim in made]


def load_drift(db: Database) -> list[Drift]:
    """All drift, in the order in which it was found."""
    return [
        Drift(DriftSide(*columns[0:4]), DriftSide(*columns[4:8]), columns[8])
        for columns in db.rows(
            "SELECT a_article, a_start, a_stop, a_speaker, b_article, b_start, b_stop, b_speaker, change"
            " FROM drift ORDER BY position"
        )
    ]
