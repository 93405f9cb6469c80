"""What goes into a record comes back as it was, and words are stored once."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from record_values import FINDINGS, HERALD, LANTERN, LEAVE, NEVER, SNOW, filled

from onrecord import Article, NotOnRecord, Record, RecordError, Span, Speaker, Statement
from onrecord.record.adding import store_article
from onrecord.record.findings import store_findings


def test_everything_comes_back_as_it_went_in(tmp_path: Path) -> None:
    filled(tmp_path / "r.db").close()
    with Record(tmp_path / "r.db") as record:
        assert record.articles == [HERALD, LANTERN]
        assert record.statements == [LEAVE, SNOW, NEVER]
        assert record.statements_by_article == {"herald": [LEAVE, SNOW], "lantern": [NEVER]}
        assert record.findings == FINDINGS
        assert record.reports(FINDINGS.utterances[0]) == [LEAVE, NEVER]
        assert record.sources_of(reversed(FINDINGS.utterances)) == list(reversed(FINDINGS.sources))
        assert record.article("lantern") == LANTERN
        assert record.articles_of([NEVER, NEVER]) == [LANTERN]


def test_an_article_that_is_not_there_is_told(tmp_path: Path) -> None:
    with filled(tmp_path / "r.db") as record, pytest.raises(NotOnRecord, match="nowhere"):
        record.article("nowhere")


@pytest.mark.parametrize("words", ["We will not leave", "expects snow", "never leave"])
def test_the_words_of_a_statement_are_stored_once(tmp_path: Path, words: str) -> None:
    filled(tmp_path / "r.db").close()
    db = sqlite3.connect(tmp_path / "r.db")
    tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    holding = []
    for table in tables:
        if table != "statement_index":  # reads the view, holds nothing itself; its shadow tables are looked at
            holding += [table for line in db.execute(f"SELECT * FROM {table}") if words in repr(line)]
    assert holding == ["articles"]
    db.close()


def test_a_speaker_is_shown_under_the_spelling_most_used_whichever_came_first(tmp_path: Path) -> None:
    text = "one two three"
    names = ["Dörne", "Dorne", "Dorne"]
    for order in (names, names[::-1]):
        with Record(tmp_path / f"{order[0]}.db") as record:
            with record._db.writing():
                store_article(
                    record._db,
                    Article("a", text),
                    [
                        Statement(
                            f"a:{i}", "a", "direct", (Span.of(text, 0, 3),), speaker=Speaker("p:d", name, "person")
                        )
                        for i, name in enumerate(order)
                    ],
                )
            assert record.speakers == [(Speaker("p:d", "Dorne", "person"), 3, 1)]


def test_findings_go_in_whole_or_not_at_all(tmp_path: Path) -> None:
    with filled(tmp_path / "r.db") as record:
        twice = FINDINGS.utterances * 2
        with pytest.raises(RecordError, match="UNIQUE"):
            store_findings(record._db, type(FINDINGS)(utterances=twice), "mark")
        assert record.findings == FINDINGS


def test_a_statement_that_refers_to_none_is_refused(tmp_path: Path) -> None:
    lost = Statement("x:1", "x", "direct", (Span.of("text", 0, 4),), continues="x:9")
    with Record(tmp_path / "r.db") as record:
        with pytest.raises(RecordError, match="FOREIGN KEY"), record._db.writing():
            store_article(record._db, Article("x", "text"), [lost])
        assert record.articles == []
        assert record.statements == []


@settings(max_examples=20, deadline=None)
@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=60), st.data())
def test_any_text_and_any_spans_come_back(
    tmp_path_factory: pytest.TempPathFactory, text: str, data: st.DataObject
) -> None:
    ends = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(ends, ends).map(sorted), min_size=1, max_size=3))
    content = tuple(Span.of(text, start, end) for start, end in spans)
    statement = Statement("a:1", "a", "mixed", content, source=content[0])
    with Record(tmp_path_factory.mktemp("any") / "r.db") as record:
        with record._db.writing():
            store_article(record._db, Article("a", text), [statement])
        assert record.statements == [statement]
        assert record.articles[0].text == text
