"""The gold of the demo stories compiles, scores itself in full, and points only to what is there."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from gold.compile import GoldError, compile_gold, demo_gold, demo_texts, gold_statements
from gold.expected import demo_findings
from onrecord.model import Change, Span, Statement
from scoring import Counts, f1, same_name, score

TEXTS = demo_texts()
GOLD = demo_gold()
ARTICLES = sorted(GOLD)
EXPECTED = demo_findings()


def reports() -> dict[str, Statement]:
    return {s.id: s for name in ARTICLES for s in gold_statements(TEXTS[name], GOLD[name])}


def shifted(statement: Statement, text: str, by: int) -> Statement:
    moved = (Span.of(text, span.start + by, min(span.end + by, len(text))) for span in statement.content)
    return replace(statement, content=tuple(moved))


def test_every_article_has_gold() -> None:
    assert sorted(TEXTS) == ARTICLES
    assert all(GOLD[name]["statements"] for name in ARTICLES)


@pytest.mark.parametrize("name", ARTICLES)
def test_gold_scores_itself_in_full(name: str) -> None:
    counts = score(TEXTS[name], GOLD[name], gold_statements(TEXTS[name], GOLD[name]))
    assert counts.gold > 5
    assert f1(counts.found, counts) == f1(counts.speaker, counts) == f1(counts.source, counts) == 1.0
    assert (counts.nested_right, counts.continued_right) == (counts.nested, counts.continued)
    assert counts.relay_right == counts.relay


@pytest.mark.parametrize("name", ARTICLES)
def test_shifted_gold_scores_less(name: str) -> None:
    moved = [shifted(s, TEXTS[name], 60) for s in gold_statements(TEXTS[name], GOLD[name])]
    counts = score(TEXTS[name], GOLD[name], moved)
    assert f1(counts.found, counts) < 0.7


def test_nobody_is_not_somebody() -> None:
    name = "02_calveran-ledger"
    spoken = gold_statements(TEXTS[name], GOLD[name])
    mayor = next(s.speaker for s in spoken if s.speaker and s.speaker.type == "person")
    wrong = [replace(s, speaker=mayor, source=None) for s in spoken]
    counts = score(TEXTS[name], GOLD[name], wrong)
    assert counts.found == counts.gold
    assert counts.speaker < counts.gold / 4
    assert counts.source == 0


def test_what_is_nobodys_loss() -> None:
    text = 'Rain "soon"\nIt will rain soon, said Ada Quill. Some think so.'
    gold = compile_gold(
        "a",
        text,
        """1 | P1 | - | - | Rain "soon | Ada Quill ; person | predict | repeats=2
2 | P2 | Ada Quill | said | It will rain soon, | Ada Quill ; person | predict | -
3 | P2 | Some | think | so | some ; group | believe | low""",
    )
    headline, body, some = gold_statements(text, gold)
    assert score(text, gold, [body]) == Counts(gold=1, predicted=1, found=1, speaker=1, source=1)
    assert score(text, gold, [body, some, headline]) == score(text, gold, [body])
    assert score(text, gold, [replace(headline, repeats=None)]) == Counts(gold=1)


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("1 | P1 | Ada | said | snow | Ada ; person | say | -", "not in the paragraph"),
        ("1 | P1 | Ada | said | rain | Ada ; person | say | -", "occurs 2 times"),
        ("1 | P2 | Ada | said | rain | Ada ; person | say | -", "no paragraph 2"),
        ("1 | P1 | Ada | said | rain#2 | Ada ; person | say | nested=9", "no line"),
        ("1 | P1 | Ada | said | rain#2 | Ada ; person | sing | -", "no such type or act"),
        ("1 | P1 | Ada | said | rain#2 | Ada ; person | say | mood=glum", "no such extra"),
        ("1 | P1 | Ada | said | rain#2 | Ada ; person | say", "fields"),
    ],
)
def test_wrong_gold_does_not_compile(line: str, complaint: str) -> None:
    with pytest.raises(GoldError, match=complaint):
        compile_gold("a", "In the rain Ada said rain", line)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Lučan Berešić", "Lucan Beresic", True),
        ("Berešić", "Lucan Beresic", True),
        ("the Interior Ministry", "Interior Ministry", True),
        ("Per Östlind", "Ragna Sólvik", False),
        ("Tarsenia", "", False),
    ],
)
def test_same_name(a: str, b: str, same: bool) -> None:
    assert same_name(a, b) is same


def test_findings_name_real_reports() -> None:
    known = reports()
    named = [r for group in EXPECTED["utterances"] for r in (*group["reports"], *group.get("may_include", ()))]
    named += [r for group in EXPECTED["apart"] for r in group["reports"]]
    named += [claim["report"] for claim in EXPECTED["no_origin"]]
    assert [name for name in named if name not in known] == []
    assert [name for name in named if known[name].repeats] == []


def test_utterances_are_in_two_articles_with_a_range() -> None:
    for group in EXPECTED["utterances"]:
        members = group["reports"]
        assert len({name.partition("#")[0] for name in members}) >= 2
        low, high = group["origins"]
        assert 0 <= low <= high <= len(members)
        parts = group.get("split", [members])
        assert sorted(name for part in parts for name in part) == sorted(members)


def test_drift_names_real_words() -> None:
    known = reports()
    for drift in EXPECTED["drift"]:
        for place in (drift["a"], drift["b"]):
            assert "report" in place or TEXTS[place["article"]].count(place["words"]) == 1
            assert "report" not in place or place["report"] in known
        assert drift["change"]
        assert set(drift["change"]) <= set(get_args(Change))


def test_gold_is_of_its_articles() -> None:
    assert [gold["id"] for gold in GOLD.values()] == list(GOLD)
