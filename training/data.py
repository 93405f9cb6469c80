"""The two corpora as word pieces with gold statements, and the batches of windows a network is trained on."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.tagger.windows import BREAK, CLS, SEP, Pieces, Window, cut, read_pieces

Spans = list[tuple[int, int]]

ACTS = (
    "say deny admit confirm announce promise propose demand accept refuse accuse criticise praise support warn "
    "threaten predict doubt ask regret want believe"
).split()
# What a window's first piece says of the guidelines its gold follows; [CLS] where the model is not told
SCHEMES = {"unknown": CLS, "polnear": 2, "full": 3}
# Share of training windows that name their guidelines
NAMED = 0.5
# "said with low confidence" in the annotation
LOW_WEIGHT = 0.5
EDGE_MARKS = " \t\n\r\"“”„«»'`‘’"


@dataclass(frozen=True, slots=True)
class Gold:
    """A statement: its anchor piece, the pieces of its parts, and how much it counts."""

    anchor: int
    cued: bool
    source: NDArray[np.int64]
    cue: NDArray[np.int64]
    content: NDArray[np.int64]
    act: int
    continues: bool
    weight: float


@dataclass(frozen=True, slots=True)
class Example:
    """An article: pieces, gold, and the pieces whose anchors nobody annotated (``free``)."""

    id: str
    scheme: str
    text: str
    pieces: Pieces
    gold: tuple[Gold, ...]
    free: NDArray[np.bool_]
    weight: float


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows of like length: ``ids``, ``features`` and ``mask`` are windows × pieces, the rest as named.

    ``anchor`` is each piece's class, ``anchor_weight`` its weight (0: not asked); ``at`` is (window, piece) of the
    gold anchors, ``roles`` their pieces' classes (anchors × pieces), ``acts`` -1 where unknown.
    """

    ids: NDArray[np.int64]
    features: NDArray[np.int64]
    mask: NDArray[np.bool_]
    anchor: NDArray[np.int64]
    anchor_weight: NDArray[np.float32]
    at: NDArray[np.int64]
    roles: NDArray[np.int64]
    weight: NDArray[np.float32]
    acts: NDArray[np.int64]
    continues: NDArray[np.float32]


def rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a gzipped JSONL file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def full_texts(shared: Path) -> dict[str, str]:
    """The texts of the annotated articles by id."""
    return {r["id"]: r["text"] for r in rows(shared / "data/news/articles.jsonl.gz")}


def polnear(shared: Path, part: str, tokenizer: Tokenizer) -> list[Example]:
    """PolNeAR's articles; what stands inside a content is ``free``, as nobody looked for statements there."""
    made = []
    for row in rows(shared / f"data/polnear/{part}.jsonl.gz"):
        pieces = read_pieces(tokenizer, row["text"])
        gold: dict[int, Gold] = {}
        free = np.zeros(len(pieces), dtype=bool)
        for a in row["attributions"]:
            main, rest = _carried_on(row["text"], _pairs(a["content"]), _pairs(a["cue"]))
            for k, content in enumerate([main, *rest]):
                cue = _pairs(a["cue"]) if k == 0 else []
                source = _pairs(a["source"]) if k == 0 else []
                g = _gold(row["text"], pieces, source, cue, content, -1, k > 0, 1.0)
                if g is None:
                    free[_within(pieces, cue)] = True
                else:
                    free[g.content] = True
                    gold.setdefault(g.anchor, g)
        made.append(Example(row["id"], "polnear", row["text"], pieces, tuple(gold.values()), free, 1.0))
    return made


def full(shared: Path, part: str, tokenizer: Tokenizer, weight: float = 1.0) -> list[Example]:
    """The articles annotated in the full scheme; scare quotes are left out, doubtful statements count less."""
    texts = full_texts(shared)
    made = []
    for row in rows(shared / f"data/annotated/{part}.jsonl.gz"):
        text = texts[row["id"]]
        pieces = read_pieces(tokenizer, text)
        gold: dict[int, Gold] = {}
        for s in row["statements"]:
            if s["act"] == "scare":
                continue
            g = _gold(
                text,
                pieces,
                _pairs(s["source"]),
                _pairs(s["cue"]),
                _pairs(s["content"]),
                ACTS.index(s["act"]),
                bool(s.get("cont")),
                LOW_WEIGHT if s.get("low") else 1.0,
            )
            if g is not None:
                gold.setdefault(g.anchor, g)
        free = np.zeros(len(pieces), dtype=bool)
        made.append(Example(row["id"], "full", text, pieces, tuple(gold.values()), free, weight))
    return made


def _pairs(spans: Sequence[Sequence[int]]) -> Spans:
    return [(a, b) for a, b in spans]


