"""A record opens, or says in a sentence why it does not."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from record_values import FINDINGS, filled

from onrecord import NewerRecord, Record, RecordError
from onrecord.record.schema import APPLICATION_ID, MIGRATIONS


def test_a_new_record_is_a_wal_database_of_the_newest_form(tmp_path: Path) -> None:
    with Record(tmp_path / "r.db") as record:
        assert record._db.version == len(MIGRATIONS)
        assert record._db.rows("PRAGMA journal_mode") == [("wal",)]
        assert record._db.rows("PRAGMA foreign_keys") == [(1,)]
        assert record._db.rows("PRAGMA application_id") == [(APPLICATION_ID,)]
        assert record.articles == record.statements == record.utterances == record.failures == []


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="a folder, not a record"):
        Record(tmp_path)


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear reader, " * 100)
    with pytest.raises(RecordError, match=r"letter\.txt: not a record"):
        Record(path)
    assert path.read_text() == "Dear reader, " * 100


def test_another_programs_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "theirs.db"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE theirs (x)")
    db.close()
    before = path.read_bytes()
    with pytest.raises(RecordError, match="another program"):
        Record(path)
    assert path.read_bytes() == before


def test_a_record_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with Record(path) as record:
        record._db.rows(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    with pytest.raises(NewerRecord, match="upgrade onrecord"):
        Record(path)


def test_without_create_nothing_is_made(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match=r"no record here yet; make one with: onrecord add"):
        Record(tmp_path / "r.db", create=False)
    (tmp_path / "empty").touch()
    with pytest.raises(RecordError, match="empty file"):
        Record(tmp_path / "empty", create=False)
    assert [path.name for path in tmp_path.iterdir()] == ["empty"]


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match=r"folder .*none does not exist"):
        Record(tmp_path / "none" / "r.db")


def test_a_place_that_cannot_be_written_is_told() -> None:
    place = Path("/proc/self/onrecord.db")  # a folder in which nobody, not even root, can make a file
    if not place.parent.is_dir():
        pytest.skip("no /proc here")
    with pytest.raises(RecordError, match="cannot be"):
        Record(place)


def test_a_damaged_record_is_told_not_thrown(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    filled(path).close()
    content = bytearray(path.read_bytes())
    content[4096:] = b"\x99" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(RecordError), Record(path) as record:
        assert record.articles


def test_two_may_read_while_one_writes(tmp_path: Path) -> None:
    with filled(tmp_path / "r.db") as writer, Record(tmp_path / "r.db") as reader, writer._db.writing():
        writer._db.rows("DELETE FROM drift")
        assert reader.drift == list(FINDINGS.drift)


def test_a_migration_goes_in_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "r.db"
    filled(path).close()
    halfway = (*MIGRATIONS, ("CREATE TABLE later (x)", "CREATE TABLE articles (x)"))
    monkeypatch.setattr("onrecord.record.database.MIGRATIONS", halfway)
    with pytest.raises(RecordError, match="articles"):
        Record(path)
    whole = (*MIGRATIONS, ("CREATE TABLE later (x)",))
    monkeypatch.setattr("onrecord.record.database.MIGRATIONS", whole)
    with Record(path) as record:
        assert record._db.version == len(MIGRATIONS) + 1
        assert record._db.rows("SELECT * FROM later") == []
        assert record.findings == FINDINGS
