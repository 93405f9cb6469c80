from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copies.making import article, named, statement
from onrecord.copies import drift, passages
from onrecord.model import Article, Drift, Label, Statement

QUILL = named("Ada Quill")
MARSH = named("Bo Marsh")
SUND = named("Radio Sund", "organisation")
Pair = tuple[Article, list[Statement]]

FIRST = (
    "Norland has so far refused to lower its fees for foreign boats and has said that any cut of the fees would ruin "
    "its smaller harbours. The islands have been asking for a common tariff since the spring of last year."
)
SECOND = (
    "And at the start of the talks in Ellery, Bo Marsh said that the mainland should pay for the new breakwater alone. "
    "The harbour spokeswoman Ada Quill said Monday that {}closing the quay, let alone selling it, would end two "
    "hundred years of fishing in the sound.{}"
)
CUT = "any cut of the fees would ruin its smaller harbours"
PAY = "the mainland should pay for the new breakwater alone"
CLOSE = "closing the quay, let alone selling it, would end two hundred years of fishing in the sound."


def found(*pairs: Pair) -> list[Drift]:
    articles = [where for where, _ in pairs]
    shared = passages({where.id: where.text for where in articles})
    return drift(articles, {where.id: some for where, some in pairs}, shared)


def told(*pairs: Pair) -> set[tuple[str, str, str | None, str, str | None]]:
    return {(row.change, row.a.article, row.a.speaker, row.b.article, row.b.speaker) for row in found(*pairs)}


def broadcast() -> list[Pair]:
    """A broadcaster quoted in full over two paragraphs, and the same paragraphs without it."""
    inner = SECOND.format("‘", "’")
    a = article("a", f"The talks failed. Radio Sund reported:\n\n“{FIRST}\n\n“{inner}”\n\nNothing was signed.")
    b = article("b", f"It was a cold day in the port.\n\n{FIRST}\n\n{SECOND.format('“', '”')}\n\nBoats stayed in.")
    relay = ("Radio Sund",)
    whole = [
        statement(a, "1", FIRST, by=SUND, source="Radio Sund"),
        statement(a, "2", inner, by=None, continues="a/1"),
        statement(a, "3", CUT, by=named("Norland", "country"), kind="indirect", relay=relay, nested_in="a/1"),
        statement(a, "4", PAY, by=MARSH, kind="indirect", relay=relay, nested_in="a/2"),
        statement(a, "5", CLOSE, by=QUILL, kind="mixed", relay=relay, nested_in="a/2"),
    ]
    rest = [
        statement(b, "1", CUT, by=named("Norland", "country"), kind="indirect"),
        statement(b, "2", PAY, by=MARSH, kind="indirect"),
        statement(b, "3", CLOSE, by=QUILL, kind="mixed"),
    ]
    return [(a, whole), (b, rest)]


def test_a_broadcaster_lost_on_the_way() -> None:
    (a, _), (b, _) = pairs = broadcast()
    rows = found(*pairs)
    assert sorted((row.change, row.a.speaker, row.b.speaker) for row in rows if row.b.speaker) == [
        ("relay lost", "Ada Quill", "Ada Quill"),
        ("relay lost", "Bo Marsh", "Bo Marsh"),
        ("relay lost", "Norland", "Norland"),
    ]
    lost = [row for row in rows if row.b.speaker is None]
    assert {(row.change, row.a.speaker) for row in lost} == {
        ("speaker lost", "Radio Sund"),
        ("quotation marks lost", "Radio Sund"),
    }
    assert len(rows) == len({(row.a, row.change) for row in rows})
    for row in rows:
        assert (row.a.article, row.b.article) == ("a", "b")
        assert a.text[row.a.start : row.a.end][:20] == b.text[row.b.start : row.b.end][:20]


WORDS = "We will open the quay to every fishing boat of Norland before winter comes"
PROSE = "The harbour was quiet on the day the council met to talk about it."


