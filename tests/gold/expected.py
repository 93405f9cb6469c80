"""What the demo stories should show together: utterances, how many origins stand behind them, and drift.

A report is named ``article#line id``, the id that ``gold_statements`` gives it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import NotRequired, TypedDict

__all__ = ["Apart", "Expected", "ExpectedDrift", "ExpectedUtterance", "NoOrigin", "Place", "demo_findings"]


class ExpectedUtterance(TypedDict):
    """All reports of one utterance, and the origins ``[low, high]`` behind it.

    ``may_include`` are reports that may go with them or not; ``split`` is another division that is as good;
    ``hard`` ones are paraphrases that only their surroundings give away.
    """

    what: str
    reports: list[str]
    origins: list[int]
    why: str
    may_include: NotRequired[list[str]]
    split: NotRequired[list[list[str]]]
    hard: NotRequired[bool]


class Apart(TypedDict):
    """Reports that no utterance may hold together."""

    reports: list[str]
    why: str


class NoOrigin(TypedDict):
    """A report that names nobody, and the origins ``[low, high]`` that may be given to it."""

    report: str
    origins: list[int]
    why: str


class Place(TypedDict):
    """One side of a drift: a report, or the words of an article that has no statement there."""

    report: NotRequired[str]
    article: NotRequired[str]
    words: NotRequired[str]


class ExpectedDrift(TypedDict):
    """The same words in ``a`` and, changed in one of the ways of ``change``, in ``b``."""

    a: Place
    b: Place
    change: list[str]
    why: str
    optional: NotRequired[bool]


class Expected(TypedDict):
    """All of it; a drift that is ``optional`` may be reported or not."""

    utterances: list[ExpectedUtterance]
    apart: list[Apart]
    no_origin: list[NoOrigin]
    drift: list[ExpectedDrift]


def demo_findings() -> Expected:
    """What the bundled stories should show together."""
    found: Expected = json.loads((Path(__file__).parent / "demo" / "findings.json").read_text("utf-8"))
    return found
