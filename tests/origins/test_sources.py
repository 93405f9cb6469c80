from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copies.making import article, named, statement
from onrecord.copies import passages, utterances
from onrecord.model import Article, Link, Sources, Statement
from onrecord.origins import sources

QUILL = named("Ada Quill")
WORDS = "We will open the quay to every fishing boat of Norland before winter comes"
AROUND = "It was the first time that anybody from the harbour office spoke of it in public."
Pair = tuple[Article, list[Statement]]


def found(*pairs: Pair) -> list[Sources]:
    articles = [where for where, _ in pairs]
    shared = passages({where.id: where.text for where in articles})
    statements = {where.id: some for where, some in pairs}
    return sources(articles, statements, shared, utterances(articles, statements, shared))


def one(id: str, text: str = "“{}” – {}.", by: object = QUILL, outlet: str | None = "", **known: object) -> Pair:
    origin = known.pop("origin", None)
    outlet = f"The {id} Post" if outlet == "" else outlet
    where = Article(id, text.format(WORDS, id), outlet=outlet, origin=origin)  # type: ignore[arg-type]
    return where, [statement(where, "1", WORDS, by=by, **known)]  # type: ignore[arg-type]


COPY = "{}. " + AROUND + " {}"
SUND = {"venue": "a live interview with Radio Sund"}


@pytest.mark.parametrize(
    ("pairs", "origins"),
    [
        # a singleton
        ([one("a")], (1, 1)),
        ([one("a", by=None)], (0, 1)),
        ([one("a", by=named("an aide", "anonymous"))], (0, 1)),
        ([one("a", by=named("an aide", "anonymous"), relay=("Radio Sund",))], (1, 1)),
        # the same words with the same attribution
        ([one("a"), one("b")], (1, 1)),
        # one interview, named by two, copied by a third
        ([one("a", COPY, **SUND), one("b", **SUND), one("c", COPY)], (1, 1)),
        ([one("a", COPY, **SUND), one("b", venue="a live interview with Sund"), one("c", COPY, by=None)], (1, 1)),
        # a report that names nobody but prints the words has them from the same mouth
        ([one("a", **SUND), one("b", by=None)], (1, 1)),
        # two named origins that may be one
        ([one("a", **SUND), one("b", venue="a speech in Ellery")], (1, 2)),
        ([one("a", **SUND), one("b", venue="an interview")], (1, 1)),
        # credits and relays fall together with their origin
        ([one("a", origin="Norland News Agency"), one("b", origin="Norland News Agency")], (1, 1)),
        ([one("a", COPY, **SUND), one("b", COPY, origin="Norland News Agency")], (1, 1)),
        ([one("a", relay=("Radio Sund",)), one("b", **SUND)], (1, 1)),
        # nobody says where it comes from: one unknown origin, not invented
        ([one("a", COPY, by=None), one("b", COPY, by=None)], (0, 1)),
        ([one("a", by=None), one("b", by=None)], (0, 1)),
    ],
)
def test_how_many_origins(pairs: list[Pair], origins: tuple[int, int]) -> None:
    (row,) = found(*pairs)
    assert row.origins == origins
    assert row.articles == len(pairs)


def test_the_chain_and_the_reasons_of_a_copied_interview() -> None:
    (row,) = found(one("a", COPY, **SUND), one("b", **SUND), one("c", COPY, by=None))
    assert row.chain == (
        Link("a live interview with Radio Sund", "a", "names it"),
        Link("a live interview with Radio Sund", "b", "names it"),
        Link("a", "c", "shares its words"),
    )
    assert row.reasons == (
        "3 articles, 3 outlets",
        "“a live interview with Radio Sund” is named by 2",
        "c shares 30 words with a",
    )


def test_a_report_that_names_nobody_and_shares_no_passage_may_be_another_origin() -> None:
    """Bracketed insertions make the runs too short for a passage, though the words are the same."""
    a, (b, _) = one("a", **SUND), one("b", by=None)
    broken = WORDS.replace("every fishing", "every [single] fishing").replace("the quay", "the [north] quay")
    where = Article("b", f"“{broken}” – b.", outlet=b.outlet)
    (row,) = found(a, (where, [statement(where, "1", broken, by=None)]))
    assert row.origins == (1, 2)
    assert "b names nobody and adds nothing to the low count" in row.reasons


def test_unknown_is_said_to_be_unknown() -> None:
    (row,) = found(one("a", COPY, by=None), one("b", COPY, by=None))
    assert {link.how for link in row.chain} == {"unknown"}
    assert "no report names anybody" in row.reasons


def test_outlets_by_name_and_unknown_ones_by_article() -> None:
    (row,) = found(
        one("a", outlet="Sund Post"), one("b", outlet="SUND POST"), one("c", outlet=None), one("d", outlet=None)
    )
    assert (row.articles, row.outlets) == (4, 3)


def test_every_utterance_has_its_row_in_order() -> None:
    a = article("a", f"“{WORDS},” said Quill. “Nobody asked the council for it,” said Marsh.")
    some = [
        statement(a, "1", WORDS, by=QUILL),
        statement(a, "2", "Nobody asked the council for it", by=named("Bo Marsh")),
    ]
    rows = found((a, some))
    assert len(rows) == 2
    assert [row.claim for row in rows] == sorted(row.claim for row in rows)


@settings(max_examples=40, deadline=None)
@given(st.randoms(use_true_random=False))
def test_order_changes_nothing(random: Random) -> None:
    pairs = [one("a", COPY, **SUND), one("b", origin="Norland News Agency"), one("c", COPY, by=None), one("d", by=None)]
    straight = found(*pairs)
    random.shuffle(pairs)
    assert found(*pairs) == straight
