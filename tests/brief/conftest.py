"""A small invented record: four outlets on one bridge, one interview behind three of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest

from onrecord.model import (
    Article,
    Drift,
    DriftSide,
    Findings,
    Kind,
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

QUILL = Speaker("person:ada quill", "Ada Quill", "person")
CHANNEL = Speaker("organisation:channel nine", "Channel Nine", "organisation")
OSTRANE = Speaker("country:ostrane", "Ostrane", "country")
OFFICIAL = Speaker("anonymous:a senior official", "a senior official", "anonymous")

HARBOUR = """OSTERHAVEN — The bridge across the Velm will open again, the mayor says.

“We will rebuild the bridge with our neighbours before the winter, and we will pay for half of it,”
Ada Quill told Channel Nine on Tuesday.

Channel Nine reported: “Quill said Ostrane had offered stone and timber for the piers.”

A senior official said the money had not been found.

Sign up for our letter."""

TRIBUNE = """The mayor of Osterhaven, in an interview with Channel Nine,
said they “will rebuild the bridge with our neighbours before the winter”.

Ostrane had offered stone and timber for the piers, she said."""

POST = """Osterhaven is ready to build the bridge together with its neighbours, Quill said
last week, according to the Harbour Post.

Ostrane denied that it had asked for anything in return.

"It was never about the toll," it added."""

WIRE = """Ostrane had offered stone and timber for the piers.

