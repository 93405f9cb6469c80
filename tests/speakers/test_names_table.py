"""The table of names is well-formed, and its look-up exact where it must be."""

from __future__ import annotations

import csv
from importlib.resources import files
from typing import get_args

from onrecord.english.names import NameKind, adjective, known


def rows() -> list[dict[str, str]]:
    with (files("onrecord.english") / "names.csv").open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def test_every_row_is_of_a_known_kind_and_none_twice() -> None:
    table = rows()
    assert {row["kind"] for row in table} <= set(get_args(NameKind))
    assert len({(row["alias"], row["canonical"], row["kind"]) for row in table}) == len(table)
    assert {row["case_sensitive"] for row in table} <= {"", "1"}


def test_every_row_is_found() -> None:
    for row in rows():
        assert row["canonical"] in {entry.canonical for entry in known(row["alias"])}, row


def test_names_of_a_country() -> None:
    assert {known(name)[0].canonical for name in ("France", "Paris", "French", "the French")} == {"France"}
    assert {entry.kind for entry in known("French")} == {"adjective", "people"}
    assert known("Paris")[0].kind == "capital"


def test_acronyms_must_be_written_so() -> None:
    assert known("US") and not known("us")
    assert known("the U.S.") == known("U.S.")


def test_unknown_and_ambiguous_names_mean_nothing() -> None:
    assert known("Karsk") == () and known("") == () and known("PA") == ()


def test_adjective() -> None:
    assert adjective("Russia") == "Russian"
    assert adjective("Karsk") is None
