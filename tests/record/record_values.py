"""Articles, statements and findings made by hand, and what a record holds as text to compare."""

from __future__ import annotations

import json
from pathlib import Path

from onrecord import Record, __version__, row
from onrecord.model import (
    Article,
    Drift,
    DriftSide,
    Findings,
    Label,
    Link,
    Passage,
    Report,
    Said,
    Side,
    Sources,
    Span,
    Speaker,
    Statement,
    Utterance,
)
from onrecord.record.adding import store_article
from onrecord.record.findings import current_mark, store_findings

DORNE = Speaker("person:ilse-dorne", "Ilse Dorne", "person")

HERALD = Article(
    id="herald",
    text="Title\n\n“We will not leave the Šarn,” Ilse Dorne told Radio Vellin on Monday. She expects snow.",
    path="stories/herald.txt",
    outlet="The Herald",
    origin="Meridian Wire",
    title="Title",
    byline="A. Writer",
    published="2031-03-04",
    origin_published="2031-03-03",
    published_from="2031-03-04",
    published_to="2031-03-05",
    language="en",
    url="https://herald.example/1",
    labels=(Label(0, 5, "title"), Label(7, 12, "pull_quote")),
)
LANTERN = Article(
    id="lantern",
    text="The Šarn stays ours: “We will never leave the Sarn”, it was said.",
    outlet="Lantern",
    published="2031-04-01",
)


def span(article: Article, words: str) -> Span:
    """Where ``words`` first stand in ``article``."""
    start = article.text.index(words)
    return Span.of(article.text, start, start + len(words))


LEAVE = Statement(
    id="herald:1",
    article="herald",
    kind="direct",
    content=(span(HERALD, "We will not leave"), span(HERALD, "the Šarn,")),
    source=span(HERALD, "Ilse Dorne"),
    cue=span(HERALD, "told"),
    speaker=DORNE,
    addressee="Radio Vellin",
    relay=("Radio Vellin", "Meridian Wire"),
    continues="herald:2",
    said=Said("on Monday", "2031-03-02", "2031-03-02"),
    venue="Vellin",
    act="refuse",
    confidence=0.75,
)
SNOW = Statement(
    id="herald:2",
    article="herald",
    kind="indirect",
    content=(span(HERALD, "snow"),),
    source=span(HERALD, "She"),
    cue=span(HERALD, "expects"),
    speaker=DORNE,
    nested_in="herald:1",
    repeats="herald:1",
    said=Said("once"),
)
NEVER = Statement("lantern:1", "lantern", "direct", (span(LANTERN, "We will never leave the Sarn"),))

LEAVING = Utterance(
    "u1",
    DORNE,
    (Report("herald:1", "herald", "verbatim"), Report("lantern:1", "lantern", "edited")),
    "interview with Radio Vellin",
    Said("on Monday", "2031-03-02", "2031-03-02"),
    ("Both share “We will”.",),
)
SNOWING = Utterance("u2", None, (Report("herald:2", "herald", "paraphrase"),))
FINDINGS = Findings(
    passages=(Passage(Side("herald", 8, 15), Side("lantern", 22, 29), 2, "both"),),
    utterances=(LEAVING, SNOWING),
    sources=(
        Sources(
            "u1", 2, 2, (1, 2), (Link("Meridian Wire", "herald", "credits it"),), ("One is credited.", "One isn’t.")
        ),
        Sources("u2", 1, 1, (0, 1), (), ()),
    ),
    drift=(Drift(DriftSide("herald", 8, 25, "Ilse Dorne"), DriftSide("lantern", 22, 50, None), "speaker lost"),),
)


def filled(path: Path) -> Record:
    """A record at ``path`` that holds both articles and what is found in them."""
    record = Record(path)
    with record._db.writing():
        store_article(record._db, HERALD, [LEAVE, SNOW])
        store_article(record._db, LANTERN, [NEVER])
    store_findings(record._db, FINDINGS, current_mark(record._db, __version__))
    return record


def everything(record: Record) -> str:
    """All that is on the record, as the text of its exports."""
    tables = (
        record.articles,
        record.statements,
        record.passages,
        record.utterances,
        record.sources,
        record.drift,
    )
    lines = [json.dumps(row(value), ensure_ascii=False) for table in tables for value in table]
    return "\n".join([*lines, *map(str, record.speakers)])
