"""The five articles the project began with, all the way: extraction, copies, origins."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.model import Article, Findings, Statement
from onrecord.pipeline import extract, findings


@pytest.fixture(scope="module")
def read(shared: Path) -> tuple[dict[str, Statement], Findings]:
    paths = sorted((shared / "data" / "seeds").glob("*.txt"))
    articles = [Article(path.name[:3], path.read_bytes().decode()) for path in paths]
    statements = {article.id: extract(article) for article in articles}
    by_id = {statement.id: statement for some in statements.values() for statement in some}
    return by_id, findings(articles, statements)


def test_the_interview_is_one_utterance_a_sentence_and_one_origin(read: tuple[dict[str, Statement], Findings]) -> None:
    _, found = read
    origins = {row.claim: row.origins for row in found.sources}
    thrice = [one for one in found.utterances if {report.article for report in one.reports} == {"001", "003", "004"}]
    assert len(thrice) == 2
    assert {origins[one.id] for one in thrice} == {(1, 1)}
    twice = [one for one in found.utterances if {report.article for report in one.reports} == {"001", "004"}]
    assert len(twice) >= 4


def test_the_ministry_is_one_utterance(read: tuple[dict[str, Statement], Findings]) -> None:
    by_id, found = read
    spoken = [
        one
        for one in found.utterances
        if {report.article for report in one.reports} == {"000", "002"}
        and by_id[one.reports[0].statement].kind == "direct"
        and by_id[one.reports[0].statement].nested_in is None
    ]
    assert spoken
    assert {row.origins for row in found.sources if row.claim in {one.id for one in spoken}} == {(1, 1)}


def test_the_broadcaster_is_lost_on_the_way(read: tuple[dict[str, Statement], Findings]) -> None:
    _, found = read
    rows = [row for row in found.drift if (row.a.article, row.b.article) == ("000", "002")]
    assert {row.change for row in rows} == {"speaker lost", "relay lost", "quotation marks lost"}
    assert len(rows) == len({(row.a, row.change) for row in rows})
    assert "speaker changed" not in {row.change for row in found.drift}