Nobody was hurt."""


@dataclass(frozen=True)
class Sample:
    """A record in its three parts."""

    articles: tuple[Article, ...]
    statements: dict[str, tuple[Statement, ...]]
    findings: Findings


def span(text: str, words: str) -> Span:
    """Where ``words`` first stand in ``text``."""
    start = text.index(words)
    return Span.of(text, start, start + len(words))


def side(article: str, text: str, words: str) -> Side:
    """A side of a passage at ``words``."""
    found = span(text, words)
    return Side(article, found.start, found.end)


def drift_side(article: str, text: str, words: str, speaker: str | None) -> DriftSide:
    """A side of a drift at ``words``."""
    found = span(text, words)
    return DriftSide(article, found.start, found.end, speaker)


def told(
    article: str,
    number: int,
    text: str,
    words: Sequence[str],
    *,
    kind: Kind = "indirect",
    source: str | None = None,
    speaker: Speaker | None = None,
) -> Statement:
    """A statement at ``words``."""
    content = tuple(span(text, piece) for piece in words)
    return Statement(
        f"{article}-{number}",
        article,
        kind,
        content,
        source=span(text, source) if source else None,
        speaker=speaker,
    )


def articles() -> tuple[Article, ...]:
    sign = HARBOUR.index("Sign up")
    labels = (Label(0, 10, "dateline"), Label(sign, len(HARBOUR), "boilerplate"))
    return (
        Article(
            "h",
            HARBOUR,
            outlet="Harbour Post",
            title="Bridge to open again",
            byline="Ina Marr",
            published="2031-03-05",
            url="https://harbour.example/bridge",
            labels=labels,
        ),
        Article(
            "t",
            TRIBUNE,
            outlet="Velm Tribune",
            title="Mayor promises a bridge",
            published="2031-03-06",
            origin="Channel Nine",
            origin_published="2031-03-04",
        ),
        Article("p", POST, outlet="Morning Post", published_from="2031-03-07", published_to="2031-03-12"),
        Article("w", WIRE),
    )


def statements() -> dict[str, tuple[Statement, ...]]:
    tuesday = Said("on Tuesday", "2031-03-04", "2031-03-04")
    bridge = "We will rebuild the bridge with our neighbours before the winter, and we will pay for half of it,"
    offer = "Ostrane had offered stone and timber for the piers"
    return {
        "h": (
            replace(
                told("h", 1, HARBOUR, [bridge], kind="direct", source="Ada Quill", speaker=QUILL),
                said=tuesday,
                addressee="Channel Nine",
                act="promise",
                relay=("Channel Nine",),
            ),
            told(
                "h",
                2,
                HARBOUR,
                [f"Quill said {offer}."],
                kind="direct",
                source="Channel Nine",
                speaker=CHANNEL,
            ),
            replace(
                told("h", 3, HARBOUR, [f"{offer}."], source="Quill", speaker=QUILL),
                nested_in="h-2",
                relay=("Channel Nine",),
            ),
            told(
                "h",
                4,
                HARBOUR,
                ["the money had not been found"],
                source="A senior official",
                speaker=OFFICIAL,
            ),
            replace(
                told("h", 5, HARBOUR, ["The bridge across the Velm will open again"], speaker=QUILL),
                repeats="h-1",
            ),
        ),
        "t": (
            told(
                "t",
                1,
                TRIBUNE,
                ["they “will rebuild the bridge with our neighbours before the winter”"],
                kind="mixed",
                source="The mayor of Osterhaven",
                speaker=QUILL,
            ),
            told("t", 2, TRIBUNE, [offer], source="she", speaker=QUILL),
        ),
        "p": (
            replace(
                told(
                    "p",
                    1,
                    POST,
                    ["Osterhaven is ready to build the bridge together with its neighbours"],
                    source="Quill",
                    speaker=QUILL,
                ),
                said=Said("last week", None, None),
                relay=("Harbour Post",),
            ),
            replace(
                told(
                    "p",
                    2,
                    POST,
                    ["that it had asked for anything in return"],
                    source="Ostrane",
                    speaker=OSTRANE,
                ),
                act="deny",
            ),
            replace(
                told(
                    "p",
                    3,
                    POST,
                    ["It was never about the toll,"],
                    kind="direct",
                    source="it",
                    speaker=OSTRANE,
                ),
                continues="p-2",
            ),
        ),
        "w": (),
    }


def findings() -> Findings:
    offer = "Ostrane had offered stone and timber for the piers"
    words = "will rebuild the bridge with our neighbours before the winter"
    passages = (
        Passage(side("h", HARBOUR, words), side("t", TRIBUNE, words), 10, "both"),
        Passage(side("h", HARBOUR, offer), side("t", TRIBUNE, offer), 9, "a"),
        Passage(side("h", HARBOUR, offer), side("w", WIRE, offer), 9, "a"),
    )
    utterances = (
        Utterance(
            "u-offer",
            QUILL,
            (Report("h-3", "h", "verbatim"), Report("t-2", "t", "verbatim")),
            reasons=("the same nine words",),
        ),
        Utterance(
            "u-bridge",
            QUILL,
            (Report("t-1", "t", "trimmed"), Report("h-1", "h", "verbatim"), Report("p-1", "p", "paraphrase")),
            origin="an interview with Channel Nine",
            said=Said("on Tuesday", "2031-03-04", "2031-03-04"),
            reasons=("the same ten words, and the same interview",),
        ),
        Utterance("u-money", OFFICIAL, (Report("h-4", "h", "verbatim"),)),
    )
    interview = "an interview with Channel Nine"
    sources = (
        Sources(
            "u-bridge",
            3,
            3,
            (1, 1),
            (
                Link(interview, "h", "names it"),
                Link(interview, "t", "names it"),
                Link("h", "p", "credits it"),
            ),
            (
                "Two articles name the interview with Channel Nine.",
                "The Morning Post credits the Harbour Post.",
            ),
        ),
        Sources("u-offer", 2, 2, (1, 2), (Link("h", "t", "shares its words"),), ("Both share nine words.",)),
    )
    quoted = drift_side("h", HARBOUR, offer, "Channel Nine")
    drift = (
        Drift(quoted, drift_side("w", WIRE, offer, None), "quotation marks lost"),
        Drift(quoted, drift_side("w", WIRE, offer, None), "speaker lost"),
        Drift(quoted, drift_side("t", TRIBUNE, offer, "Ada Quill"), "speaker changed"),
    )
    return Findings(passages, utterances, sources, drift)


@pytest.fixture
def sample() -> Sample:
    return Sample(articles(), statements(), findings())
