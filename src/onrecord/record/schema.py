"""The tables of a record, as a numbered list of migrations: a record's version is how many of them it has
been through.

Each migration is a tuple of SQL statements run in one transaction. Never edit one that was released: append
another. ``stop`` is the ``end`` of a span (END is a word of SQL's own). Empty strings never stand for
"unknown": NULL does.
"""

from __future__ import annotations

__all__ = ["APPLICATION_ID", "MIGRATIONS"]

# "OnRc" in ASCII: tells a record from any other SQLite file, whatever it is called (PRAGMA application_id).
APPLICATION_ID = 0x4F6E5263

ARTICLES = (
    """
    CREATE TABLE articles (
        id TEXT NOT NULL PRIMARY KEY,
        path TEXT, outlet TEXT, origin TEXT, title TEXT, byline TEXT,
        published TEXT, origin_published TEXT, published_from TEXT, published_to TEXT,
        language TEXT, url TEXT,
        text TEXT NOT NULL,
        digest TEXT NOT NULL,      -- SHA-256 of the text: tells "again" from "another text under this id"
        extracted_by TEXT NOT NULL -- the version of onrecord that found its statements
    )
    """,
    """
    CREATE TABLE labels (
        article TEXT NOT NULL REFERENCES articles (id),
        position INTEGER NOT NULL,
        start INTEGER NOT NULL, stop INTEGER NOT NULL, label TEXT NOT NULL,
        PRIMARY KEY (article, position)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE failures (
        path TEXT NOT NULL,
        line INTEGER NOT NULL, -- 0: the whole file
        reason TEXT NOT NULL,
        PRIMARY KEY (path, line, reason)
    ) WITHOUT ROWID
    """,
)

STATEMENTS = (
    # One id may go by several spellings of a name, so the spelling is part of the key: which of them came
    # first must not decide how all are shown.
    """
    CREATE TABLE speakers (
        key INTEGER PRIMARY KEY,
        id TEXT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL,
        UNIQUE (id, name, type)
    )
    """,
    """
    CREATE TABLE statements (
        key INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        article TEXT NOT NULL REFERENCES articles (id),
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,
        source_start INTEGER, source_stop INTEGER,
        cue_start INTEGER, cue_stop INTEGER,
        speaker INTEGER REFERENCES speakers (key),
        addressee TEXT,
        nested_in TEXT REFERENCES statements (id) DEFERRABLE INITIALLY DEFERRED,
        continues TEXT REFERENCES statements (id) DEFERRABLE INITIALLY DEFERRED,
        repeats TEXT REFERENCES statements (id) DEFERRABLE INITIALLY DEFERRED,
        said_text TEXT, said_since TEXT, said_until TEXT,
        venue TEXT, act TEXT,
        confidence REAL NOT NULL,
        UNIQUE (article, position)
    )
    """,
    "CREATE INDEX statements_by_speaker ON statements (speaker)",
    """
    CREATE TABLE pieces (
        statement INTEGER NOT NULL REFERENCES statements (key),
        position INTEGER NOT NULL,
        start INTEGER NOT NULL, stop INTEGER NOT NULL,
        PRIMARY KEY (statement, position)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE relays (
        statement INTEGER NOT NULL REFERENCES statements (key),
        position INTEGER NOT NULL, -- 0 stands nearest the article
        name TEXT NOT NULL,
        PRIMARY KEY (statement, position)
    ) WITHOUT ROWID
    """,
    # The words of a statement exist once, in its article's text; this view cuts them out, and the index below
    # is an external-content one over the view, so that it holds no copy of them either.
    """
    CREATE VIEW statement_words AS
    SELECT s.key AS key,
        (SELECT group_concat(substr(a.text, p.start + 1, p.stop - p.start), ' … ')
         FROM (SELECT start, stop FROM pieces WHERE statement = s.key ORDER BY position) AS p) AS words,
        substr(a.text, s.source_start + 1, s.source_stop - s.source_start) AS source
    FROM statements AS s JOIN articles AS a ON a.id = s.article
    """,
    """
    CREATE VIRTUAL TABLE statement_index USING fts5 (
        words, source,
        content = 'statement_words', content_rowid = 'key',
        tokenize = "unicode61 remove_diacritics 2"
    )
    """,
)

FINDINGS = (
    """
    CREATE TABLE passages (
        position INTEGER PRIMARY KEY,
        a_article TEXT NOT NULL REFERENCES articles (id), a_start INTEGER NOT NULL, a_stop INTEGER NOT NULL,
        b_article TEXT NOT NULL REFERENCES articles (id), b_start INTEGER NOT NULL, b_stop INTEGER NOT NULL,
        words INTEGER NOT NULL, quoted TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE utterances (
        position INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        speaker INTEGER REFERENCES speakers (key),
        origin TEXT,
        said_text TEXT, said_since TEXT, said_until TEXT,
        reasons TEXT NOT NULL -- a JSON list of sentences: shown, never looked up
    )
    """,
    """
    CREATE TABLE reports (
        utterance TEXT NOT NULL REFERENCES utterances (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        statement TEXT NOT NULL REFERENCES statements (id),
        wording TEXT NOT NULL,
        PRIMARY KEY (utterance, position)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX reports_by_statement ON reports (statement)",
    """
    CREATE TABLE sources (
        position INTEGER PRIMARY KEY,
        claim TEXT NOT NULL UNIQUE REFERENCES utterances (id) ON DELETE CASCADE,
        articles INTEGER NOT NULL, outlets INTEGER NOT NULL,
        origins_low INTEGER NOT NULL, origins_high INTEGER NOT NULL,
        reasons TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE links (
        claim TEXT NOT NULL REFERENCES sources (claim) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        origin TEXT NOT NULL,
        article TEXT NOT NULL REFERENCES articles (id),
        how TEXT NOT NULL,
        PRIMARY KEY (claim, position)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE drift (
        position INTEGER PRIMARY KEY,
        a_article TEXT NOT NULL REFERENCES articles (id), a_start INTEGER NOT NULL, a_stop INTEGER NOT NULL,
        a_speaker TEXT,
        b_article TEXT NOT NULL REFERENCES articles (id), b_start INTEGER NOT NULL, b_stop INTEGER NOT NULL,
        b_speaker TEXT,
        change TEXT NOT NULL
    )
    """,
    # Which set of articles the findings were derived from: one row, or none before the first time.
    "CREATE TABLE derived (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), mark TEXT NOT NULL)",
)

MIGRATIONS: tuple[tuple[str, ...], ...] = ((*ARTICLES, *STATEMENTS, *FINDINGS),)
