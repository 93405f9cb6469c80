"""What is added is there, once, whole, in whatever order it came; what is not has a reason."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from record_values import everything

from onrecord import Article, Record, Stated
from onrecord.record import Step
from onrecord.record.adding import take

TEXTS = [
    f"“We will not give up the ferry at landing number {n % 3}, whatever the river board may decide,” "
    f"Ilse Dorne told Radio Vellin on Monday.\n\n{name} Marek Hale said that the boats were old."
    for n, name in enumerate(["Captain", "Minister", "Engineer", "Doctor", "Mayor", "Judge"])
]


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """A folder of six files."""
    folder = tmp_path / "stories"
    folder.mkdir()
    for n, text in enumerate(TEXTS):
        (folder / f"{n}.txt").write_text(text)
    return folder


def test_a_folder_goes_in_and_again_is_a_no_op(tmp_path: Path, stories: Path) -> None:
    with Record(tmp_path / "r.db") as record:
        steps: list[Step] = []
        added = record.add(stories, Stated(outlet="The Herald"), steps.append)
        assert (len(added.new), added.known, added.failures) == (6, (), ())
        assert [step.outcome for step in steps] == ["new"] * 6 + ["comparing"]
        before = everything(record)
        again = record.add([stories], Stated(outlet="The Herald"))
        assert (again.new, again.known) == ((), added.new)
        assert everything(record) == before
        assert record.statements and record.utterances and record.passages
        assert {article.outlet for article in record.articles} == {"The Herald"}


def test_a_files_id_is_the_same_wherever_it_lies(tmp_path: Path, stories: Path) -> None:
    moved = tmp_path / "elsewhere"
    moved.mkdir()
    (moved / "0.txt").write_text(TEXTS[0])
    with Record(tmp_path / "r.db") as record:
        [first] = record.add(str(stories / "0.txt")).new
        assert record.add(moved).known == (first,)
        [other] = record.add(moved, Stated(outlet="Lantern")).new
        assert other != first
        assert record.article(first).path == str(stories / "0.txt")
        assert len(first) == 16 and set(first) <= set("0123456789abcdef")


def test_rows_keep_their_id_and_rows_without_one_get_a_stable_one(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text(json.dumps({"id": "one", "text": TEXTS[0]}) + "\n" + json.dumps({"text": TEXTS[1]}) + "\n")
    with Record(tmp_path / "r.db") as record:
        new = record.add(rows).new
        assert "one" in new
        rows.write_text("\n" + rows.read_text())  # each row is a line further down now
        assert record.add(rows).known == new


def test_another_text_under_the_same_id_is_a_failure_and_the_first_is_kept(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text("".join(json.dumps({"id": "one", "text": text}) + "\n" for text in TEXTS[:2]))
    with Record(tmp_path / "r.db") as record:
        [failure] = record.add(rows).failures
        assert "one is already on the record with another text" in str(failure)
        assert str(rows) in str(failure)
        assert [article.text for article in record.articles] == TEXTS[:1]
        assert record.failures == [failure]


def test_what_could_not_be_read_stays_on_the_record_until_it_can(tmp_path: Path, stories: Path) -> None:
    bad, rows = stories / "bad.txt", stories / "rows.jsonl"
    bad.write_text("")
    rows.write_text("no JSON\n" + json.dumps({"id": "row", "text": TEXTS[0] + " More."}) + "\n")
    with Record(tmp_path / "r.db") as record:
        added = record.add(stories)
        assert len(added.new) == 7
        assert [(Path(failure.path).name, failure.line) for failure in record.failures] == [
            ("bad.txt", None),
            ("rows.jsonl", 1),
        ]
        assert record.add(stories / "0.txt").failures == ()
        assert len(record.failures) == 2, "reading another file clears nothing"
        bad.write_text("There is something in it now.")
        record.add(bad)
        assert [Path(failure.path).name for failure in record.failures] == ["rows.jsonl"]
        rows.write_text("")
        rows.unlink()
        record.add(stories)
        assert record.failures == []


def test_an_article_that_cannot_be_written_is_a_failure(tmp_path: Path) -> None:
    with Record(tmp_path / "r.db") as record:
        for article in (Article("a", "half \ud800 a pair"), Article("b", "text", title="\udfff")):
            assert "surrogate" in str(take(record._db, article))
        assert record.articles == []


def test_findings_are_derived_by_whoever_asks_first_after_a_kill(tmp_path: Path) -> None:
    with Record(tmp_path / "whole.db") as whole, Record(tmp_path / "r.db") as record:
        for n, text in enumerate(TEXTS):
            take(whole._db, Article(str(n), text))
            take(record._db, Article(str(n), text))
        assert record._db.rows("SELECT count(*) FROM utterances") == [(0,)]
        assert record.utterances == whole.utterances != []
        assert record._db.rows("SELECT count(*) FROM utterances") != [(0,)]


def test_another_version_derives_anew(tmp_path: Path, stories: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Record(tmp_path / "r.db") as record:
        record.add(stories)
        before = record.utterances
        with record._db.writing():
            record._db.rows("DELETE FROM drift")
            record._db.rows("DELETE FROM sources")
        assert record.sources == [], "the mark says that nothing changed"
        monkeypatch.setattr("onrecord.record.store.__version__", "99")
        assert record.sources != []
        assert record.utterances == before


def test_the_order_of_arrival_changes_nothing(tmp_path: Path, stories: Path) -> None:
    files = sorted(stories.iterdir())
    exports = set()
    for seed in range(4):
        random.Random(seed).shuffle(files)
        with Record(tmp_path / f"{seed}.db") as record:
            record.add(files[:seed])
            record.add(files)
            exports.add(everything(record))
    assert len(exports) == 1
