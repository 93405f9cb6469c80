"""Compiles hand-made gold from its line notation to offsets; words that are not in the text are an error.

One attribution a line, its eight fields parted by " | ":

    id | P<paragraph> | source | cue | content | speaker ; type | act | extras

Paragraphs are the text's non-empty lines, counted from 1. A span is the exact words of the text: ``A ~~ B``
runs from A through the first B after it, ``#k`` behind a string is its k-th occurrence in the paragraph
(needed where it occurs twice), ``P5:`` before it means paragraph 5, ``&&`` joins pieces, ``-`` is none. A
speaker is the fullest name the article gives; names that are as good are joined by " / ". Extras are
``relay=A > B``, ``to=``, ``venue=``, ``said=WORDS@FROM..TO`` (``?``: the days cannot be told), ``nested=``,
``cont=``, ``repeats=`` (ids of X
Lines that start with ``//`` are remarks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import NotRequired, TypedDict

from onrecord.demo import stories
from onrecord.model import Kind, Said, Span, Speaker, SpeakerType, Statement

__all__ = [
    "Gold",
    "GoldError",
    "GoldRow",
    "compile_gold",
    "demo_gold",
    "demo_texts",
    "gold_statements",
    "paragraphs",
]

Offsets = tuple[int, int]

DEMO = Path(__file__).parent / "demo"
ACTS = frozenset(
    re.findall(
        r"[a-z]+",
        """say deny admit confirm announce promise propose demand accept refuse accuse criticise praise
        support warn threaten predict doubt ask regret want believe scare""",
    )
)

QUOTATION_MARKS = '"“‘'
SPEAKER_TYPES: dict[str, SpeakerType] = {
    "person": "person",
    "organisation": "organisation",
    "country": "country",
    "group": "group",
    "document": "document",
    "anonymous": "anonymous",
}


class GoldSaid(TypedDict):
    """When it was said: the words for it, and the ISO days they mean (None where it cannot be told)."""

    text: str
    since: str | None
    until: str | None


class GoldRow(TypedDict):
    """One attribution; spans are ``(start, end)`` in characters of the article's text."""

    id: str
    source: list[Offsets]
    cue: list[Offsets]
    content: list[Offsets]
    speaker: str | None
    type: str
    act: str
    relay: NotRequired[list[str]]
    to: NotRequired[str]
    venue: NotRequired[str]
    said: NotRequired[GoldSaid]
    nested: NotRequired[str]
    cont: NotRequired[str]
    repeats: NotRequired[str]
    low: NotRequired[bool]


class Gold(TypedDict):
    """Every attribution of one article."""

    id: str
    statements: list[GoldRow]


class GoldError(ValueError):
    """A line of gold that cannot be compiled; the text names the article and the line."""


def paragraphs(text: str) -> list[Offsets]:
    """The non-empty lines of ``text`` as offsets, without their line ends."""
    found: list[Offsets] = []
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            found.append((start, start + len(line.rstrip("\r\n"))))
        start += len(line)
    return found


def compile_gold(article: str, text: str, notation: str) -> Gold:
    """The gold of ``article`` (its id) from ``notation``; GoldError for words that ``text`` lacks."""
    rows: list[GoldRow] = []
    for number, line in enumerate(notation.splitlines(), start=1):
        if not line.strip() or line.startswith("//"):
            continue
        try:
            rows.append(_row(text, line))
        except GoldError as error:
            raise GoldError(f"{article}, line {number}: {error}: {line[:70]}") from None
    _check_references(article, rows)
    return {"id": article, "statements": rows}


def demo_texts() -> dict[str, str]:
    """The text of every bundled article by its id: the file's name without its ending."""
    found = (path for path in stories().rglob("*") if path.suffix in {".txt", ".md"})
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(found)}


def demo_gold(texts: Mapping[str, str] | None = None) -> dict[str, Gold]:
    """The gold of every bundled article by its id, as offsets into ``texts`` (unless given, the files')."""
    texts = demo_texts() if texts is None else texts
    return {
        path.stem: compile_gold(path.stem, texts[path.stem], path.read_text(encoding="utf-8"))
        for path in sorted(DEMO.glob("*.txt"))
    }


def gold_statements(text: str, gold: Gold) -> list[Statement]:
    """The gold of one article as a faultless extractor would give it (scare quotes left out).

    Of names that are as good as each other it takes the first; a statement's id is ``article#line id``.
    """
    article = gold["id"]
    return [_statement(text, article, row) for row in gold["statements"] if row["act"] != "scare"]


