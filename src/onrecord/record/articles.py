"""Articles, their labels, and what could not be read: into the tables and back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import PurePath

from onrecord.model import Article, Failure, Label
from onrecord.record.database import Database

__all__ = [
    "clear_failures",
    "digest",
    "digest_on_record",
    "load_articles",
    "load_failures",
    "marks",
    "stable_id",
    "store_article_row",
    "store_failure",
]

COLUMNS = (
    "id, text, path, outlet, origin, title, byline, published, origin_published, published_from,"
    " published_to, language, url"
)


def digest(text: str) -> str:
    """The SHA-256 of ``text``, in hex. Raises UnicodeEncodeError where it is no text that could be written
    out.
    """
    return hashlib.sha256(text.encode()).hexdigest()


def stable_id(name: str, outlet: str | None, url: str | None, text: str) -> str:
    """The id of an article that came from a file called ``name``: the same wherever the folder lies and
    whenever it is read, another one where another outlet prints the same words. 64 bits: a clash in 30,000
    articles has a chance of 1 in 40 billion, and would be told as a failure, not lost.
    """
    return digest("\0".join((name, outlet or "", url or "", text)))[:16]


def digest_on_record(db: Database, article_id: str) -> str | None:
    """The digest of the text that is on the record under ``article_id``, if one is."""
    found = db.rows("SELECT digest FROM articles WHERE id = ?", (article_id,))
    return found[0][0] if found else None


def marks(db: Database) -> list[tuple[str, str, str]]:
    """Id, digest and extracting version of every article, by id: what findings depend on."""
    return [(key, text, by) for key, text, by in db.rows("SELECT id, digest, extracted_by FROM articles ORDER BY id")]


def store_article_row(db: Database, article: Article, extracted_by: str) -> None:
    """Put ``article`` and its labels into the tables; the caller holds the transaction."""
    db.insert(
        f"INSERT INTO articles ({COLUMNS}, digest, extracted_by) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        (
            article.id,
            article.text,
            article.path,
            article.outlet,
            article.origin,
            article.title,
            article.byline,
            article.published,
            article.origin_published,
            article.published_from,
            article.published_to,
            article.language,
            article.url,
            digest(article.text),
            extracted_by,
        ),
    )
    db.run_many(
        "INSERT INTO labels (article, position, start, stop, label) VALUES (?,?,?,?,?)",
        [(article.id, i, label.start, label.end, label.label) for i, label in enumerate(article.labels)],
    )


def load_articles(db: Database, ids: Sequence[str] | None = None) -> list[Article]:
    """The articles called ``ids`` (all, where None), by id."""
    where = "" if ids is None else "WHERE id IN (SELECT value FROM json_each(?))"
    found = db.rows(
        f"""
        SELECT {COLUMNS},
            (SELECT json_group_array(json_array(start, stop, label))
             FROM (SELECT * FROM labels WHERE article = articles.id ORDER BY position))
        FROM articles {where} ORDER BY id
        """,
        () if ids is None else (json.dumps(list(ids)),),
    )
    return [
        replace(Article(*columns), labels=tuple(Label(*label) for label in json.loads(labels)))
        for *columns, labels in found
    ]


def store_failure(db: Database, failure: Failure) -> None:
    """Put on the record that something could not be read; again is no second row."""
    line = failure.line or 0
    db.insert("INSERT OR IGNORE INTO failures VALUES (?,?,?)", (failure.path, line, failure.reason))


def load_failures(db: Database) -> list[Failure]:
    """What could not be read when it was last tried, by path and line."""
    found = db.rows("SELECT path, reason, nullif(line, 0) FROM failures ORDER BY path, failures.line, reason")
    return [Failure(*columns) for columns in found]


def clear_failures(db: Database, tried: Iterable[str], still: Iterable[Failure]) -> None:
    """Take back the failures of all paths ``tried`` now, and of what lies in folders among them, except
    ``still``.
    """
    kept = {(failure.path, failure.line, failure.reason) for failure in still}
    again = {PurePath(path) for path in tried}
    cleared = [
        (old.path, old.line or 0, old.reason)
        for old in load_failures(db)
        if (old.path, old.line, old.reason) not in kept and not again.isdisjoint(_with_folders(old.path))
    ]
    with db.writing():
        db.run_many("DELETE FROM failures WHERE (path, line, reason) = (?,?,?)", cleared)


def _with_folders(path: str) -> tuple[PurePath, ...]:
    return (PurePath(path), *PurePath(path).parents)
