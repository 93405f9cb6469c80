"""The values of ``model`` as the plain rows of JSONL output: one function, one shape a word.

Field order is the order of the documentation; unknown is null, never left out.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

from onrecord.model import Article, Drift, Passage, Said, Sources, Span, Statement, Utterance

__all__ = ["row"]

Row = dict[str, Any]

ARTICLE_FIELDS = (
    "id",
    "path",
    "outlet",
    "origin",
    "title",
    "byline",
    "published",
    "origin_published",
    "published_from",
    "published_to",
    "language",
    "url",
    "text",
    "labels",
)


def row(value: Article | Statement | Passage | Utterance | Sources | Drift) -> Row:
    """``value`` as a dict of JSON values, as the documentation of the rows gives it."""
    if isinstance(value, Article):
        return {name: _plain(getattr(value, name)) for name in ARTICLE_FIELDS}
    made: Row = _plain(value)
    return made


def _plain(value: Any) -> Any:
    if isinstance(value, Said):
        return {"text": value.text, "from": value.since, "to": value.until}
    if isinstance(value, Span):
        return {"start": value.start, "end": value.end, "text": value.text}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value