def _statement(text: str, article: str, row: GoldRow) -> Statement:
    said = row.get("said")
    name = row["speaker"].split(" / ")[0] if row["speaker"] else None
    kind: SpeakerType | None = None if row["type"] == "unknown" else SPEAKER_TYPES[row["type"]]
    content = tuple(Span.of(text, start, end) for start, end in row["content"])
    return Statement(
        id=f"{article}#{row['id']}",
        article=article,
        kind=_kind(text, content),
        content=content,
        source=_hull(text, row["source"]),
        cue=_hull(text, row["cue"]),
        speaker=Speaker(f"{kind}:{name.casefold()}", name, kind) if name and kind else None,
        addressee=row.get("to"),
        relay=tuple(row.get("relay", ())),
        nested_in=_pointer(article, row.get("nested")),
        continues=_pointer(article, row.get("cont")),
        repeats=_pointer(article, row.get("repeats")),
        said=Said(said["text"], said["since"], said["until"]) if said else None,
        venue=row.get("venue"),
        act=row["act"],
        confidence=1.0,
    )


def _hull(text: str, spans: list[Offsets]) -> Span | None:
    return Span.of(text, spans[0][0], spans[-1][1]) if spans else None


def _pointer(article: str, name: str | None) -> str | None:
    return None if name is None else f"{article}#{name}"


def _kind(text: str, content: tuple[Span, ...]) -> Kind:
    if all(text[span.start - 1] in QUOTATION_MARKS for span in content if span.start):
        return "direct"
    return "mixed" if any(mark in span.text for span in content for mark in QUOTATION_MARKS) else "indirect"


def _row(text: str, line: str) -> GoldRow:
    fields = [field.strip() for field in line.split(" | ")]
    if len(fields) != 8:
        raise GoldError(f"{len(fields)} fields, not 8")
    name, paragraph, source, cue, content, who, act, extras = fields
    speaker, _, kind = (part.strip() for part in who.rpartition(";"))
    if kind not in {*SPEAKER_TYPES, "unknown"} or act not in ACTS:
        raise GoldError(f"no such type or act: {kind}, {act}")
    place = int(paragraph.removeprefix("P"))
    row: GoldRow = {
        "id": name,
        "source": _spans(text, place, source),
        "cue": _spans(text, place, cue),
        "content": _spans(text, place, content),
        "speaker": None if speaker in {"", "-"} else speaker,
        "type": kind,
        "act": act,
    }
    if extras != "-":
        for extra in extras.split(" ; "):
            _add_extra(row, extra.strip())
    return row


def _add_extra(row: GoldRow, extra: str) -> None:
    key, _, value = extra.partition("=")
    match key:
        case "low":
            row["low"] = True
        case "relay":
            row["relay"] = [name.strip() for name in value.split(">")]
        case "said":
            row["said"] = _said(value)
        case "to" | "venue" | "nested" | "cont" | "repeats" if value:
            row[key] = value
        case _:
            raise GoldError(f"no such extra: {extra}")


def _said(value: str) -> GoldSaid:
    words, _, days = value.rpartition("@")
    if not words:
        raise GoldError(f"said without @: {value}")
    since, _, until = days.partition("..")
    return {"text": words, "since": None if days == "?" else since or None, "until": until or None}


def _spans(text: str, place: int, words: str) -> list[Offsets]:
    return [] if words == "-" else [_span(text, place, piece.strip()) for piece in words.split(" && ")]


def _span(text: str, place: int, words: str) -> Offsets:
    elsewhere = re.match(r"P(\d+):", words)
    if elsewhere:
        place, words = int(elsewhere[1]), words[elsewhere.end() :]
    lines = paragraphs(text)
    if not 1 <= place <= len(lines):
        raise GoldError(f"no paragraph {place}")
    first, through, last = (part.strip() for part in words.partition("~~"))
    start, end = _find(text, lines[place - 1], first, only=True)
    if through:
        end = _find(text, (end, lines[place - 1][1]), last, only=False)[1]
    return start, end


def _find(text: str, within: Offsets, words: str, *, only: bool) -> Offsets:
    words, _, nth = words.partition("#")
    words = words.strip()
    before = r"\b" if words[:1].isalnum() else ""
    after = r"\b" if words[-1:].isalnum() else ""
    found = list(re.finditer(before + re.escape(words) + after, text[within[0] : within[1]]))
    if only and not nth and len(found) > 1:
        raise GoldError(f"occurs {len(found)} times, say which: {words!r}")
    if len(found) < int(nth or 1):
        raise GoldError(f"not in the paragraph: {words!r}")
    match = found[int(nth or 1) - 1]
    return within[0] + match.start(), within[0] + match.end()


def _check_references(article: str, rows: list[GoldRow]) -> None:
    names = [row["id"] for row in rows]
    if len(names) != len(set(names)):
        raise GoldError(f"{article}: an id is used twice")
    for row in rows:
        for other in (row.get("nested"), row.get("cont"), row.get("repeats")):
            if other is not None and other not in names:
                raise GoldError(f"{article}: {row['id']} points to {other}, which is no line")
