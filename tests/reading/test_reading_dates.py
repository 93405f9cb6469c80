"""Days are read where they can mean one day alone, and nowhere else."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import BadInput
from onrecord.reading import Stated
from onrecord.reading.dates import iso_day, two_days, written_day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("12.08.2016", "2016-08-12"),
        ("August 11, 2016", "2016-08-11"),
        ("Aug. 11, 2016", "2016-08-11"),
        ("Thursday, August 11th, 2016", "2016-08-11"),
        ("11 August 2016", "2016-08-11"),
        ("Thu, 11 Aug 2016 10:30:00 GMT", "2016-08-11"),
        ("2016-08-11", "2016-08-11"),
        ("2016/08/11 10:30", "2016-08-11"),
        ("August 11, 2016 at 3:04 pm ET", "2016-08-11"),
        ("13/04/2016", "2016-04-13"),
        ("04/13/2016", "2016-04-13"),
        ("04/04/2016", "2016-04-04"),
        ("03/04/2016", None),
        ("31.02.2016", None),
        ("August 2016", None),
        ("on August 11, 2016, the war ended", None),
        ("0001-01-01", None),
        ("4/4/17", None),
        ("", None),
    ],
)
def test_written_day(words: str, day: str | None) -> None:
    assert written_day(words) == day


@given(st.dates(min_value=date(1600, 1, 1)))
def test_a_day_is_read_back_as_it_was_written(day: date) -> None:
    assert written_day(day.isoformat()) == iso_day(day.isoformat()) == day.isoformat()
    assert written_day(f"{day.day:02}.{day.month:02}.{day.year:04}") == day.isoformat()


@given(st.text(max_size=90))
def test_any_words_are_a_real_day_or_none(words: str) -> None:
    day = written_day(words)
    assert day is None or date.fromisoformat(day).isoformat() == day


def test_two_days() -> None:
    assert two_days("03/04/2016")
    assert not two_days("13/04/2016")
    assert not two_days("soon")


@pytest.mark.parametrize("words", ["2016-08-12", "2016-08-12T23:30:00Z", "2016-08-12 09:00", " 2016-08-12 "])
def test_a_datetime_given_by_hand_is_kept_as_its_day(words: str) -> None:
    assert Stated(published=words).published == "2016-08-12"


@pytest.mark.parametrize("words", ["yesterday", "2016-13-01", "12.08.2016", "2016-08", "2016-08-12Tnoon", ""])
def test_a_bad_date_given_by_hand_is_named_with_its_remedy(words: str) -> None:
    with pytest.raises(BadInput, match=r"origin_published: .*2016-08-12"):
        Stated(origin_published=words)


def test_facts_stand_over_others() -> None:
    over = Stated(title="A", byline=None).over(Stated(title="B", byline="Ada Quill"))
    assert over == Stated(title="A", byline="Ada Quill")
