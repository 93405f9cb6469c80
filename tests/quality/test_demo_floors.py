"""The bundled stories, from files to findings, held to floors that were measured on them.

Lowering a floor is a decision with a reason. The stories and their gold are pinned by a digest: other stories are
other floors.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

import pytest

from gold.compile import Gold, demo_gold, demo_texts, gold_statements
from gold.expected import ExpectedDrift, Place, demo_findings
from onrecord.demo import stories
from onrecord.model import Article, Findings, Statement
from onrecord.pipeline import extract, findings
from onrecord.reading import read_paths
from scoring import Counts, f1, score

DIGEST = "1a429bb6bbe8271a"
CONTENT, SPEAKER = 0.9, 0.83

PAIRS, DRIFT, ORIGINS = 0.9, 0.36, 0.84


@dataclass(frozen=True, slots=True)
class Read:
    """The stories as onrecord reads them, beside their gold; article ids are the gold's."""

    articles: list[Article]
    statements: dict[str, list[Statement]]
    findings: Findings
    gold: dict[str, Gold]

    def report(self, name: str) -> Statement | None:
        """The predicted statement that is the gold's ``article#line``, if it was found."""
        article = name.split("#")[0]
        text = next(a.text for a in self.articles if a.id == article)
        wanted = next(s for s in gold_statements(text, self.gold[article]) if s.id == name)
        place = {i for span in wanted.content for i in range(span.start, span.end)}
        best = max(self.statements[article], key=lambda s: _overlap(place, s), default=None)
        return best if best is not None and _overlap(place, best) >= 0.5 else None


def _overlap(place: set[int], statement: Statement) -> float:
    other = {i for span in statement.content for i in range(span.start, span.end)}
    return len(place & other) / len(place | other)


@pytest.fixture(scope="module")
def read() -> Read:
    articles = [
        replace(article, id=Path(article.path or "").stem)
        for article in read_paths([str(stories())])
        if isinstance(article, Article)
    ]
    statements = {article.id: extract(article) for article in articles}
    return Read(articles, statements, findings(articles, statements), demo_gold())


def test_the_floors_were_measured_on_these_stories() -> None:
    digest = hashlib.sha256()
    for path in sorted([*stories().rglob("*.*"), *(Path(__file__).parents[1] / "gold" / "demo").glob("*")]):
        if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".py":
            digest.update(path.name.encode() + path.read_bytes())
    assert digest.hexdigest()[:16] == DIGEST


def test_statements_and_speakers(read: Read) -> None:
    texts = demo_texts()
    total = Counts()
    for article, gold in read.gold.items():
        total += score(texts[article], gold, read.statements[article])
    assert f1(total.found, total) >= CONTENT
    assert f1(total.speaker, total) >= SPEAKER


def _pairs(read: Read, names: list[str]) -> Iterator[tuple[str, str]]:
    """Pairs of predicted statements that are the gold's reports ``names``, in different articles."""
    found = [s for name in names if (s := read.report(name)) is not None]
    return ((a.id, b.id) for a, b in combinations(found, 2) if a.article != b.article)


def test_reports_of_one_utterance_are_together_and_others_apart(read: Read) -> None:
    together = {r.statement: u.id for u in read.findings.utterances for r in u.reports}
    wanted = [
        pair
        for group in demo_findings()["utterances"]
        if not group.get("hard")
        for reports in group.get("split", [group["reports"]])
        for pair in _pairs(read, reports)
    ]
    right = sum(together[a] == together[b] for a, b in wanted)
    assert right >= PAIRS * len(wanted)
    for apart in demo_findings()["apart"]:
        for a, b in _pairs(read, apart["reports"]):
            assert together[a] != together[b], apart["why"]


def test_origins_are_ranges_that_overlap_the_hand_made_ones(read: Read) -> None:
    sources = {s.claim: s for s in read.findings.sources}
    utterance = {r.statement: u.id for u in read.findings.utterances for r in u.reports}
    checked = right = 0
    for group in demo_findings()["utterances"]:
        found = [s for name in group["reports"] if (s := read.report(name)) is not None]
        if len(found) < 2:
            continue
        low, high = sources[utterance[found[0].id]].origins
        checked += 1
        right += low <= group["origins"][1] and high >= group["origins"][0] and (low, high) == tuple(group["origins"])
    assert right >= ORIGINS * checked


def _side(read: Read, place: Place) -> tuple[str, int, int] | None:
    """Where one side of an expected drift stands."""
    if "report" in place:
        statement = read.report(place["report"])
        return (statement.article, statement.start, statement.end) if statement else None
    text = next(a.text for a in read.articles if a.id == place["article"])
    start = text.index(place["words"])
    return place["article"], start, start + len(place["words"])


def _reported(read: Read, expected: ExpectedDrift) -> bool:
    a, b = _side(read, expected["a"]), _side(read, expected["b"])
    if a is None or b is None:
        return False
    return any(
        row.change in expected["change"]
        and row.a.article == a[0]
        and row.b.article == b[0]
        and min(row.a.end, a[2]) > max(row.a.start, a[1])
        and min(row.b.end, b[2]) > max(row.b.start, b[1])
        for row in read.findings.drift
    )


def test_what_changed_on_the_way_is_reported(read: Read) -> None:
    wanted = [drift for drift in demo_findings()["drift"] if not drift.get("optional")]
    missed = [drift["why"] for drift in wanted if not _reported(read, drift)]
    assert len(wanted) - len(missed) >= DRIFT * len(wanted), missed
