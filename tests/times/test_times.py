"""When something was said: the words for it, and the days they mean."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.english.calendar import DAYS, WHEN
from onrecord.model import Article, Said, Span, Statement
from onrecord.times import date_statements

# A Thursday.
PUBLISHED = "2031-03-13"


def said(text: str, content: str = "the bridge was safe", cue: str = "said", **dates: str | None) -> Said | None:
    """``said`` of the one statement in ``text``, published on PUBLISHED unless told otherwise."""
    start, at = text.index(content), text.index(cue)
    made = Statement(
        "1", "a", "indirect", (Span.of(text, start, start + len(content)),), None, Span.of(text, at, at + len(cue))
    )
    article = Article("a", text, published=PUBLISHED)
    (dated,) = date_statements(replace(article, **dates), [made])  # type: ignore[arg-type]
    return dated.said


@pytest.mark.parametrize(
    ("phrase", "since", "until"),
    [
        ("on Thursday", "2031-03-13", "2031-03-13"),
        ("Friday", "2031-03-07", "2031-03-07"),
        ("late Monday night", "2031-03-10", "2031-03-10"),
        ("last Thursday", "2031-03-06", "2031-03-06"),
        ("today", "2031-03-13", "2031-03-13"),
        ("yesterday", "2031-03-12", "2031-03-12"),
        ("last night", "2031-03-12", "2031-03-12"),
        ("three days ago", "2031-03-10", "2031-03-10"),
        ("this week", "2031-03-10", "2031-03-13"),
        ("earlier this week", "2031-03-10", "2031-03-13"),
        ("last week", "2031-03-03", "2031-03-09"),
        ("this month", "2031-03-01", "2031-03-13"),
        ("last month", "2031-02-01", "2031-02-28"),
        ("last year", "2030-01-01", "2030-12-31"),
        ("in January", "2031-01-01", "2031-01-31"),
        ("in March", "2031-03-01", "2031-03-13"),
        ("in April", "2030-04-01", "2030-04-30"),
        ("last November", "2030-11-01", "2030-11-30"),
        ("in May 2029", "2029-05-01", "2029-05-31"),
        ("in 2028", "2028-01-01", "2028-12-31"),
        ("on 12 March", "2031-03-12", "2031-03-12"),
        ("on Dec. 3", "2030-12-03", "2030-12-03"),
        ("on 12 March 2031", "2031-03-12", "2031-03-12"),
        ("on Wednesday, March 12, 2031", "2031-03-12", "2031-03-12"),
    ],
)
def test_days(phrase: str, since: str, until: str) -> None:
    assert said(f"Ada Quill said {phrase} that the bridge was safe.") == Said(phrase, since, until)


@pytest.mark.parametrize("phrase", ["on the same day", "recently", "last summer", "the next day", "on 31 February"])
def test_words_without_days(phrase: str) -> None:
    found = said(f"Ada Quill said {phrase} that the bridge was safe.")
    assert found is not None
    assert (found.since, found.until) == (None, None)
    assert found.text in phrase


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill said the bridge was safe on Monday.",
        "Ada Quill said the bridge was safe. It closed on Monday.",
        "Ada Quill, elected after Monday, said the bridge was safe.",
        "Ada Quill said the bridge was safe, the May report noted.",
        "Ada Quill may have said the bridge was safe.",
        "Winner of the 2030 race, Ada Quill said the bridge was safe.",
    ],
)
def test_times_of_something_else(text: str) -> None:
    content = "the bridge was safe on Monday" if "safe on" in text else "the bridge was safe"
    assert said(text, content) is None


def test_phrase_that_opens_the_sentence() -> None:
    text = (
        "On Monday, after a long meeting of the council in the town hall of Karsk, Ada Quill said the bridge was safe."
    )
    assert said(text) == Said("On Monday", "2031-03-10", "2031-03-10")


def test_nearest_phrase_wins() -> None:
    text = "On Monday the council met, and Ada Quill said on Tuesday the bridge was safe."
    assert said(text) == Said("on Tuesday", "2031-03-11", "2031-03-11")


def test_no_date_no_day() -> None:
    text = "Ada Quill said on Monday the bridge was safe."
    assert said(text, published=None) == Said("on Monday")
    assert said(text, published="some day") == Said("on Monday")
    assert said("Ada Quill said on 12 March 2031 the bridge was safe.", published=None) == Said(
        "on 12 March 2031", "2031-03-12", "2031-03-12"
    )


def test_the_credited_originals_date_counts() -> None:
    text = "Ada Quill said on Thursday the bridge was safe."
    assert said(text, origin_published="2031-03-11") == Said("on Thursday", "2031-03-06", "2031-03-06")


def test_inside_a_quotation_the_day_is_not_known() -> None:
    text = "“Tom Barrow said on Monday the bridge was safe,” Ada Quill wrote."
    assert said(text) == Said("on Monday")


def test_continuation_was_said_then_too() -> None:
    text = "Ada Quill said on Monday: “It is safe.\n\n“It will hold.”"
    first = Statement("1", "a", "direct", (Span.of(text, 27, 38),), Span.of(text, 0, 9), Span.of(text, 10, 14))
    start = text.index("It will")
    second = Statement("2", "a", "direct", (Span.of(text, start, start + 13),), continues="1")
    dated = date_statements(Article("a", text, published=PUBLISHED), [first, second])
    assert dated[0].said == dated[1].said == Said("on Monday", "2031-03-10", "2031-03-10")


@given(st.dates(min_value=date(1900, 1, 8), max_value=date(2100, 1, 1)), st.sampled_from(sorted(DAYS)))
def test_bare_weekday_is_the_last_one(published: date, weekday: str) -> None:
    found = said(f"Ada Quill said {weekday.title()} the bridge was safe.", published=published.isoformat())
    assert found is not None and found.since is not None and found.since == found.until
    day = date.fromisoformat(found.since)
    assert day.weekday() == DAYS[weekday] and 0 <= (published - day).days < 7


@given(st.text(alphabet="on in May 12,2031Monday thelstwk\n“”", max_size=200))
def test_any_text(text: str) -> None:
    made = Statement("1", "a", "indirect", (Span.of(text, 0, 1),), None, Span.of(text, 1, 2))
    (dated,) = date_statements(Article("a", text, published=PUBLISHED), [made])
    assert dated.said is None or dated.said.text in text


@pytest.mark.parametrize("piece", ["on in at ", "May 1 ", "12 ", "Monday, ", "the same "])
def test_hostile_text_takes_linear_time(piece: str) -> None:
    began = process_time()
    for _ in WHEN.finditer(piece * (200_000 // len(piece))):
        pass
    assert process_time() - began < 5
