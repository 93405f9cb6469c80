"""Rows of JSON to articles, and back what was lost on the way: every row is an article or says why it is none."""

from __future__ import annotations

import json
from typing import get_args

from onrecord.model import Article, Failure, Label, LabelName
from onrecord.reading.dates import iso_day, written_day
from onrecord.reading.decode import find_surrogate
from onrecord.reading.page import read_page
from onrecord.reading.stated import Stated

__all__ = ["Json", "article_of", "facts_of", "parse"]

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None

# What others call our fields; the first that is there counts.
NAMES = {
    "outlet": ("outlet", "publisher", "site_name"),
    "origin": ("origin",),
    "title": ("title", "headline"),
    "byline": ("byline", "authors", "author"),
    "published": ("published", "date"),
    "origin_published": ("origin_published",),
    "language": ("language", "lang"),
    "url": ("url",),
}
LABELS = frozenset(get_args(LabelName))
DATES = ("published", "origin_published")
BOUNDS = ("published_from", "published_to")
REMEDY = 'a row is {"id": "…", "text": "…"}'


class NoRow(Exception):
    """JSON that is no article; its text says why and what helps."""


def parse(words: str) -> Json:
    """The JSON value of ``words``; raises NoRow if it is none, or one nested too deep to be a row."""
    try:
        value: Json = json.loads(words)
    except RecursionError as error:
        raise NoRow(f"JSON nested too deep to read; {REMEDY}") from error
    except ValueError as error:
        raise NoRow(f"not JSON ({error}); {REMEDY}") from error
    return value


def facts_of(row: dict[str, Json]) -> tuple[Stated, list[str]]:
    """The facts that a row or a sidecar states, and what is wrong with those that could not be used."""
    facts: dict[str, str] = {}
    wrong: list[str] = []
    for field, names in NAMES.items():
        name = next((name for name in names if row.get(name) not in (None, "", [])), None)
        if name is None:
            continue
        words = _words(row[name])
        if words is None or find_surrogate(words) is not None:
            wrong.append(f"{name!r} is not text; read without it")
        elif field not in DATES:
            facts[field] = words
        elif day := iso_day(words) or written_day(words):
            facts[field] = day
        else:
            wrong.append(f"{name!r} is {words[:60]!r}, which is not one day; write it as 2016-08-12; read without it")
    return Stated(**facts), wrong


def article_of(row: Json, path: str, place: str, line: int | None, stated: Stated) -> list[Article | Failure]:
    """The article of ``row``, and a Failure for each of its fields that could not be used.

    ``place`` is its id where it has none. A row with ``labels`` is one that onrecord wrote: it is taken as it is, but
    for what ``stated`` says by hand.
    """
    if not isinstance(row, dict):
        return [Failure(path, f"not a JSON object; {REMEDY}", line)]
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        return [Failure(path, f"no text in it; {REMEDY}", line)]
    if (at := find_surrogate(text)) is not None:
        return [Failure(path, f"broken text: half a surrogate pair at character {at}; write it as UTF-8", line)]
    given, wrong = facts_of(row)
    bounds, wrong_bounds = _bounds(row)
    labels, wrong_labels = _labels(row, text)
    facts = stated.over(given)
    if labels is None:
        found, labels = read_page(text, facts.title)
        facts = facts.over(found)
    made = article(_words(row.get("id")) or place, text, _path(row, path), facts, labels, *bounds)
    return [made, *(Failure(path, reason, line) for reason in wrong + wrong_bounds + wrong_labels)]


def article(
    id: str,
    text: str,
    path: str | None,
    facts: Stated,
    labels: tuple[Label, ...],
    published_from: str | None = None,
    published_to: str | None = None,
) -> Article:
    """``text`` with its facts and labels as one frozen value."""
    return Article(
        id=id,
        text=text,
        path=path,
        outlet=facts.outlet,
        origin=facts.origin,
        title=facts.title,
        byline=facts.byline,
        published=facts.published,
        origin_published=facts.origin_published,
        published_from=published_from,
        published_to=published_to,
        language=facts.language,
        url=facts.url,
        labels=labels,
    )


def _words(value: Json | None) -> str | None:
    """A field's words: text as it is, a number as written, a list joined by commas; None for anything else."""
    if isinstance(value, str):
        return value or None
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return ", ".join(str(item) for item in value) or None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return None


def _path(row: dict[str, Json], path: str) -> str | None:
    """The file an article came from: a row that onrecord wrote says it, or says that it came from none."""
    if "labels" not in row or "path" not in row:
        return path
    kept = row["path"]
    return kept if isinstance(kept, str) else None


def _bounds(row: dict[str, Json]) -> tuple[tuple[str | None, str | None], list[str]]:
    days: list[str | None] = []
    wrong = []
    for name in BOUNDS:
        words = row.get(name)
        days.append(iso_day(words) if isinstance(words, str) else None)
        if words is not None and days[-1] is None:
            wrong.append(f"{name!r} is not a day; write it as 2016-08-12; read without it")
    return (days[0], days[1]), wrong


def _labels(row: dict[str, Json], text: str) -> tuple[tuple[Label, ...] | None, list[str]]:
    """A row's own labels, or None where it has none that can be used."""
    given = row.get("labels")
    if given is None:
        return None, []
    labels = [_label(item, len(text)) for item in given] if isinstance(given, list) else [None]
    if None in labels:
        return None, ["'labels' are not spans of the text with known names; labelled anew"]
    return tuple(label for label in labels if label), []


def _label(item: Json, length: int) -> Label | None:
    if not isinstance(item, dict):
        return None
    start, end, name = item.get("start"), item.get("end"), item.get("label")
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= length or name not in LABELS:
        return None
    known: LabelName = name  # type: ignore[assignment]  # it is one of LABELS
    return Label(start, end, known)
