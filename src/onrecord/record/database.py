"""One SQLite file, opened and brought up to date; every trouble with it told as a ``RecordError`` that names
the file.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from onrecord.errors import NewerRecord, RecordError
from onrecord.record.schema import APPLICATION_ID, MIGRATIONS

__all__ = ["Database"]

# How long to wait for another process that is writing: findings over 1,000 articles go in within a second,
# and nothing slower ever happens inside a transaction.
PATIENCE_SECONDS = 30.0

Value = str | int | float | None


class Database:
    """A connection to one record. Outside ``writing()`` every statement stands alone."""

    def __init__(self, path: Path, *, create: bool) -> None:
        """Open the record at ``path``; with ``create``, make it if there is none.

        Raises RecordError where that cannot be done, NewerRecord where a newer version of onrecord wrote it.
        """
        self.path = path
        _check_place(path, create)
        try:
            self._connection = sqlite3.connect(path, timeout=PATIENCE_SECONDS, isolation_level=None)
        except sqlite3.Error as error:
            raise RecordError(f"{path}: the record cannot be opened ({error})") from error
        try:
            self._prepare()
        except BaseException:
            self._connection.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def define(self, name: str, function: Callable[[str | None], str | None]) -> None:
        """Make ``function`` callable from SQL; it must give the same for the same text every time."""
        self._connection.create_function(name, 1, function, deterministic=True)

    def rows(self, sql: str, parameters: Sequence[Value] = ()) -> list[tuple[Any, ...]]:
        """All rows that ``sql`` gives."""
        with self._told():
            return self._connection.execute(sql, parameters).fetchall()

    def insert(self, sql: str, parameters: Sequence[Value] = ()) -> int:
        """Run ``sql``, which inserts one row, and give that row's key."""
        with self._told():
            return self._connection.execute(sql, parameters).lastrowid or 0

    def run_many(self, sql: str, parameters: Iterable[Sequence[Value]]) -> None:
        """Run ``sql`` once for each of ``parameters``."""
        with self._told():
            self._connection.executemany(sql, parameters)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """All of what follows goes in, or none of it."""
        with self._transaction("BEGIN IMMEDIATE"):
            yield

    @contextmanager
    def reading(self) -> Iterator[None]:
        """All of what follows is read from one state of the record, whoever writes meanwhile."""
        with self._transaction("BEGIN"):
            yield

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        self.rows(begin)
        try:
            yield
            self.rows("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise RecordError(f"{self.path}: {_in_plain_words(error)}") from error

    def _prepare(self) -> None:
        with self.reading():  # one state: another process may be making this very record
            self._check_kind()
        if self.version < len(MIGRATIONS):
            self._migrate()
        # After a kill nothing is lost with NORMAL in WAL; after a power cut at worst the last articles, which
        # the next `add` puts in again. FULL would wait for the disk at every article.
        self.rows("PRAGMA synchronous = NORMAL")
        self.rows("PRAGMA foreign_keys = ON")

    @property
    def version(self) -> int:
        """How many migrations this record has been through."""
        version: int = self.rows("PRAGMA user_version")[0][0]
        return version

    def _check_kind(self) -> None:
        """Refuse what is no record, before anything is written to it."""
        [[kind]] = self.rows("PRAGMA application_id")
        if kind != APPLICATION_ID and self.rows("SELECT 1 FROM sqlite_master LIMIT 1"):
            raise RecordError(f"{self.path}: another program's SQLite file, not a record; name another file")
        if self.version > len(MIGRATIONS):
            raise NewerRecord(
                f"{self.path}: written by a newer onrecord (form {self.version}, this one knows up to "
                f"{len(MIGRATIONS)}); upgrade onrecord to open it"
            )

    def _migrate(self) -> None:
        self._turn_on_wal()
        for number, statements in enumerate(MIGRATIONS, start=1):
            with self.writing():
                if self.version >= number:  # another process got there first
                    continue
                for sql in statements:
                    self.rows(sql)
                self.rows(f"PRAGMA application_id = {APPLICATION_ID}")
                self.rows(f"PRAGMA user_version = {number}")

    def _turn_on_wal(self) -> None:
        """Turn on WAL mode. SQLite does not wait for others by itself here; four processes that make one record at
        the same moment met that in one of fifty tries.
        """
        until = time.monotonic() + PATIENCE_SECONDS
        while True:
            try:
                self._connection.execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError as error:
                busy = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY  # the rest tells what kind of busy
                if not busy or time.monotonic() > until:
                    raise RecordError(f"{self.path}: {_in_plain_words(error)}") from error
                time.sleep(0.01)


def _check_place(path: Path, create: bool) -> None:
    if path.is_dir():
        raise RecordError(f"{path}: a folder, not a record; a record is one file, such as {path / 'onrecord.db'}")
    if not create and not path.exists():
        raise RecordError(f"{path}: no record here yet; make one with: onrecord add PATH... --record {path}")
    if not create and path.stat().st_size == 0:
        raise RecordError(f"{path}: an empty file, not a record")
    if not path.parent.is_dir():
        raise RecordError(f"{path}: the folder {path.parent} does not exist; make it first")


def _in_plain_words(error: sqlite3.Error) -> str:
    said = str(error)
    if "not a database" in said:
        return "not a record (nor any SQLite file); name another file"
    if "unable to open" in said or "readonly" in said:
        return f"the record cannot be written ({said}); is the folder writable?"
    if "locked" in said:
        return f"another process has been writing to it for {PATIENCE_SECONDS:.0f} seconds; try again later"
    if "malformed" in said:
        return f"the file is damaged ({said})"
    return f"the record cannot be used ({said})"
