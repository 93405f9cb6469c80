"""Who said it first, who merely repeated it, and what changed on the way.

All public names are here and come when they are asked for, so that ``import onrecord`` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.copies import passages
    from onrecord.errors import BadInput, NewerRecord, NotOnRecord, OnrecordError, RecordError
    from onrecord.model import (
        Article,
        Drift,
        DriftSide,
        Failure,
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
    from onrecord.reading import Stated
    from onrecord.record import Added, Record
    from onrecord.rows import row
    from onrecord.speakers import resolve

__version__ = "0.1.0"

MODEL = (
    "Article",
    "Drift",
    "DriftSide",
    "Failure",
    "Findings",
    "Label",
    "Link",
    "Passage",
    "Report",
    "Said",
    "Side",
    "Sources",
    "Span",
    "Speaker",
    "Statement",
    "Utterance",
)
ERRORS = ("BadInput", "NewerRecord", "NotOnRecord", "OnrecordError", "RecordError")

# Which room hands out each public name.
ROOMS = {
    **dict.fromkeys(MODEL, "onrecord.model"),
    **dict.fromkeys(ERRORS, "onrecord.errors"),
    "Added": "onrecord.record",
    "Record": "onrecord.record",
    "Stated": "onrecord.reading",
    "passages": "onrecord.copies",
    "resolve": "onrecord.speakers",
    "row": "onrecord.rows",
}

__all__ = [
    "Added",
    "Article",
    "BadInput",
    "Drift",
    "DriftSide",
    "Failure",
    "Findings",
    "Label",
    "Link",
    "NewerRecord",
    "NotOnRecord",
    "OnrecordError",
    "Passage",
    "Record",
    "RecordError",
    "Report",
    "Said",
    "Side",
    "Sources",
    "Span",
    "Speaker",
    "Stated",
    "Statement",
    "Utterance",
    "__version__",
    "extract",
    "passages",
    "resolve",
    "row",
]


def extract(text: str, *, published: str | None = None, outlet: str | None = None) -> list[Statement]:
    """The statements of one article's ``text``, by place; spans are characters into ``text``.

    ``published`` is the article's day (``2016-08-12``), that "on Friday" counts from; ``outlet`` printed it.
    """
    from onrecord.pipeline import extract as extract_article
    from onrecord.reading import Stated, read_text

    return extract_article(read_text(text, id="-", stated=Stated(published=published, outlet=outlet)))


def __getattr__(name: str) -> object:
    if name not in ROOMS:
        raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
    return getattr(import_module(ROOMS[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
