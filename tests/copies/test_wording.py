from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.copies import differences
from onrecord.copies.wording import compare, normal_words, printed_words, wording_of

FULL = "Let's open the quay to the Norlanders [the fishing fleet], so that we can trade again as soon as possible"

texts = st.text(alphabet=st.sampled_from("ab \n\t“”'é"), max_size=40)


@given(texts, texts)
def test_differences_put_together_are_the_texts(fullest: str, report: str) -> None:
    pieces = differences(fullest, report)
    assert "".join(piece.text for piece in pieces if piece.kind != "dropped") == report
    kept = "".join(piece.text for piece in pieces if piece.kind != "added")
    assert kept.split() == fullest.split()


@given(texts)
def test_no_difference_from_itself(text: str) -> None:
    assert {piece.kind for piece in differences(text, text)} <= {"same"}


def test_differences_for_a_reader() -> None:
    pieces = [(piece.kind, piece.text) for piece in differences("We will open it soon", "We may then open it")]
    assert pieces == [
        ("same", "We "),
        ("dropped", "will "),
        ("added", "may then "),
        ("same", "open it"),
        ("dropped", " soon"),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Let us wait", "“Let’s wait”"),
        ("we do not know", "We don’t know"),
        ("we havent met", "We haven't met"),
        ("we cannot stay", "We can't stay"),
        ("against the Front [FLN]", "against the Front (Norland Front)"),
        ("real-time maps", "real time maps"),
        ("Mevra Çeliş's boat", "Mevra Celis' boat"),
        ("three boats", "3 boats"),
        ("1,200 boats", "1200 boats"),
        ("ten per cent", "10%"),
    ],
)
def test_two_prints_of_the_same_words_are_equal(one: str, other: str) -> None:
    assert normal_words(one) == normal_words(other)


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("we will open the quay", "we will not open the quay", "negation"),
        ("it cost 30 million crowns", "it cost 40 million crowns", "number"),
        ("it cost 30 million crowns", "it cost about 30 million crowns", None),
        ("never was a better harbour, not in the north, nobody denies it", "never was a better harbour", None),
    ],
)
def test_a_number_or_a_not_that_differs_is_a_clash(one: str, other: str, clash: str | None) -> None:
    assert compare(normal_words(one), normal_words(other)).clash == clash


@pytest.mark.parametrize(
    ("report", "quoted", "wording"),
    [
        ("“Let us open the quay to the Norlanders, so that we can trade again as soon as possible”", True, "verbatim"),
        ("Let's open the quay to the Norlanders", True, "trimmed"),
        ("Let's open the quay … as soon as possible", True, "trimmed"),
        ("Let's open the port to the Norlanders, so that we can trade again", True, "edited"),
        ("the quay should be opened to the Norlanders for trade", False, "paraphrase"),
    ],
)
def test_how_a_report_stands_to_the_fullest(report: str, quoted: bool, wording: str) -> None:
    assert wording_of(normal_words(report), normal_words(FULL), quoted) == wording


def test_words_as_printed_keep_contractions_and_drop_insertions() -> None:
    assert printed_words("“Let us hunt the reed men [Black Reed],” he said") == tuple(
        "let us hunt the reed men he said".split()
    )
    assert printed_words("Let's") != printed_words("Let us")
    assert printed_words("We havent") == printed_words("we haven’t")
