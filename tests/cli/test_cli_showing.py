"""How things are named and cut on a screen."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.cli.drift import in_context
from onrecord.cli.printing import json_line, printable, printable_lines, shortened
from onrecord.cli.showing import Changed, article_name, by_sides, origins_line, quoted, told_by
from onrecord.model import Article, Drift, DriftSide, Sources, Span, Speaker, Statement


@given(st.text())
def test_a_printable_text_is_one_line_without_control_characters(text: str) -> None:
    line = printable(text)
    assert line.isascii() or "\x85" not in line
    assert not any(character < " " or "\x7f" <= character <= "\x9f" for character in line)


@given(st.text())
def test_printable_lines_keep_every_offset(text: str) -> None:
    kept = printable_lines(text)
    assert len(kept) == len(text)
    assert not any(character < " " and character not in "\n\t" for character in kept)


@given(st.dictionaries(st.text(max_size=5), st.text()))
def test_a_row_is_one_line_of_json_that_means_the_same(row: dict[str, str]) -> None:
    line = json_line(row)
    assert len(line.splitlines()) == 1
    assert json.loads(line) == row


@given(st.text(min_size=1), st.integers(2, 30))
def test_a_shortened_text_is_no_longer_than_asked(text: str, longest: int) -> None:
    assert len(shortened(text, longest)) <= longest


def test_a_text_is_cut_at_a_word() -> None:
    assert shortened("one two, three", 10) == "one two…"
    assert shortened("one two", 10) == "one two"
    assert shortened("onetwothree", 5) == "onet…"


@pytest.mark.parametrize(
    ("article", "name"),
    [
        (Article("x", "", outlet="The Daily", title="T", published="2031-01-02"), "The Daily, 2031-01-02"),
        (Article("x", "", title="A title", published="2031-01-02"), "A title, 2031-01-02"),
        (Article("x", "", title="word " * 20), "word word word word word word word word…"),
        (Article("x", ""), "x"),
    ],
)
def test_an_article_has_a_name(article: Article, name: str) -> None:
    assert article_name(article) == name


@pytest.mark.parametrize(
    ("origins", "said"),
    [((1, 1), "1 origin"), ((0, 0), "0 origins"), ((1, 2), "1 to 2 origins"), ((0, 1), "0 to 1 origin")],
)
def test_origins_are_a_range(origins: tuple[int, int], said: str) -> None:
    assert origins_line(Sources("u", 2, 1, origins, (), ())) == f"2 articles, 1 outlet → {said}"


@pytest.mark.parametrize(
    ("kind", "words", "shown"),
    [
        ("direct", "We go", "“We go”"),
        ("direct", '"We go"', '"We go"'),
        ("mixed", "to “go”", "to “go”"),
        ("indirect", "go", "go"),
    ],
)
def test_only_words_that_are_quoted_stand_in_quotation_marks(kind: str, words: str, shown: str) -> None:
    statement = Statement("s", "a", kind, (Span.of(words, 0, len(words)),))  # type: ignore[arg-type]
    assert quoted(statement) == shown


def test_words_stand_in_their_paragraph_cut_at_words() -> None:
    text = "First.\nNobody said that. Last\nEnd."
    start = text.index("said")
    assert in_context(text, start, start + 4) == ("Nobody ", "said", " that. Last")
    long = "word " * 40 + "HERE" + " word" * 40
    before, words, after = in_context(long, 200, 204)
    assert (before[:6], words, after[-6:]) == ("… word", "HERE", "word …")
    assert len(before) < 80 and len(after) < 80


def test_changes_of_the_same_words_are_told_together() -> None:
    a, b, c = (DriftSide(key, 0, 4, "Dorne") for key in "abc")
    drift = [Drift(a, b, "speaker lost"), Drift(a, c, "relay lost"), Drift(a, b, "words changed")]
    assert by_sides(drift) == [Changed(a, b, "speaker lost, words changed"), Changed(a, c, "relay lost")]


def test_whoever_is_told_through_a_relay_is_told_so() -> None:
    dorne = Speaker("p:dorne", "Dorne", "person")
    statement = Statement("s", "a", "direct", (Span(5, 9, "word"),), speaker=dorne, relay=("Radio Vellin",))
    assert told_by(DriftSide("a", 4, 8, "Dorne"), [statement]) == "Dorne via Radio Vellin"
    assert told_by(DriftSide("a", 9, 12, "Dorne"), [statement]) == "Dorne"
    assert told_by(DriftSide("a", 4, 8, "Hale"), [statement]) == "Hale"
    assert told_by(DriftSide("a", 4, 8, None), [statement]) == "nobody named"
