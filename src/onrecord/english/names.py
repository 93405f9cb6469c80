"""The table of well-known names: countries with their capitals, peoples and adjectives, organisations, media, seats.

``names.csv`` is the source of truth, made by hand: Wikidata facts and our own list. A name that could mean two
things (``NTV``, ``PA``) is left out: the article must say which.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

__all__ = ["Known", "NameKind", "adjective", "known"]

NameKind = Literal["name", "variant", "capital", "adjective", "people", "metonym"]


@dataclass(frozen=True, slots=True)
class Known:
    """What the table says of an alias: whose it is, what that is (``country``, ``agency``, …), and its kind."""

    canonical: str
    type: str
    kind: NameKind


def known(name: str) -> tuple[Known, ...]:
    """All that ``name`` may mean by the table (``French`` is an adjective and a people), or nothing.

    A leading article does not count. Acronyms and the like must be written as in the table; other names may be in
    any case.
    """
    exact, folded = _table()
    bare = name[4:] if name[:4] in ("the ", "The ") else name
    for key in (name, bare):
        if found := exact.get(key) or folded.get(key.casefold()):
            return found
    return ()


@cache
def adjective(country: str) -> str | None:
    """The first adjective that the table gives for a country by its canonical name: France -> French."""
    for table in _table():
        for alias, entries in table.items():
            if any(entry.canonical == country and entry.kind == "adjective" for entry in entries):
                return alias if table is _table()[0] else alias.title()
    return None


@cache
def _table() -> tuple[dict[str, tuple[Known, ...]], dict[str, tuple[Known, ...]]]:
    """Aliases that must be written as they are, and the others by their case-folded form."""
    exact: dict[str, tuple[Known, ...]] = {}
    folded: dict[str, tuple[Known, ...]] = {}
    with (files("onrecord.english") / "names.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            table = exact if row["case_sensitive"] else folded
            key = row["alias"] if row["case_sensitive"] else row["alias"].casefold()
            kind: NameKind = row["kind"]  # type: ignore[assignment]  # the file is ours; a test holds it to the kinds
            table[key] = (*table.get(key, ()), Known(row["canonical"], row["type"], kind))
    return exact, folded
