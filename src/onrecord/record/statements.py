"""Statements and their speakers: into the tables as offsets, and back with their words cut from the article's
text.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from onrecord.model import Said, Span, Speaker, Statement
from onrecord.record.database import Database

__all__ = ["load_speakers", "load_statements", "speaker_key", "store_statements"]


def store_statements(db: Database, statements: Sequence[Statement]) -> None:
    """Put one article's ``statements`` into the tables, in this order; the caller holds the transaction."""
    for position, statement in enumerate(statements):
        _store(db, position, statement)


def _store(db: Database, position: int, statement: Statement) -> None:
    said = statement.said
    key = db.insert(
        "INSERT INTO statements (id, article, position, kind, source_start, source_stop, cue_start, cue_stop,"
        " speaker, addressee, nested_in, continues, repeats, said_text, said_since, said_until, venue, act,"
        " confidence)"
        " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        (
            statement.id,
            statement.article,
            position,
            statement.kind,
            *_ends(statement.source),
            *_ends(statement.cue),
            speaker_key(db, statement.speaker),
            statement.addressee,
            statement.nested_in,
            statement.continues,
            statement.repeats,
            *((said.text, said.since, said.until) if said else (None, None, None)),
            statement.venue,
            statement.act,
            statement.confidence,
        ),
    )
    db.run_many(
        "INSERT INTO pieces VALUES (?,?,?,?)",
        [(key, i, p.start, p.end) for i, p in enumerate(statement.content)],
    )
    db.run_many("INSERT INTO relays VALUES (?,?,?)", [(key, i, name) for i, name in enumerate(statement.relay)])
    db.insert(
        "INSERT INTO statement_index (rowid, words, source)"
        " SELECT key, words, source FROM statement_words WHERE key = ?",
        (key,),
    )


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    return (span.start, span.end) if span else (None, None)


def speaker_key(db: Database, speaker: Speaker | None) -> int | None:
    """The key of ``speaker`` in the table of speakers, put there where it is new."""
    if speaker is None:
        return None
    columns = (speaker.id, speaker.name, speaker.type)
    db.insert("INSERT OR IGNORE INTO speakers (id, name, type) VALUES (?,?,?)", columns)
    key: int = db.rows("SELECT key FROM speakers WHERE (id, name, type) = (?,?,?)", columns)[0][0]
    return key


def load_statements(db: Database, keys: Sequence[int] | None = None) -> list[Statement]:
    """The statements with ``keys``, in that order; all of them, by article and place in it, where None."""
    chosen = "" if keys is None else "WHERE s.key IN (SELECT value FROM json_each(:keys))"
    wanted = () if keys is None else (json.dumps(list(keys)),)
    found = db.rows(
        f"""
        SELECT s.key, s.id, s.article, s.kind,
            (SELECT json_group_array(json_array(start, stop))
             FROM (SELECT start, stop FROM pieces WHERE statement = s.key ORDER BY position)),
            s.source_start, s.source_stop, s.cue_start, s.cue_stop,
            p.id, p.name, p.type, s.addressee,
            (SELECT json_group_array(name)
             FROM (SELECT name FROM relays WHERE statement = s.key ORDER BY position)),
            s.nested_in, s.continues, s.repeats, s.said_text, s.said_since, s.said_until,
            s.venue, s.act, s.confidence
        FROM statements AS s LEFT JOIN speakers AS p ON p.key = s.speaker {chosen}
        ORDER BY s.article, s.position
        """,
        wanted,
    )
    texts = _texts(db, None if keys is None else sorted({columns[2] for columns in found}))
    made = {columns[0]: _statement(columns, texts) for columns in found}
    return list(made.values()) if keys is None else [made[key] for key in keys if key in made]


def _texts(db: Database, articles: Sequence[str] | None) -> Mapping[str, str]:
    if articles is None:
        return dict(db.rows("SELECT id, text FROM articles"))
    return dict(
        db.rows(
            "SELECT id, text FROM articles WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(articles),),
        )
    )


def _statement(columns: tuple[Any, ...], texts: Mapping[str, str]) -> Statement:
    _, key, article, kind, pieces, source_start, source_stop, cue_start, cue_stop, *rest = columns
    speaker_id, name, type_, addressee, relay, nested_in, continues, repeats, said, since, until, *last = rest
    venue, act, confidence = last
    text = texts[article]
    return Statement(
        id=key,
        article=article,
        kind=kind,
        content=tuple(Span.of(text, start, stop) for start, stop in json.loads(pieces)),
        source=None if source_start is None else Span.of(text, source_start, source_stop),
        cue=None if cue_start is None else Span.of(text, cue_start, cue_stop),
        speaker=None if speaker_id is None else Speaker(speaker_id, name, type_),
        addressee=addressee,
        relay=tuple(json.loads(relay)),
        nested_in=nested_in,
        continues=continues,
        repeats=repeats,
        said=None if said is None else Said(said, since, until),
        venue=venue,
        act=act,
        confidence=confidence,
    )


def load_speakers(db: Database) -> list[tuple[Speaker, int, int]]:
    """Everyone who says something, by id, with how many statements in how many articles.

    Shown under the spelling most used (of equally used ones the first in the alphabet), whichever came first.
    """
    found = db.rows(
        """
        SELECT id, name, type, sum(used) OVER (PARTITION BY id),
            (SELECT count(DISTINCT s.article) FROM statements AS s JOIN speakers AS p ON p.key = s.speaker
             WHERE p.id = spelt.id)
        FROM (SELECT p.id, p.name, p.type, count(*) AS used
              FROM statements AS s JOIN speakers AS p ON p.key = s.speaker GROUP BY p.key) AS spelt
        ORDER BY id, used, name DESC, type DESC
        """
    )
    # the last spelling of an id wins, and that is the most used one
    shown = {key: (Speaker(key, name, type_), total, articles) for key, name, type_, total, articles in found}
    return list(shown.values())