def pair(a: str, b: str, a_by: object, b_by: object, a_words: str = WORDS, b_words: str = WORDS) -> list[Pair]:
    where_a, where_b = article("a", a), article("b", b)
    some_a = [statement(where_a, "1", a_words, by=a_by)] if a_by else []  # type: ignore[arg-type]
    some_b = [statement(where_b, "1", b_words, by=b_by)] if b_by else []  # type: ignore[arg-type]
    return [(where_a, some_a), (where_b, some_b)]


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        (pair(f"“{WORDS},” said Quill.", f"“{WORDS},” Quill said.", QUILL, QUILL), set()),
        (
            pair(f"“{WORDS},” said Quill.", f"{PROSE} {WORDS}, it is thought.", QUILL, None),
            {("speaker lost", "a", "Ada Quill", "b", None), ("quotation marks lost", "a", "Ada Quill", "b", None)},
        ),
        # the other article names her: that no statement was found there is no drift
        (pair(f"“{WORDS},” said Quill.", f"“{WORDS},” says Ada Quill.", QUILL, None), set()),
        (
            pair(f"“{WORDS},” said Quill.", f"“{WORDS},” Bo Marsh said.", QUILL, MARSH),
            {("speaker changed", "b", "Bo Marsh", "a", "Ada Quill")},
        ),
        # a role is no other speaker
        (
            pair(f"“{WORDS},” said Quill.", f"“{WORDS},” an aide said.", QUILL, named("an aide", "anonymous")),
            set(),
        ),
        (
            pair(f"“{WORDS},” said Quill.", f"{WORDS}, according to Quill.", QUILL, QUILL),
            {("quotation marks lost", "a", "Ada Quill", "b", "Ada Quill")},
        ),
        (
            pair(f"{WORDS}, according to Quill.", f"It is written: “{WORDS}.”", QUILL, None),
            {("speaker lost", "a", "Ada Quill", "b", None), ("quotation marks gained", "a", "Ada Quill", "b", None)},
        ),
    ],
)
def test_what_changed(pairs: list[Pair], expected: set[tuple[str, str, str | None, str, str | None]]) -> None:
    assert told(*pairs) == expected


HALVES = "The council will build {} of them along the northern shore, and it will pay for all of this {} year alone"


def test_words_changed_inside_quotation_marks() -> None:
    one, other = HALVES.format("thirty", "next"), HALVES.format("forty", "next")
    pairs = pair(f"“{one},” said Quill.", f"“{other},” Quill said.", QUILL, QUILL, one, other)
    # the run before the changed word is too short to be shared: nothing to lay beside each other
    assert told(*pairs) == set()
    one, other = HALVES.format("thirty", "next"), HALVES.format("thirty", "this very")
    longer = (
        one + " and nobody in the whole of the sound will be asked to give",
        other + " and nobody in the whole of the sound will be asked to give",
    )
    pairs = pair(f"“{longer[0]},” said Quill.", f"“{longer[1]},” Quill said.", QUILL, QUILL, *longer)
    assert {row[0] for row in told(*pairs)} == {"words changed"}


def test_a_quotation_broken_by_its_cue_is_no_change_of_words() -> None:
    one = HALVES.format("thirty", "next")
    left, right = " ".join(one.split()[:11]), " ".join(one.split()[11:])
    a = article("a", f"“{left},” Quill told reporters, “{right}.”")
    b = article("b", f"“{one},” Quill said.")
    some = [statement(a, "1", left, right, by=QUILL)], [statement(b, "1", one, by=QUILL)]
    assert found((a, some[0]), (b, some[1])) == []


def test_an_editors_insertion_is_no_change_of_words() -> None:
    one = HALVES.format("thirty", "next") + " and nobody in the whole of the sound will be asked to give"
    other = one.replace("this next", "this [coming] next")
    assert one != other
    pairs = pair(f"“{one},” said Quill.", f"“{other},” Quill said.", QUILL, QUILL, one, other)
    assert told(*pairs) == set()


def test_furniture_does_not_drift() -> None:
    (a, some), (b, _) = pair(f"“{WORDS},” said Quill.", f"{PROSE} {WORDS}, it is thought.", QUILL, None)
    start = b.text.index(WORDS)
    labelled = Article("b", b.text, labels=(Label(start, start + len(WORDS), "comment"),))
    assert told((a, some), (labelled, [])) == set()


def test_a_relay_that_speaks_is_no_other_speaker() -> None:
    a = article("a", f"“{WORDS},” Quill told Radio Sund.")
    b = article("b", f"“{WORDS},” reported Sund, the station.")
    some = [statement(a, "1", WORDS, by=QUILL, relay=("Radio Sund",))]
    assert told((a, some), (b, [statement(b, "1", WORDS, by=SUND)])) == set()


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False))
def test_order_changes_nothing(random: Random) -> None:
    pairs = [*broadcast(), (article("c", f"{FIRST} {WORDS}"), [])]
    straight = found(*pairs)
    random.shuffle(pairs)
    assert found(*[(where, random.sample(some, len(some))) for where, some in pairs]) == straight