def _carried_on(text: str, content: Spans, cue: Spans) -> tuple[Spans, list[Spans]]:
    """PolNeAR's content with the quotations carried on in later paragraphs apart, as the full scheme has them."""
    split: Spans = []
    for a, b in content:
        at = a
        for line in text[a:b].splitlines(keepends=True):
            if line.strip(EDGE_MARKS):
                split.append((at, at + len(line)))
            at += len(line)
    if not split:
        return [], []
    number = {s: text.count("\n", 0, s[0]) for s in split}
    home = text.count("\n", 0, cue[0][0]) if cue else number[split[0]]
    first = home if home in number.values() else number[split[0]]
    main: Spans = []
    later: dict[int, Spans] = {}
    for s in split:
        opens = text[max(0, s[0] - 2) : s[0] + 1].strip()[-2:]
        quoted = any(mark in opens for mark in "\"“'`")
        begins = text.rfind("\n", 0, s[0]) + 1
        if number[s] in later or (number[s] > first and quoted and s[0] - begins <= 2):
            later.setdefault(number[s], []).append(s)
        else:
            main.append(s)
    return main, list(later.values())


def _within(pieces: Pieces, spans: Spans) -> NDArray[np.int64]:
    inside = np.zeros(len(pieces), dtype=bool)
    for a, b in spans:
        inside |= (pieces.starts < b) & (pieces.ends > a)
    return np.flatnonzero(inside)


def _trim(text: str, spans: Spans) -> Spans:
    """Spans without the quotation marks and spaces at their edges."""
    out = []
    for a, b in spans:
        while a < b and text[a] in EDGE_MARKS:
            a += 1
        while b > a and text[b - 1] in EDGE_MARKS:
            b -= 1
        if a < b:
            out.append((a, b))
    return out


def _gold(
    text: str, pieces: Pieces, source: Spans, cue: Spans, content: Spans, act: int, continues: bool, weight: float
) -> Gold | None:
    parts = [_within(pieces, _trim(text, sorted(spans))) for spans in (source, cue, content)]
    cue_at = _within(pieces, sorted(cue)[:1])
    if not len(parts[2]):
        return None
    anchor = int(cue_at[0]) if len(cue_at) else int(parts[2][0])
    return Gold(
        anchor, bool(len(cue_at)), parts[0], parts[1] if len(parts[1]) else cue_at, parts[2], act, continues, weight
    )


Chosen = tuple[Example, Window, bool]


def batches(examples: Sequence[Example], most: int, size: int, rng: random.Random) -> Iterator[list[Chosen]]:
    """One pass over ``examples`` in batches of ``size`` windows, windows cut anew each time at 2/3 to all of ``most``.

    With each window goes whether it tells the model its guidelines.
    """
    todo: list[Chosen] = []
    for example in examples:
        budget = rng.randint(2 * most // 3, most)
        todo.extend((example, w, rng.random() < NAMED) for w in cut(example.pieces, budget))
    rng.shuffle(todo)
    groups = []
    for i in range(0, len(todo), 50 * size):
        near = sorted(todo[i : i + 50 * size], key=lambda x: x[1].end - x[1].start)
        groups.extend(near[k : k + size] for k in range(0, len(near) - size + 1, size))
    rng.shuffle(groups)
    yield from groups


def collate(group: Sequence[Chosen]) -> Batch:
    """Windows as arrays."""
    width = max(w.end - w.start for _, w, _ in group) + 2
    shape = (len(group), width)
    ids, features, anchor = (np.zeros(shape, dtype=np.int64) for _ in range(3))
    mask, anchor_weight = np.zeros(shape, dtype=bool), np.zeros(shape, dtype=np.float32)
    at, roles, weight, acts, continues = [], [], [], [], []
    for k, (example, w, named) in enumerate(group):
        n = w.end - w.start
        pieces = example.pieces
        ids[k, 0], ids[k, n + 1] = SCHEMES[example.scheme if named else "unknown"], SEP
        ids[k, 1 : n + 1], features[k, 1 : n + 1] = pieces.ids[w.start : w.end], pieces.features[w.start : w.end]
        mask[k, : n + 2] = True
        asked = ~example.free[w.start : w.end] & (pieces.ids[w.start : w.end] != BREAK)
        anchor_weight[k, 1 : n + 1] = asked * example.weight
        for g in example.gold:
            if not w.start <= g.anchor < w.end:
                continue
            here = g.anchor - w.start + 1
            anchor[k, here], anchor_weight[k, here] = (1 if g.cued else 2), g.weight * example.weight
            role = np.zeros(width, dtype=np.int64)
            for value, part in ((2, g.cue), (1, g.source), (3, g.content)):
                role[part[(part >= w.start) & (part < w.end)] - w.start + 1] = value
            at.append((k, here))
            roles.append(role)
            weight.append(g.weight * example.weight)
            acts.append(g.act)
            continues.append(g.continues)
    return Batch(
        ids,
        features,
        mask,
        anchor,
        anchor_weight,
        np.array(at, dtype=np.int64).reshape(-1, 2),
        np.array(roles, dtype=np.int64).reshape(-1, width),
        np.array(weight, dtype=np.float32),
        np.array(acts, dtype=np.int64),
        np.array(continues, dtype=np.float32),
    )
