"""Words find statements, whatever is typed; words and ids find utterances."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from record_values import filled

from onrecord import Article, BadInput, Findings, Record, Report, Span, Statement, Utterance, __version__
from onrecord.record.adding import store_article
from onrecord.record.findings import current_mark, store_findings
from onrecord.record.searching import fts_query, terms


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with filled(tmp_path_factory.mktemp("search") / "r.db") as made:
        yield made


def ids(record: Record, words: str, **asked: str) -> list[str]:
    return sorted(statement.id for statement in record.search(words, **asked))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("leave", ["herald:1", "lantern:1"]),
        ("LEAVE sarn", ["herald:1", "lantern:1"]),  # no case, no accents
        ("leave not", ["herald:1"]),  # all of them, in any order
        ('"not leave"', ["herald:1"]),  # together
        ("“leave not”", []),
        ('leave "the sarn', ["herald:1", "lantern:1"]),  # left open
        ("dorne", ["herald:1"]),  # the source's words count
        ("AND", []),
        ("leave OR snow", []),
        ("leav*", []),
        ("words:leave", []),
        ("leave -sarn", ["herald:1", "lantern:1"]),
        ("expects", []),  # the cue is no content
    ],
)
def test_words_find_statements(record: Record, words: str, found: list[str]) -> None:
    assert ids(record, words) == found


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(max_size=40), st.text("\"'*^():{}+-. aANDORTNE~\0", max_size=40)))
def test_nothing_typed_is_a_syntax_error(record: Record, words: str) -> None:
    try:
        record.search(words)
        record.find_utterances(words)
    except BadInput:
        assert not terms(words)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"speaker": "ilse"}, ["herald:1", "herald:2"]),
        ({"speaker": "DORNE", "kind": "indirect"}, ["herald:2"]),
        ({"outlet": "lantern"}, ["lantern:1"]),
        ({"since": "2031-03-03"}, ["herald:2", "lantern:1"]),  # herald:1 was said the day before its article
        ({"until": "2031-03"}, ["herald:1", "herald:2"]),
        ({"since": "2031", "until": "2031"}, ["herald:1", "herald:2", "lantern:1"]),
        ({"until": "2030"}, []),
        ({"kind": "mixed"}, []),
    ],
)
def test_filters_narrow_the_choice(record: Record, asked: dict[str, str], found: list[str]) -> None:
    assert ids(record, "", **asked) == found


@pytest.mark.parametrize("day", ["yesterday", "2031-3-4", "20310304", ""])
def test_a_day_that_is_none_is_told(record: Record, day: str) -> None:
    with pytest.raises(BadInput, match="not a day"):
        record.search("leave", since=day)


@pytest.mark.parametrize("words", ["…", "?!", '""'])
def test_words_without_a_letter_are_told(record: Record, words: str) -> None:
    with pytest.raises(BadInput, match="letter or digit"):
        record.search(words)
    with pytest.raises(BadInput, match="words of it, or an id"):
        record.find_utterances(words)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("u2", ["u2"]),
        ("lantern:1", ["u1"]),
        ("leave", ["u1"]),
        ("dorne", ["u1"]),
        ("snow", ["u2"]),
        ("we will certainly not leave the sarn", ["u1"]),  # most of the words
        ("certainly not", []),  # too few for that
        ("they would rather sell the whole sarn tomorrow", []),
    ],
)
def test_words_and_ids_find_utterances(record: Record, asked: str, found: list[str]) -> None:
    assert [utterance.id for utterance in record.find_utterances(asked)] == found


def test_the_most_reported_utterance_comes_first(tmp_path: Path) -> None:
    texts = {"a": "The ferry.", "b": "The old ferry of the two rivers.", "c": "The old ferry of the two rivers."}
    told = {key: Statement(key, key, "direct", (Span.of(text, 0, len(text)),)) for key, text in texts.items()}
    findings = Findings(
        utterances=(
            Utterance("u1", None, (Report("a", "a", "verbatim"),)),
            Utterance("u2", None, (Report("b", "b", "verbatim"), Report("c", "c", "verbatim"))),
        )
    )
    with Record(tmp_path / "r.db") as made:
        with made._db.writing():
            for key, text in texts.items():
                store_article(made._db, Article(key, text), [told[key]])
        store_findings(made._db, findings, current_mark(made._db, __version__))
        assert made.search("ferry")[0].id == "a", "the shortest is the best match"
        assert [one.id for one in made.find_utterances("ferry")] == ["u2", "u1"]


def test_a_page_of_words_is_cut_to_a_query() -> None:
    assert len(terms("word " * 5000)) == 64
    assert fts_query(["a b", 'c"d']) == '"a b" AND "c d"'
